package dev.kindling.workbench;

/** The worker ended in the middle of a request. */
final class WorkerDiedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient WorkerDeath death;

  WorkerDiedException(WorkerDeath death) {
    super("The worker ended: " + death);
    this.death = death;
  }

  WorkerDeath death() {
    return death;
  }
}
