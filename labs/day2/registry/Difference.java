package day2.registry;

/**
 * Something in which two versions of a model differ.
 *
 * @param kind {@code param} or {@code metric} of the runs that made the versions, or {@code input}:
 *     a column that the model takes
 * @param key the name of the param, the metric or the column
 * @param first what the first version has: the param, the metric as {@code Double.toString} writes
 *     it, or the type of the column, such as {@code double}; empty if it has none
 * @param second the same of the second version
 */
public record Difference(String kind, String key, String first, String second) {

  @Override
  public String toString() {
    return "%s %s: '%s' / '%s'".formatted(kind, key, first, second);
  }
}
