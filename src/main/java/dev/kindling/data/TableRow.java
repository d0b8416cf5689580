package dev.kindling.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a {@link Table}, read by the names of its columns.
 *
 * @param places the place of each column among the values
 * @param values the values, in the order of the columns
 */
public record TableRow(Map<String, Integer> places, List<Object> values) {

  /**
   * The value, which may be null.
   *
   * @throws IllegalArgumentException if there is no such column
   */
  public Object get(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException(
          "There is no column '%s'; there are %s.".formatted(column, places.keySet()));
    }
    return values.get(place);
  }

  public boolean isNull(String column) {
    return get(column) == null;
  }

  /** A text, or null. */
  public @Nullable String text(String column) {
    return typed(column, String.class, "text");
  }

  /**
   * A number of any type as a double.
   *
   * @throws IllegalArgumentException if it is null or no number
   */
  public double number(String column) {
    return present(column, numberOrNull(column));
  }

  /** A number of any type as a double, or null. */
  public @Nullable Double numberOrNull(String column) {
    Number number = typed(column, Number.class, "number");
    return number == null ? null : number.doubleValue();
  }

  /**
   * A whole number of any type.
   *
   * @throws IllegalArgumentException if it is null, no number, or not whole
   */
  public long whole(String column) {
    Number number = present(column, typed(column, Number.class, "number"));
    if (number.doubleValue() != number.longValue()) {
      throw new IllegalArgumentException(
          "The '%s' of row %s is %s, which is not whole.".formatted(column, values, number));
    }
    return number.longValue();
  }

  /**
   * Yes or no.
   *
   * @throws IllegalArgumentException if it is null or neither
   */
  public boolean flag(String column) {
    return present(column, typed(column, Boolean.class, "boolean"));
  }

  /** A day, or null. */
  public @Nullable LocalDate date(String column) {
    return typed(column, LocalDate.class, "date");
  }

  /** A moment, or null. */
  public @Nullable Instant time(String column) {
    return typed(column, Instant.class, "timestamp");
  }

  /**
   * The elements of a vector or of a list of numbers.
   *
   * @throws IllegalArgumentException if it is null or holds something else
   */
  public double[] vector(String column) {
    List<?> elements = present(column, typed(column, List.class, "list"));
    return elements.stream()
        .mapToDouble(element -> cast(column, element, Number.class, "number").doubleValue())
        .toArray();
  }

  /** The values of some columns, which may be null: a key that rows of a group share. */
  public List<Object> key(List<String> columns) {
    List<Object> key = new ArrayList<>(columns.size());
    columns.forEach(column -> key.add(get(column)));
    return key;
  }

  private <V> @Nullable V typed(String column, Class<V> type, String what) {
    Object value = get(column);
    return value == null ? null : cast(column, value, type, what);
  }

  private <V> V cast(String column, Object value, Class<V> type, String what) {
    if (!type.isInstance(value)) {
      throw new IllegalArgumentException(
          "The '%s' of row %s is no %s but '%s' (%s)."
              .formatted(
                  column,
                  values,
                  what,
                  value,
                  value == null ? "null" : value.getClass().getSimpleName()));
    }
    return type.cast(value);
  }

  private <V> V present(String column, @Nullable V value) {
    if (value == null) {
      throw new IllegalArgumentException(
          "The '%s' of row %s is null: ask isNull first.".formatted(column, values));
    }
    return value;
  }
}
