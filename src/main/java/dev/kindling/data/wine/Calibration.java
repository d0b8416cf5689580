package dev.kindling.data.wine;

import dev.kindling.data.Lookup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

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

  private static final int HALVINGS = 30;
  private static final double STRONGEST = 8;
  private static final double FURTHEST_CUT = 60;

  private final double[] scores;

  /**
   * @param scores of the wines, with coefficients of which only the proportions count
   */
  Calibration(double... scores) {
    this.scores = scores.clone();
  }

  /** The factor for the coefficients. */
  double factor() {
    return rootOfRising(
        factor -> ExpectedAuc.of(probabilities(factor, cut(factor, Wines.GOOD))) - BEST_AUC,
        0.1,
        STRONGEST);
  }

  /** The cut of each quality. */
  Map<Integer, Double> cuts(double factor) {
    Map<Integer, Double> cuts = new LinkedHashMap<>();
    SHARES.keySet().stream().sorted().forEach(q -> cuts.put(q, cut(factor, q)));
    return cuts;
  }

  private double cut(double factor, int quality) {
    double share = Lookup.of(SHARES, quality);
    return rootOfRising(
        cut -> share - mean(probabilities(factor, cut)), -FURTHEST_CUT, FURTHEST_CUT);
  }

  private double[] probabilities(double factor, double cut) {
    double[] probabilities = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] = QualityModel.logistic(factor * scores[i] - cut);
    }
    return probabilities;
  }

  private static double mean(double... values) {
    double sum = 0; // a plain sum: a library's may change its last digits
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double rootOfRising(DoubleUnaryOperator function, double low, double high) {
    double from = low;
    double to = high;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (from + to) / 2;
      if (function.applyAsDouble(middle) < 0) {
        from = middle;
      } else {
        to = middle;
      }
    }
    return (from + to) / 2;
  }
}
