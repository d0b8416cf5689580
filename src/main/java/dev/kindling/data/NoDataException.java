package dev.kindling.data;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A dataset cannot be kept on this machine; the message says why, and what to do next. */
public final class NoDataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Less than this is a full disk: Spark writes more than the data alone. */
  private static final long FULL_BYTES = 64L * 1024 * 1024;

  private NoDataException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * @param dataset its name
   * @param folder where it was to be kept
   * @param cause what the system said
   */
  static NoDataException of(String dataset, Path folder, IOException cause) {
    return new NoDataException(
        "The dataset '%s' cannot be kept in '%s': %s, then run this again."
            .formatted(dataset, folder, problem(folder, cause)),
        cause);
  }

  private static String problem(Path folder, IOException cause) {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      return "'%s' is a file and no folder; move it away".formatted(there);
    }
    if (!Files.isWritable(there)) {
      return "'%s' cannot be written; change its permissions".formatted(there);
    }
    long left = bytesLeft(there);
    if (left < FULL_BYTES) {
      return "its disk has only %d MB left; free some".formatted(left >> 20);
    }
    return "the system says '%s'; put that right".formatted(words(cause));
  }

  private static long bytesLeft(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException unknown) {
      return Long.MAX_VALUE;
    }
  }

  private static @Nullable String words(IOException cause) {
    return cause instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : cause.getMessage();
  }

  /**
   * Throws the one that is behind an error, if one is.
   *
   * @param error what went wrong, or null
   */
  public static void rethrow(@Nullable Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof NoDataException missing) {
        throw missing;
      }
    }
  }
}
