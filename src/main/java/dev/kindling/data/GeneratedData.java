package dev.kindling.data;

import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * What every dataset class stands on: frames that come from files and truth that comes from memory.
 *
 * <p>Frames are read from Parquet with a schema that is given, so reading starts no job, and Spark
 * cannot fold them into a plan as it does with local rows. Truth is made anew when it is asked for
 * and never written, so no file holds it.
 *
 * @param <T> the truth
 */
public final class GeneratedData<T> {

  private final SparkSession spark;
  private final long seed;
  private final Generator<T> generator;
  private final Path entry;
  private T truth;

  /** Finds the frames of the context's seed, or makes them: that is the only time a job runs. */
  public GeneratedData(DataContext context, Generator<T> generator) {
    this.spark = context.spark();
    this.seed = context.seed();
    this.generator = generator;
    Path folder = context.cache().toAbsolutePath().resolve(generator.name());
    this.entry =
        new FrameCache(spark, folder)
            .entry(seed + "-" + Fingerprint.of(generator), generator, seed);
  }

  /** The rows of one or more frames of the same schema, as one frame. */
  public Dataset<Row> frame(StructType schema, String... names) {
    String[] folders =
        Arrays.stream(names)
            .map(name -> entry.resolve(name).toUri().toString())
            .toArray(String[]::new);
    return spark.read().schema(schema).parquet(folders);
  }

  /** What was planted in this seed's frames. */
  public synchronized T truth() {
    if (truth == null) {
      truth = generator.generate(seed).truth();
    }
    return truth;
  }
}
