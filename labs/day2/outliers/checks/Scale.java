package day2.outliers.checks;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.Arrays;

/**
 * What scores are made with, in plain Java.
 *
 * @param column the column that it was learned from
 * @param mean the mean
 * @param sd the standard deviation of a sample
 * @param middle the median
 * @param spread 1.4826 times the median distance from the median
 */
record Scale(String column, double mean, double sd, double middle, double spread) {

  static Scale of(Table train, String column) {
    Values values = train.values(column);
    double middle = values.median();
    Table distances =
        train.complete(column).with(column, row -> Math.abs(row.number(column) - middle));
    double spread = 1.4826 * distances.values(column).median();
    return new Scale(column, values.mean(), values.sd(), middle, spread);
  }

  private Double z(Double value) {
    return value == null ? null : (Double) ((value - mean) / sd);
  }

  private Double robust(Double value) {
    return value == null ? null : (Double) ((value - middle) / spread);
  }

  /** The rows with both scores and the flag. */
  Table scored(Table rows, double cutoff) {
    return rows.with(column + "_z:double", row -> z(row.numberOrNull(column)))
        .with(column + "_robust_z:double", row -> robust(row.numberOrNull(column)))
        .with(
            column + "_outlier:boolean",
            row -> !row.isNull(column) && Math.abs(robust(row.number(column))) > cutoff);
  }

  /**
   * A cutoff halfway between two scores, so that it does not matter which of the two usual
   * constants they were made with.
   */
  double cutoffNear(double wish, Table rows) {
    double[] scores =
        new Values(rows.complete(column).map(row -> Math.abs(robust(row.number(column))))).sorted();
    int above = -1 - Arrays.binarySearch(scores, wish);
    return (scores[above - 1] + scores[above]) / 2;
  }
}
