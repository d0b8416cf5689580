package dev.kindling.reference;

import dev.kindling.data.Table;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * A linear regression with an intercept, fitted by least squares: through the singular values of
 * the centred features (Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd
 * ed., eq. 3.47). Of features that say the same, the standardised coefficients are shared out so
 * that their squares are smallest; a constant feature gets 0.
 */
public final class LinearFit {

  /** Singular values below this share of the largest are zero but for rounding. */
  private static final double NOTHING = 1e-11;

  private final double intercept;
  private final double[] coefficients;
  private final double[] fitted;
  private final double[] target;

  private LinearFit(double[][] features, double[] target, double penalty) {
    if (features.length != target.length || features.length == 0) {
      throw new IllegalArgumentException(
          "There are %d rows of features and %d targets: give each row one of both."
              .formatted(features.length, target.length));
    }
    this.target = target.clone();
    // A penalty depends on the scale of the features, so then they stay on theirs.
    Columns columns = new Columns(features, penalty == 0);
    double mean = Arrays.stream(target).average().orElseThrow();
    double[] centred = Arrays.stream(target).map(y -> y - mean).toArray();
    this.coefficients = columns.coefficients(solve(columns.centred(), centred, penalty));
    this.intercept = mean - columns.shift(coefficients);
    this.fitted = Arrays.stream(features).mapToDouble(this::predict).toArray();
  }

  /**
   * Ordinary least squares.
   *
   * @param features one array per row
   * @param target what is to be predicted, one number per row
   */
  public static LinearFit of(double[][] features, double[] target) {
    return new LinearFit(features, target, 0);
  }

  /**
   * Ordinary least squares on columns of a table.
   *
   * @throws IllegalArgumentException if one of them has a null
   */
  public static LinearFit of(Table rows, List<String> features, String target) {
    return of(rows.numbers(features), rows.numbers(target));
  }

  /**
   * Ridge regression: the sum of squared residuals plus {@code penalty} times the sum of squared
   * coefficients is smallest; the intercept costs nothing (Hoerl and Kennard, 1970). Spark's {@code
   * LinearRegression} with {@code regParam} r and the solver {@code normal} fits this on features
   * divided by their standard deviations (of a population), with a penalty of n r / sd(target).
   */
  public static LinearFit ridge(double[][] features, double[] target, double penalty) {
    if (!(penalty >= 0)) {
      throw new IllegalArgumentException(
          "A penalty of '%s' makes no sense: give zero or a positive number.".formatted(penalty));
    }
    return new LinearFit(features, target, penalty);
  }

  private static double[] solve(double[][] features, double[] target, double penalty) {
    if (features[0].length == 0) {
      return new double[0];
    }
    var svd = new SingularValueDecomposition(MatrixUtils.createRealMatrix(features));
    double[] singular = svd.getSingularValues();
    double[] turned = svd.getUT().operate(target);
    for (int k = 0; k < turned.length; k++) {
      double s = singular[k];
      turned[k] *= s <= NOTHING * singular[0] ? 0 : s / (s * s + penalty);
    }
    return svd.getV().operate(turned);
  }

  /** What is predicted for a row of zeros. */
  public double intercept() {
    return intercept;
  }

  /** By how much a prediction rises per unit of each feature. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /** What is predicted for another row. */
  public double predict(double... features) {
    double sum = intercept;
    for (int j = 0; j < coefficients.length; j++) {
      sum += coefficients[j] * features[j];
    }
    return sum;
  }

  /** What is predicted for the rows that it was fitted on. */
  public double[] fitted() {
    return fitted.clone();
  }

  /** The targets minus what is predicted for them. */
  public double[] residuals() {
    double[] residuals = new double[target.length];
    Arrays.setAll(residuals, i -> target[i] - fitted[i]);
    return residuals;
  }

  /**
   * The share of the variance of the target that is explained: 1 - residual over total sum of
   * squares; NaN if the target is constant.
   */
  public double rSquared() {
    double mean = Arrays.stream(target).average().orElseThrow();
    double total = Arrays.stream(target).map(y -> (y - mean) * (y - mean)).sum();
    return 1 - Arrays.stream(residuals()).map(r -> r * r).sum() / total;
  }

  /** The root of the mean squared residual, in the unit of the target. */
  public double rmse() {
    return Math.sqrt(Arrays.stream(residuals()).map(r -> r * r).average().orElseThrow());
  }
}
