#!/usr/bin/env bash
# Delta 4.4.0 for Spark 4.2: VACUUM of a table of one file runs a stage of 10,000 tasks.
#
# Guessed: as many tasks as there are folders to list, here one.
# Seen: the number is spark.sql.sources.parallelPartitionDiscovery.parallelism, whose default is 10000; on a laptop that
# is a minute and more, for nothing. (This ends as soon as the stage's size is known.)
# What to do: set that number to the number of cores before VACUUM.
. "$(dirname "$0")/spark.bash"

seen='files of the table: 1
largest stage of VACUUM: 10000 tasks
Deleted 0 files and directories in a total of 1 directories.
largest stage of VACUUM with parallelism 2: 2 tasks'

finding VacuumOfOneFile io.delta:delta-spark_4.2_2.13:4.4.0 <<'JAVA'
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.sql.SparkSession;

public class VacuumOfOneFile {

  private static final int MANY = 1000;

  public static void main(String[] args) throws Exception {
    SparkSession spark =
        SparkSession.builder()
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.databricks.delta.snapshotPartitions", "2")
            .getOrCreate();
    String table = Path.of("table").toAbsolutePath().toString();
    spark.range(1).coalesce(1).write().format("delta").save(table);
    System.out.println(
        "files of the table: " + spark.read().format("delta").load(table).inputFiles().length);

    System.out.println("largest stage of VACUUM: " + largestStage(spark, table) + " tasks");
    spark.conf().set("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2");
    System.out.println(
        "largest stage of VACUUM with parallelism 2: " + largestStage(spark, table) + " tasks");
  }

  private static int largestStage(SparkSession spark, String table) throws Exception {
    AtomicInteger largest = new AtomicInteger();
    SparkListener listener =
        new SparkListener() {
          @Override
          public void onStageSubmitted(SparkListenerStageSubmitted stage) {
            int tasks = stage.stageInfo().numTasks();
            largest.accumulateAndGet(tasks, Math::max);
            if (tasks > MANY) {
              spark.sparkContext().cancelAllJobs();
            }
          }
        };
    spark.sparkContext().addSparkListener(listener);
    try {
      spark.sql("VACUUM delta.`" + table + "`");
    } catch (Exception e) {
      // Its stage was cancelled, for its size is known.
      if (largest.get() <= MANY) {
        throw e;
      }
    }
    spark.sparkContext().listenerBus().waitUntilEmpty();
    spark.sparkContext().removeSparkListener(listener);
    return largest.get();
  }
}
JAVA
