package dev.kindling.gutter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Removes a temporary folder when the JVM ends. */
record FolderRemoval(Path folder) implements Runnable {

  @Override
  public void run() {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | RuntimeException e) {
      // Spark removes its own files at the same time; what both miss is the system's to clean.
      return;
    }
  }
}
