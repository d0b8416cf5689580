package day2.outliers;

import dev.kindling.data.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Fences in plain Java.
 *
 * @param columns the columns to fence, in order
 * @param k how many interquartile ranges a value may lie beyond a quartile
 */
record Fencing(List<String> columns, double k) {

  /** The fences of all rows, as they should be. */
  List<Fence> learn(Rows train) {
    return columns.stream().map(column -> learn(train, column)).toList();
  }

  Fence learn(Rows train, String column) {
    Values values = train.values(column);
    double first = values.quantile(0.25);
    double third = values.quantile(0.75);
    return new Fence(column, first - k * (third - first), third + k * (third - first));
  }

  /** The fences if each column's outliers are removed before the next column has its turn. */
  List<Fence> learnOneAfterTheOther(Rows train, boolean dropNulls) {
    List<Fence> fences = new ArrayList<>();
    Rows left = train;
    for (String column : columns) {
      Fence fence = learn(left, column);
      fences.add(fence);
      Predicate<Map<String, Object>> dropped =
          row -> isBeyond(row, fence) || (dropNulls && row.get(column) == null);
      left = left.where(dropped.negate());
    }
    return fences;
  }

  /** Whether a row's value is beyond its fence; null never is. */
  static boolean isBeyond(Map<String, Object> row, Fence fence) {
    Double value = Rows.number(row, fence.column());
    return value != null && (value < fence.lower() || value > fence.upper());
  }

  static boolean isBeyondAny(Map<String, Object> row, List<Fence> fences) {
    return fences.stream().anyMatch(fence -> isBeyond(row, fence));
  }

  static boolean isBeyondAll(Map<String, Object> row, List<Fence> fences) {
    return fences.stream().allMatch(fence -> isBeyond(row, fence));
  }

  static boolean lacksAny(Map<String, Object> row, List<Fence> fences) {
    return fences.stream().anyMatch(fence -> row.get(fence.column()) == null);
  }
}
