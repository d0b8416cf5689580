package dev.kindling.data.wine;

import dev.kindling.data.LogitScale;
import dev.kindling.data.Lookup;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds the factor of the coefficients and the cuts with which the wines have the wanted shares of
 * qualities, and the good ones can be told from the others as well as wanted and no better.
 */
final class Calibration {

  /** The area under the ROC curve that the true probability of a good wine is expected to have. */
  static final double BEST_AUC = 0.92;

  /** The share of wines that have at least this quality. */
  static final Map<Integer, Double> SHARES =
      Map.of(4, 0.994, 5, 0.96, 6, 0.63, Wines.GOOD, 0.197, 8, 0.032, 9, 0.0025);

  private final LogitScale scale;

  /**
   * @param scores of the wines, with coefficients of which only the proportions count
   */
  Calibration(double... scores) {
    this.scale = new LogitScale(scores);
  }

  /** The factor for the coefficients. */
  double factor() {
    return scale.factor(Lookup.of(SHARES, Wines.GOOD), BEST_AUC);
  }

  /** The cut of each quality. */
  Map<Integer, Double> cuts(double factor) {
    Map<Integer, Double> cuts = new LinkedHashMap<>();
    SHARES.keySet().stream()
        .sorted()
        .forEach(q -> cuts.put(q, scale.cut(factor, Lookup.of(SHARES, q))));
    return cuts;
  }
}
