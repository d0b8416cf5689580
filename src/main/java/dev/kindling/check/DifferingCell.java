package dev.kindling.check;

import dev.kindling.check.compare.CellText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a frame that is not as expected, with the rows it stands in.
 *
 * @param expectedRow the expected row, by column
 * @param row the row that came, by column
 * @param column the column that differs
 */
public record DifferingCell(
    Map<String, Object> expectedRow, Map<String, Object> row, String column) {

  private static final String ROW = "row.";

  /** What was expected in the cell; may be null. */
  public @Nullable Object expected() {
    return expectedRow.get(column);
  }

  /** What came; may be null. */
  public @Nullable Object yours() {
    return row.get(column);
  }

  /** What came, as a number; NaN if it is none. */
  public double number() {
    return yours() instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** Whether the cell lies in this column. */
  public boolean isIn(String name) {
    return column.equals(name);
  }

  /**
   * The words with the cell's own in braces: {@code {column}}, {@code {yours}}, {@code {expected}},
   * whatever the columns of the frame are called, and each cell of the row that came by its column:
   * {@code {price}} or {@code {row.price}}. The longer form is for columns that are called like one
   * of the three. Braces may stand in braces, as in {@code {{column}_written}}, and a value with
   * braces in it stays as it is.
   */
  String in(String words) {
    StringBuilder said = new StringBuilder();
    int from = 0;
    for (int open = words.indexOf('{'); open >= 0; open = words.indexOf('{', from)) {
      int close = closing(words, open);
      boolean alone = close < 0;
      said.append(words, from, open)
          .append(alone ? "{" : meant(in(words.substring(open + 1, close))));
      from = alone ? open + 1 : close + 1;
    }
    return said.append(words.substring(from)).toString();
  }

  private static int closing(String words, int open) {
    int depth = 0;
    for (int i = open; i < words.length(); i++) {
      depth += words.charAt(i) == '{' ? 1 : words.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private String meant(String name) {
    String cell = name.startsWith(ROW) ? name.substring(ROW.length()) : name;
    return switch (name) {
      case "column" -> column;
      case "yours" -> CellText.inSentence(yours());
      case "expected" -> CellText.inSentence(expected());
      default -> row.containsKey(cell) ? CellText.inSentence(row.get(cell)) : "{" + name + "}";
    };
  }
}
