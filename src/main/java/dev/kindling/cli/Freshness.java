package dev.kindling.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Tells whether Kindling's own sources are newer than the jar that runs, so that the launcher
 * builds again. Labs do not count: they are compiled when they are used.
 */
final class Freshness {

  /** The exit status that asks the launcher to build and to call again. */
  static final int STALE = 75;

  private static final List<String> SOURCES = List.of("pom.xml", ".mvn", "src/main");

  private Freshness() {}

  /**
   * @param root the checkout
   * @param jar what runs; a folder of classes, as in an IDE, is never stale
   */
  static boolean isStale(Path root, Path jar) {
    if (!Files.isRegularFile(jar)) {
      return false;
    }
    try {
      long built = Files.getLastModifiedTime(jar).toMillis();
      for (String source : SOURCES) {
        if (Files.exists(root.resolve(source)) && newerThan(root.resolve(source), built)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot look at the sources in %s.".formatted(root), e);
    }
  }

  private static boolean newerThan(Path source, long built) throws IOException {
    boolean[] newer = new boolean[1];
    Files.walkFileTree(
        source,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            // A folder's own time tells of files that were deleted.
            return look(attributes);
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return look(attributes);
          }

          private FileVisitResult look(BasicFileAttributes attributes) {
            newer[0] = attributes.lastModifiedTime().toMillis() > built;
            return newer[0] ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
          }
        });
    return newer[0];
  }
}
