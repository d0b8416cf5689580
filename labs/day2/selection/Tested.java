package day2.selection;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.FDistribution;

/**
 * What a statistical test says of two columns, in plain Java.
 *
 * @param statistic the larger, the less chance explains it
 * @param pValue how likely chance alone makes the statistic at least this large; NaN if the test
 *     cannot say
 */
record Tested(double statistic, double pValue) {

  /** The chi-squared test of independence; each different value is a level. */
  static Tested chiSquared(Table rows, String feature, String label) {
    List<Object> features = rows.column(feature);
    List<Object> labels = rows.column(label);
    Map<Object, Integer> ofFeature = counts(features);
    Map<Object, Integer> ofLabel = counts(labels);
    Map<List<Object>, Integer> both = new LinkedHashMap<>();
    for (int i = 0; i < features.size(); i++) {
      both.merge(List.of(features.get(i), labels.get(i)), 1, Integer::sum);
    }
    double statistic = 0;
    for (Map.Entry<Object, Integer> one : ofFeature.entrySet()) {
      for (Map.Entry<Object, Integer> other : ofLabel.entrySet()) {
        double expected = one.getValue() * (double) other.getValue() / features.size();
        double off = both.getOrDefault(List.of(one.getKey(), other.getKey()), 0) - expected;
        statistic += off * off / expected;
      }
    }
    double freedom = (ofFeature.size() - 1.0) * (ofLabel.size() - 1);
    double below =
        freedom == 0 ? 0 : new ChiSquaredDistribution(freedom).cumulativeProbability(statistic);
    return new Tested(statistic, 1 - below);
  }

  /** The one-way analysis of variance; each different value of {@code group} makes a group. */
  static Tested anova(Table rows, String number, String group) {
    double[] numbers = Cells.numbers(rows, number);
    List<Object> labels = rows.column(group);
    Map<Object, List<Double>> groups = new LinkedHashMap<>();
    for (int i = 0; i < numbers.length; i++) {
      groups.computeIfAbsent(labels.get(i), label -> new ArrayList<>()).add(numbers[i]);
    }
    double mean = mean(rows.column(number));
    double between = 0;
    double within = 0;
    for (List<Double> members : groups.values()) {
      double ofGroup = mean(members);
      between += members.size() * (ofGroup - mean) * (ofGroup - mean);
      for (double value : members) {
        within += (value - ofGroup) * (value - ofGroup);
      }
    }
    return f(between, groups.size() - 1, within, numbers.length - groups.size());
  }

  /** The F-test of a linear regression of one number on another. */
  static Tested regression(Table rows, String number, String label) {
    double r = correlation(rows, number, label);
    return f(r * r, 1, 1 - r * r, rows.size() - 2);
  }

  /** Pearson's correlation. */
  static double correlation(Table rows, String one, String other) {
    double[] x = Cells.numbers(rows, one);
    double[] y = Cells.numbers(rows, other);
    double meanX = mean(rows.column(one));
    double meanY = mean(rows.column(other));
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - meanX) * (y[i] - meanY);
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }

  private static Tested f(double explained, int degrees, double left, int degreesLeft) {
    double f = explained / degrees / (left / degreesLeft);
    if (degrees == 0 || degreesLeft <= 0 || Double.isNaN(f)) {
      return new Tested(Double.NaN, Double.NaN);
    }
    return new Tested(f, 1 - new FDistribution(degrees, degreesLeft).cumulativeProbability(f));
  }

  private static double mean(List<?> values) {
    return values.stream().mapToDouble(Cells::number).average().orElseThrow();
  }

  private static Map<Object, Integer> counts(List<Object> values) {
    Map<Object, Integer> counts = new LinkedHashMap<>();
    values.forEach(value -> counts.merge(value, 1, Integer::sum));
    return counts;
  }
}
