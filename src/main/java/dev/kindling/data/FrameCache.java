package dev.kindling.data;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generated frames as Parquet files, written once per seed and version of the generator.
 *
 * <p>An entry is written under a name of its own and then renamed, so that neither a second process
 * nor a kill leaves a half-written one; what a kill or an interruption left unfinished is deleted.
 * An entry that somebody damaged later is left alone (another process may be looking at it) and the
 * next free name is taken. There is no lock to get stuck on.
 */
final class FrameCache {

  private static final Logger log = LoggerFactory.getLogger(FrameCache.class);
  private static final String CONTENTS = "contents.txt";

  private final SparkSession spark;
  private final Path folder;
  private final Drafts drafts;

  /**
   * @param folder the folder of the dataset's entries
   */
  FrameCache(SparkSession spark, Path folder) {
    this.spark = spark;
    this.folder = folder;
    this.drafts = new Drafts(folder);
  }

  /**
   * The folder of an entry, with one folder of Parquet files per frame; made first if needed, and
   * once more if that fails.
   *
   * @param key the seed and version, usable as a file name
   * @param generator makes the frames if they are not there
   * @throws NoDataException when it cannot be kept
   */
  <T> Path entry(String key, Generator<T> generator, long seed) {
    try {
      drafts.deleteAbandoned();
      Path entry = firstUsable(key);
      return isComplete(entry) ? entry : make(key, generator.generate(seed).frames());
    } catch (IOException e) {
      throw NoDataException.of(generator.name(), folder, e);
    }
  }

  private Path make(String key, List<Frame> frames) throws IOException {
    try {
      return makeOnce(key, frames);
    } catch (Exception e) { // Spark's checked ones come undeclared
      if (Thread.currentThread().isInterrupted() || isInterruption(e)) {
        throw e;
      }
      log.warn("Making the data in {} failed; trying once more.", folder, e);
      return makeOnce(key, frames);
    }
  }

  private static boolean isInterruption(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException
          || cause instanceof InterruptedIOException
          || cause instanceof ClosedByInterruptException) {
        return true;
      }
    }
    return false;
  }

  private Path makeOnce(String key, List<Frame> frames) throws IOException {
    Path entry = firstUsable(key);
    while (!isComplete(entry)) {
      Path draft = drafts.fresh();
      try {
        new FrameWriter(spark).write(frames, draft);
        Files.writeString(draft.resolve(CONTENTS), contents(draft));
        publish(draft, entry);
      } catch (Throwable e) {
        discard(draft, e);
        throw e;
      }
      entry = firstUsable(key);
    }
    return entry;
  }

  /** The first entry of this key that is complete or does not exist yet. */
  private Path firstUsable(String key) throws IOException {
    Path entry = folder.resolve(key);
    for (int i = 2; Files.exists(entry) && !isComplete(entry); i++) {
      entry = folder.resolve(key + "-" + i);
    }
    return entry;
  }

  private static void publish(Path draft, Path entry) throws IOException {
    try {
      Files.move(draft, entry, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.exists(entry)) {
        throw e;
      }
      // Somebody else was faster, with the same bytes.
      Drafts.delete(draft);
    }
  }

  private void discard(Path draft, Throwable why) {
    new RunningTasks(spark.sparkContext()).awaitEnd();
    try {
      Drafts.delete(draft);
    } catch (IOException e) {
      why.addSuppressed(e);
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
}
