package dev.kindling.verify;

import dev.kindling.lab.LabFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds a lesson's Java blocks against the code they are taken from. A block follows a line {@code
 * <!-- code: ImputationLesson.java#medians -->}; the file, among the checks, has the same lines
 * between {@code // region: medians} and {@code // endregion}, and is compiled with the lab.
 */
final class LessonCode {

  private static final Pattern SOURCE =
      Pattern.compile("<!-- code: ([A-Za-z0-9]+\\.java)#(\\S+) -->");

  private final LabFolder folder;

  LessonCode(LabFolder folder) {
    this.folder = folder;
  }

  List<BrokenPromise> broken(List<String> lesson) {
    List<BrokenPromise> broken = new ArrayList<>();
    for (int i = 0; i < lesson.size(); i++) {
      if (lesson.get(i).strip().equals("```java")) {
        String where = "README.md:" + (i + 1);
        List<String> block = block(lesson, i + 1);
        broken.addAll(broken(where, source(lesson, i), block));
      }
    }
    return broken;
  }

  private static List<String> block(List<String> lesson, int from) {
    List<String> block = new ArrayList<>();
    for (int i = from; i < lesson.size() && !lesson.get(i).strip().equals("```"); i++) {
      block.add(lesson.get(i));
    }
    return block;
  }

  /** The last line with text before the block. */
  private static String source(List<String> lesson, int block) {
    for (int i = block - 1; i >= 0; i--) {
      if (!lesson.get(i).isBlank()) {
        return lesson.get(i).strip();
      }
    }
    return "";
  }

  private List<BrokenPromise> broken(String where, String source, List<String> block) {
    Matcher matcher = SOURCE.matcher(source);
    if (!matcher.matches()) {
      return List.of(
          new BrokenPromise(
              where,
              "A Java block says where its code is compiled: '<!-- code: %sLesson.java#name -->' before it."
                  .formatted(folder.name())));
    }
    Path file = folder.checks().resolve(matcher.group(1));
    Optional<List<String>> region = region(file, matcher.group(2));
    if (region.isEmpty()) {
      return List.of(
          new BrokenPromise(
              where, "There is no '// region: %s' in %s.".formatted(matcher.group(2), file)));
    }
    if (!region.get().equals(block)) {
      return List.of(
          new BrokenPromise(
              where,
              "The block differs from the region '%s' of %s, which is:%n%s"
                  .formatted(
                      matcher.group(2), file.getFileName(), String.join("\n", region.get()))));
    }
    return List.of();
  }

  private static Optional<List<String>> region(Path file, String name) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).strip().equals("// region: " + name)) {
          List<String> region = new ArrayList<>();
          for (int j = i + 1; j < lines.size(); j++) {
            if (lines.get(j).strip().equals("// endregion")) {
              return Optional.of(region(region));
            }
            region.add(lines.get(j));
          }
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(file), e);
    }
  }

  /** The lines without the indentation that all of them share. */
  private static List<String> region(List<String> lines) {
    return String.join("\n", lines).stripIndent().lines().map(String::stripTrailing).toList();
  }
}
