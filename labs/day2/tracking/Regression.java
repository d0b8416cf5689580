package day2.tracking;

import dev.kindling.data.Table;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A linear regression by least squares in plain Java.
 *
 * @param features the columns that it reads
 * @param weights the constant, then one weight per feature
 */
record Regression(List<String> features, double[] weights) {

  /**
   * Solves the normal equations.
   *
   * @param label what is learned, given the price
   */
  static Regression fit(Table rows, List<String> features, DoubleUnaryOperator label) {
    double[][] x = inputs(rows, features);
    double[] prices = numbers(rows, "price");
    int width = features.size() + 1;
    double[][] equations = new double[width][width + 1];
    for (int row = 0; row < x.length; row++) {
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < width; j++) {
          equations[i][j] += x[row][i] * x[row][j];
        }
        equations[i][width] += x[row][i] * label.applyAsDouble(prices[row]);
      }
    }
    return new Regression(features, solve(equations));
  }

  /** What it predicts for each row: a price, or what else it learned. */
  double[] predict(Table rows) {
    double[][] x = inputs(rows, features);
    double[] predictions = new double[x.length];
    for (int row = 0; row < x.length; row++) {
      for (int i = 0; i < weights.length; i++) {
        predictions[row] += weights[i] * x[row][i];
      }
    }
    return predictions;
  }

  /** By elimination, the largest pivot first. */
  private static double[] solve(double[][] equations) {
    int n = equations.length;
    for (int i = 0; i < n; i++) {
      int largest = i;
      for (int row = i + 1; row < n; row++) {
        if (Math.abs(equations[row][i]) > Math.abs(equations[largest][i])) {
          largest = row;
        }
      }
      double[] pivot = equations[largest];
      equations[largest] = equations[i];
      equations[i] = pivot;
      for (int row = 0; row < n; row++) {
        double factor = row == i ? 0 : equations[row][i] / pivot[i];
        for (int column = i; column <= n; column++) {
          equations[row][column] -= factor * pivot[column];
        }
      }
    }
    double[] solution = new double[n];
    for (int i = 0; i < n; i++) {
      solution[i] = equations[i][n] / equations[i][i];
    }
    return solution;
  }

  /** A one for the constant, then the features. */
  private static double[][] inputs(Table rows, List<String> features) {
    double[][] x = new double[rows.size()][features.size() + 1];
    for (double[] row : x) {
      row[0] = 1;
    }
    for (int i = 0; i < features.size(); i++) {
      double[] column = numbers(rows, features.get(i));
      for (int row = 0; row < column.length; row++) {
        x[row][i + 1] = column[row];
      }
    }
    return x;
  }

  static double[] numbers(Table rows, String column) {
    return rows.column(column).stream().mapToDouble(v -> ((Number) v).doubleValue()).toArray();
  }
}
