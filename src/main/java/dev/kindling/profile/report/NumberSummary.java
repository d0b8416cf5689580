package dev.kindling.profile.report;

import org.jspecify.annotations.Nullable;

/**
 * A numeric column. All but the counts of what is not finite is about finite values; a figure that
 * does not exist (the mean of no value, the skewness of a constant) is null.
 *
 * @param mean the mean
 * @param std the sample standard deviation, divided by n − 1
 * @param min the smallest
 * @param quantiles between min and max
 * @param max the largest
 * @param skewness the population skewness m3 / m2^1.5, as Spark's {@code skewness}
 * @param kurtosis the population excess kurtosis m4 / m2² − 3, as Spark's {@code kurtosis}
 * @param zeros cells equal to zero
 * @param zeroShare of all rows
 * @param negative cells below zero
 * @param infinite cells that are Infinity or -Infinity
 * @param nan cells that are NaN, which is a value and not null
 */
public record NumberSummary(
    @Nullable Double mean,
    @Nullable Double std,
    @Nullable Double min,
    Quantiles quantiles,
    @Nullable Double max,
    @Nullable Double skewness,
    @Nullable Double kurtosis,
    long zeros,
    double zeroShare,
    long negative,
    long infinite,
    long nan) {

  /** From numbers of which NaN becomes null, with the share worked out. */
  public static NumberSummary of(
      double mean,
      double std,
      double min,
      Quantiles quantiles,
      double max,
      double skewness,
      double kurtosis,
      long zeros,
      long rows,
      long negative,
      long infinite,
      long nan) {
    return new NumberSummary(
        Finite.orNull(mean),
        Finite.orNull(std),
        Finite.orNull(min),
        quantiles,
        Finite.orNull(max),
        Finite.orNull(skewness),
        Finite.orNull(kurtosis),
        zeros,
        Finite.share(zeros, rows),
        negative,
        infinite,
        nan);
  }
}
