package dev.kindling.run;

import dev.kindling.cause.Suspect;
import dev.kindling.cause.Suspects;
import dev.kindling.run.protocol.WorkerRequest;
import org.jspecify.annotations.Nullable;

/** The known answers of one lab, to be run in the place of the answer that is open. */
interface Lineup {

  /** What the workbench said of them. */
  WorkerRequest.Known known();

  /** Everything that a task's wrong answers may have in common with the one that is open. */
  Suspects suspects(WorkerRequest.TaskChecks task) throws ClassNotFoundException;

  /**
   * Runs a check with a suspect, on the calling thread.
   *
   * @param check as the task's checks name it
   * @param task the contract's method
   * @return what it throws, or null when it passes
   */
  @Nullable Throwable run(String check, String task, Suspect suspect);
}
