package day2.profiling;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/** Quantiles in plain Java: exact ones, and those of known mistakes. */
record QuantileTable(Table table, List<String> columns) {

  private static final List<Double> SHARES = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

  Map<String, List<Double>> right() {
    return table((values, share) -> values.quantile(share), false);
  }

  private Map<String, List<Double>> table(
      BiFunction<Values, Double, Double> quantile, boolean zeros) {
    Map<String, List<Double>> quantiles = new LinkedHashMap<>();
    for (String column : columns) {
      Values values =
          new Values(
              table.column(column).stream().map(v -> zeros && v == null ? (Object) 0 : v).toList());
      quantiles.put(column, SHARES.stream().map(share -> quantile.apply(values, share)).toList());
    }
    return quantiles;
  }

  /** As {@code percentile} and pandas have it: between two values if need be. */
  private static double interpolated(Values values, double share) {
    double[] sorted = values.sorted();
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private Map<String, List<Double>> interpolated() {
    return table(QuantileTable::interpolated, false);
  }

  private Map<String, List<Double>> withZeros() {
    return table((values, share) -> values.quantile(share), true);
  }

  void judge(Map<String, List<Double>> quantiles) {
    expect(quantiles)
        .as("the quantiles")
        .toHaveEntries(right())
        .diagnose(
            "interpolated",
            interpolated(),
            "These quantiles lie between two values of the column: `percentile` and pandas interpolate. Asked for are values that occur, the smallest with at least that share at or below it, as `approxQuantile` gives them.")
        .diagnose(
            "nulls-as-zeros",
            withZeros(),
            "Nulls were filled with 0 before the quantiles were taken, so they count as the smallest values. Leave them null: `approxQuantile` passes over them.")
        .diagnose(
            "too-coarse",
            wrong -> fiveOfEach(wrong) && ofTheColumn(wrong),
            "All of these are values of the columns, but some are not the right ones: the quantiles were found approximately, or in a sample of the rows. With `approxQuantile`, the last argument is how far the rank may be off, and 0.0 is exact; a sample is off by chance, and a report made from one has to say so.");
  }

  private boolean fiveOfEach(Map<String, List<Double>> quantiles) {
    return columns.stream().allMatch(column -> quantiles.get(column).size() == SHARES.size());
  }

  private boolean ofTheColumn(Map<String, List<Double>> quantiles) {
    return columns.stream()
        .allMatch(
            column -> {
              double[] values =
                  table.column(column).stream()
                      .filter(Objects::nonNull)
                      .mapToDouble(value -> ((Number) value).doubleValue())
                      .sorted()
                      .toArray();
              return quantiles.get(column).stream()
                  .allMatch(value -> Arrays.binarySearch(values, value) >= 0);
            });
  }
}
