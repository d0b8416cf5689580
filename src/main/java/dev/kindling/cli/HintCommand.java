package dev.kindling.cli;

import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.LabCommand;
import dev.kindling.cli.command.TaskChoice;
import dev.kindling.cli.course.HintLadder;
import dev.kindling.cli.course.HintLadder.Hint;
import dev.kindling.cli.screen.Console;
import dev.kindling.cli.screen.HintView;
import dev.kindling.lab.LabEntry;
import dev.kindling.lab.TaskInfo;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab hint}: the next rung of a task's hints. */
@Command(name = "hint", description = "Hints go from vague to concrete, one at a time.")
final class HintCommand implements LabCommand {

  @Parameters(index = "0", paramLabel = "LAB", description = "The lab, such as 'imputation'.")
  private String lab;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "TASK",
      description = "The task's number; without it, the first one that is not done.")
  private Integer task;

  @Option(names = "--all", description = "Give all hints of the task at once.")
  private boolean all;

  @Override
  public ExitCode run(Context context) {
    LabEntry entry = context.lab(lab);
    Optional<TaskInfo> about =
        task == null
            ? context.standings().of(entry).firstUnfinished()
            : Optional.of(TaskChoice.of(entry, task));
    if (about.isEmpty()) {
      context
          .console()
          .text(
              "Every task of '"
                  + entry.id()
                  + "' passed. For a hint all the same, say which: "
                  + context.type("hint " + context.name(entry) + " 1"));
      return ExitCode.PASSED;
    }
    HintLadder ladder = new HintLadder(context.engine().progress(), entry);
    List<Hint> hints =
        all ? ladder.all(about.get()) : ladder.next(about.get()).map(List::of).orElse(List.of());
    Console console = context.console();
    if (hints.isEmpty()) {
      console.text("Task " + about.get().number() + " has no hints.");
    }
    for (Hint hint : hints) {
      console.lines(new HintView(context.look()).lines(hint));
    }
    if (!hints.isEmpty() && !hints.get(hints.size() - 1).last()) {
      console.blank();
      String again = "hint " + context.name(entry) + " " + about.get().number();
      console.text("More: " + context.type(again));
    }
    return ExitCode.PASSED;
  }
}
