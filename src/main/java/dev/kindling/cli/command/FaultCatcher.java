package dev.kindling.cli.command;

import dev.kindling.result.GradeEvent;
import java.util.function.Consumer;

/** Passes events on, and keeps the one that says why a run could not go on. */
public final class FaultCatcher implements Consumer<GradeEvent> {

  private final Consumer<GradeEvent> next;
  private GradeEvent.Fault fault;

  public FaultCatcher(Consumer<GradeEvent> next) {
    this.next = next;
  }

  @Override
  public void accept(GradeEvent event) {
    if (event instanceof GradeEvent.Fault told) {
      fault = told;
    }
    next.accept(event);
  }

  /**
   * Throws what stopped the run, if something did.
   *
   * @throws CommandFailure with the fault's message
   */
  public void rethrow() {
    if (fault != null) {
      throw failure(fault);
    }
  }

  static CommandFailure failure(GradeEvent.Fault fault) {
    return new CommandFailure(
        fault.ours() ? ExitCode.FAULT : ExitCode.ENVIRONMENT, fault.message());
  }
}
