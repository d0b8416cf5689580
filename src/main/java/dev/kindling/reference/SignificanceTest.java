package dev.kindling.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.stat.inference.TTest;

/**
 * What a statistical test says.
 *
 * @param statistic the farther from 0, the less chance explains it
 * @param pValue how likely chance alone makes the statistic at least this far from 0; NaN if the
 *     test cannot say
 */
public record SignificanceTest(double statistic, double pValue) {

  private static final SignificanceTest SILENT = new SignificanceTest(Double.NaN, Double.NaN);

  /** Pearson's χ² test of two categories; see {@link Contingency#test}. */
  public static SignificanceTest chiSquared(List<?> first, List<?> second) {
    return Contingency.of(first, second).test();
  }

  /**
   * The one-way analysis of variance: F is the variance between groups over that within (Fisher,
   * 1925), as Spark's {@code ANOVATest}.
   *
   * @param groups the group of each number
   */
  public static SignificanceTest anova(double[] numbers, List<?> groups) {
    Map<Object, List<Double>> members = new LinkedHashMap<>();
    for (int i = 0; i < numbers.length; i++) {
      members.computeIfAbsent(groups.get(i), group -> new ArrayList<>()).add(numbers[i]);
    }
    double mean = Arrays.stream(numbers).average().orElse(Double.NaN);
    double between = 0;
    double within = 0;
    for (List<Double> group : members.values()) {
      double ofGroup = group.stream().mapToDouble(v -> v).average().orElseThrow();
      between += group.size() * (ofGroup - mean) * (ofGroup - mean);
      within += group.stream().mapToDouble(v -> (v - ofGroup) * (v - ofGroup)).sum();
    }
    return f(between, members.size() - 1, within, numbers.length - members.size());
  }

  /**
   * The F-test of a linear regression of one number on another: r² over 1 - r², each by its degrees
   * of freedom, as Spark's {@code FValueTest}.
   */
  public static SignificanceTest regression(double[] x, double[] y) {
    double r = Correlations.pearson(x, y);
    return f(r * r, 1, 1 - r * r, x.length - 2);
  }

  private static SignificanceTest f(double explained, int degrees, double left, int degreesLeft) {
    if (degrees <= 0 || degreesLeft <= 0) {
      return SILENT;
    }
    double f = explained / degrees / (left / degreesLeft);
    // Upwards of a statistic without end there is nothing; the distribution would say NaN.
    double below =
        Double.isInfinite(f) ? 1 : new FDistribution(degrees, degreesLeft).cumulativeProbability(f);
    return Double.isNaN(f) ? SILENT : new SignificanceTest(f, 1 - below);
  }

  /** Student's t-test of two means, two-sided; both samples vary alike. */
  public static SignificanceTest student(double[] first, double[] second) {
    TTest test = new TTest();
    return new SignificanceTest(
        test.homoscedasticT(first, second), test.homoscedasticTTest(first, second));
  }

  /** Welch's t-test of two means, two-sided; the samples need not vary alike. */
  public static SignificanceTest welch(double[] first, double[] second) {
    TTest test = new TTest();
    return new SignificanceTest(test.t(first, second), test.tTest(first, second));
  }

  /** The t-test of the differences of pairs, two-sided: of folds, or of before and after. */
  public static SignificanceTest paired(double[] first, double[] second) {
    TTest test = new TTest();
    return new SignificanceTest(test.pairedT(first, second), test.pairedTTest(first, second));
  }
}
