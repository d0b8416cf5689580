package dev.kindling.run;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Measures time as work: how much of the time that passed would have passed on a quiet machine,
 * too. On a quiet machine that is all of it. Where other programs want the processors, it is the
 * largest of three:
 *
 * <ul>
 *   <li>what the busiest thread of this JVM got of a processor: a thread that computes;
 *   <li>what all its threads got, spread over the processors: threads that wait for each other's
 *       processors wait for nobody else;
 *   <li>the share that the machine gives to a thread that wants a processor now, told by a probe:
 *       threads that wait for something else, a lock or a sleep, lose the rest of the time anyway.
 * </ul>
 *
 * <p>The probe is a few milliseconds of computing, and only where something takes long. Belongs to
 * one thread.
 */
final class WorkClock {

  private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(1_000);
  private static final long NEXT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long PROBE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** How late a thread may be on a quiet machine. */
  private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private long last = System.nanoTime();
  private @Nullable ProcessorUse use;

  /**
   * The work since the last time that this told any, in nanoseconds; 0 while it is too early to
   * tell.
   *
   * @param due when the calling thread meant to go on, by {@code System.nanoTime()}: what it is
   *     late belongs to the probe
   */
  long worked(long due) {
    if (System.nanoTime() - last < (use == null ? FIRST_NANOS : NEXT_NANOS)) {
      return 0;
    }
    long probe = probe();
    long now = System.nanoTime();
    long passed = now - last;
    last = now;
    ProcessorUse.Used used = new ProcessorUse.Used(0, 0);
    if (use == null) {
      // Not before it is needed: most calls are over by now.
      use = new ProcessorUse();
    } else {
      used = use.sinceLastLook();
    }
    return work(passed, share(probe, now - due), used);
  }

  /** Computes for a moment and says how much processor time that took. */
  private static long probe() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    // An answer may have switched it off.
    threads.setThreadCpuTimeEnabled(true);
    long start = threads.getCurrentThreadCpuTime();
    long used = 0;
    while (used < PROBE_NANOS) {
      used = threads.getCurrentThreadCpuTime() - start;
    }
    return used;
  }

  /** The share of a processor that a probe got in the time it took, lateness included. */
  static double share(long probe, long took) {
    return (double) probe / Math.max(probe, took - LATE_NANOS);
  }

  static long work(long passed, double share, ProcessorUse.Used used) {
    long least = Math.max(used.busiest(), used.perProcessor());
    return Math.min(passed, Math.max(least, Math.round(passed * share)));
  }
}
