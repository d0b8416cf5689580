package dev.kindling.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines of the sources in a folder. */
final class SourceText {

  private final Path folder;
  private final Map<String, List<String>> files = new HashMap<>();

  SourceText(Path folder) {
    this.folder = folder;
  }

  /**
   * A line of a source.
   *
   * @param file the simple name of a source
   * @param number from 1
   * @return the line without the white space around it; empty when there is none
   */
  String line(String file, int number) {
    List<String> lines = files.computeIfAbsent(file, this::read);
    return number < 1 || number > lines.size() ? "" : lines.get(number - 1).strip();
  }

  /** The first line from {@code number} on that holds a text; {@code number} when none does. */
  int find(String file, int number, String text) {
    int last = files.computeIfAbsent(file, this::read).size();
    for (int at = number; at <= last; at++) {
      if (line(file, at).contains(text)) {
        return at;
      }
    }
    return number;
  }

  private List<String> read(String file) {
    try {
      return Files.readAllLines(folder.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(folder.resolve(file)), e);
    }
  }
}
