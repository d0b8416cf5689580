package dev.kindling.tracking.artifacts;

import dev.kindling.tracking.protocol.ErrorCode;
import dev.kindling.tracking.protocol.TrackingException;
import dev.kindling.tracking.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Receives files: first beside all others, then moved to their place in one step, so that a broken
 * upload leaves nothing and nobody reads half a file.
 */
final class Uploads {

  /** Opens a file to write. */
  @FunctionalInterface
  interface Opener {
    OutputStream open(Path file) throws IOException;
  }

  private static final String NAME = ".uploads";
  private static final int CHUNK = 1 << 16;

  /** An upload that nothing was added to for so long has lost its server. */
  private static final Duration STALE = Duration.ofHours(1);

  private final Path folder;
  private final Opener opener;

  private Uploads(Path folder, Opener opener) {
    this.folder = folder;
    this.opener = opener;
  }

  /** Makes room for uploads in a folder of artifacts, and removes what a killed server left. */
  static Uploads in(Path root, Opener opener) throws IOException {
    Path folder = root.resolve(NAME);
    if (Files.isSymbolicLink(folder)) {
      Files.delete(folder);
    }
    Files.createDirectories(folder);
    Instant stale = Instant.now().minus(STALE);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
      for (Path file : left) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(stale)) {
          Files.deleteIfExists(file);
        }
      }
    }
    return new Uploads(folder, opener);
  }

  /** Whether a path is in the place of uploads, which is nobody's artifact. */
  static boolean isReserved(Path root, Path path) {
    return path.startsWith(root)
        && path.getNameCount() > root.getNameCount()
        && path.getName(root.getNameCount()).toString().toLowerCase(Locale.ROOT).equals(NAME);
  }

  /**
   * Receives a file.
   *
   * @param place asked when the file is complete, because links may have come since
   */
  void receive(InputStream content, Supplier<Path> place) {
    // No temporary file of the JDK's, which only its owner may read, also when it is moved.
    Path file = folder.resolve(UUID.randomUUID().toString());
    try {
      // Somebody may have tidied up since the start.
      Files.createDirectories(folder);
      try (OutputStream out = opener.open(file)) {
        copy(content, out);
      }
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Path target = place.get();
      Files.createDirectories(target.getParent());
      Files.move(
          file, place.get(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(e);
    } finally {
      discard(file);
    }
  }

  private static void copy(InputStream content, OutputStream out) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int count = read(content, chunk); count >= 0; count = read(content, chunk)) {
      out.write(chunk, 0, count);
    }
  }

  /** Reads on; that the client has gone is no fault of the disk. */
  private static int read(InputStream content, byte[] chunk) {
    try {
      return content.read(chunk);
    } catch (IOException e) {
      throw new TrackingException(
          ErrorCode.BAD_REQUEST,
          "The upload broke off, so nothing was written: send the file again.");
    }
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException left) {
      // It is out of everybody's way, and removed when a server starts.
    }
  }

  private StoreException unwritable(IOException e) {
    String reason =
        e instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : String.valueOf(e.getMessage());
    String text = reason.toLowerCase(Locale.ROOT);
    if (text.contains("no space left")
        || text.contains("not enough space")
        || text.contains("quota")) {
      return new StoreException(
          "The disk is full, so nothing was written: free some space and send the file again.", e);
    }
    return new StoreException(
        "The folder '%s' for artifacts cannot be written, so nothing was: make it writable and send the file again."
            .formatted(folder.getParent()),
        e);
  }
}
