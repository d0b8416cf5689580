package dev.kindling.reference;

/** The area under the ROC curve: how often a positive row is ranked above a negative one. */
public final class Auc {

  private Auc() {}

  /**
   * The area that scores reach on labels; a tie counts one half. By the rank sum of the positive
   * rows (Hanley and McNeil, Radiology 143, 1982).
   *
   * @return NaN if all labels are the same
   */
  public static double of(double[] scores, boolean[] positive) {
    double[] ranks = Ranks.of(scores, Ranks.Ties.MEAN);
    double sum = 0;
    double ups = 0;
    for (int i = 0; i < ranks.length; i++) {
      sum += positive[i] ? ranks[i] : 0;
      ups += positive[i] ? 1 : 0;
    }
    return (sum - ups * (ups + 1) / 2) / (ups * (ranks.length - ups));
  }
}
