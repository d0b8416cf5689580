package dev.kindling.profile.stat;

import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;

/** What a series says about its own past. */
public final class TimeSeries {

  /** Shorter series are not judged. */
  public static final int SHORTEST = 40;

  private TimeSeries() {}

  /** The correlation of a series with itself {@code lag} steps earlier; NaN if it is constant. */
  public static double autocorrelation(double[] series, int lag) {
    double mean = 0;
    for (double value : series) {
      mean += value / series.length;
    }
    double variance = 0;
    double product = 0;
    for (int i = 0; i < series.length; i++) {
      variance += (series[i] - mean) * (series[i] - mean);
      if (i >= lag) {
        product += (series[i] - mean) * (series[i - lag] - mean);
      }
    }
    return lag >= series.length || variance == 0 ? Double.NaN : product / variance;
  }

  /** What is left of a series after a straight line is taken off. */
  public static double[] detrended(double... series) {
    int n = series.length;
    double middle = (n - 1) / 2.0;
    double mean = 0;
    double product = 0;
    double square = 0;
    for (int i = 0; i < n; i++) {
      mean += series[i] / n;
      product += (i - middle) * series[i];
      square += (i - middle) * (i - middle);
    }
    double[] left = new double[n];
    for (int i = 0; i < n; i++) {
      left[i] = series[i] - mean - (square == 0 ? 0 : product / square * (i - middle));
    }
    return left;
  }

  /** The steps of a series. */
  public static double[] differences(double... series) {
    double[] steps = new double[Math.max(0, series.length - 1)];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = series[i + 1] - series[i];
    }
    return steps;
  }

  /**
   * The statistic of the augmented Dickey–Fuller test with a constant: the t value of the level in
   * a regression of each step on the level before it and on some steps before it. The more below
   * zero, the less the series wanders. NaN if the series is too short or constant.
   */
  public static double dickeyFuller(double... series) {
    int n = series.length;
    int lags = (int) Math.floor(12 * Math.pow(n / 100.0, 0.25));
    lags = Math.min(lags, n / 4);
    if (n < SHORTEST) {
      return Double.NaN;
    }
    double[] steps = differences(series);
    int rows = steps.length - lags;
    double[] y = new double[rows];
    double[][] x = new double[rows][lags + 1];
    for (int row = 0; row < rows; row++) {
      int at = row + lags;
      y[row] = steps[at];
      x[row][0] = series[at];
      for (int lag = 1; lag <= lags; lag++) {
        x[row][lag] = steps[at - lag];
      }
    }
    try {
      OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
      regression.newSampleData(y, x);
      return regression.estimateRegressionParameters()[1]
          / regression.estimateRegressionParametersStandardErrors()[1];
    } catch (SingularMatrixException constant) {
      return Double.NaN;
    }
  }

  /** Where the Dickey–Fuller statistic must lie below for n values, at the level of 5 percent. */
  public static double dickeyFullerCritical(int n) {
    return -2.8621 - 2.738 / n - 8.36 / ((double) n * n);
  }
}
