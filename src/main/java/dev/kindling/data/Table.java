package dev.kindling.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

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
}
