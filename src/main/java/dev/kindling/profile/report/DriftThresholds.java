package dev.kindling.profile.report;

/**
 * From where on a difference of two frames is worth an alert.
 *
 * @param psi NUMBERS_MOVED: the population stability index of a numeric column is above this
 * @param meanDifference MEAN_MOVED: the difference of means, in standard deviations, is above this
 * @param jensenShannon CATEGORIES_MOVED: the Jensen–Shannon distance of categories is above this
 * @param missing MISSING_MOVED: the shares of missing cells differ by more
 */
public record DriftThresholds(
    double psi, double meanDifference, double jensenShannon, double missing) {

  /** The usual ones. */
  public static DriftThresholds defaults() {
    return new DriftThresholds(0.2, 0.25, 0.2, 0.05);
  }
}
