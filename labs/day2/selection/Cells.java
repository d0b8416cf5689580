package day2.selection;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.List;

/** Parts of tables in plain Java. */
final class Cells {

  private Cells() {}

  /** A column of numbers. */
  static double[] numbers(Table table, String column) {
    return table.column(column).stream().mapToDouble(Cells::number).toArray();
  }

  static double number(Object cell) {
    return ((Number) cell).doubleValue();
  }

  /** Both tables' rows; they have the same columns. */
  static Table union(Table one, Table other) {
    List<List<Object>> rows = new ArrayList<>(one.rows());
    rows.addAll(other.rows());
    return new Table(one.columns(), rows);
  }

  /** Some columns of a table. */
  static Table select(Table table, List<String> columns) {
    int[] indices = columns.stream().mapToInt(table.columns()::indexOf).toArray();
    List<List<Object>> rows = new ArrayList<>();
    for (List<Object> row : table.rows()) {
      List<Object> cells = new ArrayList<>();
      for (int index : indices) {
        cells.add(row.get(index));
      }
      rows.add(cells);
    }
    return new Table(columns, rows);
  }

  /** Names as a message shows them. */
  static String names(List<String> columns) {
    return columns.isEmpty() ? "none" : "`" + String.join("`, `", columns) + "`";
  }
}
