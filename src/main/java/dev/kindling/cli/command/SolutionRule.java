package dev.kindling.cli.command;

import dev.kindling.lab.LabEntry;

/** When a solution may be seen. */
public final class SolutionRule {

  private final Context context;

  public SolutionRule(Context context) {
    this.context = context;
  }

  /** After the lab passed once, or when the learner insists. */
  public boolean open(LabEntry lab, boolean reveal) {
    return reveal || context.engine().progress().of(lab.id().toString()).everPassed();
  }

  /**
   * The same for a command.
   *
   * @throws CommandFailure when it may not be seen yet
   */
  public void require(LabEntry lab, boolean reveal) {
    if (!open(lab, reveal)) {
      throw new CommandFailure(ExitCode.NOT_PASSED, refusal(lab));
    }
  }

  public String refusal(LabEntry lab) {
    return "The solution of '"
        + lab.id()
        + "' is shown once you pass the lab. A hint may do: "
        + context.type("hint " + context.name(lab))
        + ". To see it all the same: "
        + context.type("solution " + context.name(lab) + " --reveal");
  }
}
