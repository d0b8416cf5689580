package day4.udf;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.MapElements;
import org.apache.spark.sql.catalyst.plans.logical.MapPartitions;
import scala.jdk.javaapi.CollectionConverters;

/**
 * How many bytes of functions, captured values included, Spark would send along with each task of a
 * frame. Starts no job.
 */
final class ClosureSize {

  private final CountingStream bytes = new CountingStream();

  private ClosureSize() {}

  /**
   * @throws SparkException if a function cannot be serialized; the same that a job throws
   */
  static long of(Dataset<Row> frame) throws SparkException {
    ClosureSize size = new ClosureSize();
    try {
      size.add(frame.queryExecution().analyzed());
    } catch (IOException e) {
      throw new SparkException("Task not serializable", e);
    }
    return size.bytes.count;
  }

  private void add(LogicalPlan plan) throws IOException {
    if (plan instanceof MapElements map) {
      write(map.func());
    } else if (plan instanceof MapPartitions map) {
      write(map.func());
    }
    for (Expression expression : CollectionConverters.asJava(plan.expressions())) {
      add(expression);
    }
    for (LogicalPlan child : CollectionConverters.asJava(plan.children())) {
      add(child);
    }
  }

  private void add(Expression expression) throws IOException {
    if (expression instanceof ScalaUDF udf) {
      write(udf.function());
    }
    for (Expression child : CollectionConverters.asJava(expression.children())) {
      add(child);
    }
  }

  private void write(Object function) throws IOException {
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(function);
    }
  }

  private static final class CountingStream extends OutputStream {

    private long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] b, int offset, int length) {
      count += length;
    }
  }
}
