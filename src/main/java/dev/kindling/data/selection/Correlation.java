package dev.kindling.data.selection;

/** The correlation of two columns, after Pearson. */
final class Correlation {

  private Correlation() {}

  /** From -1 to 1; NaN if one of the columns is constant. */
  static double of(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double both = 0;
    double squaresX = 0;
    double squaresY = 0;
    for (int i = 0; i < x.length; i++) {
      both += (x[i] - meanX) * (y[i] - meanY);
      squaresX += (x[i] - meanX) * (x[i] - meanX);
      squaresY += (y[i] - meanY) * (y[i] - meanY);
    }
    return both / Math.sqrt(squaresX * squaresY);
  }

  private static double mean(double... values) {
    double sum = 0; // a plain sum: a library's may change its last digits
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
