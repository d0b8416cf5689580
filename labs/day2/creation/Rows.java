package day2.creation;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A table's rows by column name, for computing without Spark what Spark should compute. All rows
 * have the columns of the first.
 */
record Rows(List<Map<String, Object>> cells) {

  static Rows of(Table table) {
    List<Map<String, Object>> cells = new ArrayList<>();
    for (List<Object> values : table.rows()) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int i = 0; i < values.size(); i++) {
        row.put(table.columns().get(i), values.get(i));
      }
      cells.add(row);
    }
    return new Rows(cells);
  }

  Table table() {
    return new Table(
        columns(),
        cells.stream().map(row -> (List<Object>) new ArrayList<>(row.values())).toList());
  }

  List<String> columns() {
    return List.copyOf(cells.get(0).keySet());
  }

  int size() {
    return cells.size();
  }

  /** The numbers of a column; nulls left out. */
  Values values(String column) {
    return new Values(cells.stream().map(row -> row.get(column)).toList());
  }

  Rows select(String... columns) {
    return each(row -> row.keySet().retainAll(List.of(columns)));
  }

  Rows where(Predicate<Map<String, Object>> condition) {
    return new Rows(cells.stream().filter(condition).toList());
  }

  /** These rows and, after them, others with the same columns. */
  Rows and(Rows others) {
    List<Map<String, Object>> both = new ArrayList<>(cells);
    both.addAll(others.cells);
    return new Rows(both);
  }

  /** Copies of the rows, each changed in the same way. */
  Rows each(Consumer<Map<String, Object>> change) {
    List<Map<String, Object>> changed = new ArrayList<>();
    for (Map<String, Object> row : cells) {
      Map<String, Object> copy = new LinkedHashMap<>(row);
      change.accept(copy);
      changed.add(copy);
    }
    return new Rows(changed);
  }

  /** A cell as a number; null stays null. */
  static Double number(Map<String, Object> row, String column) {
    Number value = (Number) row.get(column);
    return value == null ? null : value.doubleValue();
  }
}
