package dev.kindling.repository;

import dev.kindling.lab.Catalogue;
import dev.kindling.lab.LabEntry;
import dev.kindling.lab.LabInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code labs/README.md}: all labs by day, with what each takes. */
final class CourseMap {

  private static final String HEAD =
      """
      # Course map

      Each lab is a folder with a lesson, a contract and checks. `./lab start NAME` puts the starter into
      `work/`, `./lab watch NAME` judges every save; `./lab` alone says what comes next.

      <!-- Generated from the labs themselves: ./mvnw test -Dtest=CourseMapTest -Dkindling.goldens.rewrite=true -->
      """;

  private static final String TABLE =
      """

      ## %s

      | Lab | Title | Minutes | Tasks | Data |
      |---|---|---:|---:|---|
      """;

  private final Path root;

  /**
   * @param root the checkout, to link a dataset's card when there is one
   */
  CourseMap(Path root) {
    this.root = root;
  }

  String render(Catalogue catalogue) {
    StringBuilder text = new StringBuilder(HEAD);
    int day = -1;
    for (LabEntry lab : catalogue.labs()) {
      LabInfo info = lab.info();
      if (info.day() != day) {
        day = info.day();
        text.append(TABLE.formatted(day == 0 ? "Projects" : "Day " + day));
      }
      text.append(row(info)).append('\n');
    }
    return text.toString();
  }

  private String row(LabInfo info) {
    return "| [%s](%s/README.md) | %s | %d | %d | %s |"
        .formatted(
            info.id().name(),
            info.id(),
            info.title(),
            info.minutes(),
            info.tasks().size(),
            info.data().stream().map(this::dataset).collect(Collectors.joining(", ")));
  }

  /** A dataset's package is called as the folder of its card. */
  private String dataset(String className) {
    Path packages = root.resolve("src/main/java/dev/kindling/data");
    try (Stream<Path> folders = Files.list(packages)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve(className + ".java")))
          .map(folder -> folder.getFileName().toString())
          .filter(name -> Files.exists(root.resolve("datasets/%s/README.md".formatted(name))))
          .map("[%s](../datasets/%%s/README.md)".formatted(className)::formatted)
          .findFirst()
          .orElse(className);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
