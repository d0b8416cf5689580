package day2.imputation;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How often two columns have gaps together, counted in plain Java: as it should be, and as known
 * mistakes have it.
 */
record GapCounts(Table df, List<String> columns) {

  Table right() {
    return count(value -> value == null, (one, other) -> one && other);
  }

  /** Values instead of gaps, as {@code count(column)} counts. */
  Table ofValues() {
    return count(value -> value != null, (one, other) -> one && other);
  }

  /** A gap in at least one of the two columns. */
  Table ofEither() {
    return count(value -> value == null, (one, other) -> one || other);
  }

  /** Empty texts and zeros taken for gaps. */
  Table withEmptyValues() {
    return count(
        value ->
            value == null
                || value.equals("")
                || (value instanceof Number number && number.doubleValue() == 0),
        (one, other) -> one && other);
  }

  /** The right counts, their shares as percentages. */
  Table inPercent() {
    Table percent = Table.of("first", "second", "missing", "share");
    for (Map<String, Object> row : NamedRows.of(right())) {
      double share = 100 * (double) row.get("share");
      percent = percent.row(row.get("first"), row.get("second"), row.get("missing"), share);
    }
    return percent;
  }

  private Table count(Predicate<Object> gap, BinaryOperator<Boolean> together) {
    List<List<Boolean>> gaps =
        columns.stream().map(column -> df.column(column).stream().map(gap::test).toList()).toList();
    List<List<Object>> counts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i; j < columns.size(); j++) {
        List<Boolean> first = gaps.get(i);
        List<Boolean> second = gaps.get(j);
        long missing =
            IntStream.range(0, df.size())
                .filter(row -> together.apply(first.get(row), second.get(row)))
                .count();
        double share = (double) missing / df.size();
        counts.add(List.of(columns.get(i), columns.get(j), missing, share));
      }
    }
    return new Table(List.of("first", "second", "missing", "share"), counts);
  }

  /** Judges what counting gave. */
  void judge(Dataset<Row> counts) {
    expect(counts)
        .as("the counts")
        .toHaveRows(right())
        .diagnose(
            "values-not-gaps",
            this::ofValues,
            "These are the rows that have a value: `count(column)` leaves nulls out, it does not count them. Count the rows where `isNull()` holds.")
        .diagnose(
            "either-not-both",
            this::ofEither,
            "These rows have a gap in at least one of the two columns, so every pair looks worse than its columns. A pair is missing together only where both are null: join the two conditions with `and`.")
        .diagnose(
            "share-in-percent",
            this::inPercent,
            "The counts are right, but `share` is in percent. A share is a fraction of all rows, between 0 and 1.")
        .diagnose(
            "empty-is-a-gap",
            this::withEmptyValues,
            "Empty texts and zeros were counted as  They are values: somebody told them. Only null is a gap here.");
  }
}
