package dev.kindling.spark;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Spark's settings on a small machine. They differ from Spark's defaults only where a small machine
 * feels it: few shuffle partitions, no UI, no adaptive execution. Adaptive execution runs every
 * shuffle as a job of its own, which costs a third of the time on small data and makes job counts
 * depend on statistics; a lab that is about it turns it on for its own session. In a class of its
 * own because the workbench asks, and it loads no Spark class.
 */
public final class LocalSparkSettings {

  private LocalSparkSettings() {}

  /**
   * The settings of a session.
   *
   * @param scratch a folder of this process alone: warehouse, shuffle files and artifacts go below
   *     it
   * @param cores the number of task threads
   */
  public static Map<String, String> of(Path scratch, int cores) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("spark.master", "local[" + cores + "]");
    settings.put("spark.app.name", "kindling");
    settings.put("spark.driver.host", "127.0.0.1");
    settings.put("spark.driver.bindAddress", "127.0.0.1");
    settings.put("spark.ui.enabled", "false");
    settings.put("spark.ui.showConsoleProgress", "false");
    // Every query's plan is written out for a page that nobody opens; the short form takes a
    // fraction of the time.
    settings.put("spark.sql.ui.explainMode", "simple");
    settings.put("spark.default.parallelism", Integer.toString(cores));
    settings.put("spark.sql.shuffle.partitions", Integer.toString(cores));
    settings.put("spark.sql.adaptive.enabled", "false");
    settings.put("spark.sql.session.timeZone", "UTC");
    settings.put("spark.local.dir", scratch.resolve("spark").toString());
    settings.put("spark.sql.warehouse.dir", scratch.resolve("warehouse").toUri().toString());
    // Each answer has its own class loader on the executor: keep only the latest few.
    settings.put("spark.executor.isolatedSessionCache.size", "4");
    settings.put("spark.sql.catalogImplementation", "in-memory");
    settings.put("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension");
    settings.put(
        "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
    // Delta's parser drops the parameters of spark.sql(text, parameters), which Spark hands to it
    // (delta-io/delta #7640); this way they are put in afterwards.
    settings.put("spark.sql.legacy.parameterSubstitution.constantsOnly", "true");
    // Delta reads its log with 50 partitions by default: seconds on two cores.
    settings.put("spark.databricks.delta.snapshotPartitions", "2");
    // On a busy machine Spark would take its own executor, in this very process, for lost.
    settings.put("spark.executor.heartbeatInterval", "60s");
    settings.put("spark.network.timeout", "3600s");
    settings.put("spark.sql.broadcastTimeout", "3600");
    settings.put("spark.log.level", "WARN");
    if (bareLocalFiles()) {
      settings.put(
          "spark.hadoop.fs.file.impl", "com.globalmentor.apache.hadoop.fs.BareLocalFileSystem");
    }
    return settings;
  }

  /**
   * Whether local files go through plain Java instead of Hadoop's native code: always on Windows,
   * which then needs no winutils.exe, and elsewhere with {@code -Dkindling.bareFiles=true}.
   */
  static boolean bareLocalFiles() {
    return Boolean.getBoolean("kindling.bareFiles")
        || System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
  }
}
