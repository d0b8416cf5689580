package day2.imputation.checks;

import static org.apache.spark.sql.functions.*;

import org.apache.spark.ml.*;
import org.apache.spark.ml.feature.*;
import org.apache.spark.sql.*;

/** The code that the lesson shows, on five cafés. */
final class ImputationLesson {

  private ImputationLesson() {}

  static Dataset<Row> severalCounts(Dataset<Row> cafes) {
    // region: several-counts
    Dataset<Row> counts =
        cafes.agg(
            count(lit(1)).as("cafes"),
            count(col("seats")).as("told"), // nulls do not count
            count_if(col("seats").gt(15).and(col("street").equalTo("Quay"))).as("largeOnTheQuay"));
    // endregion
    return counts;
  }

  static Dataset<Row> whenWithoutOtherwise(Dataset<Row> cafes) {
    // region: when-without-otherwise
    Dataset<Row> cleaned =
        cafes.withColumn("tables", when(col("tables").gt(0), col("tables"))); // else null
    // endregion
    return cleaned;
  }

  static Dataset<Row> imputer(Dataset<Row> trainCafes, Dataset<Row> testCafes) {
    // region: imputer
    Imputer imputer =
        new Imputer()
            .setStrategy("mean") // or "median", or "mode"
            .setInputCols(new String[] {"seats"})
            .setOutputCols(new String[] {"seats_filled"});
    ImputerModel model = imputer.fit(trainCafes); // learns one number per column
    model.surrogateDF().show(); // the numbers: one row
    Dataset<Row> filled = model.transform(testCafes); // learns nothing
    // endregion
    return filled;
  }

  static Dataset<Row> leftJoin(Dataset<Row> trainCafes, Dataset<Row> testCafes) {
    // region: left-join
    Dataset<Row> streets =
        trainCafes.groupBy(col("street").as("known")).agg(max("seats").as("most"));
    Dataset<Row> compared =
        testCafes
            .join(streets, testCafes.col("street").equalTo(streets.col("known")), "left")
            .withColumn("most", coalesce(col("most"), lit(0))); // a street that train has not
    // endregion
    return compared;
  }

  static Dataset<Row> pipeline(Dataset<Row> trainCafes, Dataset<Row> testCafes) {
    // region: pipeline
    VectorAssembler assembler =
        new VectorAssembler().setInputCols(new String[] {"seats", "tables"}).setOutputCol("size");
    MinMaxScaler scaler = new MinMaxScaler().setInputCol("size").setOutputCol("scaled");
    Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {assembler, scaler});
    PipelineModel fitted = pipeline.fit(trainCafes);
    Dataset<Row> scaled = fitted.transform(testCafes);
    // endregion
    return scaled;
  }
}
