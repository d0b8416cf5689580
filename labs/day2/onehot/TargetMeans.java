package day2.onehot;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.Arrays;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Encoding by target in plain Java: as it should be, and as known mistakes have it.
 *
 * @param train the rows to learn from
 * @param df the rows to encode; they have the label, too
 * @param column the column
 * @param label the column to average
 * @param smoothing how many rows of the overall mean are mixed into each level
 */
record TargetMeans(Rows train, Rows df, String column, String label, double smoothing) {

  /** Means are added up in another order by Spark. */
  private static final double ROUNDING = 1e-6;

  private String target() {
    return column + "Target";
  }

  private Table right() {
    return encoded(train, smoothing, mean(train));
  }

  /** Encodes with the means of some rows. */
  private Table encoded(Rows learned, double mixed, Double overall) {
    return df.with(target(), row -> target(learned, row, mixed, overall)).table();
  }

  private Double target(Rows learned, Map<String, Object> row, double mixed, Double overall) {
    double[] labels =
        row.get(column) == null
            ? new double[0]
            : labels(learned.where(other -> row.get(column).equals(other.get(column))));
    if (labels.length == 0) {
      return overall;
    }
    double sum = Arrays.stream(labels).sum();
    return mixed == 0 ? sum / labels.length : (sum + mixed * overall) / (labels.length + mixed);
  }

  private double[] labels(Rows rows) {
    return rows.cells().stream().mapToDouble(row -> Rows.number(row, label)).toArray();
  }

  private double mean(Rows rows) {
    return Arrays.stream(labels(rows)).average().orElseThrow();
  }

  private double meanOfMeans() {
    return Levels.of(train, column).names().stream()
        .mapToDouble(level -> mean(train.where(row -> level.equals(row.get(column)))))
        .average()
        .orElseThrow();
  }

  /** The right numbers, but none for a level that train does not have. */
  private Table withoutUnknown() {
    Levels known = Levels.of(train, column);
    return df.with(
            target(), row -> known.knows(row) ? target(train, row, smoothing, mean(train)) : null)
        .table();
  }

  /** Judges what encoding gave. */
  void judge(Dataset<Row> encoded) {
    expect(encoded)
        .as("the encoded frame")
        .within(target(), ROUNDING)
        .toHaveRowCount(df.size())
        .diagnose(
            "rows-lost",
            frame -> frame.count() < df.size(),
            frame ->
                "%d of %d rows are gone: those whose level is null or not in train. An inner join drops them, and so does handleInvalid \"skip\". Join left, or keep; such rows get the overall mean."
                    .formatted(df.size() - frame.count(), df.size()))
        .toContainColumns(target())
        .toHaveRows(right())
        .diagnose(
            "unknown-as-null",
            this::withoutUnknown,
            "A level that train does not have, and null, were given no number. Nothing is known about them, so the best guess is the overall mean of train. Put `coalesce(…, lit(overall))` around it.")
        .diagnose(
            "fit-on-all-rows",
            () -> encoded(train.and(df), smoothing, mean(train.and(df))),
            "The means were learned from train and the other rows together. That is worse than a leak of levels: each row's own label is in its feature, and in use there is no label. Learn from train alone.")
        .diagnose(
            "own-means",
            () -> encoded(df, smoothing, mean(df)),
            "The means were learned from the rows that are encoded: a window or a `groupBy` on `df`. Each row's own label is in its feature, and in use there is no label. Learn from train.")
        .diagnose(
            "smoothing-ignored",
            () -> encoded(train, 0, mean(train)),
            "These are the plain means of the levels. A level with a single row is taken at its word, and that word is mostly noise. Mix in `smoothing` times the overall mean.")
        .diagnose(
            "mean-of-means",
            () -> encoded(train, smoothing, meanOfMeans()),
            "The overall mean is the mean of the level means, %,.2f: a level with one row counts as much as one with hundreds. Average all rows of train: %,.2f."
                .formatted(meanOfMeans(), mean(train)));
  }
}
