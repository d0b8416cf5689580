package dev.kindling.workbench;

/** The worker could not carry out a request, and it was not the answer's doing. */
final class WorkerFault extends Exception {

  private static final long serialVersionUID = 1L;

  WorkerFault(String message) {
    super(message);
  }
}
