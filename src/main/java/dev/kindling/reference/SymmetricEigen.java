package dev.kindling.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix.
 *
 * @param values the eigenvalues, largest first
 * @param vectors the eigenvector of each, of length 1, signed by {@link #signed}
 */
public record SymmetricEigen(List<Double> values, List<List<Double>> vectors) {

  /** How far apart two elements may be that should be the same. */
  private static final double SYMMETRIC = 1e-9;

  public SymmetricEigen {
    values = List.copyOf(values);
    vectors = List.copyOf(vectors);
  }

  /**
   * Solves a matrix, which is left as it is.
   *
   * @throws IllegalArgumentException if it is not symmetric
   */
  public static SymmetricEigen of(double[][] matrix) {
    var real = MatrixUtils.createRealMatrix(matrix);
    if (!MatrixUtils.isSymmetric(real, SYMMETRIC)) {
      throw new IllegalArgumentException(
          "The matrix %s is not symmetric, so its eigenvectors need not be real."
              .formatted(Arrays.deepToString(matrix)));
    }
    EigenDecomposition eigen = new EigenDecomposition(real);
    List<Double> values = new ArrayList<>();
    List<List<Double>> vectors = new ArrayList<>();
    for (int i = 0; i < matrix.length; i++) {
      values.add(eigen.getRealEigenvalue(i));
      vectors.add(signed(Arrays.stream(eigen.getEigenvector(i).toArray()).boxed().toList()));
    }
    return new SymmetricEigen(values, vectors);
  }

  /**
   * A direction or its opposite, whichever has its largest element by absolute value positive; of
   * several that are equally large, the first.
   */
  public static List<Double> signed(List<Double> vector) {
    double largest = 0;
    for (double element : vector) {
      largest = Math.abs(element) > Math.abs(largest) ? element : largest;
    }
    double sign = largest < 0 ? -1 : 1;
    return vector.stream().map(element -> sign * element + 0.0).toList();
  }
}
