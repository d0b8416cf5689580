package dev.kindling.mlflow;

import dev.kindling.mlflow.rest.MlflowException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder for the time being.
 *
 * @param path of the folder, which exists
 */
record TemporaryFolder(Path path) implements AutoCloseable {

  static TemporaryFolder create() {
    try {
      return new TemporaryFolder(Files.createTempDirectory("kindling-mlflow"));
    } catch (IOException e) {
      throw MlflowException.of(
          "There is no room for temporary files in '%s': free some."
              .formatted(System.getProperty("java.io.tmpdir")),
          e);
    }
  }

  /**
   * Keeps the folder as long as the JVM lives. Its thread inherits nothing: the session of the
   * caller would live as long, with all that was computed in it.
   */
  void removeAtExit() {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(null, this::close, "remove-" + path.getFileName(), 0, false));
  }

  /** Removes what can be removed; the rest is the system's to clean. */
  @Override
  public void close() {
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      return;
    }
  }
}
