package dev.kindling.plot.view;

/**
 * What the shades of a heat map mean.
 *
 * @param low the value of shade 0
 * @param high the value of shade 1
 * @param diverging whether the middle is a zero with two sides, as in correlations
 * @param title what the shades show
 */
public record Shading(double low, double high, boolean diverging, String title) {

  /** The shade of a value. */
  double of(double value) {
    return high > low ? Math.max(0, Math.min(1, (value - low) / (high - low))) : 0.5;
  }
}
