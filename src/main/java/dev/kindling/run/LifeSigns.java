package dev.kindling.run;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells the workbench that this worker is at work, from a thread that no answer holds up: a slow
 * worker is not a hanging one. The signs stop when the worker takes longer for something than it
 * ever should, counted as work ({@link WorkClock}); it is then taken for hanging and replaced.
 */
final class LifeSigns {

  private static final long EVERY_MILLIS = 2_000;

  private final Runnable sign;
  private @Nullable Phase phase;

  /** What the worker is at now. */
  private static final class Phase {

    private final long limit;
    private final WorkClock clock = new WorkClock();
    private long worked;

    Phase(long limit) {
      this.limit = limit;
    }

    boolean isOverdue(long due) {
      worked += limit == Long.MAX_VALUE ? 0 : clock.worked(due);
      return worked > limit;
    }
  }

  /**
   * @param sign gives one sign
   */
  LifeSigns(Runnable sign) {
    this.sign = sign;
  }

  /** Starts the thread; it lasts as long as the JVM. */
  void start() {
    Thread thread = new Thread(this::run, "life-signs");
    thread.setDaemon(true);
    thread.start();
  }

  /** Something begins that should take seconds, and never more than these. */
  void begin(int seconds) {
    enter(new Phase(TimeUnit.SECONDS.toNanos(seconds)));
  }

  /** Something begins that keeps a limit of its own. */
  void beginLimited() {
    enter(new Phase(Long.MAX_VALUE));
  }

  /** Nothing is to be done. */
  void rest() {
    enter(null);
  }

  private synchronized void enter(@Nullable Phase next) {
    phase = next;
    notifyAll();
  }

  private void run() {
    while (true) {
      try {
        Phase current = awaitPhase();
        long due = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS);
        Thread.sleep(EVERY_MILLIS);
        boolean overdue = isAt(current) && current.isOverdue(due) && isAt(current);
        if (!overdue && !isAt(null)) {
          sign.run();
        }
      } catch (InterruptedException anAnswerInterruptsWhateverItFinds) {
        // The next sign comes all the same.
      }
    }
  }

  private synchronized Phase awaitPhase() throws InterruptedException {
    while (phase == null) {
      wait();
    }
    return phase;
  }

  private synchronized boolean isAt(@Nullable Phase one) {
    return phase == one;
  }
}
