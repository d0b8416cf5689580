package dev.kindling.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A copy of the sample lab that can be broken in one way and made whole again. */
final class SampleCopy {

  static final String CONTRACT = "labs/day9/sample/SampleLab.java";
  static final String CHECKS = "labs/day9/sample/checks/SampleChecks.java";
  static final String EXAMPLES = "labs/day9/sample/checks/SampleExamples.java";
  static final String LESSON = "labs/day9/sample/README.md";
  static final String LESSON_CODE = "labs/day9/sample/checks/SampleLesson.java";
  static final String STARTER = "starters/day9/sample/Sample.java";
  static final String SOLUTION = "solutions/day9/sample/SampleSolution.java";
  static final String MISTAKES = "solutions/day9/sample/SampleMistakes.java";
  static final String VARIANTS = "solutions/day9/sample/SampleVariants.java";

  private static final Path SAMPLE = Path.of("src/test/resources/sample");

  private final Path root;

  SampleCopy(Path root) {
    this.root = root;
    restore();
  }

  Path root() {
    return root;
  }

  /** Makes it whole again. */
  void restore() {
    try (Stream<Path> files = Files.walk(SAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        write(SAMPLE.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the first place where a text stands; it must be there. */
  SampleCopy edit(String file, String from, String to) {
    try {
      String text = Files.readString(root.resolve(file));
      int at = text.indexOf(from);
      if (at < 0) {
        throw new IllegalArgumentException("'%s' is not in %s.".formatted(from, file));
      }
      write(file, text.substring(0, at) + to + text.substring(at + from.length()));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String file) {
    try {
      Files.delete(root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
