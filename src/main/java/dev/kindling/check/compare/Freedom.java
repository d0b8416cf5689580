package dev.kindling.check.compare;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What a task leaves open, so that several results are equally right. The one of these that is
 * nearest to what was found is compared with it, so a learner sees the own result as it is.
 */
public enum Freedom {
  /** Nothing: one result is right. */
  NONE,

  /**
   * The sign of a whole vector: of a vector or a list of numbers, of each of these in a list, of
   * each column of a matrix. A direction and its opposite are the same component.
   */
  SIGN,

  /** What labels are called, such as which cluster is number 0; two labels stay two. */
  LABELS;

  /**
   * The form of an expected value that is nearest to what was found.
   *
   * @param expected a vector, a matrix, an array or a list; anything else has one form
   */
  public Object nearest(Object expected, Object actual) {
    return switch (this) {
      case NONE -> expected;
      case SIGN -> signed(expected, actual);
      case LABELS -> relabelled(expected, actual);
    };
  }

  private static Object signed(Object expected, Object actual) {
    if (expected instanceof Matrix wanted && actual instanceof Matrix found) {
      return signed(wanted, found);
    }
    if (Numbers.of(expected).isEmpty()
        && expected instanceof List<?> wanted
        && actual instanceof List<?> found) {
      List<Object> turned = new ArrayList<>(wanted);
      for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
        turned.set(i, signed(wanted.get(i), found.get(i)));
      }
      return turned;
    }
    Signs sign = new Signs(true);
    sign.see(expected, actual);
    return sign.turning().apply(expected);
  }

  private static Matrix signed(Matrix expected, Matrix actual) {
    if (expected.numRows() != actual.numRows() || expected.numCols() != actual.numCols()) {
      return expected;
    }
    Signs signs = new Signs(false);
    List<Vector> wanted = CollectionConverters.asJava(expected.rowIter().toSeq());
    List<Vector> found = CollectionConverters.asJava(actual.rowIter().toSeq());
    double[] values = new double[expected.numRows() * expected.numCols()];
    for (int row = 0; row < wanted.size(); row++) {
      signs.see(wanted.get(row), found.get(row));
    }
    UnaryOperator<Object> turning = signs.turning();
    for (int row = 0; row < wanted.size(); row++) {
      Vector turned = (Vector) turning.apply(wanted.get(row));
      for (int column = 0; column < turned.size(); column++) {
        values[column * wanted.size() + row] = turned.apply(column);
      }
    }
    return new DenseMatrix(expected.numRows(), expected.numCols(), values);
  }

  private static Object relabelled(Object expected, Object actual) {
    if (expected instanceof List<?> wanted && actual instanceof List<?> found) {
      Relabelling names = new Relabelling(wanted, found);
      List<Object> renamed = new ArrayList<>(wanted);
      renamed.replaceAll(names::of);
      return renamed;
    }
    if (expected != null
        && expected.getClass().isArray()
        && expected.getClass().isInstance(actual)) {
      List<Object> wanted = Cell.elements(expected);
      Relabelling names = new Relabelling(wanted, Cell.elements(actual));
      Object renamed = Array.newInstance(expected.getClass().getComponentType(), wanted.size());
      for (int i = 0; i < wanted.size(); i++) {
        Array.set(renamed, i, names.of(wanted.get(i)));
      }
      return renamed;
    }
    return expected;
  }
}
