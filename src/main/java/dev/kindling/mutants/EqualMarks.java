package dev.kindling.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The marks of a lab: {@code equal-mutants.tsv} beside its solution, a change in each row.
 *
 * @param marks the rows that can be read
 * @param problems what is wrong with the others, a sentence by row
 */
public record EqualMarks(List<EqualMark> marks, SortedMap<Integer, String> problems) {

  public static final String FILE = "equal-mutants.tsv";

  private static final List<String> COLUMNS = List.of("method", "change", "line", "reason");

  public EqualMarks {
    marks = List.copyOf(marks);
  }

  /**
   * Reads the marks of a lab.
   *
   * @param folder the sources of the solution; where the file is missing, nothing is marked
   */
  public static EqualMarks in(Path folder) {
    Path file = folder.resolve(FILE);
    List<EqualMark> marks = new ArrayList<>();
    SortedMap<Integer, String> problems = new TreeMap<>();
    List<String> lines = Files.exists(file) ? lines(file) : List.of();
    for (int row = 1; row <= lines.size(); row++) {
      List<String> cells = List.of(lines.get(row - 1).split("\t", -1));
      if (row == 1 && !cells.equals(COLUMNS)) {
        problems.put(
            row, "The first row must be the names of the columns: " + String.join(", ", COLUMNS));
      } else if (row > 1
          && (cells.size() != COLUMNS.size() || cells.stream().anyMatch(String::isBlank))) {
        problems.put(
            row,
            "'%s' has not the four cells %s, with a tab between them."
                .formatted(lines.get(row - 1), String.join(", ", COLUMNS)));
      } else if (row > 1) {
        marks.add(new EqualMark(row, cells.get(0), cells.get(1), cells.get(2), cells.get(3)));
      }
    }
    return new EqualMarks(marks, problems);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read %s.".formatted(file), e);
    }
  }
}
