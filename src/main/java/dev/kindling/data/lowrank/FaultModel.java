package dev.kindling.data.lowrank;

import java.util.List;

/**
 * How a fault comes about: its probability is the logistic function of a weighted sum of the
 * causes. The cause with the least share in the sensors matters most, so that a model needs all
 * three.
 */
public final class FaultModel {

  /** What each cause is multiplied with, in the order of {@link LowRank#CAUSES}. */
  public static final List<Double> WEIGHTS = List.of(1.8, 2.4, 3.6);

  private static final int STEPS = 400;
  private static final double FURTHEST = 6;

  private FaultModel() {}

  /** The probability of a fault, given the three causes. */
  public static double probability(List<Double> causes) {
    double sum = 0;
    for (int i = 0; i < WEIGHTS.size(); i++) {
      sum += WEIGHTS.get(i) * causes.get(i);
    }
    return logistic(sum);
  }

  /**
   * The accuracy to expect of the best rule that knows the first causes only.
   *
   * @param known how many causes are known, from 0 to 3
   * @param load the mean of the first cause
   */
  static double expectedAccuracy(int known, double load) {
    double seen = 0;
    double unseen = 0;
    for (int i = 0; i < WEIGHTS.size(); i++) {
      double square = WEIGHTS.get(i) * WEIGHTS.get(i);
      seen += i < known ? square : 0;
      unseen += i < known ? 0 : square;
    }
    double mean = WEIGHTS.get(0) * load;
    double spread = Math.sqrt(unseen);
    double accuracy = 0;
    double weights = 0;
    for (int step = -STEPS; step <= STEPS; step++) {
      double z = FURTHEST * step / STEPS;
      double density = StrictMath.exp(-z * z / 2);
      double fault = smoothed(mean + Math.sqrt(seen) * z, spread);
      accuracy += density * Math.max(fault, 1 - fault);
      weights += density;
    }
    return accuracy / weights;
  }

  /** The mean of the logistic function around {@code center}. */
  private static double smoothed(double center, double spread) {
    if (spread == 0) {
      return logistic(center);
    }
    double sum = 0;
    double weights = 0;
    for (int step = -STEPS; step <= STEPS; step++) {
      double z = FURTHEST * step / STEPS;
      double density = StrictMath.exp(-z * z / 2);
      sum += density * logistic(center + spread * z);
      weights += density;
    }
    return sum / weights;
  }

  private static double logistic(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }
}
