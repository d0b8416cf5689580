package dev.kindling.workbench;

import dev.kindling.result.Json;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Who the running workbench is, in a file that only the user can read: the token in it opens the
 * service.
 *
 * @param pid its process
 * @param port where it listens, on loopback
 * @param token what a caller must show
 * @param build the build that runs
 * @param tracking the tracking server that it was told to use, or an empty text for its own
 */
record Registration(long pid, int port, String token, String build, String tracking) {

  /** Writes the file; it appears whole or not at all. */
  void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Path fresh = Files.createTempFile(file.getParent(), "workbench", ".new");
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(fresh, Json.line(this));
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /**
   * The workbench that the file names, if its process lives; a file left by a kill counts as none.
   */
  static Optional<Registration> read(Path file) {
    return parse(file)
        .filter(found -> ProcessHandle.of(found.pid()).filter(ProcessHandle::isAlive).isPresent());
  }

  private static Optional<Registration> parse(Path file) {
    try {
      return Optional.ofNullable(Json.read(Files.readString(file), Registration.class));
    } catch (IOException missingOrTorn) {
      return Optional.empty();
    }
  }

  /** Deletes the file if it is still this workbench's. */
  void delete(Path file) throws IOException {
    if (parse(file).filter(found -> found.pid() == pid).isPresent()) {
      Files.deleteIfExists(file);
    }
  }
}
