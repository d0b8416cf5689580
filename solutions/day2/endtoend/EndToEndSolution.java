package day2.endtoend;

import static org.apache.spark.sql.functions.*;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.ModelSignature;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.artifacts.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.ModelRegistry.RegisteredModelAlias;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.tracking.MlflowClient;

/** Each step uses only what the step before it is allowed to tell. */
public class EndToEndSolution implements EndToEndLab {

  static final int GOOD = 7;
  static final List<String> NOT_FEATURES = List.of("quality", "label");
  static final String CHAMPION = "champion";
  static final String CHALLENGER = "challenger";

  @Override
  public Dataset<Row> prepareWines(Dataset<Row> red, Dataset<Row> white) {
    Dataset<Row> both = both(red.withColumn("is_red", lit(1)), white.withColumn("is_red", lit(0)));
    return withoutBlanks(both.na().drop())
        .withColumn("label", when(isGood(col("quality")), 1.0).otherwise(0.0));
  }

  Dataset<Row> both(Dataset<Row> red, Dataset<Row> white) {
    return red.unionByName(white);
  }

  Column isGood(Column quality) {
    return quality.geq(GOOD);
  }

  /** What a row holds decides where it goes, so it goes there wherever it lies. */
  @Override
  public Split splitWines(Dataset<Row> wines, long seed) {
    List<Column> values = new ArrayList<>();
    Arrays.stream(wines.columns()).sorted().forEach(name -> values.add(col(name)));
    values.add(lit(seed));
    Column draw = bucket(xxhash64(values.toArray(Column[]::new)));
    return new Split(
        wines.where(draw.lt(60)),
        wines.where(draw.geq(60).and(draw.lt(80))),
        wines.where(draw.geq(80)));
  }

  Column bucket(Column hash) {
    return pmod(hash, lit(100));
  }

