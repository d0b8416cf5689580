package dev.kindling.profile.report;

import org.jspecify.annotations.Nullable;

/**
 * Values below which a share of a column lies. Each is a value of the column: the smallest one with
 * at least that share at or below it.
 *
 * @param q05 of 5 percent
 * @param q25 the lower quartile
 * @param q50 the (lower) median
 * @param q75 the upper quartile
 * @param q95 of 95 percent
 * @param rankError how far the share may be off at most, such as 0.0004: then q50 has between 49.96
 *     and 50.04 percent at or below it; 0 when exact
 */
public record Quantiles(
    @Nullable Double q05,
    @Nullable Double q25,
    @Nullable Double q50,
    @Nullable Double q75,
    @Nullable Double q95,
    double rankError) {

  /** The shares, in order. */
  public static double[] shares() {
    return new double[] {0.05, 0.25, 0.5, 0.75, 0.95};
  }

  /** From values in the order of the shares; NaN becomes null. */
  public static Quantiles of(double[] values, double rankError) {
    return new Quantiles(
        Finite.orNull(values[0]),
        Finite.orNull(values[1]),
        Finite.orNull(values[2]),
        Finite.orNull(values[3]),
        Finite.orNull(values[4]),
        rankError);
  }
}
