package dev.kindling.data;

import java.nio.file.Path;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;

/**
 * Where a dataset lives: the session that reads it, the seed that made it, and the folder that
 * keeps it between runs. Every dataset class has a public constructor that takes one of these.
 *
 * @param spark the session whose frames are returned
 * @param seed the seed of the generator; the committed samples are {@link Samples#SEED}
 * @param cache a folder for generated data; it may be shared by processes, and deleted when none of
 *     them runs
 * @param truths the truths made so far
 */
public record DataContext(SparkSession spark, long seed, Path cache, Truths truths) {

  public DataContext {
    Objects.requireNonNull(spark, "spark");
    Objects.requireNonNull(cache, "cache");
    Objects.requireNonNull(truths, "truths");
  }

  /** A context that knows no truth yet. */
  public DataContext(SparkSession spark, long seed, Path cache) {
    this(spark, seed, cache, new Truths());
  }

  /** The same data for another session, which need not make its truth again. */
  public DataContext in(SparkSession session) {
    return new DataContext(session, seed, cache, truths);
  }
}
