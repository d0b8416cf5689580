package day4.udf.checks;

import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.MapElements;
import org.apache.spark.sql.catalyst.plans.logical.MapPartitions;
import org.apache.spark.util.Utils;
import scala.jdk.javaapi.CollectionConverters;

/** The functions in the plan of a frame. Starts no job. */
final class PlannedFunctions {

  private PlannedFunctions() {}

  /**
   * How a column is computed, such as {@code multiply_func(x, y)}; two arguments in the order of
   * their names, since x times y is y times x. "nothing" if no expression makes the column.
   */
  static String formula(Dataset<Row> frame, String column) {
    return plans(frame.queryExecution().optimizedPlan())
        .flatMap(PlannedFunctions::expressions)
        .filter(expression -> expression instanceof Alias alias && alias.name().equals(column))
        .map(expression -> ((Alias) expression).child().toString())
        .findFirst()
        .orElse("nothing")
        .replaceAll("#\\d+L?", "")
        .replaceFirst("\\(y, x\\)$", "(x, y)");
  }

  /**
   * How many bytes of functions, captured values included, Spark would send along with each task.
   *
   * @throws SparkException if a function cannot be serialized; the same that a job throws
   */
  static long bytes(Dataset<Row> frame) throws SparkException {
    LogicalPlan root = frame.queryExecution().analyzed();
    Stream<Object> ofColumns =
        plans(root)
            .flatMap(PlannedFunctions::expressions)
            .filter(ScalaUDF.class::isInstance)
            .map(udf -> ((ScalaUDF) udf).function());
    try {
      return Stream.concat(ofColumns, plans(root).flatMap(PlannedFunctions::ofRows))
          .mapToLong(function -> Utils.serialize(function).length)
          .sum();
    } catch (Exception e) {
      throw new SparkException("Task not serializable", e);
    }
  }

  /** A function of whole rows is no expression. */
  private static Stream<Object> ofRows(LogicalPlan plan) {
    if (plan instanceof MapElements map) {
      return Stream.of(map.func());
    }
    return plan instanceof MapPartitions map ? Stream.of(map.func()) : Stream.empty();
  }

  private static Stream<LogicalPlan> plans(LogicalPlan plan) {
    return Stream.concat(Stream.of(plan), stream(plan.children()).flatMap(PlannedFunctions::plans));
  }

  private static Stream<Expression> expressions(LogicalPlan plan) {
    return stream(plan.expressions()).flatMap(PlannedFunctions::withParts);
  }

  private static Stream<Expression> withParts(Expression expression) {
    return Stream.concat(
        Stream.of(expression), stream(expression.children()).flatMap(PlannedFunctions::withParts));
  }

  private static <T> Stream<T> stream(scala.collection.Seq<T> some) {
    return CollectionConverters.asJava(some).stream();
  }
}