  @Override
  public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
    PipelineModel model = fit(train, settings);
    return new Scored(model, auc(model, validation));
  }

  @Override
  public String logForest(
      String trackingUri,
      String experimentId,
      PipelineModel model,
      Settings settings,
      Dataset<Row> train,
      Dataset<Row> validation) {
    Dataset<Row> input = train.selectExpr(((VectorAssembler) model.stages()[0]).getInputCols());
    try (MlflowClient client = new MlflowClient(trackingUri)) {
      String runId = client.createRun(experimentId).getRunId();
      logParams(client, runId, settings);
      aucs(model, train, validation).forEach((key, auc) -> client.logMetric(runId, key, auc));
      logImportances(new ArtifactStore(trackingUri), runId, importances(model, train));
      new SparkModels(trackingUri).logModel(runId, logged(model), "model", options(model, input));
      client.setTerminated(runId);
      return runId;
    }
  }

  Map<String, Double> aucs(PipelineModel model, Dataset<Row> train, Dataset<Row> validation) {
    return Map.of("train_auc", auc(model, train), "val_auc", auc(model, validation));
  }

  Transformer logged(PipelineModel model) {
    return model;
  }

  @Override
  public Tuned tune(
      String trackingUri, String experimentId, Split split, List<Settings> candidates) {
    try (MlflowClient client = new MlflowClient(trackingUri)) {
      String parent = client.createRun(experimentId).getRunId();
      Settings best = null;
      double bestAuc = Double.NEGATIVE_INFINITY;
      double largest = Double.NEGATIVE_INFINITY;
      for (Settings candidate : candidates) {
        PipelineModel model = fit(split.train(), candidate);
        double auc = measured(model, split);
        logChild(client, experimentId, parent, candidate, auc);
        double chosenBy = chosenBy(model, split, auc);
        if (chosenBy > largest) {
          best = candidate;
          bestAuc = auc;
          largest = chosenBy;
        }
      }
      PipelineModel model = fit(rowsOfTheLastFit(split), best);
      logParams(client, parent, best);
      client.logMetric(parent, "val_auc", choice(bestAuc, model, split));
      client.logMetric(parent, "test_auc", auc(model, split.test()));
      client.setTerminated(parent);
      return new Tuned(parent, model);
    }
  }

  double measured(PipelineModel model, Split split) {
    return auc(model, split.validation());
  }

  double chosenBy(PipelineModel model, Split split, double auc) {
    return auc;
  }

  Dataset<Row> rowsOfTheLastFit(Split split) {
    return split.train().unionByName(split.validation());
  }

  double choice(double auc, PipelineModel model, Split split) {
    return auc;
  }

  @Override
  public String promote(String trackingUri, String name, String runId) {
    ModelRegistry registry = new ModelRegistry(trackingUri);
    try (MlflowClient client = new MlflowClient(trackingUri)) {
      createIfNew(registry, name);
      Optional<ModelVersion> champion = champion(registry, name);
      Optional<ModelVersion> rival = rival(registry, name);
      String version =
          registry.createModelVersion(name, "runs:/" + runId + "/model", runId).getVersion();
      boolean better =
          rival.isEmpty()
              || isBetter(
                  metric(client, runId, measure()),
                  metric(client, rival.get().getRunId(), measure()));
      registry.setRegisteredModelAlias(name, better ? CHAMPION : CHALLENGER, version);
      registry.transitionModelVersionStage(
          name, version, better ? "Production" : "Staging", better);
      return better ? version : champion.orElseThrow().getVersion();
    }
  }

  Optional<ModelVersion> rival(ModelRegistry registry, String name) {
    return champion(registry, name);
  }

  String measure() {
    return "test_auc";
  }

  boolean isBetter(double auc, double champions) {
    return auc > champions;
  }

  @Override
  public String scoreWines(String trackingUri, String name, Dataset<Row> batch, String tablePath) {
    String version = version(new ModelRegistry(trackingUri), name);
    PipelineModel model = new SparkModels(trackingUri).loadModel("models:/" + name + "/" + version);
    Dataset<Row> wines = withoutBlanks(batch);
    Dataset<Row> table =
        judged(model, wines)
            .withColumn("model_version", lit(version))
            .drop("features", "rawPrediction", "probability");
    write(table, tablePath);
    return version;
  }

  String version(ModelRegistry registry, String name) {
    return registry.getModelVersionByAlias(name, CHAMPION).getVersion();
  }

  Dataset<Row> judged(PipelineModel model, Dataset<Row> wines) {
    return model.transform(wines);
  }

  void write(Dataset<Row> table, String path) {
    table.write().format("delta").mode("overwrite").option("overwriteSchema", "true").save(path);
  }

  Dataset<Row> withoutBlanks(Dataset<Row> wines) {
    Dataset<Row> renamed = wines;
    for (String name : wines.columns()) {
      renamed = renamed.withColumnRenamed(name, name.replace(' ', '_'));
    }
    return renamed;
  }

  String[] features(Dataset<Row> wines) {
    return Arrays.stream(wines.columns())
        .filter(name -> !NOT_FEATURES.contains(name))
        .toArray(String[]::new);
  }

  PipelineModel fit(Dataset<Row> train, Settings settings) {
    return forest(features(train), settings).fit(train);
  }

  static Pipeline forest(String[] features, Settings settings) {
    VectorAssembler assembler =
        new VectorAssembler().setInputCols(features).setOutputCol("features");
    RandomForestClassifier forest =
        new RandomForestClassifier()
            .setLabelCol("label")
            .setNumTrees(settings.numTrees())
            .setMaxDepth(settings.maxDepth())
            .setSeed(settings.seed());
    return new Pipeline().setStages(new PipelineStage[] {assembler, forest});
  }

  double auc(PipelineModel model, Dataset<Row> wines) {
    return new BinaryClassificationEvaluator()
        .setLabelCol("label")
        .evaluate(model.transform(wines));
  }

  static ModelOptions options(PipelineModel model, Dataset<Row> input) {
    Dataset<Row> output = model.transform(input).select("prediction");
    return ModelOptions.none()
        .withSignature(ModelSignature.infer(input, output))
        .withInputExample(input);
  }

  /** The vector has no names; the assembler that made the features has them, in its order. */
  Map<String, Double> importances(PipelineModel model, Dataset<Row> train) {
    String[] names = ((VectorAssembler) model.stages()[0]).getInputCols();
    double[] values =
        ((RandomForestClassificationModel) model.stages()[1]).featureImportances().toArray();
    Map<String, Double> importances = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      importances.put(names[i], values[i]);
    }
    return importances;
  }

  static void logImportances(
      ArtifactStore artifacts, String runId, Map<String, Double> importances) {
    try {
      Path file = Files.createTempDirectory("wine").resolve("feature_importances.json");
      new ObjectMapper().writeValue(file.toFile(), importances);
      artifacts.logArtifact(runId, file);
    } catch (IOException e) {
      throw new UncheckedIOException("The importances cannot be written to a file.", e);
    }
  }

  static void logChild(
      MlflowClient client, String experimentId, String parent, Settings candidate, double auc) {
    String runId = client.createRun(experimentId).getRunId();
    client.setTag(runId, "mlflow.parentRunId", parent);
    logParams(client, runId, candidate);
    client.logMetric(runId, "val_auc", auc);
    client.setTerminated(runId);
  }

  static void logParams(MlflowClient client, String runId, Settings settings) {
    client.logParam(runId, "numTrees", Integer.toString(settings.numTrees()));
    client.logParam(runId, "maxDepth", Integer.toString(settings.maxDepth()));
    client.logParam(runId, "seed", Long.toString(settings.seed()));
  }

  static void createIfNew(ModelRegistry registry, String name) {
    if (registry.searchRegisteredModels("name = '" + name + "'").findAny().isEmpty()) {
      registry.createRegisteredModel(name);
    }
  }

  static Optional<ModelVersion> champion(ModelRegistry registry, String name) {
    return registry.getRegisteredModel(name).getAliasesList().stream()
        .filter(alias -> alias.getAlias().equals(CHAMPION))
        .map(RegisteredModelAlias::getVersion)
        .map(version -> registry.getModelVersion(name, version))
        .findFirst();
  }

  static double metric(MlflowClient client, String runId, String key) {
    return client.getRun(runId).getData().getMetricsList().stream()
        .filter(metric -> metric.getKey().equals(key))
        .mapToDouble(Metric::getValue)
        .findFirst()
        .orElseThrow();
  }
}
