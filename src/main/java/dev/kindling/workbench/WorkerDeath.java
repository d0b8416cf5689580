package dev.kindling.workbench;

import dev.kindling.run.protocol.WorkerReply;
import org.jspecify.annotations.Nullable;

/**
 * How a worker died.
 *
 * @param exiting what it said in its shutdown hook, or null
 * @param exitCode the exit code the system reports
 */
record WorkerDeath(WorkerReply.@Nullable Exiting exiting, int exitCode) {

  private static final int FIRST_SIGNAL = 128;

  /** Whether somebody outside ended it: a signal, and no line of the answer's behind it. */
  boolean fromOutside() {
    return exiting == null
        ? exitCode >= FIRST_SIGNAL
        : exiting.location() == null && !exiting.outOfMemory();
  }

  boolean outOfMemory() {
    return exiting != null && exiting.outOfMemory();
  }

  @Nullable String location() {
    return exiting == null ? null : exiting.location();
  }
}
