package day2.sqlcharts;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A table's rows by column name, for computing without Spark what a query should compute. */
final class Rows {

  private Rows() {}

  static List<Map<String, Object>> of(Table table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<Object> row : table.rows()) {
      Map<String, Object> named = new LinkedHashMap<>();
      for (int i = 0; i < row.size(); i++) {
        named.put(table.columns().get(i), row.get(i));
      }
      rows.add(named);
    }
    return rows;
  }

  /** The rows of each group, in the order in which the groups turn up; null is a group too. */
  static <K, R> Map<K, List<R>> groups(List<R> rows, Function<? super R, ? extends K> key) {
    Map<K, List<R>> groups = new LinkedHashMap<>();
    for (R row : rows) {
      groups.computeIfAbsent(key.apply(row), first -> new ArrayList<>()).add(row);
    }
    return groups;
  }

  /** The numbers that {@code value} finds in the rows, in ascending order, nulls left out. */
  static double[] sorted(
      List<Map<String, Object>> rows, Function<Map<String, Object>, Double> value) {
    return rows.stream()
        .map(value)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .sorted()
        .toArray();
  }

  /** A number of a row as a double, or null. */
  static Double number(Map<String, Object> row, String column) {
    return row.get(column) instanceof Number number ? number.doubleValue() : null;
  }

  /** The mean; null when there is no number. */
  static Double mean(double[] numbers) {
    return numbers.length == 0 ? null : Arrays.stream(numbers).average().orElseThrow();
  }

  /**
   * What Spark's {@code percentile} gives: between two values if need be; null when there is none.
   *
   * @param sorted in ascending order
   * @param share from 0 to 1
   */
  static Double percentile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return null;
    }
    double rank = share * (sorted.length - 1);
    int below = (int) Math.floor(rank);
    int above = (int) Math.ceil(rank);
    return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }
}
