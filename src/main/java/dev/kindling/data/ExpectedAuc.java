package dev.kindling.data;

import java.util.Arrays;

/** The area under the ROC curve that is to be expected of probabilities. */
public final class ExpectedAuc {

  private ExpectedAuc() {}

  /**
   * The area that is to be expected if the rows are ranked by these probabilities and labels are
   * drawn with them: no model can expect more.
   */
  public static double of(double... probabilities) {
    double[] sorted = probabilities.clone();
    Arrays.sort(sorted);
    double below = 0;
    double ups = 0;
    double self = 0;
    double pairs = 0;
    for (double p : sorted) {
      pairs += p * below;
      below += 1 - p;
      ups += p;
      self += p * (1 - p);
    }
    return pairs / (ups * below - self);
  }
}
