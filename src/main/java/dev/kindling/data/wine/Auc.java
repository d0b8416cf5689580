package dev.kindling.data.wine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The area under the ROC curve: how often a positive row is ranked above a negative one. */
final class Auc {

  private Auc() {}

  /**
   * The area that the scores reach on these labels; a tie counts one half.
   *
   * @return NaN if all labels are the same
   */
  static double of(double[] scores, boolean[] positive) {
    int[] order = order(scores);
    double below = 0;
    double pairs = 0;
    for (int start = 0; start < order.length; ) {
      int end = start;
      double ups = 0;
      double downs = 0;
      for (; end < order.length && scores[order[end]] == scores[order[start]]; end++) {
        if (positive[order[end]]) {
          ups++;
        } else {
          downs++;
        }
      }
      pairs += ups * (below + downs / 2);
      below += downs;
      start = end;
    }
    return pairs / (below * (order.length - below));
  }

  /**
   * The area that is to be expected if the rows are ranked by these probabilities and labels are
   * drawn with them: no model can expect more.
   */
  static double expected(double[] probabilities) {
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

  private static int[] order(double[] scores) {
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> scores[i]))
        .mapToInt(i -> i)
        .toArray();
  }
}
