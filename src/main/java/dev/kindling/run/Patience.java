package dev.kindling.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Optional;

/**
 * Lets work be done until it has taken a given processor time of this JVM, so that a busy machine
 * changes nothing about what gets done.
 */
final class Patience {

  /** A piece of work. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws InterruptedException;
  }

  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private long left;

  /**
   * @param most the processor time of all threads together
   */
  Patience(Duration most) {
    left = most.toNanos();
  }

  /** What the work gives; empty, and nothing is done, once the time is used up. */
  <T> Optional<T> spend(Work<T> work) throws InterruptedException {
    if (left <= 0) {
      return Optional.empty();
    }
    long before = system.getProcessCpuTime();
    T made = work.run();
    left -= system.getProcessCpuTime() - before;
    return Optional.of(made);
  }
}
