package dev.kindling.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A checkout made of a few lines of text, for tests of what becomes of sources. */
final class SourceFolder {

  private static final Path SAMPLE = Path.of("src/test/resources/sample");

  private final Path root;

  SourceFolder(Path root) {
    this.root = root;
  }

  /** The sample lab, whole. */
  static SourceFolder withSample(Path root) {
    SourceFolder folder = new SourceFolder(root);
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        folder.write(SAMPLE.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  Path root() {
    return root;
  }

  Path write(String file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String file, byte[] content) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      return Files.write(path, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces text that must be there. */
  void edit(String file, String from, String to) {
    try {
      String text = Files.readString(root.resolve(file));
      if (!text.contains(from)) {
        throw new IllegalArgumentException("'%s' is not in %s.".formatted(from, file));
      }
      write(file, text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
