package day2.outliers;

import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;

import dev.kindling.check.FrameExpectation;
import dev.kindling.data.Table;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Flagging values in plain Java: as it should be, and as known mistakes have it.
 *
 * @param df the rows to flag
 * @param fences the ordinary values
 */
record Flags(Rows df, List<Fence> fences) {

  Table right() {
    return flag(Fencing::isBeyond);
  }

  private Table nullIsOutlier() {
    return flag((row, fence) -> row.get(fence.column()) == null || Fencing.isBeyond(row, fence));
  }

  private Table edgesAreOutside() {
    return flag(
        (row, fence) -> {
          Double value = Rows.number(row, fence.column());
          return value != null && (value <= fence.lower() || value >= fence.upper());
        });
  }

  private Table onlyTooLarge() {
    return flag(
        (row, fence) -> {
          Double value = Rows.number(row, fence.column());
          return value != null && value > fence.upper();
        });
  }

  private Table inverted() {
    return flag((row, fence) -> row.get(fence.column()) != null && !Fencing.isBeyond(row, fence));
  }

  private Table anyForAll() {
    return flag((row, fence) -> Fencing.isBeyondAny(row, fences));
  }

  private Table flag(BiFunction<Map<String, Object>, Fence, Boolean> test) {
    Rows flagged = df;
    for (Fence fence : fences) {
      flagged = flagged.with(name(fence), row -> test.apply(row, fence));
    }
    return flagged.table();
  }

  private static String name(Fence fence) {
    return fence.column() + "_outlier";
  }

  /** Judges what flagging gave. */
  void judge(Dataset<Row> flagged) {
    FrameExpectation frame =
        expect(flagged)
            .as("the flagged frame")
            .toHaveRowCount(df.size())
            .diagnose(
                "rows-deleted",
                result -> result.count() < df.size(),
                result ->
                    "%d of %d rows are gone. Whoever deletes cannot look at what was deleted, and a row that is odd in one column is lost for all of them. Flag first; whether to delete is a later question."
                        .formatted(df.size() - result.count(), df.size()))
            .toContainColumns(fences.stream().map(Flags::name).toArray(String[]::new));
    for (Fence fence : fences) {
      frame
          .toHaveType(name(fence), DataTypes.BooleanType)
          .diagnose(
              "flag-not-boolean",
              result -> true,
              "`%s` is not boolean. A condition is a boolean column already: it needs no `when(…, 1)`, and it can be used in `filter` as it is."
                  .formatted(name(fence)));
    }
    frame
        .toHaveRows(right())
        .diagnose(
            "null-flag",
            this::hasNulls,
            "Some flags are null: a comparison with null is neither true nor false. Later, `filter(not(flag))` would drop these rows without a word. Put `coalesce(…, lit(false))` around the condition.")
        .diagnose(
            "null-is-outlier",
            this::nullIsOutlier,
            "Rows without a value are flagged. `when(inside, false).otherwise(true)` takes null for \"not inside\". Where nothing was told, nothing is odd: the flag is false.")
        .diagnose(
            "edge-is-outside",
            this::edgesAreOutside,
            "Values that lie exactly on a fence are flagged. Both ends still count as ordinary: compare with `<` and `>`, or use `between`.")
        .diagnose(
            "one-side-only",
            this::onlyTooLarge,
            "Only values that are too large are flagged; some here are too small. A fence has two sides.")
        .diagnose(
            "flag-inverted",
            this::inverted,
            "The flags are the wrong way round: `between` is true for ordinary values. Negate it.")
        .diagnose(
            "one-flag-for-all",
            this::anyForAll,
            "All flags of a row are the same: each says whether any value of the row is beyond its fence. Each flag is to speak of its own column.");
  }

  private boolean hasNulls(Dataset<Row> result) {
    return fences.stream().anyMatch(fence -> !result.where(col(name(fence)).isNull()).isEmpty());
  }
}
