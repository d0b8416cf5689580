package dev.kindling.data;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Statistics of one column in plain Java, independent of Spark. Nulls never count.
 *
 * @param present the values that are not null
 */
public record Values(List<Object> present) {

  public Values {
    present = present.stream().filter(Objects::nonNull).toList();
  }

  /** The numbers in ascending order. */
  public double[] sorted() {
    return present.stream().mapToDouble(value -> ((Number) value).doubleValue()).sorted().toArray();
  }

  /** The value in the middle; of an even number of values, halfway between the middle two. */
  public double median() {
    double[] sorted = sorted();
    int half = some(sorted).length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /**
   * Whether everything that calls itself a median agrees: the values at all ranks within this share
   * of the middle are the same. Spark's Imputer finds a value whose rank is up to 0.001 off.
   *
   * @param share a share of all values, such as 0.005
   */
  public boolean medianIsClear(double share) {
    double[] sorted = some(sorted());
    int away = (int) Math.ceil(share * sorted.length) + 1;
    int low = Math.max(0, sorted.length / 2 - away);
    int high = Math.min(sorted.length - 1, sorted.length / 2 + away);
    return sorted[low] == sorted[high];
  }

  /**
   * The value at rank {@code ceil(share * n)}, counted from 1: always one of the values, as Spark's
   * {@code approxQuantile} with a relative error of 0.
   *
   * @param share from 0 to 1
   */
  public double quantile(double share) {
    double[] sorted = some(sorted());
    int rank = (int) Math.ceil(share * sorted.length);
    return sorted[Math.max(1, rank) - 1];
  }

  /** The arithmetic mean. */
  public double mean() {
    return Arrays.stream(some(sorted())).average().orElseThrow();
  }

  /** The standard deviation of a sample (divided by n - 1). */
  public double sd() {
    double mean = mean();
    double squares = present.stream().mapToDouble(v -> square((Number) v, mean)).sum();
    return Math.sqrt(squares / (present.size() - 1));
  }

  /** How often each value occurs, in the order of the values. */
  public Map<Object, Long> counts() {
    return present.stream()
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  /** The most frequent value; of several, the first in order. */
  public Object mode() {
    Map<Object, Long> counts = counts();
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElseThrow();
    return counts.keySet().stream().filter(v -> counts.get(v) == most).findFirst().orElseThrow();
  }

  private static double square(Number value, double mean) {
    double off = value.doubleValue() - mean;
    return off * off;
  }

  private static double[] some(double[] sorted) {
    if (sorted.length == 0) {
      throw new IllegalStateException("There is no value: a column of nulls has no statistics.");
    }
    return sorted;
  }
}
