package dev.kindling.run;

import dev.kindling.run.loading.AnswerLoading;
import dev.kindling.spark.LocalSpark;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The worker's Spark: started once, and started again when an answer has stopped it. Its executor
 * finds an answer's classes through {@link #loading()}, which it is started with.
 */
final class SparkRuntime {

  private final Path scratch;
  private final int cores;
  private final AnswerLoading loading = new AnswerLoading();
  private @Nullable SparkSession root;

  SparkRuntime(Path scratch, int cores) {
    this.scratch = scratch;
    this.cores = cores;
  }

  /** The session that all others branch from. */
  synchronized SparkSession root() {
    if (root == null || root.sparkContext().isStopped()) {
      SparkSession.clearActiveSession();
      SparkSession.clearDefaultSession();
      root = start();
    }
    return root;
  }

  private SparkSession start() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loading.forSpark());
    try {
      return LocalSpark.start(scratch, cores);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  AnswerLoading loading() {
    return loading;
  }

  /** How many tasks it runs at a time. */
  int cores() {
    return cores;
  }

  Path scratch() {
    return scratch;
  }
}
