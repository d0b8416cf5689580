package day2.onehot;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The levels of a column in the order of their indices, in plain Java.
 *
 * @param column the column
 * @param names the levels, the one with index 0 first
 */
record Levels(String column, List<String> names) {

  /** As it should be: the most frequent first, ties in alphabetical order. */
  static Levels of(Rows rows, String column) {
    Map<String, Long> counts = counts(rows, column);
    return sorted(
        rows,
        column,
        Comparator.comparing((String level) -> -counts.get(level))
            .thenComparing(Comparator.naturalOrder()));
  }

  static Levels alphabetical(Rows rows, String column) {
    return sorted(rows, column, Comparator.naturalOrder());
  }

  static Levels rareFirst(Rows rows, String column) {
    Map<String, Long> counts = counts(rows, column);
    return sorted(
        rows,
        column,
        Comparator.comparing((String level) -> counts.get(level))
            .thenComparing(Comparator.naturalOrder()));
  }

  private static Levels sorted(Rows rows, String column, Comparator<String> order) {
    return new Levels(column, counts(rows, column).keySet().stream().sorted(order).toList());
  }

  private static Map<String, Long> counts(Rows rows, String column) {
    return rows.cells().stream()
        .map(row -> (String) row.get(column))
        .filter(Objects::nonNull)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  int size() {
    return names.size();
  }

  /** The index of a row's level; the number of levels for null and for a level not learned. */
  double index(Map<String, Object> row) {
    return knows(row) ? names.indexOf((String) row.get(column)) : size();
  }

  boolean knows(Map<String, Object> row) {
    String level = (String) row.get(column);
    return level != null && names.contains(level);
  }
}
