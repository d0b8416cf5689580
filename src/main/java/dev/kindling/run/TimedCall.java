package dev.kindling.run;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;

/**
 * Runs one call of the answer on a thread of its own, for a limited time. A call that does not end
 * is cancelled the way Spark offers (cancel its jobs) and then the way Java offers (interrupt); a
 * thread that survives both makes the JVM unfit for another answer.
 *
 * @param <T> what the call returns
 */
final class TimedCall<T> {

  private static final long GRACE_MILLIS = 2_000;

  private final CountDownLatch over = new CountDownLatch(1);
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final Thread thread;
  private T value;
  private Throwable error;

  /**
   * How a call ended.
   *
   * @param value what it returned, or null
   * @param error what it threw, or null
   * @param cut whether it was ended by the limit or by a cancel
   * @param location the learner's line it was at when it was cut, or null
   * @param stuck whether it still runs
   */
  record Ended<T>(T value, Throwable error, boolean cut, String location, boolean stuck) {}

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

  /** Runs the call and waits for its end, the limit, or a {@link #cancel}. */
  Ended<T> run(int seconds, SparkContext spark, AnswerLines lines) throws InterruptedException {
    thread.start();
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    boolean done = false;
    while (!done && cancelled.getCount() > 0 && System.nanoTime() < deadline) {
      done = over.await(50, TimeUnit.MILLISECONDS);
    }
    if (done) {
      return new Ended<>(value, error, false, null, false);
    }
    String location = location(lines);
    boolean stuck = !end(spark, lines);
    return new Ended<>(null, null, true, location, stuck);
  }

  private String location(AnswerLines lines) {
    return lines
        .first(thread.getStackTrace())
        .or(
            () ->
                Thread.getAllStackTraces().values().stream()
                    .map(lines::first)
                    .flatMap(java.util.Optional::stream)
                    .findFirst())
        .orElse(null);
  }

  private boolean end(SparkContext spark, AnswerLines lines) throws InterruptedException {
    long deadline = System.currentTimeMillis() + GRACE_MILLIS;
    while (System.currentTimeMillis() < deadline) {
      if (!spark.isStopped()) {
        spark.cancelAllJobs();
      }
      thread.interrupt();
      if (over.await(100, TimeUnit.MILLISECONDS) && !runsInTask(lines)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a task of Spark's still executes the answer's code: cancelling a job does not stop a
   * tight loop.
   */
  private static boolean runsInTask(AnswerLines lines) {
    return Thread.getAllStackTraces().values().stream()
        .anyMatch(stack -> lines.first(stack).isPresent());
  }
}
