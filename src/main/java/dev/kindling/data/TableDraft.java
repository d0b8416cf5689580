package dev.kindling.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/**
 * A table in the making: columns are filled one after another, each from a random stream of its own
 * and, if it likes, from the columns that are already there.
 */
public final class TableDraft {

  private static final int MOST_ATTEMPTS = 1000;

  private final Streams streams;
  private final int size;
  private final Map<String, Object[]> columns = new LinkedHashMap<>();

  public TableDraft(Streams streams, int size) {
    this.streams = streams;
    this.size = size;
  }

  /** Fills a column from the stream of its name. */
  public void fill(String column, BiFunction<Cells, Draws, Object> value) {
    columns.put(column, values(streams.draws(column), value));
  }

  /**
   * Fills a column as {@link #fill} does, with the next stream until the draft is good: for a
   * property that must hold for every seed, not for most.
   */
  public void fillUntil(
      String column, BiFunction<Cells, Draws, Object> value, Predicate<TableDraft> good) {
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      columns.put(column, values(streams.draws(column + "#" + attempt), value));
      if (good.test(this)) {
        return;
      }
    }
    throw new IllegalStateException(
        "Column '%s' of dataset '%s' came out wrong %d times with seed %d: make what it must fulfil more likely."
            .formatted(column, streams.dataset(), MOST_ATTEMPTS, streams.seed()));
  }

  /** The cells of a row, counted from 0. */
  public Cells row(int index) {
    return new Cells(columns, index);
  }

  /**
   * Chosen rows as a table; a row may be chosen more than once.
   *
   * @param names the columns of the table
   * @param cell what a row shows in a column, given the row and the column
   */
  public Table table(List<String> names, BiFunction<Cells, String, Object> cell, int... rows) {
    List<List<Object>> result = new ArrayList<>(rows.length);
    for (int row : rows) {
      Cells cells = row(row);
      List<Object> values = new ArrayList<>(names.size());
      for (String name : names) {
        values.add(cell.apply(cells, name));
      }
      result.add(values);
    }
    return new Table(names, result);
  }

  private Object[] values(Draws draws, BiFunction<Cells, Draws, Object> value) {
    Object[] values = new Object[size];
    for (int row = 0; row < size; row++) {
      values[row] = value.apply(row(row), draws);
    }
    return values;
  }

  /**
   * The cells of one row that are filled so far.
   *
   * @param columns the values by column
   * @param index the row, counted from 0
   */
  public record Cells(Map<String, Object[]> columns, int index) {

    /** The value, which may be null. */
    public Object get(String column) {
      return column(column)[index];
    }

    public String text(String column) {
      return (String) get(column);
    }

    /** An integer; fails if the value is null or of another type. */
    public int whole(String column) {
      return (Integer) get(column);
    }

    /** A number of any type as a double; fails if the value is null. */
    public double number(String column) {
      return ((Number) get(column)).doubleValue();
    }

    private Object[] column(String name) {
      Object[] values = columns.get(name);
      if (values == null) {
        throw new IllegalArgumentException(
            "Column '%s' is not filled yet; there are %s.".formatted(name, columns.keySet()));
      }
      return values;
    }
  }
}
