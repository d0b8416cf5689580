package dev.kindling.run;

import dev.kindling.cause.Suspect;
import dev.kindling.cause.Suspects;
import dev.kindling.run.protocol.WorkerRequest;

/** The known answers of one lab, to be run in the place of the answer that is open. */
interface Lineup {

  /** What the workbench said of them. */
  WorkerRequest.Known known();

  /** Everything that a task's wrong answers may have in common with the one that is open. */
  Suspects suspects(WorkerRequest.TaskChecks task) throws ClassNotFoundException;

  /**
   * Runs a check with a suspect as the answer's own is run: within its session, for a limited time.
   *
   * @param check as the task's checks name it
   * @return what it throws, or null when it passes
   * @throws InterruptedException when a request came in between
   */
  TimedCall.Ended<Throwable> run(String check, WorkerRequest.TaskChecks task, Suspect suspect)
      throws InterruptedException;
}
