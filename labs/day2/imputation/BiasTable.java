package day2.imputation;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The bias of filled values in plain Java: as it should be, and as known mistakes have it.
 *
 * @param surrogates what is filled in, by column
 * @param marked the rows with their gaps
 * @param truth what was really there, each id once
 */
record BiasTable(Map<String, Double> surrogates, Table marked, Table truth) {

  private static final DoubleBinaryOperator OFF = (surrogate, actual) -> surrogate - actual;

  Table right() {
    return table(gap -> gap, Values::median, OFF);
  }

  /** Every row counts, though nothing was filled in most of them. */
  Table overAllRows() {
    return table(gap -> true, Values::median, OFF);
  }

  /** The rows with a value count, instead of those with a gap. */
  Table overTold() {
    return table(gap -> !gap, Values::median, OFF);
  }

  Table signTurned() {
    return table(gap -> gap, Values::median, (surrogate, actual) -> actual - surrogate);
  }

  /** A value as the middle, also where the middle lies between two. */
  Table ofApproximateMedians() {
    return table(gap -> gap, BiasTable::lowerMedian, OFF);
  }

  Table ofMeans() {
    return table(gap -> gap, Values::mean, OFF);
  }

  private static double lowerMedian(Values values) {
    double[] sorted = values.sorted();
    return sorted[(sorted.length - 1) / 2];
  }

  private Table table(
      Predicate<Boolean> counts, Function<Values, Double> middle, DoubleBinaryOperator off) {
    List<List<Object>> lines = new ArrayList<>();
    surrogates.forEach(
        (column, surrogate) -> {
          List<Object> told = marked.column(column);
          List<Object> actuals = actuals(column);
          Values values =
              new Values(
                  IntStream.range(0, told.size())
                      .filter(row -> counts.test(told.get(row) == null))
                      .mapToObj(actuals::get)
                      .toList());
          long missing = told.stream().filter(Objects::isNull).count();
          Double actual = values.present().isEmpty() ? null : middle.apply(values);
          Double bias = actual == null ? null : off.applyAsDouble(surrogate, actual);
          lines.add(Arrays.asList(column, missing, surrogate, actual, bias));
        });
    return new Table(List.of("column", "missing", "surrogate", "actual", "bias"), lines);
  }

  /** The true values of a column, in the order of the marked rows. */
  private List<Object> actuals(String column) {
    Map<Object, Object> byId = new HashMap<>();
    List<Object> ids = truth.column("id");
    List<Object> values = truth.column(column);
    IntStream.range(0, ids.size()).forEach(row -> byId.put(ids.get(row), values.get(row)));
    return marked.column("id").stream().map(byId::get).toList();
  }

  /** Judges what measuring gave. */
  void judge(Dataset<Row> measured) {
    expect(measured)
        .as("the bias")
        .toHaveRows(right())
        .diagnose(
            "bias-over-all-rows",
            this::overAllRows,
            "`actual` is the median of all rows, but most of them had a value and were never filled, so the bias all but vanishes. Look only at the rows whose `_na` is 1.")
        .diagnose(
            "told-not-hidden",
            this::overTold,
            "`actual` is the median of the rows that had a value: the bias is then zero by construction, since that is what the model learned. Look at the other rows, those whose `_na` is 1.")
        .diagnose(
            "sign-turned",
            this::signTurned,
            "The sign is turned: `bias` is `surrogate` minus `actual`, so it is negative where the filled values are too low.")
        .diagnose(
            "mean-for-median",
            this::ofMeans,
            "`actual` is a mean. The gaps were filled with a median, so compare it with a median; a mean differs from it in every skewed column, gaps or not.")
        .diagnose(
            "approximate-median",
            this::ofApproximateMedians,
            "`actual` is an approximate median: `percentile_approx` and `approxQuantile` return one of the values, also where the middle lies between two of them. Use `median`, which is exact.");
  }
}
