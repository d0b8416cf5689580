package dev.kindling.cli;

import dev.kindling.cli.command.CommandFailure;
import dev.kindling.cli.command.Connection;
import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.Grading;
import dev.kindling.cli.command.LabCommand;
import dev.kindling.cli.command.ShownPages;
import dev.kindling.cli.command.StartedLab;
import dev.kindling.cli.command.TaskChoice;
import dev.kindling.cli.screen.ShownTaskView;
import dev.kindling.lab.ExampleInfo;
import dev.kindling.lab.LabEntry;
import dev.kindling.lab.TaskInfo;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.ShownTask;
import dev.kindling.result.Verdict;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lab run}: shows what the learner's tasks return. */
@Command(name = "run", description = "Shows results; it judges nothing and earns no points.")
final class RunCommand implements LabCommand {

  @Parameters(index = "0", paramLabel = "LAB", description = "The lab, such as 'imputation'.")
  private String lab;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TASK",
      description = "One task's number; without it, every task that has something to show.")
  private Integer task;

  @Override
  public ExitCode run(Context context) throws Exception {
    LabEntry entry = StartedLab.of(context, lab);
    List<Integer> tasks = tasks(entry);
    boolean shown = false;
    try (Connection connection = new Connection(context)) {
      Grading grading = new Grading(context, connection);
      for (int i = 0; i < tasks.size(); i++) {
        if (i > 0) {
          context.console().blank();
        }
        ShownTask result = grading.show(GradeRequest.showing(entry.id().toString(), tasks.get(i)));
        String title = TaskChoice.of(entry, result.task()).title();
        context
            .console()
            .lines(new ShownTaskView(context.look(), context.paths()).lines(result, title));
        new ShownPages(context).write(entry.id(), result, title);
        shown |= result.verdict() == Verdict.PASS;
      }
    }
    return shown ? ExitCode.PASSED : ExitCode.NOT_PASSED;
  }

  private List<Integer> tasks(LabEntry entry) {
    List<Integer> all =
        entry.info().examples().stream().map(ExampleInfo::task).distinct().sorted().toList();
    if (task == null) {
      if (all.isEmpty()) {
        throw new CommandFailure(
            ExitCode.NOT_PASSED, "'" + entry.id() + "' has no task with something to show.");
      }
      return all;
    }
    TaskInfo chosen = TaskChoice.of(entry, task);
    if (!all.contains(chosen.number())) {
      throw new CommandFailure(
          ExitCode.NOT_PASSED, "Task " + task + " of '" + entry.id() + "' has nothing to show.");
    }
    return List.of(chosen.number());
  }
}
