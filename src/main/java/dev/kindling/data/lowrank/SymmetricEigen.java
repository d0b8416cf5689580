package dev.kindling.data.lowrank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The eigenvalues and eigenvectors of a small symmetric matrix, found by Jacobi's rotations.
 *
 * @param values the eigenvalues, largest first
 * @param vectors the eigenvector of each, of length 1; its sign is arbitrary
 */
record SymmetricEigen(List<Double> values, List<List<Double>> vectors) {

  private static final int MOST_SWEEPS = 60;
  private static final double SMALL = 1e-30;

  /** Solves a symmetric matrix, which is left as it is. */
  static SymmetricEigen of(double[][] matrix) {
    int size = matrix.length;
    double[][] a = new double[size][];
    double[][] v = new double[size][size];
    double scale = 0;
    for (int i = 0; i < size; i++) {
      a[i] = matrix[i].clone();
      v[i][i] = 1;
      scale += a[i][i] * a[i][i];
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal(a) > SMALL * scale; sweep++) {
      for (int p = 0; p < size; p++) {
        for (int q = p + 1; q < size; q++) {
          rotate(a, v, p, q);
        }
      }
    }
    List<Double> values = new ArrayList<>();
    List<List<Double>> vectors = new ArrayList<>();
    IntStream.range(0, size)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -a[i][i]))
        .forEach(
            i -> {
              values.add(a[i][i]);
              vectors.add(IntStream.range(0, size).mapToObj(row -> v[row][i]).toList());
            });
    return new SymmetricEigen(values, vectors);
  }

  /** Turns the plane of two axes so that their common element becomes 0. */
  private static void rotate(double[][] a, double[][] v, int p, int q) {
    if (a[p][q] == 0) {
      return;
    }
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = c * kp - s * kq;
      a[k][q] = s * kp + c * kq;
    }
    for (int k = 0; k < a.length; k++) {
      double pk = a[p][k];
      double qk = a[q][k];
      a[p][k] = c * pk - s * qk;
      a[q][k] = s * pk + c * qk;
      double vp = v[k][p];
      double vq = v[k][q];
      v[k][p] = c * vp - s * vq;
      v[k][q] = s * vp + c * vq;
    }
  }

  private static double offDiagonal(double[][] a) {
    double squares = 0;
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < i; j++) {
        squares += a[i][j] * a[i][j];
      }
    }
    return squares;
  }
}
