package day2.notebookcharts;

import static dev.kindling.check.Expect.expect;

import dev.kindling.plot.spec.ChartSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a histogram of some values should be.
 *
 * @param values without nulls
 * @param log whether its scale is logarithmic
 * @param bins how many bins
 */
record Histograms(double[] values, boolean log, int bins) {

  /** Borders are computed, and rounding is all that can part two ways to compute them. */
  private static final double ROUNDING = 1e-6;

  void judge(String name, ChartSpec chart) {
    expect(chart.mark()).as("the mark of the histogram of " + name).toBe("bar");
    String start = chart.encoding("x").field();
    expect(chart)
        .as("the histogram of " + name)
        .toSatisfy("it has %d bars".formatted(bins), spec -> spec.rows().size() == bins)
        .diagnose(
            "raw-rows",
            spec -> spec.rows().size() > 2 * bins,
            spec ->
                "The chart holds %,d rows: the values themselves were collected, and the browser is left to count them. That works until the table is large. Let Spark count: one row per bin is all a histogram needs."
                    .formatted(spec.rows().size()))
        .toSatisfy(
            "its bins end where `x2` says, and `y` counts",
            spec -> spec.encodes("x2") && spec.encodes("y"));
    String end = chart.encoding("x2").field();
    String count = chart.encoding("y").field();
    double[] edges = edges(drawn());
    expect(doubles(chart.values(start)))
        .as("the starts of the bins of " + name)
        .within(ROUNDING)
        .toHaveElementsInOrder(list(Arrays.copyOf(edges, bins)))
        .diagnose(
            "zeros-dropped",
            list(Arrays.copyOf(edges(positive()), bins)),
            "The bins begin at the least value above 0: zeros and negative numbers were filtered away for the decision, and then the filtered rows were drawn. Draw all of `df`; a linear scale can show them.");
    expect(doubles(chart.values(end)))
        .as("the ends of the bins of " + name)
        .within(ROUNDING)
        .toHaveElementsInOrder(list(Arrays.copyOfRange(edges, 1, bins + 1)));
    expect(doubles(chart.values(count)))
        .as("the counts of " + name)
        .toHaveElementsInOrder(counts(edges));
  }

  private double[] positive() {
    return Arrays.stream(values).filter(value -> value > 0).toArray();
  }

  private double[] drawn() {
    return log ? positive() : values;
  }

  private double[] edges(double[] drawn) {
    double low = Arrays.stream(drawn).min().orElseThrow();
    double high = Arrays.stream(drawn).max().orElseThrow();
    double[] edges = new double[bins + 1];
    for (int i = 0; i <= bins; i++) {
      double share = (double) i / bins;
      edges[i] = log ? low * Math.pow(high / low, share) : low + (high - low) * share;
    }
    return edges;
  }

  private List<Double> counts(double[] edges) {
    double[] counts = new double[bins];
    for (double value : drawn()) {
      int bin = 0;
      while (bin < bins - 1 && value >= edges[bin + 1]) {
        bin++;
      }
      counts[bin]++;
    }
    return list(counts);
  }

  private static List<Double> list(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  private static List<Double> doubles(List<Object> values) {
    List<Double> doubles = new ArrayList<>();
    values.forEach(value -> doubles.add(value instanceof Double number ? number : Double.NaN));
    return doubles;
  }
}
