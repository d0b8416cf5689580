package dev.kindling.cli.command;

import dev.kindling.cli.course.WorkingCopy;
import dev.kindling.lab.LabEntry;

/** Makes sure that there is a working copy, for commands that are about it. */
public final class StartedLab {

  private StartedLab() {}

  /**
   * The lab that goes by {@code name}.
   *
   * @throws CommandFailure when it was never started
   */
  public static LabEntry of(Context context, String name) {
    LabEntry lab = context.lab(name);
    if (!new WorkingCopy(lab.folder()).exists()) {
      throw new CommandFailure(
          ExitCode.NOT_PASSED,
          "You have not started '"
              + lab.id()
              + "' yet: '"
              + context.type("start " + context.name(lab))
              + "' puts its file into place.");
    }
    return lab;
  }
}
