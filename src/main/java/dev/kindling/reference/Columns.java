package dev.kindling.reference;

import java.util.Arrays;

/**
 * The columns of a matrix, centred and on one scale, so that what is solved with them does not
 * depend on their units.
 */
final class Columns {

  /** A column that varies less than this beside its mean is constant but for rounding. */
  private static final double CONSTANT = 1e-13;

  private final double[][] rows;
  private final double[] means;
  private final double[] scales;

  /**
   * @param rows one array per row, at least one
   * @param scale whether to divide by the standard deviation (of a population)
   */
  Columns(double[][] rows, boolean scale) {
    this.rows = rows;
    int width = rows.length == 0 ? 0 : rows[0].length;
    this.means = new double[width];
    this.scales = new double[width];
    for (int j = 0; j < width; j++) {
      int column = j;
      means[j] = Arrays.stream(rows).mapToDouble(row -> row[column]).average().orElseThrow();
      double squares =
          Arrays.stream(rows).mapToDouble(row -> Math.pow(row[column] - means[column], 2)).sum();
      double sd = Math.sqrt(squares / rows.length);
      boolean constant = sd <= CONSTANT * Math.abs(means[j]);
      scales[j] = constant ? Double.POSITIVE_INFINITY : scale ? sd : 1;
    }
  }

  /** The centred rows; a constant column is all zeros. */
  double[][] centred() {
    double[][] centred = new double[rows.length][means.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < means.length; j++) {
        centred[i][j] = (rows[i][j] - means[j]) / scales[j];
      }
    }
    return centred;
  }

  /** Coefficients of the columns as they were, from those of the matrix. */
  double[] coefficients(double[] ofMatrix) {
    double[] coefficients = new double[means.length];
    Arrays.setAll(coefficients, j -> ofMatrix[j] / scales[j]);
    return coefficients;
  }

  /** What the intercept has to make up for, because the columns were centred. */
  double shift(double[] coefficients) {
    double shift = 0;
    for (int j = 0; j < means.length; j++) {
      shift += coefficients[j] * means[j];
    }
    return shift;
  }
}
