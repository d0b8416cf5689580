package dev.kindling.cli.command;

import dev.kindling.lab.LabEntry;
import dev.kindling.lab.TaskInfo;

/** Finds the task that a command line names. */
public final class TaskChoice {

  private TaskChoice() {}

  /**
   * The task.
   *
   * @throws CommandFailure when the lab has no such task
   */
  public static TaskInfo of(LabEntry lab, int number) {
    return lab.info()
        .task(number)
        .orElseThrow(
            () ->
                CommandFailure.usage(
                    "'"
                        + lab.id()
                        + "' has no task "
                        + number
                        + ": it has tasks 1 to "
                        + lab.info().tasks().size()
                        + "."));
  }
}
