package dev.kindling.compile;

import dev.kindling.lab.LabId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Folders of compiled classes, kept by the hash of what made them. A folder appears whole, by
 * rename, or not at all; the folders of older versions of the same thing are deleted.
 */
final class ClassCache {

  private final Path folder;
  private final String build;

  ClassCache(Path folder, String build) {
    this.folder = folder;
    this.build = build;
  }

  String key(List<Path> sources) {
    return Sources.hash(build, sources);
  }

  Path folder(LabId lab, String what, String key) {
    return folder.resolve(lab.group() + "-" + lab.name() + "-" + what).resolve(key);
  }

  /**
   * Fills a folder.
   *
   * @param target from {@link #folder}
   * @param work writes into the folder it is handed and says whether that is worth keeping
   */
  void fill(Path target, Predicate<Path> work) {
    try {
      Path parent = target.resolveSibling("");
      Files.createDirectories(parent);
      Path fresh = Files.createTempDirectory(parent, ".new-");
      try {
        if (!work.test(fresh)) {
          return;
        }
        deleteOthers(parent, fresh);
        try {
          Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
          // Another process was faster, with the same content.
          if (!Files.isDirectory(target)) {
            throw e;
          }
        }
      } finally {
        delete(fresh);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot keep compiled classes in '%s': free some disk space, or make the folder writable."
              .formatted(target.getParent()),
          e);
    }
  }

  /** Older versions go; folders another process is filling are left alone for a while. */
  private static void deleteOthers(Path parent, Path fresh) throws IOException {
    long recent = System.currentTimeMillis() - 60_000;
    try (Stream<Path> entries = Files.list(parent)) {
      for (Path entry : entries.toList()) {
        if (!entry.equals(fresh) && Files.getLastModifiedTime(entry).toMillis() < recent) {
          delete(entry);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(entry);
      }
    }
  }
}
