package dev.kindling.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A small table of plain Java values: what a check expects, what a generator makes, what a learner
 * is shown. Values are null, String, Boolean, numbers, java.time types, or lists of these. A table
 * never changes; every operation returns another one.
 *
 * @param columns the column names, in order
 * @param rows one list of values per row, in the order of {@code columns}
 * @param types the declared types, by column; a column that is not there takes its type from its
 *     values
 */
public record Table(List<String> columns, List<List<Object>> rows, Map<String, ColumnType> types) {

  /**
   * @throws IllegalArgumentException if a row has too few or too many values, or one that does not
   *     fit the type of its column
   */
  public Table {
    columns = List.copyOf(columns);
    Map<String, ColumnType> declared = new LinkedHashMap<>(types);
    declared.keySet().retainAll(columns);
    types = Collections.unmodifiableMap(declared);
    List<List<Object>> copy = new ArrayList<>(rows.size());
    for (List<Object> row : rows) {
      copy.add(TypedValue.row(row, copy.size() + 1, columns, types));
    }
    rows = Collections.unmodifiableList(copy);
  }

  /** A table whose columns take their types from their values. */
  public Table(List<String> columns, List<List<Object>> rows) {
    this(columns, rows, Map.of());
  }

  /**
   * Reads a table that is written down, with a bar between cells. The first line names the columns
   * and their types ({@link ColumnType}):
   *
   * <pre>{@code
   * Table.parse("""
   *     id:long | city:string | price:double | scores:array<int>
   *     1       | Bern        | 12.5         | [1, 2]
   *     2       | null        | NaN          | []
   *     3       | ' '         | null         | null
   *     """)
   * }</pre>
   *
   * Blank lines and blanks around a value do not count; a text that is empty, begins with a quote,
   * holds a bar, has blanks at its ends or reads {@code null} stands in quotes, single or double. A
   * timestamp without a zone is in UTC. A vector is a list of doubles. Digits may be grouped:
   * {@code 30_000.0}.
   *
   * @throws IllegalArgumentException if the text is no such table: a sentence with line and column
   */
  public static Table parse(String text) {
    return TableText.parse(text);
  }

  /**
   * A table without rows; add a few with {@link #row}, and many with {@link #builder}.
   *
   * @param heads names, each with a type if it should be declared: {@code price} or {@code
   *     price:double}
   */
  public static Table of(String... heads) {
    return builder(heads).build();
  }

  /** A table that grows row by row, in linear time; {@code heads} as for {@link #of}. */
  public static TableBuilder builder(String... heads) {
    return new TableBuilder(List.of(heads));
  }

  /** This table with one more row. It copies all rows: for many use {@link #builder}. */
  public Table row(Object... values) {
    List<List<Object>> more = new ArrayList<>(rows);
    more.add(Arrays.asList(values));
    return with(more);
  }

  public int size() {
    return rows.size();
  }

  /** A row, counted from 0. */
  public TableRow at(int index) {
    return new TableRow(places(), rows.get(index));
  }

  /** The only row. */
  public TableRow only() {
    if (rows.size() != 1) {
      throw new IllegalStateException("There is not one row but %d.".formatted(size()));
    }
    return at(0);
  }

  /** The rows, in order. */
  public Stream<TableRow> stream() {
    Map<String, Integer> places = places();
    return rows.stream().map(row -> new TableRow(places, row));
  }

  /** What a function makes of each row, in order; it may be null. */
  public <V> List<V> map(Function<TableRow, ? extends V> value) {
    List<V> values = new ArrayList<>(rows.size());
    stream().forEach(row -> values.add(value.apply(row)));
    return Collections.unmodifiableList(values);
  }

