package dev.kindling.workbench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Knows for how long nobody has asked for anything. */
final class IdleClock {

  private final Duration limit;
  private final AtomicInteger busy = new AtomicInteger();
  private volatile long since = System.nanoTime();

  IdleClock(Duration limit) {
    this.limit = limit;
  }

  /** Says that a call begins; close it when it ends. */
  AutoCloseable begin() {
    busy.incrementAndGet();
    return () -> {
      since = System.nanoTime();
      busy.decrementAndGet();
    };
  }

  boolean idle() {
    return busy.get() == 0;
  }

  boolean expired() {
    return idle() && System.nanoTime() - since > limit.toNanos();
  }

  Duration limit() {
    return limit;
  }
}
