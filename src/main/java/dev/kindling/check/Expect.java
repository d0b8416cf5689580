package dev.kindling.check;

import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Where every expectation begins. Import {@code expect} statically and let the IDE offer what fits
 * the value:
 *
 * <pre>{@code
 * expect(lab.fitMedians(listings.train(), COLUMNS).surrogateDF())
 *     .as("the medians")
 *     .within(0.5)
 *     .toHaveRows(Table.of("beds", "bathrooms").row(2.0, 1.5))
 *     .help("…");
 * }</pre>
 */
public final class Expect {

  private Expect() {}

  /** Judges a frame. Comparing its rows costs one Spark job, however long the chain. */
  public static FrameExpectation expect(Dataset<Row> actual) {
    return new FrameExpectation(actual);
  }

  public static NumberExpectation expect(double actual) {
    return new NumberExpectation(actual);
  }

  public static NumberExpectation expect(long actual) {
    return new NumberExpectation(actual);
  }

  public static NumberExpectation expect(Number actual) {
    return new NumberExpectation(actual);
  }

  public static ValueExpectation<Boolean> expect(boolean actual) {
    return new ValueExpectation<>(actual);
  }

  public static ValueExpectation<String> expect(String actual) {
    return new ValueExpectation<>(actual);
  }

  /** Judges any other value: a record, an enum, an array, a vector. */
  public static <T> ValueExpectation<T> expect(T actual) {
    return new ValueExpectation<>(actual);
  }

  public static <T> ListExpectation<T> expect(List<T> actual) {
    return new ListExpectation<>(actual);
  }

  public static <K, V> MapExpectation<K, V> expect(Map<K, V> actual) {
    return new MapExpectation<>(actual);
  }

  /**
   * Judges a pipeline, a model, an estimator or a transformer, or what it makes of rows:
   *
   * <pre>{@code
   * expect(lab.scaler()).fittedOn(train).on(test).columns("id", "scaled").toHaveRows(expected);
   * }</pre>
   */
  public static StageExpectation expect(PipelineStage actual) {
    return new StageExpectation(actual);
  }

  /** Judges how Spark would compute a frame. Starts no job. */
  public static PlanExpectation expectPlan(Dataset<Row> actual) {
    return new PlanExpectation(actual);
  }

  /** Makes a call and judges how many Spark jobs it starts; its value is in {@code result()}. */
  public static <T> JobsExpectation<T> expectJobs(SparkSession spark, ThrowingSupplier<T> call) {
    CheckScope.current().settle();
    return new JobsExpectation<>(JobCount.of(spark, call));
  }

  /**
   * Uses what an answer returned, such as a model on new rows. If that fails, the answer has
   * failed, not the check.
   *
   * @param what completes "Computing … failed", such as "the predictions"
   * @throws AnswerError if the call throws
   */
  public static <T> T compute(String what, ThrowingSupplier<T> call) {
    CheckScope.current().settle();
    return AnswerCode.compute(what, call);
  }
}
