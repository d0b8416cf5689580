package day2.imputation;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.FrameExpectation;
import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Marking gaps in plain Java: as it should be, and as known mistakes have it.
 *
 * @param columns the columns to mark
 * @param sentinels by column, the numbers that mean "not known" in it
 */
record Marks(List<String> columns, Map<String, List<Integer>> sentinels) {

  Table right(Table df) {
    return mark(df, this::isSentinel, this::isSentinel, 1.0);
  }

  /** Sentinels stay numbers. */
  Table sentinelsKept(Table df) {
    return mark(df, (column, value) -> false, (column, value) -> false, 1.0);
  }

  /** The indicators were made while the sentinels were still numbers. */
  Table markedTooEarly(Table df) {
    return mark(df, this::isSentinel, (column, value) -> false, 1.0);
  }

  /** A sentinel of one column is taken for a gap in all of them. */
  Table sentinelsEverywhere(Table df) {
    BiPredicate<String, Object> anywhere =
        (column, value) -> columns.stream().anyMatch(other -> isSentinel(other, value));
    return mark(df, anywhere, anywhere, 1.0);
  }

  /** 1 where there is a value. */
  Table inverted(Table df) {
    return mark(df, this::isSentinel, this::isSentinel, 0.0);
  }

  private boolean isSentinel(String column, Object value) {
    return value instanceof Number number
        && sentinels.getOrDefault(column, List.of()).stream()
            .anyMatch(sentinel -> sentinel == number.doubleValue());
  }

  private Table mark(
      Table df,
      BiPredicate<String, Object> removed,
      BiPredicate<String, Object> seenAsGap,
      double gap) {
    List<Map<String, Object>> marked = new ArrayList<>();
    for (Map<String, Object> row : NamedRows.of(df)) {
      Map<String, Object> cells = new LinkedHashMap<>(row);
      for (String column : columns) {
        Object value = row.get(column);
        boolean isGap = value == null || seenAsGap.test(column, value);
        boolean isNull = value == null || removed.test(column, value);
        cells.put(column, isNull ? null : ((Number) value).doubleValue());
        cells.put(column + "_na", isGap ? gap : 1 - gap);
      }
      marked.add(cells);
    }
    return NamedRows.table(marked);
  }

  /** Judges what marking {@code df} gave. */
  void judge(Dataset<Row> marked, Table df) {
    String[] indicators = columns.stream().map(c -> c + "_na").toArray(String[]::new);
    FrameExpectation frame =
        expect(marked)
            .as("the marked frame")
            .toContainColumns(indicators)
            .diagnose(
                "no-indicator",
                result -> Stream.of(indicators).noneMatch(List.of(result.columns())::contains),
                "There is no `_na` column. Once a gap is filled nobody can tell it from a value, and that a host kept something back may say more than any filling. Add `<col>_na` for each column.");
    for (String column : columns) {
      frame
          .toHaveType(column, DataTypes.DoubleType)
          .diagnose(
              "int-not-double",
              result -> result.schema().apply(column).dataType().equals(DataTypes.IntegerType),
              "Column `%s` is still int. An `Imputer` gives back the type it was given, so a median of 1.5 would be cut to 1. Cast the columns to double."
                  .formatted(column))
          .toHaveType(column + "_na", DataTypes.DoubleType)
          .diagnose(
              "indicator-not-double",
              result -> true,
              "`%s_na` is no double. Write `when(…, 1.0).otherwise(0.0)` with decimal points: the indicators stand beside doubles in the feature vector."
                  .formatted(column));
    }
    frame
        .toHaveRowCount(df.size())
        .diagnose(
            "rows-dropped",
            result -> result.count() < df.size(),
            result ->
                "%d of %d rows are gone. A filter drops the rows it is false for, and those it is null for as well. A sentinel is only one cell: make that cell null and keep the row."
                    .formatted(df.size() - result.count(), df.size()))
        .toHaveRows(right(df))
        .diagnose(
            "sentinel-kept",
            () -> sentinelsKept(df),
            "The sentinels are still there as numbers: a 999 pulls every mean up, and nothing marks it as a gap. Make them null first.")
        .diagnose(
            "marked-too-early",
            () -> markedTooEarly(df),
            "The values are right, but the rows that held a sentinel are marked 0.0: the indicator was made while the sentinel was still a number. Make the sentinels null first, then mark.")
        .diagnose(
            "sentinel-everywhere",
            () -> sentinelsEverywhere(df),
            "A number that means \"not known\" in one column was removed from others too, where it is a value. Look up the sentinels of each column by its name.")
        .diagnose(
            "indicator-inverted",
            () -> inverted(df),
            "The indicators are the wrong way round: `_na` stands for \"not available\", so it is 1.0 where the value is missing.");
  }
}
