package day2.endtoend;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.ModelSignature;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.artifacts.ArtifactStore;
import dev.kindling.mlflow.rest.MlflowException;
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
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.ModelRegistry.RegisteredModelAlias;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.tracking.MlflowClient;

/** Each step uses only what the step before it is allowed to tell. */
public class EndToEndSolution implements EndToEndLab {

  static final int GOOD = 7;
  static final List<String> NOT_FEATURES = List.of("quality", "label");
  static final String CHAMPION = "champion";
  static final String CHALLENGER = "challenger";

  @Override
  public Dataset<Row> prepareWines(Dataset<Row> red, Dataset<Row> white) {
    Dataset<Row> both =
        red.withColumn("is_red", lit(1)).unionByName(white.withColumn("is_red", lit(0)));
    return withoutBlanks(both.na().drop())
        .withColumn("label", when(col("quality").geq(GOOD), 1.0).otherwise(0.0));
  }

  /** What a row holds decides where it goes, so it goes there wherever it lies. */
  @Override
  public Split splitWines(Dataset<Row> wines, long seed) {
    List<Column> values = new ArrayList<>();
    Arrays.stream(wines.columns()).sorted().forEach(name -> values.add(col(name)));
    values.add(lit(seed));
    Column bucket = pmod(xxhash64(values.toArray(Column[]::new)), lit(100));
    return new Split(
        wines.where(bucket.lt(60)),
        wines.where(bucket.geq(60).and(bucket.lt(80))),
        wines.where(bucket.geq(80)));
  }

