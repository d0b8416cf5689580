package dev.kindling.data;

import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
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

  private final DataContext context;
  private final Generator<T> generator;
  private final Path entry;

  /** Finds the frames of the context's seed, or makes them: that is the only time a job runs. */
  public GeneratedData(DataContext context, Generator<T> generator) {
    this.context = context;
    this.generator = generator;
    Path folder = context.cache().toAbsolutePath().resolve(generator.name());
    this.entry =
        new FrameCache(context.spark(), folder)
            .entry(context.seed() + "-" + Fingerprint.of(generator), generator, context.seed());
  }

  /** The rows of one or more frames of the same schema, as one frame. */
  public Dataset<Row> frame(StructType schema, String... names) {
    String[] folders =
        Arrays.stream(names)
            .map(name -> entry.resolve(name).toUri().toString())
            .toArray(String[]::new);
    return context.spark().read().schema(schema).parquet(folders);
  }

  /** What was planted in this seed's frames. */
  public T truth() {
    return context.truths().of(generator, context.seed());
  }
}
