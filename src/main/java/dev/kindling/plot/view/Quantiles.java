package dev.kindling.plot.view;

/**
 * Quantiles as Vega and Spark's {@code percentile} compute them: between the two nearest values.
 */
final class Quantiles {

  private Quantiles() {}

  /**
   * @param sorted ascending, at least one
   * @param share from 0 to 1
   */
  static double of(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
