package day2.creation;

import java.util.List;

/**
 * A linear regression in plain Java.
 *
 * @param weights the intercept, then one coefficient per feature
 */
record LeastSquares(double[] weights) {

  /** A pivot this much smaller than the largest means that a feature is a sum of others. */
  private static final double NOTHING_NEW = 1e-9;

  /**
   * A row.
   *
   * @param features the inputs
   * @param target what is to be predicted
   */
  record Point(double[] features, double target) {}

  /** Solves the normal equations; a feature that says nothing new gets the coefficient 0. */
  static LeastSquares fit(List<Point> points) {
    int size = points.get(0).features().length + 1;
    double[][] equations = new double[size][size + 1];
    for (Point point : points) {
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          equations[i][j] += input(point, i) * input(point, j);
        }
        equations[i][size] += input(point, i) * point.target();
      }
    }
    return new LeastSquares(solve(equations));
  }

  /** The share of the variance of the targets that the predictions explain. */
  double r2(List<Point> points) {
    double mean = points.stream().mapToDouble(Point::target).average().orElseThrow();
    double left = points.stream().mapToDouble(p -> square(p.target() - predict(p))).sum();
    double all = points.stream().mapToDouble(p -> square(p.target() - mean)).sum();
    return 1 - left / all;
  }

  private double predict(Point point) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * input(point, i);
    }
    return sum;
  }

  private static double input(Point point, int index) {
    return index == 0 ? 1 : point.features()[index - 1];
  }

  /** The matrix is symmetric and has no negative eigenvalue, so rows need not be swapped. */
  private static double[] solve(double[][] equations) {
    int size = equations.length;
    double[] scales = new double[size];
    for (int i = 0; i < size; i++) {
      scales[i] = equations[i][i];
    }
    boolean[] isNew = new boolean[size];
    for (int i = 0; i < size; i++) {
      isNew[i] = equations[i][i] > NOTHING_NEW * scales[i];
      for (int other = 0; isNew[i] && other < size; other++) {
        double factor = other == i ? 0 : equations[other][i] / equations[i][i];
        for (int j = i; j <= size; j++) {
          equations[other][j] -= factor * equations[i][j];
        }
      }
    }
    double[] solution = new double[size];
    for (int i = 0; i < size; i++) {
      solution[i] = isNew[i] ? equations[i][size] / equations[i][i] : 0;
    }
    return solution;
  }

  private static double square(double value) {
    return value * value;
  }
}
