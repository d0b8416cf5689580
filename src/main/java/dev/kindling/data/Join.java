package dev.kindling.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two tables joined on equal keys, as SQL joins: each pair of rows that agree is a row; null agrees
 * with nothing. Whole numbers agree whatever their type is.
 */
final class Join {

  private final Table left;
  private final Table right;
  private final List<String> key;

  /** The columns that the right table adds. */
  private final List<String> added;

  Join(Table left, Table right, List<String> key) {
    if (key.isEmpty()) {
      throw new IllegalArgumentException("A join needs a key: name a column of both tables.");
    }
    this.left = left;
    this.right = right;
    this.key = key;
    this.added = right.columns().stream().filter(column -> !key.contains(column)).toList();
    for (String column : added) {
      if (left.columns().contains(column)) {
        throw new IllegalArgumentException(
            "Both tables have a column '%s' that is not in the key %s: drop or rename it in one of them."
                .formatted(column, key));
      }
    }
  }

  /**
   * The joined table.
   *
   * @param outer whether a row of the left that agrees with none stays, with nulls
   */
  Table rows(boolean outer) {
    Map<List<Object>, List<TableRow>> partners = new HashMap<>();
    right.stream()
        .forEach(row -> partners.computeIfAbsent(key(row), k -> new ArrayList<>()).add(row));
    List<List<Object>> rows = new ArrayList<>();
    left.stream()
        .forEach(
            row -> {
              List<Object> wanted = key(row);
              List<TableRow> found =
                  wanted.contains(null) ? List.of() : partners.getOrDefault(wanted, List.of());
              for (TableRow partner : found) {
                rows.add(joined(row, partner.key(added)));
              }
              if (outer && found.isEmpty()) {
                rows.add(joined(row, java.util.Collections.nCopies(added.size(), null)));
              }
            });
    List<String> columns = new ArrayList<>(left.columns());
    columns.addAll(added);
    Map<String, ColumnType> types = new LinkedHashMap<>(right.types());
    types.putAll(left.types());
    return new Table(columns, rows, types);
  }

  private List<Object> key(TableRow row) {
    return row.key(key).stream()
        .map(Join::comparable)
        .collect(ArrayList::new, List::add, List::addAll);
  }

  /** Equal for an int and a long that are the same number. */
  static @Nullable Object comparable(@Nullable Object value) {
    return value instanceof Integer || value instanceof Short || value instanceof Byte
        ? (Object) ((Number) value).longValue()
        : value;
  }

  private static List<Object> joined(TableRow row, List<Object> more) {
    List<Object> cells = new ArrayList<>(row.values());
    cells.addAll(more);
    return cells;
  }
}
