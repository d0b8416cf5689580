package dev.kindling.cli.watch;

import dev.kindling.result.GradeEvent;
import dev.kindling.result.ShownTask;

/** What {@code watch} waits for: whatever comes first, from whichever thread. */
public sealed interface Signal {

  /** Something happened in the run. */
  record Happened(GradeEvent event) implements Signal {}

  /** A key was pressed. */
  record Key(char key) implements Signal {}

  /** The service went away; watching goes on with a new one. */
  record Lost() implements Signal {}

  /** A task was shown on request. */
  record Showed(ShownTask task) implements Signal {}

  /**
   * Something went wrong.
   *
   * @param fatal whether watching has ended by it
   */
  record Failed(Throwable problem, boolean fatal) implements Signal {}
}