  /** All values of one column. */
  public List<Object> column(String name) {
    int index = place(name);
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

  /**
   * One column as doubles.
   *
   * @throws IllegalArgumentException if a value is null or no number
   */
  public double[] numbers(String column) {
    return stream().mapToDouble(row -> row.number(column)).toArray();
  }

  /**
   * Some columns as doubles, one array per row.
   *
   * @throws IllegalArgumentException if a value is null or no number
   */
  public double[][] numbers(List<String> names) {
    return stream()
        .map(row -> names.stream().mapToDouble(row::number).toArray())
        .toArray(double[][]::new);
  }

  /** For looking up: what stands in one column where another has a value; the last if several. */
  public Map<Object, Object> lookup(String keyColumn, String valueColumn) {
    Map<Object, Object> found = new LinkedHashMap<>();
    stream().forEach(row -> found.put(row.get(keyColumn), row.get(valueColumn)));
    return found;
  }

  /** The rows in which {@code column} has this value, which may be null. */
  public Table where(String column, @Nullable Object value) {
    Object wanted = Join.comparable(value);
    place(column);
    return where(row -> Objects.equals(Join.comparable(row.get(column)), wanted));
  }

  /** The rows of which a condition holds. */
  public Table where(Predicate<TableRow> condition) {
    return with(stream().filter(condition).map(TableRow::values).toList());
  }

  /** The rows without a null in these columns; in any column if none is named. */
  public Table complete(String... names) {
    List<String> needed = names.length == 0 ? columns : List.of(names);
    return where(row -> needed.stream().noneMatch(row::isNull));
  }

  /** The first rows, at most this many. */
  public Table head(int count) {
    return with(rows.subList(0, Math.min(count, rows.size())));
  }

  /** The rows without those that were there before. */
  public Table distinct() {
    return with(List.copyOf(new LinkedHashSet<>(rows)));
  }

  /** The rows in the order of some columns, upwards: null first, NaN last; equal ones stay. */
  public Table sortBy(String... names) {
    return sorted(new ValueOrder(), names);
  }

  /** The same downwards: NaN first, null last. */
  public Table sortByDescending(String... names) {
    return sorted(new ValueOrder().reversed(), names);
  }

  private Table sorted(Comparator<Object> order, String... names) {
    List<String> by = List.of(names);
    by.forEach(this::place);
    return with(
        stream()
            .sorted(Comparator.comparing(row -> row.key(by), order))
            .map(TableRow::values)
            .toList());
  }

  /** Some columns, in this order. */
  public Table select(String... names) {
    return select(List.of(names));
  }

  /** Some columns, in this order. */
  public Table select(List<String> names) {
    names.forEach(this::place);
    return new Table(names, stream().map(row -> row.key(names)).toList(), types);
  }

  /** All columns but these. */
  public Table drop(String... names) {
    List<String> dropped = List.of(names);
    dropped.forEach(this::place);
    return select(columns.stream().filter(column -> !dropped.contains(column)).toList());
  }

  /** The same values with another name for one column. */
  public Table rename(String from, String to) {
    List<String> renamed = new ArrayList<>(columns);
    renamed.set(place(from), to);
    if (!from.equals(to) && columns.contains(to)) {
      throw new IllegalArgumentException(
          "Column '%s' cannot be called '%s': there is one of that name.".formatted(from, to));
    }
    Map<String, ColumnType> declared = new LinkedHashMap<>(types);
    Optional.ofNullable(declared.remove(from)).ifPresent(type -> declared.put(to, type));
    return new Table(renamed, rows, declared);
  }

  /**
   * One more column, or other values in one that is there.
   *
   * @param head its name, with a type if it should be declared: {@code total} or {@code
   *     total:double}
   * @param value its value in a row, which may be null
   */
  public Table with(String head, Function<TableRow, ?> value) {
    return with(head, map(value));
  }

  /** The same with given values, one per row. */
  public Table with(String head, List<?> values) {
    if (values.size() != rows.size()) {
      throw new IllegalArgumentException(
          "Column '%s' has %d values for %d rows: give one per row."
              .formatted(head, values.size(), rows.size()));
    }
    return put(ColumnHead.of(head), values);
  }

  private Table put(ColumnHead column, List<?> values) {
    int place = columns.indexOf(column.name());
    List<String> names = new ArrayList<>(columns);
    if (place < 0) {
      names.add(column.name());
    }
    List<List<Object>> changed = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      List<Object> cells = new ArrayList<>(rows.get(i));
      if (place < 0) {
        cells.add(values.get(i));
      } else {
        cells.set(place, values.get(i));
      }
      changed.add(cells);
    }
    Map<String, ColumnType> declared = new LinkedHashMap<>(types);
    declared.remove(column.name());
    column.type().ifPresent(type -> declared.put(column.name(), type));
    return new Table(names, changed, declared);
  }

  /** Each value of a column changed; null is a value, too. The declared type stays. */
  public Table change(String column, UnaryOperator<Object> change) {
    List<Object> changed = new ArrayList<>(column(column));
    changed.replaceAll(change);
    return put(new ColumnHead(column, Optional.ofNullable(types.get(column))), changed);
  }

  /**
   * The rows of both, those of the other below; columns are matched by name.
   *
   * @throws IllegalArgumentException if they do not have the same columns
   */
  public Table union(Table other) {
    if (other.columns.size() != columns.size() || !other.columns.containsAll(columns)) {
      throw new IllegalArgumentException(
          "A table with the columns %s cannot be put under one with %s: give both the same."
              .formatted(other.columns, columns));
    }
    List<List<Object>> both = new ArrayList<>(rows);
    both.addAll(other.select(columns).rows);
    return with(both);
  }

  /**
   * Each pair of a row here and a row of {@code other} that agree in {@code key}: the columns of
   * this table, then the others of that. Null agrees with nothing.
   */
  public Table join(Table other, String... key) {
    return new Join(this, other, List.of(key)).rows(false);
  }

  /** The same, and a row that agrees with none stays, with nulls. */
  public Table leftJoin(Table other, String... key) {
    return new Join(this, other, List.of(key)).rows(true);
  }

  /** The rows in groups that share the values of some columns; without a column, one group. */
  public Groups groupBy(String... key) {
    List<String> names = List.of(key);
    names.forEach(this::place);
    return new Groups(this, names);
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

  private Table with(List<List<Object>> others) {
    return new Table(columns, others, types);
  }

  private int place(String name) {
    int index = columns.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "There is no column '%s'; there are %s.".formatted(name, columns));
    }
    return index;
  }

  private Map<String, Integer> places() {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (String column : columns) {
      places.putIfAbsent(column, places.size());
    }
    return places;
  }
}
