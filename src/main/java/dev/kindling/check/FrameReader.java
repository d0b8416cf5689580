package dev.kindling.check;

import dev.kindling.check.compare.RowSet;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;

/**
 * Collects a frame in one Spark job, at most {@link #LIMIT} rows of it.
 *
 * <p>{@code limit(n).collect()} would start several jobs, one partition first, and may read a
 * sorted frame in another way. A limit within each partition leaves the plan and the order as they
 * are.
 */
final class FrameReader {

  /** The most rows that are compared one by one. */
  static final int LIMIT = 100_000;

  private FrameReader() {}

  /** Returns every row, or more than {@link #LIMIT} of them if there are more. */
  static List<Row> rows(Dataset<Row> frame) {
    var plain = (org.apache.spark.sql.classic.Dataset<Row>) frame;
    var limited = new LocalLimit(Literal$.MODULE$.apply(LIMIT + 1), plain.logicalPlan());
    return org.apache.spark.sql.classic.Dataset.ofRows(plain.sparkSession(), limited)
        .collectAsList();
  }

  /**
   * Returns the frame that a check expects.
   *
   * @throws IllegalArgumentException if it is too large to compare
   */
  static RowSet expected(Dataset<Row> frame) {
    List<Row> rows = rows(frame);
    if (rows.size() > LIMIT) {
      throw new IllegalArgumentException(
          "The expected frame has more than %,d rows: compare a part of it, or an aggregate."
              .formatted(LIMIT));
    }
    return RowSet.of(frame.schema(), rows);
  }
}
