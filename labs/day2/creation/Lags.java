package day2.creation;

import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Looking back in plain Java: as it should be, and as known mistakes have it.
 *
 * @param df the rows
 * @param group the column that tells the series apart
 * @param time the column that orders them
 * @param label what is to be predicted
 * @param parts what adds up to it
 */
record Lags(Rows df, String group, String time, String label, List<String> parts) {

  private static final int WEEK = 7;

  private static final String PRESENT =
      "The mean holds the row's own label: the frame of the window goes up to the current row. In training the feature knows a part of the answer, and in use there is no answer yet. End the frame at -1: `rowsBetween(-7, -1)`.";
  private static final String FUTURE =
      "These values come from later rows: in training the model sees tomorrow, and in use there is none. `lag` looks back when the window is in ascending order of time and the number of rows is positive.";

  /** How a row looks at its series: each number is an offset, negative ones lie in the past. */
  private record View(int one, int seven, int from, int to) {}

  private static final View RIGHT = new View(-1, -WEEK, -WEEK, -1);

  /** Judges what looking back gave. */
  void judge(Dataset<Row> lagged) {
    Table right = look(RIGHT);
    expect(lagged)
        .as("the frame with the past")
        .toContainColumns(lag1(), lag7(), mean7())
        .toContainColumns(right.columns().toArray(String[]::new))
        .toHaveColumns(right.columns().toArray(String[]::new))
        .diagnose(
            "parts-of-the-label",
            result -> parts.stream().anyMatch(List.of(result.columns())::contains),
            result ->
                "Still there: `%s`. The columns `%s` add up to `%s` in every row: a linear model that has them finds the coefficient 1 for each and reaches an R² of 1.0, and nobody knows any of them before the time is over. Drop them all."
                    .formatted(
                        parts.stream()
                            .filter(List.of(result.columns())::contains)
                            .collect(Collectors.joining("`, `")),
                        String.join("`, `", parts),
                        label))
        .toHaveRowCount(df.size())
        .diagnose(
            "first-rows-dropped",
            result -> result.count() < df.size(),
            result ->
                "%d of %d rows are gone: those that have no seven rows before them. A new station has no past on its first day either, and still wants a prediction. Let the lags be null there."
                    .formatted(df.size() - result.count(), df.size()))
        .toHaveRows(right)
        .diagnose("current-row-included", () -> look(new View(-1, -WEEK, -WEEK + 1, 0)), PRESENT)
        .diagnose("current-row-included", () -> look(new View(-1, -WEEK, -WEEK, 0)), PRESENT)
        .diagnose("looks-ahead", () -> look(new View(1, WEEK, 1, WEEK)), FUTURE)
        .diagnose("looks-ahead", () -> look(new View(1, WEEK, -WEEK, -1)), FUTURE)
        .diagnose("looks-ahead", () -> look(new View(-1, -WEEK, 1, WEEK)), FUTURE)
        .diagnose(
            "zeros-before-the-start",
            () -> zeros(right),
            "Before the first row of a series there are zeros now, as if nobody had come. Nobody counted. Let the lags be null there; what to fill in is decided later.")
        .diagnose(
            "groups-mixed",
            result -> rowsWithoutPast(result) < groups(),
            result ->
                "There are %d series, each with a first row that has nothing before it, but `%s` is null in only %d of %d rows: the others look back into another series. Partition the window by `%s`."
                    .formatted(groups(), lag1(), rowsWithoutPast(result), df.size(), group))
        .diagnose(
            "all-history",
            () -> look(new View(-1, -WEEK, -df.size(), -1)),
            "The lags are right, but the mean goes back to the beginning of each series. It should hold the last seven rows only, so that it follows the season.");
  }

  private Table look(View view) {
    List<Map<String, Object>> looked = new ArrayList<>();
    for (List<Map<String, Object>> series : series()) {
      for (int i = 0; i < series.size(); i++) {
        Map<String, Object> row = new LinkedHashMap<>(series.get(i));
        row.keySet().removeAll(parts);
        row.put(lag1(), at(series, i + view.one()));
        row.put(lag7(), at(series, i + view.seven()));
        row.put(mean7(), mean(series, i + view.from(), i + view.to()));
        looked.add(row);
      }
    }
    return new Rows(looked).table();
  }

  private Table zeros(Table right) {
    return Rows.of(right)
        .each(
            row -> {
              row.putIfAbsent(lag1(), 0);
              row.putIfAbsent(lag7(), 0);
              row.putIfAbsent(mean7(), 0.0);
            })
        .table();
  }

  /** The rows of each group, in the order of time. */
  private List<List<Map<String, Object>>> series() {
    Map<Object, List<Map<String, Object>>> groups =
        df.cells().stream().collect(Collectors.groupingBy(row -> row.get(group)));
    return groups.values().stream()
        .map(rows -> rows.stream().sorted(Comparator.comparing(this::instant)).toList())
        .toList();
  }

  /** Dates and timestamps are written so that their texts are in the order of time. */
  private String instant(Map<String, Object> row) {
    return row.get(time).toString();
  }

  private Object at(List<Map<String, Object>> series, int index) {
    return index >= 0 && index < series.size() ? series.get(index).get(label) : null;
  }

  private Double mean(List<Map<String, Object>> series, int from, int to) {
    var values =
        IntStream.rangeClosed(Math.max(0, from), Math.min(series.size() - 1, to))
            .mapToDouble(i -> Rows.number(series.get(i), label))
            .summaryStatistics();
    return values.getCount() == 0 ? null : Double.valueOf(values.getAverage());
  }

  private long rowsWithoutPast(Dataset<Row> lagged) {
    return lagged.where(col(lag1()).isNull()).count();
  }

  private long groups() {
    return df.cells().stream().map(row -> row.get(group)).distinct().count();
  }

  private String lag1() {
    return label + "_lag1";
  }

  private String lag7() {
    return label + "_lag7";
  }

  private String mean7() {
    return label + "_mean7";
  }
}
