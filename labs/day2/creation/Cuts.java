package day2.creation;

import dev.kindling.data.Values;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The inner limits of buckets, in ascending order. A value that equals a limit belongs to the
 * bucket above it, as a {@code Bucketizer} has it.
 */
record Cuts(double[] limits) {

  static Cuts at(List<Double> limits) {
    return new Cuts(limits.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Equally many values in each bucket. */
  static Cuts equallyFull(Values values, int buckets) {
    return new Cuts(
        inner(buckets).mapToDouble(i -> values.quantile((double) i / buckets)).toArray());
  }

  /** Equally wide buckets from the smallest to the largest value. */
  static Cuts equallyWide(Values values, int buckets) {
    double[] sorted = values.sorted();
    double low = sorted[0];
    double width = (sorted[sorted.length - 1] - low) / buckets;
    return new Cuts(inner(buckets).mapToDouble(i -> low + i * width).toArray());
  }

  /** The number of a bucket; NaN has the one after all others, and null has none. */
  Double bucket(Double value) {
    return bucket(value, limit -> limit <= value);
  }

  /** The same if a value that equals a limit belonged to the bucket below it. */
  Double bucketClosedAbove(Double value) {
    return bucket(value, limit -> limit < value);
  }

  private Double bucket(Double value, DoublePredicate isBelow) {
    if (value == null) {
      return null;
    }
    return value.isNaN()
        ? limits.length + 1.0
        : (double) DoubleStream.of(limits).filter(isBelow).count();
  }

  /**
   * Tells values that fall into the same bucket for all limits whose ranks are within this share of
   * the right ones. Spark's quantiles are up to 0.001 of all ranks off.
   */
  static Predicate<Double> isClear(Values values, int buckets, double share) {
    Cuts low = new Cuts(shifted(values, buckets, -share));
    Cuts high = new Cuts(shifted(values, buckets, share));
    return value ->
        value == null
            || IntStream.range(0, buckets - 1)
                .allMatch(
                    i ->
                        low.limits[i] == high.limits[i]
                            || value < low.limits[i]
                            || value > high.limits[i]);
  }

  private static double[] shifted(Values values, int buckets, double share) {
    return inner(buckets).mapToDouble(i -> values.quantile((double) i / buckets + share)).toArray();
  }

  private static IntStream inner(int buckets) {
    return IntStream.range(1, buckets);
  }
}
