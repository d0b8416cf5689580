package day2.outliers;

import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;

import dev.kindling.data.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Removing outliers in plain Java: as it should be, and as known mistakes have it.
 *
 * @param train the rows to learn from
 * @param test the rows to judge by
 * @param fencing which columns to look at, and how
 */
record Removal(Rows train, Rows test, Fencing fencing) {

  private static final String FLAG = "is_outlier";

  /** Judges what removing gave. */
  void judge(Cleaned cleaned) {
    expect(cleaned)
        .as("what you returned")
        .toSatisfy(
            "two frames",
            result -> result != null && result.train() != null && result.test() != null);
    List<Fence> fences = fencing.learn(train);
    judgeTest(cleaned.test(), fences);
    judgeTrain(cleaned.train(), fences);
  }

  private void judgeTest(Dataset<Row> marked, List<Fence> fences) {
    expect(marked)
        .as("test")
        .toHaveRowCount(test.size())
        .diagnose(
            "test-rows-removed",
            frame -> frame.count() < test.size(),
            frame ->
                "%d of %d rows of test are gone. A model in use cannot choose what it is asked, so it must be judged on odd rows as well; an error measured on what is left is too kind. Keep every row of test, and mark the odd ones."
                    .formatted(test.size() - frame.count(), test.size()))
        .toContainColumns(FLAG)
        .toHaveType(FLAG, DataTypes.BooleanType)
        .toHaveRows(marked(fences))
        .diagnose(
            "null-flag",
            frame -> !frame.where(col(FLAG).isNull()).isEmpty(),
            "`is_outlier` is null in some rows: a comparison with null is neither true nor false. Without a value nothing is odd; put `coalesce(…, lit(false))` around each comparison.")
        .diagnose(
            "own-fences",
            () -> marked(fencing.learn(test)),
            "`is_outlier` was decided by fences that were learned from test. A model in use sees one row at a time, and that has no quartiles. The fences of train apply to test, too.")
        .diagnose(
            "fences-of-all-rows",
            () -> marked(fencing.learn(train.and(test))),
            "`is_outlier` was decided by fences that were learned from train and test together: they have seen the future. Learn them from train alone.")
        .diagnose(
            "one-filter-after-the-other",
            () -> marked(fencing.learnOneAfterTheOther(train, false)),
            frame -> fencesMoved())
        .diagnose(
            "learned-after-removal",
            () -> marked(fencing.learn(within(fences))),
            "`is_outlier` was decided by fences that were learned from train after the outliers had been removed, so they are narrower than those that train was judged by. Learn the fences once.")
        .diagnose(
            "beyond-all-only",
            () -> test.with(FLAG, row -> Fencing.isBeyondAll(row, fences)).table(),
            "Only rows in which every column is beyond its fence are marked. One is enough: join the conditions with `or`.");
  }

  private void judgeTrain(Dataset<Row> left, List<Fence> fences) {
    expect(left)
        .as("train")
        .toHaveRows(within(fences).table())
        .diagnose(
            "one-filter-after-the-other",
            () -> within(fencing.learnOneAfterTheOther(train, false)).table(),
            frame -> fencesMoved())
        .diagnose(
            "one-filter-after-the-other",
            () -> withoutNulls(within(fencing.learnOneAfterTheOther(train, true))).table(),
            frame -> fencesMoved())
        .diagnose(
            "null-rows-lost",
            () -> withoutNulls(within(fences)).table(),
            frame ->
                "%d rows without a value in one of the columns are gone. For them the condition is null, and `filter` keeps only rows for which it is true: null is not true, and neither is `not(null)`. Put `coalesce(…, lit(false))` around each \"beyond its fence\"."
                    .formatted(within(fences).size() - frame.count()))
        .diagnose(
            "beyond-all-only",
            () -> train.where(row -> !Fencing.isBeyondAll(row, fences)).table(),
            "Only rows in which every column is beyond its fence were removed. One is enough: join the conditions with `or`.")
        .diagnose(
            "outliers-kept",
            () -> train.where(row -> Fencing.isBeyondAny(row, fences)).table(),
            "These are the outliers: the filter is the wrong way round. `filter` keeps the rows for which its condition is true.")
        .diagnose(
            "nothing-removed",
            frame -> frame.count() == train.size(),
            "Train still has all its rows. A frame never changes: `filter` returns a new one.")
        .diagnose(
            "fences-of-all-rows",
            () -> within(fencing.learn(train.and(test))).table(),
            "Train was filtered with fences that were learned from train and test together: they have seen the future. Learn them from train alone.");
  }

  /** Names the last column, whose fence has moved most often. */
  private String fencesMoved() {
    Fence moved = last(fencing.learnOneAfterTheOther(train, false));
    Fence right = last(fencing.learn(train));
    return "The fence of each column was learned after the rows beyond the fences before it had been filtered out. That of `%s` became %,.2f to %,.2f instead of %,.2f to %,.2f, so other rows lie beyond it, and which ones depends on the order of the columns. Learn all fences first, then filter once."
        .formatted(right.column(), moved.lower(), moved.upper(), right.lower(), right.upper());
  }

  private static Fence last(List<Fence> fences) {
    return fences.get(fences.size() - 1);
  }

  private Rows within(List<Fence> fences) {
    return train.where(row -> !Fencing.isBeyondAny(row, fences));
  }

  private Rows withoutNulls(Rows rows) {
    return rows.where(row -> fencing.columns().stream().noneMatch(c -> row.get(c) == null));
  }

  private Table marked(List<Fence> fences) {
    return test.with(FLAG, row -> Fencing.isBeyondAny(row, fences)).table();
  }
}
