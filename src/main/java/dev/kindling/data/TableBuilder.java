package dev.kindling.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table that grows row by row; made by {@link Table#builder}. */
public final class TableBuilder {

  private final List<String> columns = new ArrayList<>();
  private final Map<String, ColumnType> types = new LinkedHashMap<>();
  private final List<List<Object>> rows = new ArrayList<>();

  TableBuilder(List<String> heads) {
    for (String text : heads) {
      ColumnHead head = ColumnHead.of(text);
      columns.add(head.name());
      head.type().ifPresent(type -> types.put(head.name(), type));
    }
  }

  /** Adds a row, in constant time. */
  public TableBuilder row(Object... values) {
    rows.add(Arrays.asList(values.clone()));
    return this;
  }

  /**
   * The table of the rows so far.
   *
   * @throws IllegalArgumentException if a row has too few or too many values, or one of them is not
   *     of its column's type
   */
  public Table build() {
    return new Table(columns, rows, types);
  }
}
