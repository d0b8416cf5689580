package dev.kindling.mlflow;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A small model, and the data that it was fitted on. */
final class FittedModels {

  private FittedModels() {}

  static Dataset<Row> flats(SparkSession spark) {
    return spark.sql(
        "SELECT CAST(id AS DOUBLE) AS size, CAST(id % 4 AS INT) AS rooms,"
            + " CONCAT('Viertel ', id % 3) AS district, 3.5 * id + id % 4 + 2 * (id % 3) AS price FROM range(1, 60)");
  }

  static PipelineModel model(Dataset<Row> flats) {
    StringIndexer indexer =
        new StringIndexer().setInputCol("district").setOutputCol("districtIndex");
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(new String[] {"size", "rooms", "districtIndex"})
            .setOutputCol("features");
    Dataset<Row> doubles = flats.withColumn("price", flats.col("price").cast("double"));
    return new Pipeline()
        .setStages(
            new PipelineStage[] {indexer, assembler, new LinearRegression().setLabelCol("price")})
        .fit(doubles);
  }

  static List<Double> predictions(PipelineModel model, Dataset<Row> flats) {
    return Stream.of((Row[]) model.transform(flats).orderBy("size").select("prediction").collect())
        .map(row -> row.getDouble(0))
        .toList();
  }
}
