package dev.kindling.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Does a little of everything that labs do, so that the learner's first save meets classes that are
 * loaded and code that is compiled. Runs while nobody waits; each step looks whether somebody does.
 */
final class Warmup {

  private final SparkSession spark;
  private final Path scratch;

  Warmup(SparkSession spark, Path scratch) {
    this.spark = spark;
    this.scratch = scratch;
  }

  void run(BooleanSupplier wanted) {
    SparkSession session = spark.newSession();
    List<Runnable> steps =
        List.of(
            () -> session.range(10).count(),
            () -> write(session),
            () -> query(session),
            () -> fit(session));
    for (int round = 0; round < 2; round++) {
      for (Runnable step : steps) {
        if (wanted.getAsBoolean()) {
          return;
        }
        step.run();
      }
    }
  }

  /**
   * Trains the archive of loaded classes: run from its source file, so that the class path is
   * Spark's jars alone and the archive outlives every new build of Kindling. Spark's settings come
   * as system properties.
   */
  public static void main(String[] args) {
    SparkSession spark = SparkSession.builder().getOrCreate();
    new Warmup(spark, Path.of(args[0])).run(() -> false);
    spark.stop();
  }

  private String file() {
    return scratch.resolve("warmup.parquet").toUri().toString();
  }

  private void write(SparkSession session) {
    session
        .range(500)
        .selectExpr(
            "cast(id as double) as x",
            "case when id % 7 = 0 then null else rand(1) end as y",
            "cast(id % 5 as string) as c")
        .coalesce(1)
        .write()
        .mode("overwrite")
        .parquet(file());
  }

  private void query(SparkSession session) {
    Dataset<Row> frame = session.read().parquet(file());
    frame.filter("y is not null").groupBy("c").avg("x", "y").orderBy("c").collectAsList();
    frame.join(frame.groupBy("c").count(), "c").collectAsList();
  }

  private void fit(SparkSession session) {
    Dataset<Row> frame = session.read().parquet(file());
    PipelineStage[] stages = {
      new Imputer()
          .setStrategy("median")
          .setInputCols(new String[] {"y"})
          .setOutputCols(new String[] {"y2"}),
      new StringIndexer().setInputCol("c").setOutputCol("cIndex"),
      new OneHotEncoder().setInputCol("cIndex").setOutputCol("cOHE"),
      new VectorAssembler().setInputCols(new String[] {"y2", "cOHE"}).setOutputCol("features"),
      new LinearRegression().setLabelCol("x").setMaxIter(2)
    };
    new Pipeline()
        .setStages(stages)
        .fit(frame)
        .transform(frame)
        .select("prediction")
        .collectAsList();
  }
}
