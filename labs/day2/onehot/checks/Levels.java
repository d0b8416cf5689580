package day2.onehot.checks;

import dev.kindling.data.Aggregate;
import dev.kindling.data.Table;
import dev.kindling.data.TableRow;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The levels of a column in the order of their indices, and what they become, in plain Java.
 *
 * @param column the column
 * @param names the levels, the one with index 0 first
 */
record Levels(String column, List<Object> names) {

  /** The most frequent level of some rows first, ties in alphabetical order; null is no level. */
  static Levels of(Table rows, String column) {
    return new Levels(
        column,
        rows.complete(column)
            .groupBy(column)
            .agg(Aggregate.count("count"))
            .sortBy(column)
            .sortByDescending("count")
            .column(column));
  }

  int size() {
    return names.size();
  }

  boolean knows(TableRow row) {
    return names.contains(row.get(column));
  }

  /** The index of a row's level; the number of levels for null and for a level not learned. */
  double index(TableRow row) {
    return knows(row) ? names.indexOf(row.get(column)) : size();
  }

  List<Double> slots(TableRow row) {
    return IntStream.range(0, size()).mapToObj(i -> i == index(row) ? 1.0 : 0.0).toList();
  }
}
