package dev.kindling.data;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkExecutorInfo;

/**
 * The tasks that Spark runs. A job that was cancelled has failed before its tasks have noticed, and
 * until then they write: a folder that is deleted too early comes back.
 *
 * @param context where they run
 */
record RunningTasks(SparkContext context) {

  private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);
  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(5);

  /** Waits until none runs, but not for ever: tasks of somebody else may go on. */
  void awaitEnd() {
    // An interrupted thread would not wait at all; it is told again afterwards.
    boolean interrupted = Thread.interrupted();
    long end = System.nanoTime() + LONGEST;
    while (any() && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(STEP);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean any() {
    return !context.isStopped()
        && Arrays.stream(context.statusTracker().getExecutorInfos())
            .mapToInt(SparkExecutorInfo::numRunningTasks)
            .anyMatch(count -> count > 0);
  }
}
