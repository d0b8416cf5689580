package dev.kindling.check.compare;

import org.apache.spark.ml.linalg.Vector;

/**
 * A vector, element by element. Only its non-zero elements are kept, so that a hashed text of
 * 262,144 dimensions stays small, and dense and sparse forms of one vector are equal.
 */
final class FuzzyVector implements Fuzzy {

  private final int size;
  private final int[] indices;
  private final double[] values;
  private final Tolerance tolerance;
  private final double largest;

  FuzzyVector(Vector vector, Tolerance tolerance) {
    // toSparse drops explicit zeros too.
    var sparse = vector.toSparse();
    this.size = sparse.size();
    this.indices = sparse.indices();
    this.values = sparse.values();
    this.tolerance = tolerance;
    this.largest = largest();
  }

  private double largest() {
    double max = indices.length < size ? 0 : -Double.MAX_VALUE;
    for (double value : values) {
      if (value > max) {
        max = value;
      }
    }
    return Math.min(max, Double.MAX_VALUE);
  }

  @Override
  public boolean near(Fuzzy other) {
    return other instanceof FuzzyVector vector && size == vector.size && elementsNear(vector);
  }

  private boolean elementsNear(FuzzyVector other) {
    int here = 0;
    int there = 0;
    while (here < indices.length || there < other.indices.length) {
      int index = here < indices.length ? indices[here] : Integer.MAX_VALUE;
      int otherIndex = there < other.indices.length ? other.indices[there] : Integer.MAX_VALUE;
      double value = index <= otherIndex ? values[here++] : 0;
      double otherValue = otherIndex <= index ? other.values[there++] : 0;
      if (!tolerance.allows(value, otherValue)) {
        return false;
      }
    }
    return true;
  }

  /** The largest element: near vectors have near largest elements. */
  @Override
  public double projection() {
    return largest;
  }

  @Override
  public double reach() {
    return 2 * tolerance.reach(Math.abs(largest));
  }
}
