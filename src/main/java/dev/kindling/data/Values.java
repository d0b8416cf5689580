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

  /** How many values are there. */
  public int size() {
    return present.size();
  }

  /** The numbers in the order of the rows. */
  public double[] numbers() {
    return present.stream().mapToDouble(value -> ((Number) value).doubleValue()).toArray();
  }

  /** The numbers in ascending order. */
  public double[] sorted() {
    double[] numbers = numbers();
    Arrays.sort(numbers);
    return numbers;
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

  /**
   * The value at rank {@code 1 + share * (n - 1)}, between two values in proportion where the rank
   * lies between two: Spark's {@code percentile}, pandas' {@code quantile}, type 7 of Hyndman and
   * Fan (1996).
   *
   * @param share from 0 to 1
   */
  public double percentile(double share) {
    double[] sorted = some(sorted());
    double rank = share * (sorted.length - 1);
    int below = (int) Math.floor(rank);
    int above = (int) Math.ceil(rank);
    return below == above
        ? sorted[below]
        : sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
  }

  /** The smallest number; NaN only if there is no other. */
  public double min() {
    return some(sorted())[0];
  }

  /** The largest number; NaN if there is one. */
  public double max() {
    double[] sorted = some(sorted());
    return sorted[sorted.length - 1];
  }

  /** The sum; 0 of no values. */
  public double sum() {
    return Arrays.stream(sorted()).sum();
  }

  /** The arithmetic mean. */
  public double mean() {
    return Arrays.stream(some(sorted())).average().orElseThrow();
  }

  /** The variance of a sample (divided by n - 1); NaN of a single value. */
  public double variance() {
    return squares() / (size() - 1);
  }

  /** The variance of a population (divided by n). */
  public double populationVariance() {
    return squares() / size();
  }

  /** The standard deviation of a sample (divided by n - 1); NaN of a single value. */
  public double sd() {
    return Math.sqrt(variance());
  }

  /**
   * How far the values lean to one side: m3 / m2^1.5 with the central moments of a population, as
   * Spark's {@code skewness}; NaN if all values are equal.
   */
  public double skewness() {
    return moment(3) / Math.pow(moment(2), 1.5);
  }

  private double squares() {
    double mean = mean();
    return present.stream().mapToDouble(v -> square((Number) v, mean)).sum();
  }

  /** A central moment of a population. */
  private double moment(int power) {
    double mean = mean();
    return Arrays.stream(numbers())
        .map(value -> Math.pow(value - mean, power))
        .average()
        .orElseThrow();
  }

  /** How often each value occurs, in the order of the values. */
  public Map<Object, Long> counts() {
    return present.stream()
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  /** The most frequent value; of several, the first in order. */
  public Object mode() {
    return modes().get(0);
  }

  /** The values of which none is more frequent, in order. */
  public List<Object> modes() {
    Map<Object, Long> counts = counts();
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElseThrow(Values::none);
    return counts.keySet().stream().filter(value -> Lookup.of(counts, value) == most).toList();
  }

  private static double square(Number value, double mean) {
    double off = value.doubleValue() - mean;
    return off * off;
  }

  private static double[] some(double[] sorted) {
    if (sorted.length == 0) {
      throw none();
    }
    return sorted;
  }

  private static IllegalStateException none() {
    return new IllegalStateException("There is no value: a column of nulls has no statistics.");
  }
}
