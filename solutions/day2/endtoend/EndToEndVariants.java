package day2.endtoend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.kindling.lab.Variant;
import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.rest.MlflowException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.RFormula;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.tracking.MlflowClient;

/** Other right answers. */
final class EndToEndVariants {

  private EndToEndVariants() {}

  @Variant("SQL, one partition before randomSplit, RFormula, and the registry by search")
  static final class ByOtherMeans extends EndToEndSolution {

    @Override
    public Dataset<Row> prepareWines(Dataset<Row> red, Dataset<Row> white) {
      return prepared(white, 0).unionByName(prepared(red, 1));
    }

    private static Dataset<Row> prepared(Dataset<Row> wines, int isRed) {
      List<Column> columns = new ArrayList<>();
      for (String name : wines.columns()) {
        columns.add(col("`" + name + "`").as(String.join("_", name.split(" "))));
      }
      columns.add(lit(isRed).as("is_red"));
      columns.add(col("quality").geq(7).cast("double").as("label"));
      String complete =
          Arrays.stream(wines.columns())
              .map(name -> "`" + name + "` is not null")
              .collect(Collectors.joining(" and "));
      return wines.where(complete).select(columns.toArray(Column[]::new));
    }

    @Override
    public Split splitWines(Dataset<Row> wines, long seed) {
      Dataset<Row>[] parts = wines.coalesce(1).randomSplit(new double[] {6, 2, 2}, seed);
      return new Split(parts[0], parts[1], parts[2]);
    }

    @Override
    public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
      RFormula formula = new RFormula().setFormula("label ~ . - quality").setLabelCol("is_good");
      RandomForestClassifier forest =
          new RandomForestClassifier()
              .setLabelCol("is_good")
              .setNumTrees(settings.numTrees())
              .setMaxDepth(settings.maxDepth())
              .setSeed(settings.seed());
      PipelineModel model =
          new Pipeline().setStages(new PipelineStage[] {formula, forest}).fit(train.cache());
      train.unpersist();
      return new Scored(
          model,
          new BinaryClassificationEvaluator()
              .setRawPredictionCol("probability")
              .evaluate(model.transform(validation)));
    }

    @Override
    public String promote(String trackingUri, String name, String runId) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      if (registry.searchRegisteredModels("name = '" + name + "'").findAny().isEmpty()) {
        registry.createRegisteredModel(name, "Good wines by their chemistry", Map.of());
      }
      String version =
          registry.createModelVersion(name, "runs:/" + runId + "/model", runId).getVersion();
      try (MlflowClient client = new MlflowClient(trackingUri)) {
        ModelVersion champion = registry.getModelVersionByAlias(name, CHAMPION);
        if (metric(client, champion.getRunId(), "test_auc") >= metric(client, runId, "test_auc")) {
          registry.transitionModelVersionStage(name, version, "Staging", false);
          registry.setRegisteredModelAlias(name, CHALLENGER, version);
          return champion.getVersion();
        }
        registry.transitionModelVersionStage(name, champion.getVersion(), "Archived", false);
      } catch (MlflowException nobody) {
        // There is no champion yet.
      }
      registry.transitionModelVersionStage(name, version, "Production", false);
      registry.setRegisteredModelAlias(name, CHAMPION, version);
      return version;
    }
  }

  @Variant("A registered model's own version number, and toDF")
  static final class ByNumber extends EndToEndSolution {

    @Override
    public String scoreWines(
        String trackingUri, String name, Dataset<Row> batch, String tablePath) {
      ModelVersion champion = new ModelRegistry(trackingUri).getModelVersionByAlias(name, CHAMPION);
      PipelineModel model =
          new SparkModels(trackingUri).loadModel("models:/" + name + "/" + champion.getVersion());
      String[] names =
          Arrays.stream(batch.columns()).map(n -> n.replace(" ", "_")).toArray(String[]::new);
      model
          .transform(batch.toDF(names))
          .withColumn("model_version", lit(champion.getVersion()))
          .drop("features", "rawPrediction", "probability")
          .repartition(2)
          .write()
          .format("delta")
          .mode("overwrite")
          .save(tablePath);
      return champion.getVersion();
    }
  }
}