  @Override
  public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
    return scored(train, validation, settings);
  }

  @Override
  public String logForest(
      String trackingUri,
      String experimentId,
      PipelineModel model,
      Settings settings,
      Dataset<Row> train,
      Dataset<Row> validation) {
    String[] features = ((VectorAssembler) model.stages()[0]).getInputCols();
    Dataset<Row> input = train.select(columns(features));
    try (MlflowClient client = new MlflowClient(trackingUri)) {
      String runId = start(client, experimentId, "baseline");
      logParams(client, runId, settings);
      client.logMetric(runId, "train_auc", auc(model, train));
      client.logMetric(runId, "val_auc", auc(model, validation));
      logImportances(new ArtifactStore(trackingUri), runId, importances(model));
      new SparkModels(trackingUri).logModel(runId, model, "model", options(model, input));
      client.setTerminated(runId);
      return runId;
    }
  }

  @Override
  public Tuned tune(
      String trackingUri, String experimentId, Split split, List<Settings> candidates) {
    try (MlflowClient client = new MlflowClient(trackingUri)) {
      String parent = start(client, experimentId, "tuning");
      Settings best = null;
      double bestAuc = Double.NEGATIVE_INFINITY;
      for (Settings candidate : candidates) {
        double auc = scored(split.train(), split.validation(), candidate).auc();
        logChild(client, experimentId, parent, candidate, auc);
        if (auc > bestAuc) {
          best = candidate;
          bestAuc = auc;
        }
      }
      Dataset<Row> allButTest = split.train().unionByName(split.validation());
      Scored chosen = scored(allButTest, split.test(), best);
      logParams(client, parent, best);
      client.logMetric(parent, "val_auc", bestAuc);
      client.logMetric(parent, "test_auc", chosen.auc());
      client.setTerminated(parent);
      return new Tuned(parent, chosen.model());
    }
  }

  @Override
  public String promote(String trackingUri, String name, String runId) {
    ModelRegistry registry = new ModelRegistry(trackingUri);
    try (MlflowClient client = new MlflowClient(trackingUri)) {
      createIfNew(registry, name);
      Optional<ModelVersion> champion = champion(registry, name);
      String version =
          registry.createModelVersion(name, "runs:/" + runId + "/model", runId).getVersion();
      boolean better =
          champion.isEmpty()
              || metric(client, runId, "test_auc")
                  > metric(client, champion.get().getRunId(), "test_auc");
      registry.setRegisteredModelAlias(name, better ? CHAMPION : CHALLENGER, version);
      registry.transitionModelVersionStage(
          name, version, better ? "Production" : "Staging", better);
      return better ? version : champion.get().getVersion();
    }
  }

  @Override
  public String scoreWines(String trackingUri, String name, Dataset<Row> batch, String tablePath) {
    String version =
        new ModelRegistry(trackingUri).getModelVersionByAlias(name, CHAMPION).getVersion();
    PipelineModel model =
        new SparkModels(trackingUri).loadModel("models:/" + name + "@" + CHAMPION);
    Dataset<Row> wines = withoutBlanks(batch);
    write(scored(model, wines, version), tablePath);
    return version;
  }

  static Dataset<Row> withoutBlanks(Dataset<Row> wines) {
    Dataset<Row> renamed = wines;
    for (String name : wines.columns()) {
      renamed = renamed.withColumnRenamed(name, name.replace(' ', '_'));
    }
    return renamed;
  }

  static String[] features(Dataset<Row> wines) {
    return Arrays.stream(wines.columns())
        .filter(name -> !NOT_FEATURES.contains(name))
        .toArray(String[]::new);
  }

  /** A forest, and its AUC on rows that it has not seen. */
  private static Scored scored(Dataset<Row> train, Dataset<Row> unseen, Settings settings) {
    PipelineModel model = forest(features(train), settings).fit(train);
    return new Scored(model, auc(model, unseen));
  }

  static Pipeline forest(String[] features, Settings settings) {
    VectorAssembler assembler =
        new VectorAssembler().setInputCols(features).setOutputCol("features");
    RandomForestClassifier forest =
        new RandomForestClassifier()
            .setLabelCol("label")
            .setFeaturesCol("features")
            .setNumTrees(settings.numTrees())
            .setMaxDepth(settings.maxDepth())
            .setSeed(settings.seed());
    return new Pipeline().setStages(new PipelineStage[] {assembler, forest});
  }

  static double auc(PipelineModel model, Dataset<Row> wines) {
    return new BinaryClassificationEvaluator()
        .setLabelCol("label")
        .evaluate(model.transform(wines));
  }

  static Column[] columns(String... names) {
    return Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new);
  }

  static ModelOptions options(PipelineModel model, Dataset<Row> input) {
    Dataset<Row> output = model.transform(input).select("prediction");
    return ModelOptions.none()
        .withSignature(ModelSignature.infer(input, output))
        .withInputExample(input);
  }

  /** The vector has no names; the assembler that made the features has them, in its order. */
  static Map<String, Double> importances(PipelineModel model) {
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
      Path folder = Files.createTempDirectory("importances");
      Path file = folder.resolve("feature_importances.json");
      new ObjectMapper().writeValue(file.toFile(), importances);
      artifacts.logArtifact(runId, file);
      Files.delete(file);
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("The importances cannot be written to a file.", e);
    }
  }

  static String start(MlflowClient client, String experimentId, String name, RunTag... tags) {
    return client
        .createRun(
            CreateRun.newBuilder()
                .setExperimentId(experimentId)
                .setRunName(name)
                .setStartTime(System.currentTimeMillis())
                .addAllTags(List.of(tags))
                .build())
        .getRunId();
  }

  static void logChild(
      MlflowClient client, String experimentId, String parent, Settings candidate, double auc) {
    RunTag child = RunTag.newBuilder().setKey("mlflow.parentRunId").setValue(parent).build();
    String name = "trees-%d-depth-%d".formatted(candidate.numTrees(), candidate.maxDepth());
    String runId = start(client, experimentId, name, child);
    logParams(client, runId, candidate);
    client.logMetric(runId, "val_auc", auc);
    client.setTerminated(runId);
  }

  static void logParams(MlflowClient client, String runId, Settings settings) {
    client.logBatch(
        runId,
        List.of(),
        List.of(
            param("numTrees", settings.numTrees()),
            param("maxDepth", settings.maxDepth()),
            param("seed", settings.seed())),
        List.of());
  }

  static Param param(String key, long value) {
    return Param.newBuilder().setKey(key).setValue(Long.toString(value)).build();
  }

  static void createIfNew(ModelRegistry registry, String name) {
    try {
      registry.createRegisteredModel(name);
    } catch (MlflowException e) {
      if (!e.is(MlflowException.ALREADY_EXISTS)) {
        throw e;
      }
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

  /** The columns of the batch, what the model says, and which model it was. */
  static Dataset<Row> scored(PipelineModel model, Dataset<Row> wines, String version) {
    return model
        .transform(wines)
        .withColumn("model_version", lit(version))
        .select(
            columns(
                Stream.concat(
                        Arrays.stream(wines.columns()), Stream.of("prediction", "model_version"))
                    .toArray(String[]::new)));
  }

  static void write(Dataset<Row> scored, String tablePath) {
    scored
        .write()
        .format("delta")
        .mode("overwrite")
        .option("overwriteSchema", "true")
        .save(tablePath);
  }
}
