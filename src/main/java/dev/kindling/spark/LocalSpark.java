package dev.kindling.spark;

import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Starts Spark in local mode, tuned for small data and quick answers.
 *
 * <p>The settings differ from Spark's defaults only where a small machine feels it: few shuffle
 * partitions, no UI, no adaptive execution. Adaptive execution runs every shuffle as a job of its
 * own, which costs a third of the time on small data and makes job counts depend on statistics; a
 * lab that is about it turns it on for its own session.
 */
public final class LocalSpark {

  /** The number of local cores when nothing else is said; the promises run with 1 and 2. */
  public static final int DEFAULT_CORES = LocalSparkCores.DEFAULT;

  private LocalSpark() {}

  /** Starts (or finds) the session of this JVM. */
  public static SparkSession start(Path scratch, int cores) {
    if (Boolean.getBoolean("kindling.sparkDefaults")) {
      // What a bench compares with: Spark as it comes.
      return SparkSession.builder()
          .master("local[" + cores + "]")
          .appName("defaults")
          .getOrCreate();
    }
    CheckedLambdas.install();
    Thread early = EarlyClasses.prepare();
    SparkConf settings = new SparkConf();
    LocalSparkSettings.of(scratch, cores).forEach(settings::set);
    SparkContext.getOrCreate(settings);
    join(early);
    return SparkSession.builder().config(settings).getOrCreate();
  }

  private static void join(Thread early) {
    try {
      early.join();
    } catch (InterruptedException e) {
      // Not waiting costs nothing but time.
      Thread.currentThread().interrupt();
    }
  }
}
