package day2.imputation;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Filling by group in plain Java, and what known mistakes would put into the gaps. */
record GroupFills(Table train, Table df, String column, String group) {

  private static final double ROUNDING = 1e-9;

  /** The rows to fill with what should be in them. */
  Table right() {
    Map<Object, Values> groups = groups(train);
    double overall = train.values(column).median();
    List<Map<String, Object>> rows = NamedRows.of(df);
    for (Map<String, Object> row : rows) {
      Values group = groups.get(row.get(this.group));
      double fill = group == null ? overall : group.median();
      row.put(imputed(), row.get(column) == null ? fill : row.get(column));
    }
    return NamedRows.table(rows);
  }

  boolean areOwnMedians(Dataset<Row> filled) {
    return fillsAre(filled, groups(df), Middles::isMedian);
  }

  boolean areMediansOfAll(Dataset<Row> filled) {
    return fillsAre(filled, groups(NamedRows.union(train, df)), Middles::isMedian);
  }

  boolean areMeans(Dataset<Row> filled) {
    return fillsAre(
        filled,
        groups(train),
        (group, fill) -> Math.abs(fill - group.mean()) <= ROUNDING * Math.abs(group.mean()));
  }

  boolean ignoreTheGroup(Dataset<Row> filled) {
    double overall = train.values(column).median();
    return fillsAre(filled, groups(train), (group, fill) -> fill == overall);
  }

  boolean leaveGaps(Dataset<Row> filled) {
    return filled.collectAsList().stream().anyMatch(row -> row.getAs(imputed()) == null);
  }

  String imputed() {
    return column + "_imputed";
  }

  /** Judges the gaps of those groups that have values both in train and in the rows to fill. */
  private boolean fillsAre(
      Dataset<Row> filled, Map<Object, Values> source, BiPredicate<Values, Double> condition) {
    Map<Object, Values> inTrain = groups(train);
    Map<Object, Values> inDf = groups(df);
    List<Row> gaps =
        filled.collectAsList().stream()
            .filter(row -> row.getAs(column) == null)
            .filter(row -> inTrain.containsKey(row.getAs(group)))
            .filter(row -> inDf.containsKey(row.getAs(group)))
            .toList();
    return !gaps.isEmpty()
        && gaps.stream()
            .allMatch(
                row -> condition.test(source.get(row.getAs(group)), row.<Double>getAs(imputed())));
  }

  /** The groups that have values; null is no group. */
  private Map<Object, Values> groups(Table table) {
    Map<Object, Values> groups = new HashMap<>();
    for (Object level : table.values(group).counts().keySet()) {
      Values values = table.where(group, level).values(column);
      if (!values.present().isEmpty()) {
        groups.put(level, values);
      }
    }
    return groups;
  }

  /** Judges what filling gave, in the columns of {@code df}. */
  void judge(Dataset<Row> filled) {
    int rows = df.size();
    String[] shown =
        Stream.concat(df.columns().stream(), Stream.of(imputed())).toArray(String[]::new);
    expect(filled).as("the filled frame").toContainColumns(shown);
    expect(compute("the filled frame", () -> filled.selectExpr(shown)))
        .as("the filled frame")
        .toHaveRowCount(rows)
        .diagnose(
            "rows-lost",
            frame -> frame.count() < rows,
            frame ->
                "%d of %d rows are gone: an inner join drops the rows whose group is null or does not occur in train. Filling never drops a row; use a left join."
                    .formatted(rows - frame.count(), rows))
        .toHaveRows(right())
        .diagnose(
            "own-statistic",
            this::areOwnMedians,
            "The gaps hold the medians of the rows that are filled: a window over `df` looks at `df` itself. A model in use sees one row at a time, and that has no median. Take the medians of `train` and join them.")
        .diagnose(
            "fit-on-all-rows",
            this::areMediansOfAll,
            "The gaps hold the medians of train and the other rows together: the filling has seen the future. Group `train` alone.")
        .diagnose(
            "mean-for-median",
            this::areMeans,
            "The gaps hold the means of the groups. A few large values pull a mean away from the middle: take the median.")
        .diagnose(
            "group-ignored",
            this::ignoreTheGroup,
            "Every gap holds the median of all of train (%,.2f), whatever its group. Learn one median per level of `%s`."
                .formatted(train.values(column).median(), group))
        .diagnose(
            "no-fallback",
            this::leaveGaps,
            "Some gaps are still there: train has no median for their group, as with a group that only turns up later. Fall back on the median of all of train.");
  }
}
