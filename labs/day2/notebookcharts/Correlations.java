package day2.notebookcharts;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.AnswerError;
import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Correlations of columns in plain Java: as they should be, and as known mistakes have them. */
record Correlations(Table df, List<String> columns) {

  /** Both sides compute with doubles; only the order of sums differs. */
  private static final double ROUNDING = 1e-9;

  private static final String NAN_MESSAGE =
      "With `handleInvalid` \"keep\" the assembler writes NaN where a value is missing. Pearson's correlation of it is NaN, and Spearman's takes NaN for the greatest value of all. Drop the rows with a null, or \"skip\" them.";

  private interface Measure {
    double of(List<Double> x, List<Double> y);
  }

  private static final Measure PEARSON = (x, y) -> Ranks.pearson(array(x), array(y));

  Table right() {
    return table(Ranks::spearman, complete(columns));
  }

  Table ofPearson() {
    return table(PEARSON, complete(columns));
  }

  /** Each pair from all rows that have these two. */
  Table pairwise() {
    Table table = Table.of("x", "y", "correlation");
    for (String x : columns) {
      for (String y : columns) {
        table = table.row(x, y, cell(Ranks::spearman, complete(List.of(x, y)), x, y));
      }
    }
    return table;
  }

  Table withZeros() {
    return table(Ranks::spearman, filled(0.0));
  }

  /** Nulls have become NaN, which Spark ranks above all numbers. */
  Table withGapsOnTop() {
    return table(Ranks::spearman, filled(Double.MAX_VALUE));
  }

  private Table table(Measure measure, Table rows) {
    List<List<Object>> cells = new ArrayList<>();
    for (String x : columns) {
      for (String y : columns) {
        cells.add(Arrays.asList(x, y, cell(measure, rows, x, y)));
      }
    }
    return new Table(List.of("x", "y", "correlation"), cells);
  }

  private static double cell(Measure measure, Table rows, String x, String y) {
    return x.equals(y) ? 1.0 : measure.of(numbers(rows, x), numbers(rows, y));
  }

  private static List<Double> numbers(Table rows, String column) {
    return rows.column(column).stream().map(value -> ((Number) value).doubleValue()).toList();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private Table complete(List<String> needed) {
    int[] places = needed.stream().mapToInt(df.columns()::indexOf).toArray();
    Predicate<List<Object>> whole =
        row -> Arrays.stream(places).allMatch(place -> row.get(place) != null);
    return new Table(df.columns(), df.rows().stream().filter(whole).toList());
  }

  private Table filled(Double fill) {
    return new Table(
        df.columns(),
        df.rows().stream()
            .map(row -> row.stream().map(cell -> cell == null ? (Object) fill : cell).toList())
            .toList());
  }

  /** Judges what correlating {@code frame} gave. */
  void judge(NotebookChartsLab lab, Dataset<Row> frame) {
    Dataset<Row> given;
    try {
      given = lab.correlations(frame, columns);
    } catch (AnswerError e) {
      String message = String.valueOf(deepest(e).getMessage());
      if (!message.contains("null") || !message.contains("handleInvalid")) {
        throw e;
      }
      expect(message)
          .as("what came of correlating")
          .toBe("a frame")
          .diagnose(
              "nulls-in-vectors",
              told -> true,
              "A row has a null, and the `VectorAssembler` refuses it: a vector has no place for \"not known\". Drop the rows with a null in one of `columns` first, `na().drop(…)`, or set its `handleInvalid` to \"skip\".");
      return;
    }
    expect(given)
        .as("the correlations")
        .within(ROUNDING)
        .toHaveColumns("x", "y", "correlation")
        .toHaveRowCount((long) columns.size() * columns.size())
        .diagnose(
            "half-the-matrix",
            rows -> rows.count() < (long) columns.size() * columns.size(),
            rows ->
                "There are %d rows, but %d columns have %d ordered pairs. A heat map has a cell for each, on both sides of its diagonal and on it."
                    .formatted(rows.count(), columns.size(), columns.size() * columns.size()))
        .toHaveRows(right())
        .diagnose(
            "pearson-not-spearman",
            this::ofPearson,
            "These are Pearson's correlations, which `Correlation.corr(frame, column)` gives when it is not told a method. They ask how near the points are to a line, and one mansion can turn them over. Pass \"spearman\" as the third argument.")
        .diagnose(
            "nulls-as-zeros",
            this::withZeros,
            "These are the correlations with every null taken for a zero, which puts made-up points into the corner. Drop the rows instead.")
        .diagnose(
            "pairwise",
            this::pairwise,
            "Each correlation was computed from the rows that have its own two columns, so each cell of the heat map speaks of other rows. Use the rows in which none of `columns` is null, for all of them.")
        .diagnose(
            "nan-from-nulls",
            rows -> !rows.where(functions.isnan(rows.col("correlation"))).isEmpty(),
            NAN_MESSAGE)
        .diagnose("nan-from-nulls", this::withGapsOnTop, NAN_MESSAGE);
  }

  private static Throwable deepest(Throwable error) {
    Throwable cause = error;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause;
  }
}
