package dev.kindling.profile.stat;

import java.io.Serializable;

/**
 * Pearson correlations of all pairs of columns, each over the rows in which both are finite. Per
 * column, values are taken relative to the first one seen, which keeps the sums small.
 */
public final class CoMoments implements Serializable {

  private static final int SUMS = 6; // n, x, y, xx, yy, xy

  private final int columns;
  private final double[] shift;
  private final double[] sums;

  public CoMoments(int columns) {
    this.columns = columns;
    this.shift = new double[columns];
    java.util.Arrays.fill(shift, Double.NaN);
    this.sums = new double[columns * (columns - 1) / 2 * SUMS];
  }

  /** Takes in a row; a value that is not finite does not count. */
  public void add(double[] row) {
    int at = 0;
    for (int i = 0; i < columns; i++) {
      double x = row[i];
      if (!Double.isFinite(x)) {
        at += i * SUMS;
        continue;
      }
      if (Double.isNaN(shift[i])) {
        shift[i] = x;
      }
      double dx = x - shift[i];
      for (int j = 0; j < i; j++, at += SUMS) {
        double y = row[j];
        if (Double.isFinite(y)) {
          double dy = y - shift[j];
          sums[at]++;
          sums[at + 1] += dx;
          sums[at + 2] += dy;
          sums[at + 3] += dx * dx;
          sums[at + 4] += dy * dy;
          sums[at + 5] += dx * dy;
        }
      }
    }
  }

  /** Takes in another one, whose values are moved to the shifts of this one. */
  public void merge(CoMoments other) {
    for (int i = 0; i < columns; i++) {
      if (Double.isNaN(shift[i])) {
        shift[i] = other.shift[i];
      }
    }
    int at = 0;
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < i; j++, at += SUMS) {
        double n = other.sums[at];
        if (n > 0) {
          double dx = other.shift[i] - shift[i];
          double dy = other.shift[j] - shift[j];
          double x = other.sums[at + 1];
          double y = other.sums[at + 2];
          sums[at] += n;
          sums[at + 1] += x + n * dx;
          sums[at + 2] += y + n * dy;
          sums[at + 3] += other.sums[at + 3] + 2 * dx * x + n * dx * dx;
          sums[at + 4] += other.sums[at + 4] + 2 * dy * y + n * dy * dy;
          sums[at + 5] += other.sums[at + 5] + dx * y + dy * x + n * dx * dy;
        }
      }
    }
  }

  /** The correlation of two columns; NaN when fewer than two rows have both or one is constant. */
  public double correlation(int one, int other) {
    int i = Math.max(one, other);
    int j = Math.min(one, other);
    int at = (i * (i - 1) / 2 + j) * SUMS;
    double n = sums[at];
    double xx = sums[at + 3] - sums[at + 1] * sums[at + 1] / n;
    double yy = sums[at + 4] - sums[at + 2] * sums[at + 2] / n;
    double xy = sums[at + 5] - sums[at + 1] * sums[at + 2] / n;
    // What is left of a constant column are rounding errors of its squares.
    boolean level = xx <= 1e-12 * sums[at + 3] || yy <= 1e-12 * sums[at + 4];
    double correlation = xy / Math.sqrt(xx) / Math.sqrt(yy);
    return n < 2 || level ? Double.NaN : Math.max(-1, Math.min(1, correlation));
  }
}
