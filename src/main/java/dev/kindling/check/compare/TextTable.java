package dev.kindling.check.compare;

import java.util.ArrayList;
import java.util.List;

/** Columns aligned with spaces, numbers to the right; no line ends in a space. */
final class TextTable {

  private final List<List<String>> rows = new ArrayList<>();
  private List<Boolean> right = List.of();

  void header(List<String> names, List<Boolean> numbers) {
    rows.add(List.copyOf(names));
    right = List.copyOf(numbers);
  }

  void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  /** A line that is no row. */
  void line(String text) {
    rows.add(List.of(text));
  }

  @Override
  public String toString() {
    int[] widths = new int[right.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size() && row.size() == widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).codePointCount(0, row.get(i).length()));
      }
    }
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < rows.size(); line++) {
      text.append(line(rows.get(line), widths)).append('\n');
      if (line == 0) {
        text.append(rule(widths)).append('\n');
      }
    }
    return text.toString();
  }

  private String line(List<String> row, int[] widths) {
    if (row.size() != widths.length) {
      return String.join("", row);
    }
    List<String> padded = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      String space = " ".repeat(widths[i] - cell.codePointCount(0, cell.length()));
      padded.add(right.get(i) ? space + cell : cell + space);
    }
    return String.join(" | ", padded).stripTrailing();
  }

  private static String rule(int[] widths) {
    List<String> dashes = new ArrayList<>();
    for (int width : widths) {
      dashes.add("-".repeat(width));
    }
    return String.join("-|-", dashes);
  }
}
