package day2.imputation;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A table's rows by column name, for computing without Spark what Spark should compute. */
final class NamedRows {

  private NamedRows() {}

  static List<Map<String, Object>> of(Table table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<Object> row : table.rows()) {
      Map<String, Object> named = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        named.put(table.columns().get(i), row.get(i));
      }
      rows.add(named);
    }
    return rows;
  }

  /** The rows as a table; all of them have the columns of the first. */
  static Table table(List<Map<String, Object>> rows) {
    return new Table(
        List.copyOf(rows.get(0).keySet()),
        rows.stream().map(row -> (List<Object>) new ArrayList<>(row.values())).toList());
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

  /** Both tables' rows; they have the same columns. */
  static Table union(Table one, Table other) {
    List<List<Object>> rows = new ArrayList<>(one.rows());
    rows.addAll(other.rows());
    return new Table(one.columns(), rows);
  }

  /** The rows without a null in any of these columns. */
  static Table complete(Table table, List<String> columns) {
    return new Table(
        table.columns(),
        NamedRows.of(table).stream()
            .filter(row -> columns.stream().map(row::get).noneMatch(Objects::isNull))
            .map(row -> (List<Object>) new ArrayList<>(row.values()))
            .toList());
  }
}
