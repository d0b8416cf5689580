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
   * and each column of the row that came by its name.
   */
  String in(String words) {
    String said =
        words
            .replace("{column}", column)
            .replace("{yours}", CellText.of(yours()))
            .replace("{expected}", CellText.of(expected()));
    for (Map.Entry<String, Object> cell : row.entrySet()) {
      said = said.replace("{" + cell.getKey() + "}", CellText.of(cell.getValue()));
    }
    return said;
  }
}
