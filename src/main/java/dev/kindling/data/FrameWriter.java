package dev.kindling.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Writes frames as Parquet files. */
final class FrameWriter {

  /** Below this, a second file would only be a second task. */
  private static final int ROWS_OF_ONE_FILE = 1000;

  private final SparkSession spark;

  FrameWriter(SparkSession spark) {
    this.spark = spark;
  }

  /**
   * Writes each frame into a folder of its name.
   *
   * @param draft the folder of these folders
   * @throws IOException when the disk does not take it; Spark wraps that in errors of its own
   */
  void write(List<Frame> frames, Path draft) throws IOException {
    try {
      frames.forEach(frame -> write(frame, draft.resolve(frame.name())));
    } catch (Exception e) { // Spark's checked ones come undeclared
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof IOException said) {
          throw said;
        }
      }
      throw e;
    }
  }

  private void write(Frame frame, Path folder) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<Row> rows = frame.rows();
    int files = rows.size() < ROWS_OF_ONE_FILE ? 1 : 2;
    spark
        .createDataFrame(context.parallelize(rows, files), frame.schema())
        .write()
        .option("compression", "none") // small data: no native codec to unpack and load
        .parquet(folder.toUri().toString());
  }
}
