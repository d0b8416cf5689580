package dev.kindling.check;

import dev.kindling.check.compare.PlainValues;
import dev.kindling.check.compare.RowSet;
import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.plans.logical.LocalLimit;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.functions;

/**
 * Collects a frame in one Spark job, unless it has more than {@link #LIMIT} rows.
 *
 * <p>{@code limit(n).collect()} would start several jobs, one partition first, and may read a
 * sorted frame in another way. A limit within each partition leaves the plan and the order as they
 * are. Only a frame of many partitions is counted first.
 */
final class FrameReader {

  /** The most rows that are compared one by one. */
  static final int LIMIT = 100_000;

  /** A join without a condition soon makes more than anyone waits for. */
  private static final int MOST_COUNTED = 1_000_000;

  /** With more partitions than this, a limit within each still lets too much through. */
  private static final int PARTITIONS = 16;

  private FrameReader() {}

  /** Returns the rows; empty if they are more than {@link #LIMIT}. */
  static Optional<List<Row>> rows(Dataset<Row> frame) {
    Dataset<Row> limited =
        planned(frame, plan -> new LocalLimit(Literal$.MODULE$.apply(LIMIT + 1), plan));
    if (partitions(limited) > PARTITIONS && limited.count() > LIMIT) {
      return Optional.empty();
    }
    List<Row> rows = limited.collectAsList();
    return rows.size() > LIMIT ? Optional.empty() : Optional.of(rows);
  }

  /**
   * Counts the rows of a frame that is too large to collect; each partition is left after {@link
   * #MOST_COUNTED} rows.
   *
   * @return empty if there are more than can be counted so
   */
  static Optional<Long> count(Dataset<Row> frame) {
    long count =
        planned(frame, plan -> new LocalLimit(Literal$.MODULE$.apply(MOST_COUNTED), plan)).count();
    return count < MOST_COUNTED ? Optional.of(count) : Optional.empty();
  }

  /**
   * The rows of a frame that an answer gave, as plain Java values.
   *
   * @param what completes "Computing … failed"
   * @throws AnswerError if they cannot be computed, or are more than {@link #LIMIT}
   */
  static Table table(String what, Dataset<Row> frame) {
    List<Row> rows =
        AnswerCode.compute(what, () -> rows(frame))
            .orElseThrow(
                () ->
                    new AnswerError(
                        "There are more than %s in %s, too many to look at one by one."
                            .formatted(Words.count(LIMIT, "row"), what),
                        null));
    TableBuilder table = Table.builder(frame.columns());
    rows.forEach(row -> table.row(((List<?>) PlainValues.of(row)).toArray()));
    return table.build();
  }

  /** Some columns, whatever is in their names. */
  static Dataset<Row> select(Dataset<Row> frame, String... names) {
    return frame.select(
        Stream.of(names)
            .distinct()
            .map(name -> functions.col("`" + name.replace("`", "``") + "`"))
            .toArray(Column[]::new));
  }

  /** The same frame, not yet planned. */
  static Dataset<Row> again(Dataset<Row> frame) {
    return planned(frame, plan -> plan);
  }

  /** How many partitions the plan announces; scans of files announce none, and have few. */
  private static int partitions(Dataset<Row> frame) {
    return frame.queryExecution().executedPlan().outputPartitioning().numPartitions();
  }

  private static Dataset<Row> planned(Dataset<Row> frame, UnaryOperator<LogicalPlan> change) {
    var plain = (org.apache.spark.sql.classic.Dataset<Row>) frame;
    return org.apache.spark.sql.classic.Dataset.ofRows(
        plain.sparkSession(), change.apply(plain.logicalPlan()));
  }

  /**
   * Returns the frame that a check expects.
   *
   * @throws IllegalArgumentException if it is too large to compare
   */
  static RowSet expected(Dataset<Row> frame) {
    List<Row> rows =
        rows(frame)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The expected frame has more than %s: compare a part of it, or an aggregate."
                            .formatted(Words.count(LIMIT, "row"))));
    return RowSet.of(frame.schema(), rows);
  }
}
