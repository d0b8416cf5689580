package dev.kindling.run;

import dev.kindling.spark.LocalSpark;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;

/** The worker's Spark: started once, and started again when an answer has stopped it. */
final class SparkRuntime {

  private final Path scratch;
  private final int cores;
  private SparkSession root;

  SparkRuntime(Path scratch, int cores) {
    this.scratch = scratch;
    this.cores = cores;
  }

  /** The session that all others branch from. */
  synchronized SparkSession root() {
    if (root == null || root.sparkContext().isStopped()) {
      SparkSession.clearActiveSession();
      SparkSession.clearDefaultSession();
      root = LocalSpark.start(scratch, cores);
    }
    return root;
  }

  Path scratch() {
    return scratch;
  }
}
