package day2.outliers;

import java.util.List;
import java.util.Map;

/**
 * A linear regression in plain Java.
 *
 * @param features the columns to predict from
 * @param weights the intercept, then one coefficient per feature
 */
record LeastSquares(List<String> features, double[] weights) {

  /** Solves the normal equations. */
  static LeastSquares fit(Rows rows, List<String> features, String label) {
    int size = features.size() + 1;
    double[][] equations = new double[size][size + 1];
    for (Map<String, Object> row : rows.cells()) {
      double[] inputs = inputs(row, features);
      double target = Rows.number(row, label);
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          equations[i][j] += inputs[i] * inputs[j];
        }
        equations[i][size] += inputs[i] * target;
      }
    }
    return new LeastSquares(features, solve(equations));
  }

  /** The matrix is symmetric and positive definite, so no pivots need to be looked for. */
  private static double[] solve(double[][] equations) {
    int size = equations.length;
    for (int i = 0; i < size; i++) {
      for (int other = 0; other < size; other++) {
        double factor = other == i ? 0 : equations[other][i] / equations[i][i];
        for (int j = i; j <= size; j++) {
          equations[other][j] -= factor * equations[i][j];
        }
      }
    }
    double[] solution = new double[size];
    for (int i = 0; i < size; i++) {
      solution[i] = equations[i][size] / equations[i][i];
    }
    return solution;
  }

  private static double[] inputs(Map<String, Object> row, List<String> features) {
    double[] inputs = new double[features.size() + 1];
    inputs[0] = 1;
    for (int i = 0; i < features.size(); i++) {
      inputs[i + 1] = Rows.number(row, features.get(i));
    }
    return inputs;
  }

  double predict(Map<String, Object> row) {
    double[] inputs = inputs(row, features);
    double sum = 0;
    for (int i = 0; i < inputs.length; i++) {
      sum += weights[i] * inputs[i];
    }
    return sum;
  }
}
