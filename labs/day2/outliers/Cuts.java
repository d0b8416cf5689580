package day2.outliers;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.FrameExpectation;
import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Winsorising in plain Java: as it should be, and as known mistakes have it.
 *
 * @param train the rows to learn from
 * @param df the rows to change
 * @param columns the columns
 * @param share the share of values that is cut on each side
 */
record Cuts(Rows train, Rows df, List<String> columns, double share) {

  private static final double USUAL = 0.01;

  /** How far an approximate cut may be from the right rank, as a share of all values. */
  private static final double RANKS_OFF = 0.015;

  /** Two cuts of a column; what lies beyond is pulled in. */
  private record Cut(double low, double high) {

    static Cut of(Values values, double share) {
      return new Cut(values.quantile(share), values.quantile(1 - share));
    }

    double pullIn(double value) {
      return Math.min(Math.max(value, low), high);
    }
  }

  private Map<String, Cut> right() {
    return learn(train, share);
  }

  private Map<String, Cut> learn(Rows rows, double cutShare) {
    Map<String, Cut> cuts = new TreeMap<>();
    columns.forEach(column -> cuts.put(column, Cut.of(rows.values(column), cutShare)));
    return cuts;
  }

  private Table pulledIn(Map<String, Cut> cuts) {
    return change(column -> cuts.get(column)::pullIn, column -> null);
  }

  /** Changes each value, and what becomes of a null. */
  private Table change(
      Function<String, DoubleUnaryOperator> change, Function<String, Double> ofNull) {
    Rows changed = df;
    for (String column : columns) {
      changed =
          changed.with(
              column,
              row -> {
                Double value = Rows.number(row, column);
                return value == null
                    ? ofNull.apply(column)
                    : (Object) change.apply(column).applyAsDouble(value);
              });
    }
    return changed.table();
  }

  private Table nullsBecome(Function<Cut, Double> cut) {
    Map<String, Cut> cuts = right();
    return change(column -> cuts.get(column)::pullIn, column -> cut.apply(cuts.get(column)));
  }

  private Table onlyFromAbove() {
    Map<String, Cut> cuts = right();
    return change(column -> value -> Math.min(value, cuts.get(column).high()), column -> null);
  }

  private Table extremesBecomeNull() {
    Map<String, Cut> cuts = right();
    Rows changed = df;
    for (String column : columns) {
      Cut cut = cuts.get(column);
      changed =
          changed.with(
              column,
              row -> {
                Double value = Rows.number(row, column);
                return value == null || cut.pullIn(value) != value ? null : value;
              });
    }
    return changed.table();
  }

  /** Judges what winsorising gave. */
  void judge(Dataset<Row> changed) {
    FrameExpectation frame =
        expect(changed)
            .as("the winsorised frame")
            .toHaveRowCount(df.size())
            .diagnose(
                "rows-trimmed",
                result -> result.count() < df.size(),
                result ->
                    "%d of %d rows are gone: that is trimming. Winsorising keeps every row and pulls its extreme values in to the cut."
                        .formatted(df.size() - result.count(), df.size()));
    for (String column : columns) {
      frame
          .toHaveType(column, DataTypes.DoubleType)
          .diagnose(
              "not-double",
              result -> true,
              "Column `%s` is to be double: a quantile need not be a whole number. Cast it."
                  .formatted(column));
    }
    frame
        .toHaveRows(pulledIn(right()))
        .diagnose(
            "null-becomes-cut",
            () -> nullsBecome(Cut::low),
            "Nulls became the lower cut. `greatest` and `least` skip nulls, so `greatest(null, low)` is `low`. Put `when(value.isNotNull(), …)` around it.")
        .diagnose(
            "null-becomes-cut",
            () -> nullsBecome(Cut::high),
            "Nulls became the upper cut. `greatest` and `least` skip nulls, so `least(null, high)` is `high`. Put `when(value.isNotNull(), …)` around it.")
        .diagnose(
            "extremes-become-null",
            this::extremesBecomeNull,
            "Extreme values became null. `when(inside, value)` without `otherwise` throws away that they were large; winsorising keeps that and only limits how large.")
        .diagnose(
            "least-greatest-swapped",
            result -> allValuesAreCuts(result),
            "Every value has become one of the two cuts: `least` and `greatest` are swapped. `greatest(value, low)` lets nothing below `low`; `least(…, high)` lets nothing above `high`.")
        .diagnose(
            "own-cuts",
            () -> pulledIn(learn(df, share)),
            "The cuts were learned from the rows that are changed. A model in use sees one row at a time, and that has no quantiles. Learn them from `train`.")
        .diagnose(
            "fit-on-all-rows",
            () -> pulledIn(learn(train.and(df), share)),
            "The cuts were learned from train and the other rows together: they have seen the future. Learn them from `train` alone.")
        .diagnose(
            "share-ignored",
            () -> pulledIn(learn(train, USUAL)),
            "These are the cuts for a share of 0.01, and here it is %s. Use the parameter."
                .formatted(share))
        .diagnose(
            "share-halved",
            () -> pulledIn(learn(train, share / 2)),
            "These are the cuts for half the share. `share` is what lies beyond the cut on each side, not on both together.")
        .diagnose(
            "one-side-only",
            this::onlyFromAbove,
            "Only large values were pulled in. There is a cut at the lower end as well.")
        .diagnose("approximate-cuts", this::areUnchangedOrNear, result -> approximate(result));
  }

