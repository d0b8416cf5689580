package dev.kindling.workbench;

/** The worker could not carry out a request, and it was not the answer's doing. */
final class WorkerFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean ours;

  /**
   * @param ours whether it is our fault rather than the machine's
   */
  WorkerFault(String message, boolean ours) {
    super(message);
    this.ours = ours;
  }

  boolean ours() {
    return ours;
  }
}
