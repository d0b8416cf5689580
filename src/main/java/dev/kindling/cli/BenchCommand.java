package dev.kindling.cli;

import dev.kindling.bench.Bench;
import dev.kindling.bench.BenchReport;
import dev.kindling.bench.Figure;
import dev.kindling.bench.Soak;
import dev.kindling.bench.SoakSample;
import dev.kindling.bench.profile.ProfileBench;
import dev.kindling.bench.tracking.TrackingBench;
import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.LabCommand;
import dev.kindling.result.Json;
import dev.kindling.workbench.Home;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab bench}: measures, and prints a table and a line of JSON. */
@Command(
    name = "bench",
    description =
        "Takes some minutes and uses a workbench of its own. Each figure stands beside another way"
            + " to do the same work, measured in the same run.")
final class BenchCommand implements LabCommand {

  private static final String TRACKING = "tracking";
  private static final String PROFILE = "profile";

  @Parameters(
      arity = "0..1",
      paramLabel = "LAB",
      description =
          "The lab to measure with; or 'tracking', to measure the tracking server beside MLflow's"
              + " own; or 'profile', to measure a profile beside Spark's summary.")
  private String lab = "imputation";

  @Option(names = "--json", description = "Print the JSON alone.")
  private boolean json;

  @Option(
      names = "--soak",
      paramLabel = "SAVES",
      description = "Instead, save that often under one watch, and print what the processes hold.")
  private int soak;

  @Override
  public ExitCode run(Context context) throws Exception {
    Home home = Home.of(context.engine().root());
    if (lab.equals(TRACKING)) {
      return tracking(context, home);
    }
    if (lab.equals(PROFILE)) {
      return print(
          context, report(PROFILE, new ProfileBench(home, context.console()::working).run()));
    }
    context.lab(lab);
    if (soak > 0) {
      return soak(context, home);
    }
    return print(context, new Bench(home, context.console()::working).run(lab));
  }

  private ExitCode print(Context context, BenchReport report) {
    if (!json) {
      context
          .console()
          .line("%s, %d cores, Java %s".formatted(report.lab(), report.cores(), report.java()));
      for (Figure figure : report.figures()) {
        lines(figure).forEach(context.console()::line);
      }
    }
    context.console().json(Json.line(report));
    boolean met = report.figures().stream().noneMatch(figure -> Boolean.FALSE.equals(figure.met()));
    return met ? ExitCode.PASSED : ExitCode.NOT_PASSED;
  }

  private ExitCode tracking(Context context, Home home) throws Exception {
    TrackingBench bench = new TrackingBench(home, context.console()::working);
    if (!bench.comparable()) {
      context
          .console()
          .notice(
              "MLflow's own server is not installed (see CONTRIBUTING.md), so ours is measured alone.");
    }
    return print(context, report(TRACKING, bench.run()));
  }

  private static BenchReport report(String what, List<Figure> figures) {
    return new BenchReport(
        1,
        what,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        figures);
  }

  private ExitCode soak(Context context, Home home) throws Exception {
    List<SoakSample> samples = new Soak(home, context.console()::working).run(lab, soak);
    if (!json) {
      context
          .console()
          .line(
              "saves  save to last verdict  worker: memory  threads  files  workbench: memory  threads  files");
      for (SoakSample at : samples) {
        context
            .console()
            .line(
                String.format(
                    Locale.ROOT,
                    "%5d  %18.0f ms  %11.0f MB  %7d  %5d  %14.0f MB  %7d  %5d",
                    at.saves(),
                    at.millis(),
                    at.worker().residentBytes() / 1e6,
                    at.worker().threads(),
                    at.worker().openFiles(),
                    at.workbench().residentBytes() / 1e6,
                    at.workbench().threads(),
                    at.workbench().openFiles()));
      }
    }
    context.console().json(Json.line(samples));
    return ExitCode.PASSED;
  }

  private static List<String> lines(Figure figure) {
    String first =
        figure.ratio() == null
            ? String.format(
                Locale.ROOT, "%-46s %,8.0f %s", figure.name(), figure.ours(), figure.unit())
            : String.format(
                Locale.ROOT,
                "%-46s %,8.0f %s   %,.0f %s: %.1f times",
                figure.name(),
                figure.ours(),
                figure.unit(),
                figure.other(),
                figure.unit(),
                figure.ratio());
    if (figure.target() == null) {
      return List.of(first);
    }
    return List.of(
        first,
        "    target: %s%s: %s"
            .formatted(
                figure.target(),
                figure.otherIs() == null ? "" : " than " + figure.otherIs(),
                figure.met() ? "met" : "NOT met"));
  }
}
