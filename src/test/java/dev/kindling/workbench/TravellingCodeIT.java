package dev.kindling.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.result.AnswerRef;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.LabResult;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * An answer's code that travels to Spark's tasks: it arrives, and the newest arrives. Each case
 * runs twice with another number in it, in one worker: a loader used twice would serve the older.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TravellingCodeIT {

  private static final String MEMBERS =
      "public static class Factor implements java.io.Serializable {"
          + " public final long by = %d; public long of(long id) { return id * by; } }"
          + " static long times(long id) { return id * %1$d; }";

  private SampleCheckout checkout;
  private Workbench workbench;

  @BeforeAll
  void start(@TempDir Path root) {
    checkout = new SampleCheckout(root);
    workbench = new Workbench(checkout.home());
  }

  @AfterAll
  void stop() {
    workbench.close();
  }

  private LabResult grade(String source) throws InterruptedException {
    checkout.save(source);
    return workbench.grade(GradeRequest.of("day9/sample", AnswerRef.LEARNER, 42), event -> {});
  }

  /** Judges an answer that multiplies by 3, by 2 and by 3, which only the checks can tell apart. */
  private void assertThatTheNewestArrives(String doubled) throws InterruptedException {
    for (int factor : new int[] {3, 2, 3}) {
      String source =
          SampleCheckout.with("doubled", doubled.replace("BY", Integer.toString(factor)))
              .replaceFirst("(?m)^public class Sample .*\\{$", "$0\n" + MEMBERS.formatted(factor));
      LabResult result = grade(source);
      assertThat(result.compile().problems()).isEmpty();
      if (factor == 2) {
        assertThat(result.passed()).as("%s", result).isTrue();
      } else {
        assertThat(result.tasks().get(1).checks().get(0).diagnosis())
            .as("%s", result)
            .isEqualTo("tripled");
      }
    }
  }

  @Test
  void aLambda() throws InterruptedException {
    assertThatTheNewestArrives(
        "UDF1<Long, Long> f = id -> id * BY; return frame.withColumn(\"twice\", udf(f, DataTypes.LongType).apply(col(\"id\")));");
  }

  @Test
  void aMethodReference() throws InterruptedException {
    assertThatTheNewestArrives(
        "UDF1<Long, Long> f = Sample::times; return frame.withColumn(\"twice\", udf(f, DataTypes.LongType).apply(col(\"id\")));");
  }

  @Test
  void anObjectOfItsOwnClassInALambda() throws InterruptedException {
    assertThatTheNewestArrives(
        "Factor factor = new Factor(); UDF1<Long, Long> f = factor::of; return frame.withColumn(\"twice\", udf(f, DataTypes.LongType).apply(col(\"id\")));");
  }

  @Test
  void aBroadcastObjectOfItsOwnClass() throws InterruptedException {
    assertThatTheNewestArrives(
        """
        var all = new org.apache.spark.api.java.JavaSparkContext(frame.sparkSession().sparkContext()).broadcast(new Factor());
        UDF1<Long, Long> f = id -> all.value().of(id);
        return frame.withColumn("twice", udf(f, DataTypes.LongType).apply(col("id")));
        """);
  }

  @Test
  void aJobWithoutSql() throws InterruptedException {
    assertThatTheNewestArrives(
        """
        Factor factor = new Factor();
        var rows = frame.javaRDD().map(row -> RowFactory.create(row.getLong(0), factor.of(row.getLong(0))));
        return frame.sparkSession().createDataFrame(rows, frame.schema().add("twice", DataTypes.LongType));
        """);
  }

  @Test
  void aTypedLambdaOnTheSmallSideOfABroadcastJoin() throws InterruptedException {
    assertThatTheNewestArrives(
        """
        Factor factor = new Factor();
        Dataset<Row> twice = frame.select("id").as(Encoders.LONG())
            .map((org.apache.spark.api.java.function.MapFunction<Long, scala.Tuple2<Long, Long>>)
                id -> new scala.Tuple2<>(id, factor.of(id)), Encoders.tuple(Encoders.LONG(), Encoders.LONG()))
            .toDF("id", "twice");
        return frame.join(broadcast(twice), "id");
        """);
  }

  @Test
  void aClassOfItsOwnThatIsRegisteredByName() throws InterruptedException {
    assertThatTheNewestArrives(
        """
        frame.sparkSession().udf().registerJava("times", "day9.sample.Sample$Times", DataTypes.LongType);
        return frame.withColumn("twice", call_udf("times", col("id")));
        }
        public static class Times implements UDF1<Long, Long> {
          @Override public Long call(Long id) { return id * BY; }
        """);
  }
}
