package dev.kindling.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Generated frames as Parquet files, written once per seed and version of the generator.
 *
 * <p>An entry is written under a name of its own and then renamed, so that neither a second process
 * nor a kill leaves a half-written one. An entry that somebody damaged later is left alone (another
 * process may be looking at it) and the next free name is taken. There is no lock to get stuck on.
 */
final class FrameCache {

  private static final String CONTENTS = "contents.txt";

  /** Below this, a second file would only be a second task. */
  private static final int ROWS_OF_ONE_FILE = 1000;

  private final SparkSession spark;
  private final Path folder;

  /**
   * @param folder the folder of the dataset's entries
   */
  FrameCache(SparkSession spark, Path folder) {
    this.spark = spark;
    this.folder = folder;
  }

  /**
   * The folder of an entry, with one folder of Parquet files per frame; made first if needed.
   *
   * @param key the seed and version, usable as a file name
   * @param generator makes the frames if they are not there
   */
  <T> Path entry(String key, Generator<T> generator, long seed) {
    try {
      Path entry = firstUsable(key);
      while (!isComplete(entry)) {
        Path draft = folder.resolve("draft-" + UUID.randomUUID());
        write(generator.generate(seed).frames(), draft);
        publish(draft, entry);
        entry = firstUsable(key);
      }
      return entry;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The dataset '%s' cannot be kept in '%s': check that the folder can be written and the disk has room."
              .formatted(generator.name(), folder),
          e);
    }
  }

  /** The first entry of this key that is complete or does not exist yet. */
  private Path firstUsable(String key) throws IOException {
    Path entry = folder.resolve(key);
    for (int i = 2; Files.exists(entry) && !isComplete(entry); i++) {
      entry = folder.resolve(key + "-" + i);
    }
    return entry;
  }

  private void write(List<Frame> frames, Path draft) throws IOException {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    for (Frame frame : frames) {
      List<Row> rows = frame.rows();
      int files = rows.size() < ROWS_OF_ONE_FILE ? 1 : 2;
      spark
          .createDataFrame(context.parallelize(rows, files), frame.schema())
          .write()
          .option("compression", "none") // small data: no native codec to unpack and load
          .parquet(draft.resolve(frame.name()).toUri().toString());
    }
    Files.writeString(draft.resolve(CONTENTS), contents(draft));
  }

  private static void publish(Path draft, Path entry) throws IOException {
    try {
      Files.move(draft, entry, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      delete(draft);
      if (!Files.exists(entry)) {
        throw e;
      }
      // Somebody else was faster, with the same bytes.
    }
  }

  private static boolean isComplete(Path entry) throws IOException {
    Path contents = entry.resolve(CONTENTS);
    return Files.isRegularFile(contents) && Files.readString(contents).equals(contents(entry));
  }

  /** The names and sizes of an entry's files, one a line. */
  private static String contents(Path entry) throws IOException {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> files = Files.walk(entry)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).sorted().toList()) {
        if (Files.isRegularFile(file)) {
          String name = entry.relativize(file).toString().replace('\\', '/');
          text.append(name).append(' ').append(Files.size(file)).append('\n');
        }
      }
    }
    return text.toString();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
