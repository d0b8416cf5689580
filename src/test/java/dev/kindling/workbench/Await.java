package dev.kindling.workbench;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what another process does. */
final class Await {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long STEP_MILLIS = 25;

  private Await() {}

  /** Looks again and again until it is so; fails when it never is. */
  static void until(String what, Callable<Boolean> so) throws Exception {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!so.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Waited in vain until " + what + ".");
      }
      Thread.sleep(STEP_MILLIS);
    }
  }
}
