package day2.notebookcharts;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** How two columns go together, in plain Java: as it should be, and as known mistakes have it. */
record Relations(Table df, int bins) {

  private static final double ROUNDING = 1e-9;

  private List<List<Object>> points() {
    return df.rows().stream().filter(row -> row.get(0) != null && row.get(1) != null).toList();
  }

  private List<Double> column(int index) {
    return points().stream().map(row -> (Double) row.get(index)).toList();
  }

  double spearman() {
    return Ranks.spearman(column(0), column(1));
  }

  double pearson() {
    return Ranks.pearson(ofList(column(0)), ofList(column(1)));
  }

  double explained() {
    return variance(predictions(false)) / variance(ofList(column(1)));
  }

  /** The greatest value is in a bin of its own. */
  double withOneBinMore() {
    return variance(predictions(true)) / variance(ofList(column(1)));
  }

  /** The variance of the bins' means, each of which counts once. */
  double overBins() {
    double[] means = Arrays.stream(predictions(false)).distinct().toArray();
    return variance(means) / variance(ofList(column(1)));
  }

  private double[] predictions(boolean oneMore) {
    List<Double> x = column(0);
    List<Double> y = column(1);
    double low = x.stream().mapToDouble(v -> v).min().orElseThrow();
    double high = x.stream().mapToDouble(v -> v).max().orElseThrow();
    int[] bin = new int[x.size()];
    Map<Integer, double[]> sums = new LinkedHashMap<>();
    for (int i = 0; i < bin.length; i++) {
      int exact = (int) Math.floor((x.get(i) - low) / (high - low) * bins);
      bin[i] = oneMore ? exact : Math.min(bins - 1, exact);
      double[] sum = sums.computeIfAbsent(bin[i], ignored -> new double[2]);
      sum[0] += y.get(i);
      sum[1]++;
    }
    return Arrays.stream(bin).mapToDouble(b -> sums.get(b)[0] / sums.get(b)[1]).toArray();
  }

  private static double variance(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
  }

  private static double[] ofList(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static Predicate<Double> near(double wrong) {
    return value -> Math.abs(value - wrong) <= ROUNDING;
  }

  void judge(Relation given) {
    expect(given.correlation())
        .as("the correlation")
        .within(ROUNDING)
        .toBe(spearman())
        .diagnose(
            "pearson-not-spearman",
            near(pearson()),
            "This is Pearson's correlation. Pass \"spearman\" as the third argument of `Correlation.corr`: ranks do not care how far out the far points are.");
    double explained = explained();
    double correlation = spearman();
    expect(given.explained())
        .as("the share explained")
        .within(ROUNDING)
        .toBe(explained)
        .diagnose(
            "correlation-squared",
            near(correlation * correlation).or(near(pearson() * pearson())),
            value ->
                "%.3f is the square of a correlation, so it misses what the correlation misses. The bins of `x` explain %.3f of the variance: where `y` first falls and then rises, the two halves cancel out in a correlation, not in the means of bins."
                    .formatted(value, explained))
        .diagnose(
            "last-value-alone",
            near(withOneBinMore()),
            "The greatest `x` has a bin of its own: for it, `floor` of the share times the number of bins is one too many. Bring it into the last bin with `least(…, lit(bins - 1))`.")
        .diagnose(
            "bins-not-rows",
            near(overBins()),
            "This is the variance of the bins' means, each bin counted once. A bin of two rows then weighs as much as one of a thousand. Put the mean beside every row, with a window or a join, and take the variance over the rows.")
        .diagnose(
            "left-over",
            near(1 - explained),
            "This is the share that the bins leave unexplained. The share they explain is 1 minus this.");
  }
}
