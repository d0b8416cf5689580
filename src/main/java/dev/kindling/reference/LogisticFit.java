package dev.kindling.reference;

import dev.kindling.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * A logistic regression with an intercept for two classes, fitted by Newton's method (Hastie,
 * Tibshirani and Friedman, The Elements of Statistical Learning, 2nd ed., eq. 4.26). For small
 * tables: each step solves a dense system.
 */
public final class LogisticFit {

  private static final int MOST_STEPS = 50;
  private static final double CONVERGED = 1e-12;

  /** Beyond this, a probability is 0 or 1 in double precision. */
  private static final double CERTAIN = 30;

  private final double intercept;
  private final double[] coefficients;

  private LogisticFit(double intercept, double[] coefficients) {
    this.intercept = intercept;
    this.coefficients = coefficients;
  }

  /**
   * The maximum of the likelihood.
   *
   * @param features one array per row
   * @param labels 0 or 1, one per row
   * @throws IllegalArgumentException if a rule without errors exists: then there is no maximum
   */
  public static LogisticFit of(double[][] features, double[] labels) {
    return fit(features, labels, 0);
  }

  /** The same on columns of a table. */
  public static LogisticFit of(Table rows, List<String> features, String label) {
    return of(rows.numbers(features), rows.numbers(label));
  }

  /**
   * The maximum of the log-likelihood minus half of {@code penalty} times the sum of squared
   * coefficients; the intercept costs nothing. Spark's {@code LogisticRegression} with {@code
   * regParam} r fits this on features divided by their standard deviations (of a sample), with a
   * penalty of n r.
   */
  public static LogisticFit ridge(double[][] features, double[] labels, double penalty) {
    if (!(penalty > 0)) {
      throw new IllegalArgumentException(
          "A penalty of '%s' makes no sense: give a positive number.".formatted(penalty));
    }
    return fit(features, labels, penalty);
  }

  private static LogisticFit fit(double[][] features, double[] labels, double penalty) {
    if (features.length != labels.length
        || features.length == 0
        || !Arrays.stream(labels).allMatch(label -> label == 0 || label == 1)) {
      throw new IllegalArgumentException(
          "There are %d rows of features and the labels %s: give each row a label, 0 or 1."
              .formatted(features.length, Arrays.toString(labels)));
    }
    // A penalty depends on the scale of the features, so then they stay on theirs.
    Columns columns = new Columns(features, penalty == 0);
    RealMatrix inputs = withOnes(columns.centred());
    RealVector weights = new ArrayRealVector(inputs.getColumnDimension());
    for (int step = 0; step < MOST_STEPS; step++) {
      RealVector move = step(inputs, labels, weights, penalty);
      weights = weights.add(move);
      if (penalty == 0 && inputs.operate(weights).getLInfNorm() > CERTAIN) {
        break;
      }
      if (move.getLInfNorm() <= CONVERGED * (1 + weights.getLInfNorm())) {
        double[] coefficients =
            columns.coefficients(Arrays.copyOfRange(weights.toArray(), 1, weights.getDimension()));
        return new LogisticFit(weights.getEntry(0) - columns.shift(coefficients), coefficients);
      }
    }
    throw new IllegalArgumentException(
        "The likelihood has no maximum within reach: a rule tells the labels without an error, or nearly. Mix the labels, or give a penalty.");
  }

  private static RealMatrix withOnes(double[][] columns) {
    double[][] inputs = new double[columns.length][];
    for (int row = 0; row < columns.length; row++) {
      inputs[row] =
          DoubleStream.concat(DoubleStream.of(1), DoubleStream.of(columns[row])).toArray();
    }
    return MatrixUtils.createRealMatrix(inputs);
  }

  private static RealVector step(
      RealMatrix inputs, double[] labels, RealVector weights, double penalty) {
    double[] gradient = new double[weights.getDimension()];
    double[][] curvature = new double[gradient.length][gradient.length];
    for (int row = 0; row < labels.length; row++) {
      double[] x = inputs.getRow(row);
      double p = logistic(weights.dotProduct(new ArrayRealVector(x, false)));
      for (int i = 0; i < x.length; i++) {
        gradient[i] += x[i] * (labels[row] - p);
        for (int j = 0; j < x.length; j++) {
          curvature[i][j] += x[i] * x[j] * p * (1 - p);
        }
      }
    }
    for (int i = 1; i < gradient.length; i++) {
      gradient[i] -= penalty * weights.getEntry(i);
      curvature[i][i] += penalty;
    }
    // Features that say the same leave the system without a single solution; this takes the least.
    return new SingularValueDecomposition(MatrixUtils.createRealMatrix(curvature))
        .getSolver()
        .solve(new ArrayRealVector(gradient, false));
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** The log-odds of a row of zeros. */
  public double intercept() {
    return intercept;
  }

  /** By how much the log-odds rise per unit of each feature. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /** The probability of the label 1. */
  public double probability(double... features) {
    double sum = intercept;
    for (int j = 0; j < coefficients.length; j++) {
      sum += coefficients[j] * features[j];
    }
    return logistic(sum);
  }
}
