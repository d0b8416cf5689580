package dev.kindling.cli;

import dev.kindling.cli.command.CommandFailure;
import dev.kindling.cli.command.Connection;
import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.LabCommand;
import dev.kindling.cli.screen.Console;
import dev.kindling.compile.LabKit;
import dev.kindling.compile.LabScan;
import dev.kindling.lab.LabEntry;
import dev.kindling.result.Problem;
import dev.kindling.verify.BrokenPromise;
import dev.kindling.verify.MutantSample;
import dev.kindling.verify.Promise;
import dev.kindling.verify.Promises;
import dev.kindling.workbench.Home;
import dev.kindling.workbench.Labs;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab verify}: holds labs to their promises. */
@Command(
    name = "verify",
    description =
        "Judges starter, solution, variants and mistakes of labs, and looks at their lessons."
            + " Exits with 0 when every promise is kept.")
final class VerifyCommand implements LabCommand {

  @Parameters(arity = "0..*", paramLabel = "LAB", description = "The labs; all when none is named.")
  private List<String> names = List.of();

  @Option(
      names = "--times",
      paramLabel = "N",
      description =
          "Also judge the solution and every variant N times, each time with other data. Before a"
              + " lab lands: 10 times on two cores and, with KINDLING_CORES=1, on one.")
  private int times;

  @Option(
      names = "--mutants",
      description =
          "Instead, change each solution in small ways (a call left out, a comparison turned, a"
              + " constant changed), and tell which changes no check notices. Some minutes for a lab.")
  private boolean mutants;

  @Override
  public ExitCode run(Context context) throws Exception {
    if (times < 0) {
      throw CommandFailure.usage(
          "'--times %d' is below zero: say how often, such as '--times 10'.".formatted(times));
    }
    if (mutants && times > 0) {
      throw CommandFailure.usage(
          "'--mutants' and '--times %d' do not go together: say one of them.".formatted(times));
    }
    try (Labs labs = new Labs(Home.of(context.engine().root()));
        Connection connection = new Connection(context)) {
      LabScan scan = labs.scan();
      scan.problems().forEach(problem -> report(context, problem));
      List<LabEntry> chosen = new ArrayList<>();
      for (String name : names) {
        chosen.add(scan.catalogue().find(name));
      }
      if (names.isEmpty()) {
        chosen.addAll(scan.catalogue().labs());
      }
      if (chosen.isEmpty()) {
        context.console().text("There is no lab to verify in 'labs/'.");
        return ExitCode.NOT_PASSED;
      }
      boolean kept = names.isEmpty() ? scan.problems().isEmpty() : true;
      List<Promise> promises = promises(context, labs, connection);
      for (LabEntry lab : chosen) {
        context.console().line(context.look().style().bold(lab.id().toString()));
        for (Promise promise : promises) {
          kept &= tell(context, promise, scan.kit(lab.id()));
        }
      }
      return kept ? ExitCode.PASSED : ExitCode.NOT_PASSED;
    }
  }

  private static void report(Context context, Problem problem) {
    context.console().line(problem.location() + ": " + problem.message());
  }

  /** Tells whether a promise is kept. */
  private static boolean tell(Context context, Promise promise, LabKit kit) throws Exception {
    context.console().working(promise.text());
    List<BrokenPromise> broken = promise.broken(kit);
    context.console().working("");
    String mark =
        broken.isEmpty() ? context.look().glyphs().pass() : context.look().glyphs().fail();
    context.console().line(mark + " " + promise.text());
    for (BrokenPromise one : broken) {
      context.console().line("    " + one.where() + ": " + one.what());
    }
    return broken.isEmpty();
  }

  private List<Promise> promises(Context context, Labs labs, Connection connection) {
    if (!mutants) {
      return Promises.all(labs, connection.service(), times);
    }
    Console console = context.console();
    return List.of(
        Promises.mutants(
            labs,
            connection.service(),
            MutantSample.WHOLE,
            console::working,
            lines -> {
              console.working("");
              console.lines(lines.stream().map(line -> "    " + line).toList());
            }));
  }
}
