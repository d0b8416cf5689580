package dev.kindling.workbench;

import dev.kindling.result.GradeEvent;

/** A run could not go on, for a reason that is nobody's verdict; it was told as an event, too. */
public final class RunFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient GradeEvent.Fault fault;

  public RunFailedException(GradeEvent.Fault fault) {
    super(fault.message());
    this.fault = fault;
  }

  RunFailedException(GradeEvent.Fault fault, Throwable cause) {
    super(fault.message(), cause);
    this.fault = fault;
  }

  /** What happened, what to do next, and whose fault it is. */
  public GradeEvent.Fault fault() {
    return fault;
  }
}
