package dev.kindling.data;

import java.util.function.DoubleUnaryOperator;

/**
 * Turns scores into probabilities of a label: the logistic function of a factor times the score,
 * less a cut. Finds the factor and the cut with which a wanted share of rows has the label, and
 * these can be told from the others as well as wanted and no better.
 */
public final class LogitScale {

  private static final int HALVINGS = 30;
  private static final double WEAKEST = 0.1;
  private static final double STRONGEST = 8;
  private static final double FURTHEST_CUT = 60;

  private final double[] scores;

  /**
   * @param scores one per row; with a standard deviation around 1
   */
  public LogitScale(double... scores) {
    this.scores = scores.clone();
  }

  /**
   * The factor, from 0.1 to 8.
   *
   * @param share of the rows that are expected to have the label
   * @param auc the area under the ROC curve that is expected of the true probability
   */
  public double factor(double share, double auc) {
    return rootOfRising(
        factor -> ExpectedAuc.of(probabilities(factor, cut(factor, share))) - auc,
        WEAKEST,
        STRONGEST);
  }

  /** The cut, from -60 to 60, for a factor. */
  public double cut(double factor, double share) {
    return rootOfRising(
        cut -> share - mean(probabilities(factor, cut)), -FURTHEST_CUT, FURTHEST_CUT);
  }

  /** The logistic function, from 0 to 1; the same on every machine. */
  public static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  private double[] probabilities(double factor, double cut) {
    double[] probabilities = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] = logistic(factor * scores[i] - cut);
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
