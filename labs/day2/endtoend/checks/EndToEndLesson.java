package day2.endtoend.checks;

import static org.apache.spark.sql.functions.*;

import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.artifacts.ArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The code that the lesson shows, on teas. */
final class EndToEndLesson {

  private EndToEndLesson() {}

  static String teas(
      Dataset<Row> black, Dataset<Row> green, PipelineModel model, long seed, String runId)
      throws IOException {
    String trackingUri = "http://127.0.0.1:5000";
    // region: union-by-name
    Dataset<Row> teas = black.unionByName(green); // union(green) would go by position
    Dataset<Row> complete = teas.na().drop(); // rows with any null
    // endregion
    // region: bucket
    Column[] values = {col("leaf"), col("minutes"), lit(seed)};
    Column bucket = pmod(xxhash64(values), lit(10)); // 0 to 9, by what the row holds
    Dataset<Row> sample = teas.where(bucket.equalTo(3)); // about a tenth, always the same
    // endregion
    // region: auc
    BinaryClassificationEvaluator evaluator =
        new BinaryClassificationEvaluator()
            .setLabelCol("bitter")
            .setRawPredictionCol("rawPrediction") // the default: how sure, not just yes or no
            .setMetricName("areaUnderROC"); // the default, too
    double auc = evaluator.evaluate(model.transform(teas));
    // endregion
    // region: artifact
    VectorAssembler assembler = (VectorAssembler) model.stages()[0];
    RandomForestClassificationModel forest = (RandomForestClassificationModel) model.stages()[1];
    String first = assembler.getInputCols()[0]; // names are here,
    double share = forest.featureImportances().apply(0); // numbers are there
    Path file = Files.createTempDirectory("tea").resolve("first.txt");
    Files.writeString(file, first + " " + share);
    new ArtifactStore(trackingUri).logArtifact(runId, file); // under the file's own name
    // endregion
    return "%s %s %s".formatted(complete, sample, auc);
  }

  static Dataset<Row> use(String trackingUri, Dataset<Row> teas) {
    // region: load
    PipelineModel model = new SparkModels(trackingUri).loadModel("models:/tea@favourite");
    Dataset<Row> steeped = model.transform(teas); // finds its columns by name
    // endregion
    return steeped;
  }
}
