package dev.kindling.data;

import java.util.Objects;
import java.util.function.Function;

/**
 * What a group of rows becomes in one column.
 *
 * @param column the name of the new column, with a type if it should be declared: {@code
 *     mean:double}
 * @param of the value of a group, which may be null
 */
public record Aggregate(String column, Function<Table, ?> of) {

  public Aggregate {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(of, "of");
  }

  /** Any value of a group. */
  public static Aggregate of(String column, Function<Table, ?> value) {
    return new Aggregate(column, value);
  }

  /** The number of rows, a long. */
  public static Aggregate count(String column) {
    return new Aggregate(column + ":long", group -> (long) group.size());
  }

  /**
   * A statistic of the values of a column that are there; null, as in SQL, if there are none.
   *
   * @param from the column that it is a statistic of
   */
  public static Aggregate of(String column, String from, Function<Values, ?> statistic) {
    return new Aggregate(
        column,
        group -> {
          Values values = group.values(from);
          return values.present().isEmpty() ? null : statistic.apply(values);
        });
  }
}
