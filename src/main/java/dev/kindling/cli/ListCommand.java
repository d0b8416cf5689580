package dev.kindling.cli;

import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.LabCommand;
import dev.kindling.cli.course.LabNames;
import dev.kindling.cli.course.Standing;
import dev.kindling.cli.screen.Figures;
import dev.kindling.cli.screen.LabListView;
import dev.kindling.result.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lab list}: all labs by day, and how far the learner is. */
@Command(name = "list")
final class ListCommand implements LabCommand {

  @Option(names = "--json", description = "Print JSON: an array with one object per lab.")
  private boolean json;

  /** What {@code --json} says of a lab. */
  private record Row(
      String lab,
      int day,
      String title,
      int minutes,
      String state,
      int passedTasks,
      int tasks,
      double score,
      double max) {}

  @Override
  public ExitCode run(Context context) {
    List<Standing> standings = context.standings().all();
    if (json) {
      List<Row> rows = new ArrayList<>();
      for (Standing standing : standings) {
        rows.add(row(standing));
      }
      context.console().json(Json.line(rows));
      return ExitCode.PASSED;
    }
    if (standings.isEmpty()) {
      context.console().text("There are no labs in '" + context.engine().root() + "/labs'.");
    }
    LabNames names = new LabNames(context.engine().catalogue());
    context.console().lines(new LabListView(context.look(), names).lines(standings));
    int broken = context.engine().labProblems().size();
    if (broken > 0) {
      context
          .console()
          .notice(
              Figures.count(broken, "problem")
                  + " in labs keep them out of this list: "
                  + context.type("doctor"));
    }
    return ExitCode.PASSED;
  }

  private static Row row(Standing standing) {
    return new Row(
        standing.lab().id().toString(),
        standing.lab().info().day(),
        standing.lab().info().title(),
        standing.lab().info().minutes(),
        standing.state().name().toLowerCase(Locale.ROOT),
        standing.passedTasks(),
        standing.tasks(),
        standing.progress().score(),
        standing.lab().info().maxPoints());
  }
}
