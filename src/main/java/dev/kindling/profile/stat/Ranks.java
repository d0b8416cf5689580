package dev.kindling.profile.stat;

import java.util.Comparator;
import java.util.stream.IntStream;

/** A column that is sorted once, so that its ranks among any of its rows are quickly told. */
public final class Ranks {

  private final double[] values;
  private final int[] order;

  /**
   * @param values of the column; what is not finite has no rank
   */
  public Ranks(double... values) {
    this.values = values.clone();
    this.order =
        IntStream.range(0, values.length)
            .filter(i -> Double.isFinite(values[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(i -> i)
            .toArray();
  }

  private boolean ranked(int row) {
    return Double.isFinite(values[row]);
  }

  /**
   * The ranks, from 1 on, among the rows in which {@code other} has a finite value as well; equal
   * values share the mean of their ranks. 0 for all other rows.
   */
  public double[] amongThoseOf(Ranks other) {
    double[] ranks = new double[values.length];
    int[] both = IntStream.of(order).filter(other::ranked).toArray();
    for (int start = 0; start < both.length; ) {
      int end = start;
      while (end < both.length && values[both[end]] == values[both[start]]) {
        end++;
      }
      for (int i = start; i < end; i++) {
        ranks[both[i]] = (start + 1 + end) / 2.0;
      }
      start = end;
    }
    return ranks;
  }

  /**
   * Spearman's correlation: Pearson's of the ranks, over the rows in which both are finite. NaN
   * when fewer than two rows are, or one column is constant there.
   */
  public double spearman(Ranks other) {
    double[] x = amongThoseOf(other);
    double[] y = other.amongThoseOf(this);
    CoMoments moments = new CoMoments(2);
    double[] pair = new double[2];
    for (int i = 0; i < x.length; i++) {
      if (x[i] > 0) {
        pair[0] = x[i];
        pair[1] = y[i];
        moments.add(pair);
      }
    }
    return moments.correlation(0, 1);
  }
}
