package dev.kindling.data.wine;

/**
 * A column on a common scale, so that the sizes of coefficients can be compared.
 *
 * @param center a usual value
 * @param spread about a standard deviation
 */
public record Scale(double center, double spread) {

  /** Further away than this counts as this far away: nothing gets better without end. */
  public static final double MOST = 1;

  /** The distance from the center in spreads, from -{@link #MOST} to {@link #MOST}. */
  public double of(double value) {
    return Math.max(-MOST, Math.min(MOST, (value - center) / spread));
  }
}
