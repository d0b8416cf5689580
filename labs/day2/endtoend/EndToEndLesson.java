package day2.endtoend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.artifacts.ArtifactStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.ModelRegistry.RegisteredModelAlias;
import org.mlflow.tracking.MlflowClient;

/** The code that the lesson shows, on teas. */
final class EndToEndLesson {

  private EndToEndLesson() {}

  static Dataset<Row> union(Dataset<Row> black, Dataset<Row> green) {
    // region: union-by-name
    Dataset<Row> teas = black.unionByName(green); // union(green) would go by position
    Dataset<Row> complete = teas.na().drop(); // rows with any null
    // endregion
    return complete;
  }

  static Dataset<Row> bucket(Dataset<Row> teas, long seed) {
    // region: bucket
    Column[] values = {col("leaf"), col("minutes"), lit(seed)};
    Column bucket = pmod(xxhash64(values), lit(10)); // 0 to 9, by what the row holds
    Dataset<Row> sample = teas.where(bucket.equalTo(3)); // about a tenth, always the same
    // endregion
    return sample;
  }

  static double evaluate(PipelineModel model, Dataset<Row> tasted) {
    // region: auc
    BinaryClassificationEvaluator evaluator =
        new BinaryClassificationEvaluator()
            .setLabelCol("bitter")
            .setRawPredictionCol("rawPrediction") // the default: how sure, not just yes or no
            .setMetricName("areaUnderROC"); // the default, too
    double auc = evaluator.evaluate(model.transform(tasted));
    // endregion
    return auc;
  }

  static void artifacts(String trackingUri, String runId, PipelineModel model) throws IOException {
    // region: artifact
    VectorAssembler assembler = (VectorAssembler) model.stages()[0];
    RandomForestClassificationModel forest = (RandomForestClassificationModel) model.stages()[1];
    String first = assembler.getInputCols()[0]; // names are here,
    double share = forest.featureImportances().apply(0); // numbers are there
    Path file = Files.createTempDirectory("tea").resolve("first.txt");
    Files.writeString(file, first + " " + share);
    new ArtifactStore(trackingUri).logArtifact(runId, file); // under the file's own name
    // endregion
  }

  static void child(MlflowClient client, String childId, String parentId) {
    // region: child
    client.setTag(childId, "mlflow.parentRunId", parentId);
    // endregion
  }

  static Optional<String> alias(String trackingUri) {
    // region: alias
    ModelRegistry registry = new ModelRegistry(trackingUri);
    Optional<String> favourite =
        registry.getRegisteredModel("tea").getAliasesList().stream()
            .filter(alias -> alias.getAlias().equals("favourite"))
            .map(RegisteredModelAlias::getVersion)
            .findFirst(); // empty as long as nobody has set it
    // endregion
    return favourite;
  }

  static Dataset<Row> load(String trackingUri, Dataset<Row> teas) {
    // region: load
    PipelineModel model = new SparkModels(trackingUri).loadModel("models:/tea@favourite");
    Dataset<Row> steeped = model.transform(teas); // finds its columns by name
    // endregion
    return steeped;
  }
}
