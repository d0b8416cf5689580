package dev.kindling.run;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.jspecify.annotations.Nullable;

/**
 * Runs one call of the answer on a thread of its own, for a limited time ({@link WorkLimit}). A
 * call that does not end is cancelled the way Spark offers (cancel its jobs) and then the way Java
 * offers (interrupt); a thread that survives both makes the JVM unfit for another answer.
 *
 * @param <T> what the call returns
 */
final class TimedCall<T> {

  private static final long LOOK_MILLIS = 50;

  /** How long a cut call may take to end, as work. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final CountDownLatch over = new CountDownLatch(1);
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final Thread thread;
  private @Nullable T value;
  private @Nullable Throwable error;

  /**
   * How a call ended.
   *
   * @param value what it returned, or null
   * @param error what it threw, or null
   * @param cut whether it was ended by the limit or by a cancel
   * @param location the learner's line it was at when it was cut, or null
   * @param stuck whether it still runs
   */
  record Ended<T>(
      @Nullable T value,
      @Nullable Throwable error,
      boolean cut,
      @Nullable String location,
      boolean stuck) {}

  TimedCall(String name, ClassLoader loader, Callable<T> work) {
    thread =
        new Thread(
            () -> {
              try {
                value = work.call();
              } catch (Throwable e) {
                error = e;
              } finally {
                over.countDown();
              }
            },
            name);
    thread.setContextClassLoader(loader);
    thread.setDaemon(true);
  }

  /** Ends the call before its time; safe from any thread. */
  void cancel() {
    cancelled.countDown();
  }

  /**
   * Runs the call and waits for its end, the limit, or a {@link #cancel}.
   *
   * @param seconds the limit, as work of the answer
   */
  Ended<T> run(int seconds, SparkContext spark, AnswerLines lines) throws InterruptedException {
    thread.start();
    WorkLimit limit = new WorkLimit(seconds, thread, lines);
    boolean cut = false;
    for (long due = nextLook(); !cut && !isOverAtNextLook(); due = nextLook()) {
      cut = cancelled.getCount() == 0 || limit.isUsedUp(due);
    }
    if (!cut || over.getCount() == 0) {
      return new Ended<>(value, error, false, null, false);
    }
    String location = lines.first(thread.getStackTrace()).or(lines::anywhere).orElse(null);
    boolean stuck = !end(spark, lines);
    return new Ended<>(null, null, true, location, stuck);
  }

  private static long nextLook() {
    return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
  }

  private boolean isOverAtNextLook() throws InterruptedException {
    return over.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private boolean end(SparkContext spark, AnswerLines lines) throws InterruptedException {
    WorkClock clock = new WorkClock();
    long worked = 0;
    while (worked < GRACE_NANOS) {
      if (!spark.isStopped()) {
        spark.cancelAllJobs();
      }
      thread.interrupt();
      long due = nextLook();
      if (isOverAtNextLook()) {
        if (lines.anywhere().isEmpty()) {
          return true;
        }
        // A task of Spark's still executes the answer's code: cancelling does not stop a loop.
        Thread.sleep(LOOK_MILLIS);
      }
      worked += clock.worked(due);
    }
    return false;
  }
}
