package day2.onehot;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.FrameExpectation;
import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Levels with an order as numbers, in plain Java: as it should be, and as known mistakes have it.
 *
 * @param df the rows
 * @param column the column
 * @param order its levels, the lowest first
 */
record Ordinals(Rows df, String column, List<String> order) {

  private Table right() {
    return ranks(order, null, 0);
  }

  private Table ranks(List<String> levels, Double unknown, int first) {
    return indexed(
        row -> {
          int place = new ArrayList<>(levels).indexOf(row.get(column)); // may be null
          return place < 0 ? unknown : (Double) (double) (place + first);
        });
  }

  private Table indexed(Function<Map<String, Object>, Object> index) {
    return df.with(column + "Index", index).table();
  }

  private List<String> reversed() {
    List<String> levels = new ArrayList<>(order);
    Collections.reverse(levels);
    return levels;
  }

  private List<String> sorted() {
    return order.stream().sorted().toList();
  }

  /** As an indexer counts; an unknown level is null, or the number of levels. */
  private boolean isByFrequency(Dataset<Row> found) {
    Levels levels = Levels.of(df, column);
    return found.collectAsList().stream()
        .filter(row -> row.getAs(column) != null && row.getAs(column + "Index") != null)
        .filter(row -> levels.names().contains(row.<String>getAs(column)))
        .allMatch(
            row ->
                row.<Double>getAs(column + "Index")
                    == levels.names().indexOf(row.<String>getAs(column)));
  }

  /** Judges what encoding gave. */
  void judge(Dataset<Row> encoded) {
    String index = column + "Index";
    String byFrequency =
        "The numbers follow how often a level occurs, as a `StringIndexer` counts: it cannot know that \"%s\" comes before \"%s\". Take each number from the place in `order`."
            .formatted(order.get(0), order.get(1));
    String nominal =
        "The result is a vector: one-hot encoding forgets that these levels have an order, and spends a feature on each. One number per level is asked for, its place in `order`.";
    FrameExpectation frame =
        expect(encoded)
            .as("the encoded frame")
            .toHaveRowCount(df.size())
            .diagnose(
                "rows-lost",
                result -> result.count() < df.size(),
                result ->
                    "%d of %d rows are gone. A row whose level is null or not in `order` stays; its index is null. If you join, join left."
                        .formatted(df.size() - result.count(), df.size()))
            .toContainColumns(index)
            .diagnose(
                "ordinal-as-nominal",
                result -> List.of(result.columns()).contains(column + "OHE"),
                nominal)
            .toHaveType(index, DataTypes.DoubleType)
            .diagnose(
                "ordinal-as-nominal",
                result -> result.schema().apply(index).dataType().equals(SQLDataTypes.VectorType()),
                nominal)
            .diagnose(
                "index-not-double",
                result -> true,
                "`%s` is to be double, as the indices of Spark ML are. Cast it.".formatted(index));
    frame
        .toHaveRows(right())
        .diagnose(
            "reversed",
            () -> ranks(reversed(), null, 0),
            "The numbers run the wrong way: `order` begins with the lowest level, and that has 0.")
        .diagnose(
            "from-one",
            () -> ranks(order, null, 1),
            "The numbers begin with 1. As everywhere in Spark ML, the first level is 0. (`array_position` counts from 1.)")
        .diagnose(
            "unknown-as-number",
            () -> ranks(order, -1.0, 0),
            "Rows without a known level have -1, one step below the lowest, as if they were the very best or worst. Nothing is known about them: null. (`array_position` gives 0 when it finds nothing, `indexOf` -1.)")
        .diagnose(
            "unknown-as-number",
            () -> ranks(order, (double) order.size(), 0),
            "Rows without a known level have %d, one step above the highest, as if that were known. Nothing is known about them: null. (An indexer with \"keep\" does this. Between nominal levels that is harmless, between ordinal ones it is a statement.)"
                .formatted(order.size()))
        .diagnose(
            "unknown-as-number",
            () -> ranks(order, 0.0, 0),
            "Rows without a known level have 0, the number of \"%s\", as if that were known. Nothing is known about them: null."
                .formatted(order.get(0)))
        .diagnose(
            "ordinal-alphabetical",
            () -> ranks(sorted(), null, 0),
            "The numbers follow the alphabet. Take each number from the place in `order`.")
        .diagnose("ordinal-by-frequency", this::isByFrequency, byFrequency);
  }
}
