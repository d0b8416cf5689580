package dev.kindling.check.errors;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One provoked error as it is kept on file: the translation, the learner's line in source text
 * (line numbers would change with every edit), and the raw first line of each error in the chain.
 *
 * @param text the whole file
 */
record Golden(String text) {

  /** Rewrites the files instead of comparing with them; each must then be read by eye. */
  static final boolean REWRITE = Boolean.getBoolean("kindling.goldens.rewrite");

  private static final Path SOURCES = Path.of("src/test/java");

  static Golden of(Throwable error, Translation translation, Path scratch) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("rule: " + translation.rule().orElse("(none)"));
    lines.add("line: " + source(translation.line()));
    lines.add("said: " + translation.said());
    lines.add("next: " + translation.nextStep());
    for (Throwable link = error; link != null; link = link.getCause()) {
      lines.add("raw:  " + (link.getClass().getSimpleName() + ": " + firstLine(link)).strip());
    }
    return new Golden(stable(String.join("\n", lines), scratch) + "\n");
  }

  /** The names of the golden files of a folder, without their ending. */
  static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString().replaceFirst("\\.txt$", ""))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String source(Optional<SourceLine> line) throws IOException {
    if (line.isEmpty()) {
      return "(none)";
    }
    SourceLine found = line.get();
    String folder = found.className().replaceFirst("\\.[^.]*$", "").replace('.', '/');
    Path file = SOURCES.resolve(folder).resolve(found.file());
    return found.file() + ": " + Files.readAllLines(file).get(found.line() - 1).strip();
  }

  private static String firstLine(Throwable error) {
    String message = error.getMessage() == null ? "" : error.getMessage().strip();
    return message.lines().findFirst().orElse("");
  }

  /** Takes out what differs from run to run: folders, numbers of tasks, addresses, times. */
  private static String stable(String text, Path scratch) {
    return text.replaceAll("(?:file:/*)?" + scratch.toString() + "/[\\w.]+", "<folder>")
        .replaceAll("Lambda\\$\\d+/0x[0-9a-f]+", "Lambda")
        .replaceAll("Lambda/0x[0-9a-f]+", "Lambda")
        .replaceAll("ClassLoader @[0-9a-f]+", "ClassLoader")
        .replaceAll("([A-Za-z]+)_[0-9a-f]{12}(?![0-9a-z])", "$1_<uid>")
        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(-c\\d+)?", "<uuid>")
        .replaceAll("\\b[0-9a-f]{32}\\b", "<id>")
        .replaceAll("in stage \\d+\\.0 ", "in stage <n> ")
        .replaceAll(
            "\\(TID \\d+\\) \\([^ )]* executor driver\\)", "(TID <n>) (<host> executor driver)")
        .replaceAll("Broadcast\\(\\d+\\)", "Broadcast(<n>)")
        .replaceAll(" at (\\w+)\\.java:\\d+\\)", " at $1.java:<n>)")
        .replaceAll("(?<=\\w)#\\d+L?\\b", "#<n>")
        .replaceAll("\\b20[23]\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)?", "<now>");
  }
}
