package dev.kindling.check;

import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;

/**
 * The Spark jobs that one call started.
 *
 * @param value what the call returned
 * @param jobs where each job was started, such as {@code collectAsList at Imputation.java:31}
 * @param <T> the type of the value
 */
record JobCount<T>(T value, List<String> jobs) {

  private static final String TAG = "kindling.jobs";

  /** Spark itself gives up after ten seconds, which is little on a busy machine. */
  private static final long EVENTS_MILLIS = TimeUnit.MINUTES.toMillis(10);

  /**
   * Makes the call and waits until Spark has told of every job. Jobs are told apart by a local
   * property, which threads that the call starts inherit, so other work in this JVM is not counted.
   */
  static <T> JobCount<T> of(SparkSession spark, ThrowingSupplier<T> call) {
    SparkContext context = spark.sparkContext();
    String outer = context.getLocalProperty(TAG);
    String tag = UUID.randomUUID().toString();
    Recorder recorder = new Recorder(tag);
    context.addSparkListener(recorder);
    context.setLocalProperty(TAG, tag);
    try {
      T value = AnswerCode.compute("the result", call);
      waitForEvents(context);
      return new JobCount<>(value, List.copyOf(recorder.jobs));
    } finally {
      context.setLocalProperty(TAG, outer);
      context.removeSparkListener(recorder);
    }
  }

  private static void waitForEvents(SparkContext context) {
    try {
      context.listenerBus().waitUntilEmpty(EVENTS_MILLIS);
    } catch (Exception e) {
      throw AnswerCode.rethrow(e);
    }
  }

  private static final class Recorder extends SparkListener {

    private final String tag;
    private final List<String> jobs = new CopyOnWriteArrayList<>();

    Recorder(String tag) {
      this.tag = tag;
    }

    @Override
    public void onJobStart(SparkListenerJobStart job) {
      Properties properties = job.properties();
      if (properties != null && tag.equals(properties.getProperty(TAG))) {
        // The last stage is the one that the action asked for.
        jobs.add(job.stageInfos().isEmpty() ? "a job" : job.stageInfos().last().name());
      }
    }
  }
}
