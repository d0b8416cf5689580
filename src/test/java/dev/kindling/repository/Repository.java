package dev.kindling.repository;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The checkout that these tests are about; Maven runs tests in its root. */
final class Repository {

  static final Path ROOT = Path.of("").toAbsolutePath();

  private static final Set<String> NOT_OURS = Set.of(".git", ".kindling", "target", "work");

  private Repository() {}

  /** The text of a file, with the path from the root. */
  static String text(String file) {
    return text(ROOT.resolve(file));
  }

  /** The text of a file; empty when it is binary. */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (MalformedInputException binary) {
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file that a clone may hold, as paths from the root. */
  static List<Path> files() {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              boolean top = ROOT.equals(folder.getParent());
              return top && NOT_OURS.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              files.add(ROOT.relativize(file));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
