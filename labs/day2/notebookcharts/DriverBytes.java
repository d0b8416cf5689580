package day2.notebookcharts;

import static dev.kindling.check.Expect.compute;

import dev.kindling.check.ThrowingSupplier;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * What a call returned, and how many bytes Spark's tasks sent to the driver meanwhile.
 *
 * @param <T> the type of the value
 */
record DriverBytes<T>(T value, long bytes) {

  static <T> DriverBytes<T> of(String what, SparkContext context, ThrowingSupplier<T> call) {
    AtomicLong bytes = new AtomicLong();
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onTaskEnd(SparkListenerTaskEnd end) {
            if (end.taskMetrics() != null) {
              bytes.addAndGet(end.taskMetrics().resultSize());
            }
          }
        };
    waitForEvents(context);
    context.addSparkListener(listener);
    try {
      T value = compute(what, call);
      waitForEvents(context);
      return new DriverBytes<>(value, bytes.get());
    } finally {
      context.removeSparkListener(listener);
    }
  }

  private static void waitForEvents(SparkContext context) {
    try {
      context.listenerBus().waitUntilEmpty();
    } catch (TimeoutException e) {
      throw new IllegalStateException("Spark did not tell of its tasks.", e);
    }
  }
}
