package day2.notebookcharts;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Statistics of columns in plain Java: as they should be, and as known mistakes have them. */
record Summaries(Table df, List<String> columns, List<String> statistics) {

  /**
   * Spark writes numbers as text with all their digits; sums of 5,400 values round in the ninth.
   */
  private static final double ROUNDING = 1e-4;

  private static final List<String> DESCRIBED = List.of("count", "mean", "stddev", "min", "max");
  private static final List<String> USUAL =
      List.of("count", "mean", "stddev", "min", "25%", "50%", "75%", "max");

  void judge(Dataset<Row> summary) {
    List<String> names = new ArrayList<>(List.of("summary"));
    names.addAll(columns);
    expect(summary)
        .as("the summary")
        .toContainColumns(names.toArray(String[]::new))
        .toSatisfy(
            "it has the columns %s and no others, in this order".formatted(names),
            frame -> Arrays.asList(frame.columns()).equals(names))
        .diagnose(
            "every-column",
            frame -> frame.columns().length > names.size(),
            frame ->
                "The summary has %d columns, for %d were asked: without a `select`, every column is summarised, text as well, whose `min` and `max` follow the alphabet. Select `columns` first."
                    .formatted(frame.columns().length - 1, columns.size()));
    List<Row> rows = compute("the summary", summary::collectAsList);
    List<String> given = rows.stream().map(row -> row.<String>getAs("summary")).toList();
    expect(given)
        .as("the statistics")
        .toHaveElementsInOrder(statistics)
        .diagnose(
            "describe-not-summary",
            DESCRIBED,
            "These are the five statistics of `describe()`. It takes names of columns, not of statistics, and knows neither a median nor a distinct count. `summary(…)` takes the statistics that you want.")
        .diagnose(
            "every-statistic",
            USUAL,
            "These are the eight statistics that `summary()` gives when it is asked for none. Pass it `statistics`.");
    expect(numbers(rows))
        .as("the numbers")
        .within(ROUNDING)
        .toHaveEntries(right(df))
        .diagnose(
            "nulls-as-zeros",
            right(withZeros()),
            "These are the statistics with every null taken for a zero. Nulls do not count: leave them as they are, `summary` passes over them.");
  }

  private Map<String, Double> numbers(List<Row> rows) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (Row row : rows) {
      for (String column : columns) {
        Object value = row.getAs(column);
        numbers.put(
            row.getAs("summary") + " of " + column,
            value == null ? Double.NaN : Double.valueOf(value.toString()));
      }
    }
    return numbers;
  }

  private Map<String, Double> right(Table table) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (String statistic : statistics) {
      for (String column : columns) {
        numbers.put(statistic + " of " + column, statistic(statistic, table.values(column)));
      }
    }
    return numbers;
  }

  private static double statistic(String name, Values values) {
    double[] sorted = values.sorted();
    return switch (name) {
      case "count" -> sorted.length;
      case "mean" -> values.mean();
      case "50%" -> values.median();
      case "min" -> sorted[0];
      case "max" -> sorted[sorted.length - 1];
      case "count_distinct" -> values.counts().size();
      default -> throw new IllegalArgumentException("No check asks for '%s'.".formatted(name));
    };
  }

  private Table withZeros() {
    return new Table(
        df.columns(),
        df.rows().stream()
            .map(row -> row.stream().map(cell -> cell == null ? (Object) 0.0 : cell).toList())
            .toList());
  }
}
