package dev.kindling.profile.report;

/**
 * From where on something is worth an alert. The defaults are those of the usual profiling tools.
 *
 * @param correlation HIGH_CORRELATION: the absolute correlation of two columns is above this
 * @param skewness SKEWED: the absolute skewness is above this
 * @param cardinality HIGH_CARDINALITY: a categorical column has more different values
 * @param imbalance IMBALANCE: one minus the relative entropy of the categories is above this
 * @param uniform UNIFORM: the p-value of the χ² test for equal frequencies is above this
 * @param missing MISSING: the share of missing cells is above this
 * @param zeros ZEROS: the share of zeros is above this
 * @param seasonal SEASONAL: the autocorrelation at one of the lags is above this
 */
public record Thresholds(
    double correlation,
    double skewness,
    int cardinality,
    double imbalance,
    double uniform,
    double missing,
    double zeros,
    double seasonal) {

  /** The usual ones. */
  public static Thresholds defaults() {
    return new Thresholds(0.5, 20, 50, 0.5, 0.999, 0.01, 0.01, 0.5);
  }

  public Thresholds withCorrelation(double limit) {
    return new Thresholds(
        limit, skewness, cardinality, imbalance, uniform, missing, zeros, seasonal);
  }

  public Thresholds withSkewness(double limit) {
    return new Thresholds(
        correlation, limit, cardinality, imbalance, uniform, missing, zeros, seasonal);
  }

  public Thresholds withCardinality(int limit) {
    return new Thresholds(
        correlation, skewness, limit, imbalance, uniform, missing, zeros, seasonal);
  }

  public Thresholds withImbalance(double limit) {
    return new Thresholds(
        correlation, skewness, cardinality, limit, uniform, missing, zeros, seasonal);
  }

  public Thresholds withUniform(double limit) {
    return new Thresholds(
        correlation, skewness, cardinality, imbalance, limit, missing, zeros, seasonal);
  }

  public Thresholds withMissing(double limit) {
    return new Thresholds(
        correlation, skewness, cardinality, imbalance, uniform, limit, zeros, seasonal);
  }

  public Thresholds withZeros(double limit) {
    return new Thresholds(
        correlation, skewness, cardinality, imbalance, uniform, missing, limit, seasonal);
  }

  public Thresholds withSeasonal(double limit) {
    return new Thresholds(
        correlation, skewness, cardinality, imbalance, uniform, missing, zeros, limit);
  }
}
