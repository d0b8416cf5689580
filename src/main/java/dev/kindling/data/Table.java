package dev.kindling.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A small table of plain Java values: what a check expects, what a generator makes, what a learner
 * is shown. Values are null, String, Boolean, Integer, Long, Double, java.time types, or lists of
 * these.
 *
 * @param columns the column names, in order
 * @param rows one list of values per row, in the order of {@code columns}
 */
public record Table(List<String> columns, List<List<Object>> rows) {

  public Table {
    columns = List.copyOf(columns);
    int width = columns.size();
    List<List<Object>> copy = new ArrayList<>(rows.size());
    for (List<Object> row : rows) {
      if (row.size() != width) {
        throw new IllegalArgumentException(
            "A row has %d values but there are %d columns: %s".formatted(row.size(), width, row));
      }
      copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
    }
    rows = Collections.unmodifiableList(copy);
  }

  /** A table without rows; add them with {@link #row}. */
  public static Table of(String... columns) {
    return new Table(List.of(columns), List.of());
  }

  /** This table with one more row. */
  public Table row(Object... values) {
    List<List<Object>> more = new ArrayList<>(rows);
    more.add(Arrays.asList(values));
    return new Table(columns, more);
  }

  public int size() {
    return rows.size();
  }

  /** All values of one column. */
  public List<Object> column(String name) {
    int index = columns.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "There is no column '%s'; there are %s.".formatted(name, columns));
    }
    List<Object> values = new ArrayList<>(rows.size());
    for (List<Object> row : rows) {
      values.add(row.get(index));
    }
    return values;
  }

  /** The values of one column, for statistics; nulls left out. */
  public Values values(String name) {
    return new Values(column(name));
  }

  /** The rows in which {@code column} has this value, which may be null. */
  public Table where(String column, Object value) {
    List<Object> cells = column(column);
    List<List<Object>> chosen = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (Objects.equals(cells.get(i), value)) {
        chosen.add(rows.get(i));
      }
    }
    return new Table(columns, chosen);
  }

  /**
   * This table of one row as a table of two columns: the name and the value of each of its columns.
   */
  public Table tall(String nameColumn, String valueColumn) {
    if (rows.size() != 1) {
      throw new IllegalStateException(
          "Only a table of one row can be made tall; this one has %d rows.".formatted(size()));
    }
    List<List<Object>> tall = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      tall.add(Arrays.asList(columns.get(i), rows.get(0).get(i)));
    }
    return new Table(List.of(nameColumn, valueColumn), tall);
  }
}
