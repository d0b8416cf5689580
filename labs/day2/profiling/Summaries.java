package day2.profiling;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The figures of numeric columns in plain Java: right ones, and those of known mistakes. */
record Summaries(Table table, List<String> columns) {

  private static final String[] NAMES = {
    "column",
    "count",
    "missing",
    "distinct",
    "infinite",
    "zeros",
    "mean",
    "std",
    "min",
    "max",
    "skewness"
  };

  /** Rounding of sums in another order; the figures themselves are up to 60,000. */
  private static final double ROUNDING = 1e-6;

  private record Column(List<Object> cells) {

    double[] values() {
      return cells.stream()
          .filter(Objects::nonNull)
          .mapToDouble(value -> ((Number) value).doubleValue())
          .toArray();
    }

    double[] finite() {
      return Arrays.stream(values()).filter(Double::isFinite).toArray();
    }

    long distinct() {
      return Arrays.stream(values()).distinct().count();
    }
  }

  Table right() {
    return table(Column::distinct, Summaries::sampleStd, 0);
  }

  private interface Distinct {
    long of(Column column);
  }

  /**
   * @param missingAsValues what is added to the counts for each missing cell
   */
  private Table table(Distinct distinct, ToDoubleFunction<double[]> std, int missingAsValues) {
    Table result = Table.of(NAMES);
    for (String name : columns) {
      Column column = new Column(table.column(name));
      double[] values = column.values();
      double[] finite = column.finite();
      long missing = column.cells().size() - values.length;
      result =
          result.row(
              name,
              values.length + missingAsValues * missing,
              missing,
              distinct.of(column),
              (long) values.length - finite.length,
              Arrays.stream(values).filter(value -> value == 0).count(),
              Arrays.stream(finite).average().orElseThrow(),
              std.applyAsDouble(finite),
              Arrays.stream(finite).min().orElseThrow(),
              Arrays.stream(finite).max().orElseThrow(),
              skewness(finite));
    }
    return result;
  }

  private static double moment(int power, double... values) {
    double mean = DoubleStream.of(values).average().orElseThrow();
    return DoubleStream.of(values)
        .map(value -> Math.pow(value - mean, power))
        .average()
        .orElseThrow();
  }

  private static double populationStd(double... values) {
    return Math.sqrt(moment(2, values));
  }

  private static double sampleStd(double... values) {
    return Math.sqrt(moment(2, values) * values.length / (values.length - 1));
  }

  private static double skewness(double... values) {
    return moment(3, values) / Math.pow(moment(2, values), 1.5);
  }

  private Table withPopulationStd() {
    return table(Column::distinct, Summaries::populationStd, 0);
  }

  /** As {@code select(c).distinct().count()} has it. */
  private Table withNullAsValue() {
    return table(
        column -> column.distinct() + (column.cells().contains(null) ? 1 : 0),
        Summaries::sampleStd,
        0);
  }

  private Table withAllRowsCounted() {
    return table(Column::distinct, Summaries::sampleStd, 1);
  }

  void judge(Dataset<Row> figures) {
    expect(figures)
        .as("the figures")
        .within(ROUNDING)
        .toHaveColumns(NAMES)
        .toHaveRows(right())
        .diagnose(
            "sample-for-the-whole",
            this::isOfASample,
            "`count` and `missing` together are fewer than the rows: the figures were taken from a part of the frame, and nothing says so. A sample misses what is rare, such as one infinite value. Take them from all rows; one pass is cheap enough.")
        .diagnose(
            "population-std",
            this::withPopulationStd,
            "The standard deviations are those of a population, divided by n. What is at hand is a sample: divide by n − 1, which is `stddev` (or `stddev_samp`). A report should say which it is.")
        .diagnose(
            "null-is-distinct",
            this::withNullAsValue,
            "Columns with gaps have one different value too many: null was counted as a value. `countDistinct` leaves it out; null has its own line, `missing`.")
        .diagnose(
            "rows-not-values",
            this::withAllRowsCounted,
            "`count` is the number of all rows. `count(lit(1))` counts rows; `count(col(c))` counts the cells that are not null.")
        .diagnose(
            "infinite-in-mean",
            this::isInfinite,
            "A mean, minimum or maximum is infinite (or NaN): one infinite value is enough for that, and it hides all others. Count such values in `infinite`, and take the other figures of what is finite.")
        .diagnose(
            "distinct-is-a-guess",
            this::isApproximate,
            "The numbers of different values are close, not right: `approx_count_distinct` is off by a few percent. That is fine for a first look, if the report says so. Here use `countDistinct`.");
  }

  private boolean isOfASample(Dataset<Row> figures) {
    return figures.collectAsList().stream()
        .anyMatch(row -> row.<Long>getAs("count") + row.<Long>getAs("missing") < table.size());
  }

  private boolean isInfinite(Dataset<Row> figures) {
    return figures.collectAsList().stream()
        .flatMap(row -> List.of("mean", "min", "max").stream().map(name -> row.<Double>getAs(name)))
        .anyMatch(value -> value != null && !Double.isFinite(value));
  }

  private boolean isApproximate(Dataset<Row> figures) {
    return figures.collectAsList().stream()
        .allMatch(
            row -> {
              long right = new Column(table.column(row.getAs("column"))).distinct();
              return Math.abs(row.<Long>getAs("distinct") - right) <= 0.2 * right;
            });
  }
}