  private boolean allValuesAreCuts(Dataset<Row> result) {
    Map<String, double[]> found = sorted(result);
    Map<String, Cut> cuts = right();
    return columns.stream()
        .allMatch(
            column -> {
              Cut cut = cuts.get(column);
              return Arrays.stream(found.get(column))
                  .allMatch(value -> value == cut.low() || value == cut.high());
            });
  }

  /**
   * Whether the cuts are the ends of train, so that nothing of train changes, or values not far
   * from the right ones.
   */
  private boolean areUnchangedOrNear(Dataset<Row> result) {
    Map<String, double[]> found = sorted(result);
    return columns.stream()
        .allMatch(
            column -> {
              double[] expected = sortedBy(column, value -> value);
              double[] values = found.get(column);
              Cut ends = Cut.of(train.values(column), 0.0);
              if (Arrays.equals(values, sortedBy(column, ends::pullIn))) {
                return true;
              }
              Cut seen = new Cut(values[0], values[values.length - 1]);
              return values.length == expected.length
                  && Arrays.equals(values, sortedBy(column, seen::pullIn))
                  && isNear(column, seen.low(), share)
                  && isNear(column, seen.high(), 1 - share);
            });
  }

  private boolean isNear(String column, double cut, double at) {
    double[] sorted = train.values(column).sorted();
    double below = Arrays.stream(sorted).filter(value -> value < cut).count();
    double upTo = Arrays.stream(sorted).filter(value -> value <= cut).count();
    return below / sorted.length <= at + RANKS_OFF && upTo / sorted.length >= at - RANKS_OFF;
  }

  private double[] sortedBy(String column, DoubleUnaryOperator change) {
    return Arrays.stream(df.values(column).sorted()).map(change).toArray();
  }

  /** The numbers of each column, in ascending order. */
  private Map<String, double[]> sorted(Dataset<Row> result) {
    List<Row> rows = result.collectAsList();
    Map<String, double[]> sorted = new TreeMap<>();
    for (String column : columns) {
      sorted.put(
          column,
          rows.stream()
              .map(row -> row.<Double>getAs(column))
              .filter(Objects::nonNull)
              .mapToDouble(Double::doubleValue)
              .sorted()
              .toArray());
    }
    return sorted;
  }

  /** Tells how large the largest value still is. */
  private String approximate(Dataset<Row> result) {
    String column = columns.get(0);
    double[] values = sorted(result).get(column);
    return "The cuts are not the quantiles, only near: `%s` goes up to %,.2f, and the cut is %,.2f. The last argument of `approxQuantile` is an error in ranks: with 0.01, the answer for a share of 0.01 may be anything from the smallest value to the quantile for 0.02, and Spark returns the smallest. So next to nothing is cut. Give an error of 0.0."
        .formatted(column, values[values.length - 1], right().get(column).high());
  }
}
