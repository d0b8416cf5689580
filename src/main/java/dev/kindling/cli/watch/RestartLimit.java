package dev.kindling.cli.watch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** Ends an endless circle of failing and starting again: three failures in ten seconds are it. */
public final class RestartLimit {

  private static final int FAILURES = 3;
  private static final long WITHIN_MILLIS = 10_000;

  private final LongSupplier clock;
  private final Deque<Long> failures = new ArrayDeque<>();

  /**
   * @param clock milliseconds
   */
  RestartLimit(LongSupplier clock) {
    this.clock = clock;
  }

  /**
   * Counts a failure.
   *
   * @return whether it is time to give up
   */
  boolean failed() {
    long now = clock.getAsLong();
    failures.addLast(now);
    if (failures.size() > FAILURES) {
      failures.removeFirst();
    }
    return failures.size() == FAILURES && now - failures.peekFirst() < WITHIN_MILLIS;
  }
}
