package dev.kindling.profile;

import dev.kindling.data.TestSpark;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;

/** Counts the Spark jobs that a call starts; tests of one JVM run one after the other. */
final class JobListener extends SparkListener {

  private final AtomicInteger jobs = new AtomicInteger();

  static int jobs(Callable<?> call) throws Exception {
    SparkContext context = TestSpark.session().sparkContext();
    context.listenerBus().waitUntilEmpty();
    JobListener listener = new JobListener();
    context.addSparkListener(listener);
    try {
      call.call();
      context.listenerBus().waitUntilEmpty();
    } finally {
      context.removeSparkListener(listener);
    }
    return listener.jobs.get();
  }

  @Override
  public void onJobStart(SparkListenerJobStart job) {
    jobs.incrementAndGet();
  }
}
