package day2.outliers;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A table's rows by column name, for computing without Spark what Spark should compute.
 *
 * @param columns the column names, in order
 * @param cells one map from column to value per row
 */
record Rows(List<String> columns, List<Map<String, Object>> cells) {

  static Rows of(Table table) {
    List<Map<String, Object>> cells = new ArrayList<>();
    for (List<Object> values : table.rows()) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int i = 0; i < values.size(); i++) {
        row.put(table.columns().get(i), values.get(i));
      }
      cells.add(row);
    }
    return new Rows(table.columns(), cells);
  }

  Table table() {
    return new Table(
        columns, cells.stream().map(row -> columns.stream().map(row::get).toList()).toList());
  }

  int size() {
    return cells.size();
  }

  /** The numbers of a column; nulls left out. */
  Values values(String column) {
    return new Values(cells.stream().map(row -> row.get(column)).toList());
  }

  Rows select(List<String> some) {
    return new Rows(some, cells);
  }

  Rows where(Predicate<Map<String, Object>> condition) {
    return new Rows(columns, cells.stream().filter(condition).toList());
  }

  /** These rows and, after them, others with the same columns. */
  Rows and(Rows others) {
    List<Map<String, Object>> both = new ArrayList<>(cells);
    both.addAll(others.cells);
    return new Rows(columns, both);
  }

  /** The rows with one more column, or with another value in one that they have. */
  Rows with(String column, Function<Map<String, Object>, Object> value) {
    Set<String> names = new LinkedHashSet<>(columns);
    names.add(column);
    List<Map<String, Object>> changed = new ArrayList<>();
    for (Map<String, Object> row : cells) {
      Map<String, Object> copy = new LinkedHashMap<>(row);
      copy.put(column, value.apply(row));
      changed.add(copy);
    }
    return new Rows(List.copyOf(names), changed);
  }

  /** A cell as a number; null stays null. */
  static Double number(Map<String, Object> row, String column) {
    Number value = (Number) row.get(column);
    return value == null ? null : value.doubleValue();
  }
}
