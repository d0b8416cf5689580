package day2.profiling;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The overview of a table, counted in plain Java: as it should be, and as known mistakes have it.
 */
record Wholes(Table table) {

  Overview right() {
    return overview(cells(Objects::isNull), table.size() - new HashSet<>(table.rows()).size());
  }

  private Overview overview(long missing, long duplicates) {
    return new Overview(table.size(), table.columns().size(), missing, duplicates);
  }

  private long cells(java.util.function.Predicate<Object> gap) {
    return table.rows().stream().flatMap(List::stream).filter(gap).count();
  }

  private static boolean emptyOrNan(Object value) {
    return value == null || value.equals("") || value.equals(Double.NaN);
  }

  private long rowsWithGaps() {
    return table.rows().stream().filter(row -> row.contains(null)).count();
  }

  /** As {@code countDistinct} over all columns has it. */
  private long distinctWithoutGaps() {
    return table.rows().stream().filter(row -> !row.contains(null)).distinct().count();
  }

  private Map<List<Object>, Long> copies() {
    return table.rows().stream()
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private long inGroups() {
    return copies().values().stream().filter(n -> n > 1).mapToLong(n -> n).sum();
  }

  private long groups() {
    return copies().values().stream().filter(n -> n > 1).count();
  }

  void judge(Overview overview) {
    Overview right = right();
    expect(overview)
        .as("the overview")
        .toBe(right)
        .diagnose(
            "sample-for-the-whole",
            wrong -> wrong.rows() < right.rows(),
            wrong ->
                "The overview is that of %,d of the %,d rows: a part of the frame, taken for the whole. Nothing in it says so. Count all rows."
                    .formatted(wrong.rows(), right.rows()))
        .diagnose(
            "distinct-drops-null-rows",
            wrong ->
                repeatsWrongly(wrong)
                    && wrong.duplicateRows() == table.size() - distinctWithoutGaps(),
            wrong ->
                "%,d rows are called duplicates, among them every row with a null in it: `countDistinct` over several columns skips a row in which any of them is null. Compare whole rows: `df.distinct()` and `dropDuplicates` take null for equal to null."
                    .formatted(wrong.duplicateRows()))
        .diagnose(
            "every-copy-counted",
            wrong -> repeatsWrongly(wrong) && wrong.duplicateRows() == inGroups(),
            wrong ->
                "%,d rows are in groups of equal rows, but one of each group is no repetition. Rows that repeat an earlier one are all rows minus the different rows."
                    .formatted(wrong.duplicateRows()))
        .diagnose(
            "groups-counted",
            wrong -> repeatsWrongly(wrong) && wrong.duplicateRows() == groups(),
            wrong ->
                "%,d is the number of *groups* of equal rows. A row that is there three times repeats itself twice: count all rows minus the different rows."
                    .formatted(wrong.duplicateRows()))
        .diagnose(
            "empty-is-missing",
            wrong -> wrong.missingCells() == cells(Wholes::emptyOrNan),
            "Empty texts or NaN were counted as missing. They are values, if odd ones: only null is missing, and `na().drop()` and `isnan` see more than that.")
        .diagnose(
            "rows-not-cells",
            wrong -> wrong.missingCells() == rowsWithGaps(),
            wrong ->
                "%,d is the number of rows in which something is missing. A row can lack more than one cell: add up the nulls of the columns."
                    .formatted(wrong.missingCells()));
  }

  /** In the survey, the right number of repetitions is that of the groups too. */
  private boolean repeatsWrongly(Overview overview) {
    return overview.duplicateRows() != right().duplicateRows();
  }
}
