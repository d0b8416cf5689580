package dev.kindling.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The rows of a table in groups of equal key, in the order in which the keys turn up; null is a key
 * like any other. Without a key, all rows are one group. Made by {@link Table#groupBy}.
 */
public final class Groups {

  private final Table table;
  private final List<String> key;
  private final Map<List<Object>, Table> byKey = new LinkedHashMap<>();

  Groups(Table table, List<String> key) {
    this.table = table;
    this.key = List.copyOf(key);
    Map<List<Object>, List<List<Object>>> rows = new LinkedHashMap<>();
    if (key.isEmpty()) {
      rows.put(List.of(), new ArrayList<>());
    }
    table.stream()
        .forEach(
            row -> rows.computeIfAbsent(row.key(key), k -> new ArrayList<>()).add(row.values()));
    rows.forEach(
        (values, members) -> byKey.put(values, new Table(table.columns(), members, table.types())));
  }

  /** The rows of each key. */
  public Map<List<Object>, Table> tables() {
    return Collections.unmodifiableMap(byKey);
  }

  /** A row per group: its key, then what the group becomes in each new column. */
  public Table agg(Aggregate... aggregates) {
    List<String> columns = new ArrayList<>(key);
    Map<String, ColumnType> types = new LinkedHashMap<>(table.types());
    for (Aggregate aggregate : aggregates) {
      ColumnHead head = ColumnHead.of(aggregate.column());
      columns.add(head.name());
      types.remove(head.name());
      head.type().ifPresent(type -> types.put(head.name(), type));
    }
    List<List<Object>> rows = new ArrayList<>();
    byKey.forEach(
        (values, group) -> {
          List<Object> cells = new ArrayList<>(values);
          for (Aggregate aggregate : aggregates) {
            cells.add(aggregate.of().apply(group));
          }
          rows.add(cells);
        });
    return new Table(columns, rows, types);
  }

  /**
   * Each group changed by itself, such as numbered or cut to its first rows, and all of them put
   * under each other again.
   */
  public Table each(UnaryOperator<Table> change) {
    return byKey.values().stream()
        .map(change)
        .reduce(Table::union)
        .orElseGet(() -> change.apply(table));
  }
}
