package dev.kindling.check.compare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tolerance of each column.
 *
 * @param others for columns that are not named
 * @param named for single columns
 */
public record Tolerances(Tolerance others, Map<String, Tolerance> named) {

  public static final Tolerances DEFAULT = new Tolerances(Tolerance.DEFAULT, Map.of());

  public Tolerances {
    named = Map.copyOf(named);
  }

  /** These tolerances with another one for every column that is not named. */
  public Tolerances within(Tolerance tolerance) {
    return new Tolerances(tolerance, named);
  }

  /** These tolerances with another one for one column. */
  public Tolerances within(String column, Tolerance tolerance) {
    Map<String, Tolerance> more = new HashMap<>(named);
    more.put(column, tolerance);
    return new Tolerances(others, more);
  }

  /**
   * Makes sure that every tolerance has its column.
   *
   * @throws IllegalArgumentException if a name is misspelt, and its tolerance would do nothing
   */
  public void requireNamesOf(List<String> columns) {
    for (String name : named.keySet()) {
      if (!columns.contains(name)) {
        throw new IllegalArgumentException(
            "A tolerance is given for '%s', but the expected columns are %s: correct the name."
                .formatted(name, ColumnWords.quoted(columns)));
      }
    }
  }

  public Tolerance of(String column) {
    return named.getOrDefault(column, others);
  }
}
