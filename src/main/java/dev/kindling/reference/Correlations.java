package dev.kindling.reference;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/** How columns go along with each other. */
public final class Correlations {

  private Correlations() {}

  /**
   * Pearson's correlation, from -1 to 1: the covariance divided by both standard deviations.
   *
   * @return NaN if a column is constant
   */
  public static double pearson(double[] x, double[] y) {
    return new PearsonsCorrelation().correlation(x, y);
  }

  /** Spearman's correlation: Pearson's of the ranks, in which equal values share their mean. */
  public static double spearman(double[] x, double[] y) {
    return pearson(Ranks.of(x, Ranks.Ties.MEAN), Ranks.of(y, Ranks.Ties.MEAN));
  }

  /**
   * The covariance of each pair of columns, divided by n - 1.
   *
   * @param rows one array per row
   */
  public static double[][] covariances(double[][] rows) {
    return new Covariance(MatrixUtils.createRealMatrix(rows)).getCovarianceMatrix().getData();
  }

  /**
   * Pearson's correlation of each pair of columns.
   *
   * @param rows one array per row
   */
  public static double[][] pearson(double[][] rows) {
    return new PearsonsCorrelation(rows).getCorrelationMatrix().getData();
  }
}
