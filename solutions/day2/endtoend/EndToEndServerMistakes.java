package day2.endtoend;

import static org.apache.spark.sql.functions.lit;

import dev.kindling.lab.Mistake;
import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.ModelSignature;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.artifacts.ArtifactStore;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.tracking.MlflowClient;

/** Wrong answers to tasks 4 to 7, one known mistake each. */
final class EndToEndServerMistakes {

  private EndToEndServerMistakes() {}

  /** The solution's way of logging, each step of which a mistake can do otherwise. */
  abstract static class Logging extends EndToEndSolution {
    @Override
    public String logForest(
        String trackingUri,
        String experimentId,
        PipelineModel model,
        Settings settings,
        Dataset<Row> train,
        Dataset<Row> validation) {
      try (MlflowClient client = new MlflowClient(trackingUri)) {
        String runId = start(client, experimentId, "baseline");
        logParams(client, runId, settings);
        logMetrics(client, runId, model, train, validation);
        logImportances(new ArtifactStore(trackingUri), runId, named(model, train));
        logModel(new SparkModels(trackingUri), runId, model, train);
        end(client, runId);
        return runId;
      }
    }

    void logMetrics(
        MlflowClient client,
        String runId,
        PipelineModel model,
        Dataset<Row> train,
        Dataset<Row> validation) {
      client.logMetric(runId, "train_auc", auc(model, train));
      client.logMetric(runId, "val_auc", auc(model, validation));
    }

    Map<String, Double> named(PipelineModel model, Dataset<Row> train) {
      return importances(model);
    }

    void logModel(SparkModels models, String runId, PipelineModel model, Dataset<Row> train) {
      models.logModel(runId, model, "model", options(model, input(model, train)));
    }

    void end(MlflowClient client, String runId) {
      client.setTerminated(runId);
    }

    static Dataset<Row> input(PipelineModel model, Dataset<Row> train) {
      return train.select(columns(((VectorAssembler) model.stages()[0]).getInputCols()));
    }
  }

  /** Never ends the run. */
  @Mistake(task = 4, diagnosis = "left-running")
  static final class LeavesRunning extends Logging {
    @Override
    void end(MlflowClient client, String runId) {}
  }

  /** Logs what autologging would. */
  @Mistake(task = 4, diagnosis = "train-metrics")
  static final class LogsTrainAsValidation extends Logging {
    @Override
    void logMetrics(
        MlflowClient client,
        String runId,
        PipelineModel model,
        Dataset<Row> train,
        Dataset<Row> validation) {
      super.logMetrics(client, runId, model, train, train);
    }
  }

  /** Mixes the names up. */
  @Mistake(task = 4, diagnosis = "metrics-swapped")
  static final class SwapsMetrics extends Logging {
    @Override
    void logMetrics(
        MlflowClient client,
        String runId,
        PipelineModel model,
        Dataset<Row> train,
        Dataset<Row> validation) {
      super.logMetrics(client, runId, model, validation, train);
    }
  }

  /** Counts right answers. */
  @Mistake(task = 4, diagnosis = "accuracy-for-auc")
  static final class LogsAccuracy extends Logging {
    @Override
    void logMetrics(
        MlflowClient client,
        String runId,
        PipelineModel model,
        Dataset<Row> train,
        Dataset<Row> validation) {
      client.logMetric(runId, "train_auc", EndToEndMistakes.accuracy(model, train));
      client.logMetric(runId, "val_auc", EndToEndMistakes.accuracy(model, validation));
    }
  }

  /** Logs no file. */
  @Mistake(task = 4, diagnosis = "no-importances")
  static final class LogsNoImportances extends EndToEndSolution {
    @Override
    public String logForest(
        String trackingUri,
        String experimentId,
        PipelineModel model,
        Settings settings,
        Dataset<Row> train,
        Dataset<Row> validation) {
      try (MlflowClient client = new MlflowClient(trackingUri)) {
        String runId = start(client, experimentId, "baseline");
        logParams(client, runId, settings);
        client.logMetric(runId, "train_auc", auc(model, train));
        client.logMetric(runId, "val_auc", auc(model, validation));
        client.setTerminated(runId);
        return runId;
      }
    }
  }

  /** Names the importances after the columns of the frame. */
  @Mistake(task = 4, diagnosis = "importances-misnamed")
  static final class MisnamesImportances extends Logging {
    @Override
    Map<String, Double> named(PipelineModel model, Dataset<Row> train) {
      String[] names = features(train);
      double[] values =
          ((RandomForestClassificationModel) model.stages()[1]).featureImportances().toArray();
      Map<String, Double> importances = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        importances.put(names[i], values[i]);
      }
      return importances;
    }
  }

  /** Numbers the importances. */
  @Mistake(task = 4, diagnosis = "importances-by-index")
  static final class NumbersImportances extends Logging {
    @Override
    Map<String, Double> named(PipelineModel model, Dataset<Row> train) {
      Map<String, Double> importances = new LinkedHashMap<>();
      super.named(model, train)
          .values()
          .forEach(value -> importances.put(Integer.toString(importances.size()), value));
      return importances;
    }
  }

  /** Logs numbers without a model. */
  @Mistake(task = 4, diagnosis = "no-model")
  static final class LogsNoModel extends Logging {
    @Override
    void logModel(SparkModels models, String runId, PipelineModel model, Dataset<Row> train) {}
  }

  /** Logs the model as it is. */
  @Mistake(task = 4, diagnosis = "no-signature")
  static final class LogsNoSignature extends Logging {
    @Override
    void logModel(SparkModels models, String runId, PipelineModel model, Dataset<Row> train) {
      models.logModel(runId, model, "model");
    }
  }

  /** Infers the signature from all that it has. */
  @Mistake(task = 4, diagnosis = "label-in-signature")
  static final class SignsLabel extends Logging {
    @Override
    void logModel(SparkModels models, String runId, PipelineModel model, Dataset<Row> train) {
      models.logModel(runId, model, "model", options(model, train));
    }
  }

  /** Takes the columns as they stand in the frame. */
  @Mistake(task = 4, diagnosis = "signature-order")
  static final class SignsInAnotherOrder extends Logging {
    @Override
    void logModel(SparkModels models, String runId, PipelineModel model, Dataset<Row> train) {
      models.logModel(
          runId, model, "model", options(model, train.select(columns(features(train)))));
    }
  }

  /** Infers the outputs from the whole transformed frame. */
  @Mistake(task = 4, diagnosis = "all-outputs")
  static final class SignsAllOutputs extends Logging {
    @Override
    void logModel(SparkModels models, String runId, PipelineModel model, Dataset<Row> train) {
      Dataset<Row> input = input(model, train);
      models.logModel(
          runId,
          model,
          "model",
          ModelOptions.none()
              .withSignature(ModelSignature.infer(input, model.transform(input)))
              .withInputExample(input));
    }
  }

  /** Gives no example. */
  @Mistake(task = 4, diagnosis = "no-example")
  static final class GivesNoExample extends Logging {
    @Override
    void logModel(SparkModels models, String runId, PipelineModel model, Dataset<Row> train) {
      Dataset<Row> input = input(model, train);
      models.logModel(
          runId,
          model,
          "model",
          ModelOptions.none()
              .withSignature(
                  ModelSignature.infer(input, model.transform(input).select("prediction"))));
    }
  }

  /** Gives rows with the answer in them. */
  @Mistake(task = 4, diagnosis = "label-in-example")
  static final class GivesLabelledExample extends Logging {
    @Override
    void logModel(SparkModels models, String runId, PipelineModel model, Dataset<Row> train) {
      models.logModel(
          runId, model, "model", options(model, input(model, train)).withInputExample(train));
    }
  }

  /** Logs what looks like the model. */
  @Mistake(task = 4, diagnosis = "forest-only")
  static final class LogsForestOnly extends Logging {
    @Override
    void logModel(SparkModels models, String runId, PipelineModel model, Dataset<Row> train) {
      models.logModel(runId, model.stages()[1], "model", options(model, input(model, train)));
    }
  }

  /** The solution's way of searching, each step of which a mistake can do otherwise. */
  abstract static class Searching extends EndToEndSolution {
    @Override
    public Tuned tune(
        String trackingUri, String experimentId, Split split, List<Settings> candidates) {
      try (MlflowClient client = new MlflowClient(trackingUri)) {
        String parent = start(client, experimentId, "tuning");
        Settings best = null;
        double bestAuc = Double.NEGATIVE_INFINITY;
        double valAuc = 0;
        for (Settings candidate : candidates) {
          PipelineModel model = fitForest(split.train(), split.validation(), candidate).model();
          double measured = measured(model, split);
          logTrial(client, experimentId, parent, candidate, measured, model, split);
          double chosenBy = chosenBy(model, split, measured);
          if (chosenBy > bestAuc) {
            best = candidate;
            bestAuc = chosenBy;
            valAuc = measured;
          }
        }
        PipelineModel model = refit(split, best);
        logParams(client, parent, best);
        client.logMetric(parent, "val_auc", valAuc);
        client.logMetric(parent, "test_auc", judged(model, split, best));
        client.setTerminated(parent);
        return new Tuned(parent, model);
      }
    }

    double measured(PipelineModel model, Split split) {
      return auc(model, split.validation());
    }

    double chosenBy(PipelineModel model, Split split, double measured) {
      return measured;
    }

    void logTrial(
        MlflowClient client,
        String experimentId,
        String parent,
        Settings candidate,
        double measured,
        PipelineModel model,
        Split split) {
      logChild(client, experimentId, parent, candidate, measured);
    }

    PipelineModel refit(Split split, Settings best) {
      return forest(features(split.train()), best)
          .fit(split.train().unionByName(split.validation()));
    }

    double judged(PipelineModel model, Split split, Settings best) {
      return auc(model, split.test());
    }
  }

  /** Measures candidates on test. */
  @Mistake(task = 5, diagnosis = "tuned-on-test")
  static final class TunesOnTest extends Searching {
    @Override
    double measured(PipelineModel model, Split split) {
      return auc(model, split.test());
    }
  }

  /** Measures candidates on train. */
  @Mistake(task = 5, diagnosis = "train-metrics")
  static final class TunesOnTrain extends Searching {
    @Override
    double measured(PipelineModel model, Split split) {
      return auc(model, split.train());
    }
  }

  /** Counts right answers. */
  @Mistake(task = 5, diagnosis = "accuracy-for-auc")
  static final class TunesByAccuracy extends Searching {
    @Override
    double measured(PipelineModel model, Split split) {
      return EndToEndMistakes.accuracy(model, split.validation());
    }
  }

  /** Logs validation, and chooses by test. */
  @Mistake(task = 5, diagnosis = "chosen-by-test")
  static final class ChoosesByTest extends Searching {
    @Override
    double chosenBy(PipelineModel model, Split split, double measured) {
      return auc(model, split.test());
    }
  }

  /** Remembers the last one. */
  @Mistake(task = 5, diagnosis = "last-for-best")
  static final class TakesTheLast extends Searching {
    private int trials;

    @Override
    double chosenBy(PipelineModel model, Split split, double measured) {
      trials++;
      return trials;
    }
  }

  /** Looks at test for every candidate. */
  @Mistake(task = 5, diagnosis = "test-per-trial")
  static final class LogsTestPerTrial extends Searching {
    @Override
    void logTrial(
        MlflowClient client,
        String experimentId,
        String parent,
        Settings candidate,
        double measured,
        PipelineModel model,
        Split split) {
      client.logMetric(parent, "test_auc", auc(model, split.test()));
      super.logTrial(client, experimentId, parent, candidate, measured, model, split);
    }
  }

  /** Makes runs without a family. */
  @Mistake(task = 5, diagnosis = "children-not-linked")
  static final class LinksNoChildren extends Searching {
    @Override
    void logTrial(
        MlflowClient client,
        String experimentId,
        String parent,
        Settings candidate,
        double measured,
        PipelineModel model,
        Split split) {
      String runId = start(client, experimentId, "trial");
      logParams(client, runId, candidate);
      client.logMetric(runId, "val_auc", measured);
      client.setTerminated(runId);
    }
  }

  /** Logs all candidates on the parent. */
  @Mistake(task = 5, diagnosis = "param-twice")
  static final class LogsAllOnParent extends Searching {
    @Override
    void logTrial(
        MlflowClient client,
        String experimentId,
        String parent,
        Settings candidate,
        double measured,
        PipelineModel model,
        Split split) {
      logParams(client, parent, candidate);
    }
  }

  /** Returns the best of the trials. */
  @Mistake(task = 5, diagnosis = "not-refitted")
  static final class DoesNotRefit extends Searching {
    @Override
    PipelineModel refit(Split split, Settings best) {
      return forest(features(split.train()), best).fit(split.train());
    }
  }

  /** Learns from all rows in the end. */
  @Mistake(task = 5, diagnosis = "refit-with-test")
  static final class RefitsWithTest extends Searching {
    @Override
    PipelineModel refit(Split split, Settings best) {
      return forest(features(split.train()), best)
          .fit(split.train().unionByName(split.validation()).unionByName(split.test()));
    }
  }

  /** Judges the model of the trial, and returns another one. */
  @Mistake(task = 5, diagnosis = "test-of-another-model")
  static final class JudgesBeforeRefit extends Searching {
    @Override
    double judged(PipelineModel model, Split split, Settings best) {
      return auc(forest(features(split.train()), best).fit(split.train()), split.test());
    }
  }

  /** The solution's way of promoting, each step of which a mistake can do otherwise. */
  abstract static class Promoting extends EndToEndSolution {
    @Override
    public String promote(String trackingUri, String name, String runId) {
      ModelRegistry registry = new ModelRegistry(trackingUri);
      try (MlflowClient client = new MlflowClient(trackingUri)) {
        create(registry, name);
        ModelVersion rival = rival(registry, name);
        String version = register(registry, name, runId);
        boolean better =
            rival == null || better(run -> metric(client, run, metric()), runId, rival.getRunId());
        mark(registry, name, version, better);
        return returned(version, better ? version : rival.getVersion());
      }
    }

    void create(ModelRegistry registry, String name) {
      createIfNew(registry, name);
    }

    ModelVersion rival(ModelRegistry registry, String name) {
      return champion(registry, name).orElse(null);
    }

    String register(ModelRegistry registry, String name, String runId) {
      return registry.createModelVersion(name, "runs:/" + runId + "/model", runId).getVersion();
    }

    String metric() {
      return "test_auc";
    }

    boolean better(ToDoubleFunction<String> metric, String runId, String rivalId) {
      return metric.applyAsDouble(runId) > metric.applyAsDouble(rivalId);
    }

    void mark(ModelRegistry registry, String name, String version, boolean better) {
      registry.setRegisteredModelAlias(name, better ? CHAMPION : CHALLENGER, version);
      registry.transitionModelVersionStage(
          name, version, better ? "Production" : "Staging", better);
    }

    String returned(String version, String champion) {
      return champion;
    }
  }

  /** Moves the alias to whatever comes. */
  @Mistake(task = 6, diagnosis = "promoted-worse")
  static final class PromotesAlways extends Promoting {
    @Override
    boolean better(ToDoubleFunction<String> metric, String runId, String rivalId) {
      return true;
    }
  }

  /** Compares what the models have learned by heart. */
  @Mistake(task = 6, diagnosis = "compared-by-train")
  static final class ComparesByTrain extends Promoting {
    @Override
    String metric() {
      return "train_auc";
    }
  }

  /** Compares what was tuned. */
  @Mistake(task = 6, diagnosis = "compared-by-validation")
  static final class ComparesByValidation extends Promoting {
    @Override
    String metric() {
      return "val_auc";
    }
  }

  /** Takes the newest version for the champion. */
  @Mistake(task = 6, diagnosis = "compared-with-newest")
  static final class ComparesWithNewest extends Promoting {
    @Override
    public String promote(String trackingUri, String name, String runId) {
      super.promote(trackingUri, name, runId);
      return champion(new ModelRegistry(trackingUri), name).orElseThrow().getVersion();
    }

    @Override
    ModelVersion rival(ModelRegistry registry, String name) {
      return registry
          .searchModelVersions("name = '" + name + "'")
          .max(Comparator.comparing(v -> Integer.valueOf(v.getVersion())))
          .orElse(null);
    }
  }

  /** Promotes what is as good. */
  @Mistake(task = 6, diagnosis = "tie-promoted")
  static final class PromotesTies extends Promoting {
    @Override
    boolean better(ToDoubleFunction<String> metric, String runId, String rivalId) {
      return metric.applyAsDouble(runId) >= metric.applyAsDouble(rivalId);
    }
  }

  /** Takes a smaller number for the better one. */
  @Mistake(task = 6, diagnosis = "better-not-promoted")
  static final class KeepsTheOldOne extends Promoting {
    @Override
    boolean better(ToDoubleFunction<String> metric, String runId, String rivalId) {
      return false;
    }
  }

  /** Believes that there always is a champion. */
  @Mistake(task = 6, diagnosis = "no-champion-yet")
  static final class ExpectsChampion extends Promoting {
    @Override
    ModelVersion rival(ModelRegistry registry, String name) {
      return registry.getModelVersionByAlias(name, CHAMPION);
    }
  }

  /** Creates the model each time. */
  @Mistake(task = 6, diagnosis = "model-exists")
  static final class CreatesAlways extends Promoting {
    @Override
    void create(ModelRegistry registry, String name) {
      registry.createRegisteredModel(name);
    }
  }

  /** Never creates the model. */
  @Mistake(task = 6, diagnosis = "model-missing")
  static final class CreatesNever extends Promoting {
    @Override
    void create(ModelRegistry registry, String name) {}
  }

  /** Registers files of nobody. */
  @Mistake(task = 6, diagnosis = "no-run")
  static final class RegistersWithoutRun extends Promoting {
    @Override
    String register(ModelRegistry registry, String name, String runId) {
      return registry.createModelVersion(name, "runs:/" + runId + "/model", null).getVersion();
    }
  }

  /** Leaves the old one in production, too. */
  @Mistake(task = 6, diagnosis = "two-in-production")
  static final class ArchivesNothing extends Promoting {
    @Override
    void mark(ModelRegistry registry, String name, String version, boolean better) {
      registry.setRegisteredModelAlias(name, better ? CHAMPION : CHALLENGER, version);
      registry.transitionModelVersionStage(name, version, better ? "Production" : "Staging", false);
    }
  }

  /** Knows aliases only. */
  @Mistake(task = 6, diagnosis = "stage-not-moved")
  static final class MovesAliasOnly extends Promoting {
    @Override
    void mark(ModelRegistry registry, String name, String version, boolean better) {
      if (better) {
        registry.setRegisteredModelAlias(name, CHAMPION, version);
      } else {
        super.mark(registry, name, version, false);
      }
    }
  }

  /** Knows stages only. */
  @Mistake(task = 6, diagnosis = "alias-not-moved")
  static final class MovesStageOnly extends Promoting {
    @Override
    void mark(ModelRegistry registry, String name, String version, boolean better) {
      if (better) {
        registry.transitionModelVersionStage(name, version, "Production", true);
      } else {
        super.mark(registry, name, version, false);
      }
    }
  }

  /** Puts every new version into production, whatever the alias says. */
  @Mistake(task = 6, diagnosis = "challenger-in-production")
  static final class StagesEverything extends Promoting {
    @Override
    void mark(ModelRegistry registry, String name, String version, boolean better) {
      registry.setRegisteredModelAlias(name, better ? CHAMPION : CHALLENGER, version);
      registry.transitionModelVersionStage(name, version, "Production", true);
    }
  }

  /** Returns what it has just made. */
  @Mistake(task = 6, diagnosis = "new-version-returned")
  static final class ReturnsNewVersion extends Promoting {
    @Override
    String returned(String version, String champion) {
      return version;
    }
  }

  /** The solution's way of scoring, each step of which a mistake can do otherwise. */
  abstract static class Scoring extends EndToEndSolution {
    @Override
    public String scoreWines(
        String trackingUri, String name, Dataset<Row> batch, String tablePath) {
      String version = version(new ModelRegistry(trackingUri), name);
      PipelineModel model =
          new SparkModels(trackingUri).loadModel("models:/" + name + "/" + version);
      save(table(model, renamed(batch), version), tablePath);
      return version;
    }

    String version(ModelRegistry registry, String name) {
      return registry.getModelVersionByAlias(name, CHAMPION).getVersion();
    }

    Dataset<Row> renamed(Dataset<Row> batch) {
      return withoutBlanks(batch);
    }

    Dataset<Row> table(PipelineModel model, Dataset<Row> wines, String version) {
      return scored(model, wines, version);
    }

    void save(Dataset<Row> table, String path) {
      write(table, path);
    }
  }

  /** Takes what came last. */
  @Mistake(task = 7, diagnosis = "newest-version")
  static final class ScoresWithNewest extends Scoring {
    @Override
    String version(ModelRegistry registry, String name) {
      return registry
          .searchModelVersions("name = '" + name + "'")
          .map(ModelVersion::getVersion)
          .max(Comparator.comparing(Integer::valueOf))
          .orElseThrow();
    }
  }

  /** Tells the champion's number, and loads what came last. */
  @Mistake(task = 7, diagnosis = "newest-version")
  static final class LoadsLatest extends EndToEndSolution {
    @Override
    public String scoreWines(
        String trackingUri, String name, Dataset<Row> batch, String tablePath) {
      String version =
          new ModelRegistry(trackingUri).getModelVersionByAlias(name, CHAMPION).getVersion();
      List<ModelVersion> all =
          new ModelRegistry(trackingUri).searchModelVersions("name = '" + name + "'").toList();
      String other =
          all.stream()
              .map(ModelVersion::getVersion)
              .filter(number -> !number.equals(version))
              .findFirst()
              .orElseThrow();
      PipelineModel model = new SparkModels(trackingUri).loadModel("models:/" + name + "/" + other);
      write(scored(model, withoutBlanks(batch), version), tablePath);
      return version;
    }
  }

  /** Builds the vector itself, from the columns as they stand. */
  @Mistake(task = 7, diagnosis = "feature-order")
  static final class AssemblesAgain extends Scoring {
    @Override
    Dataset<Row> table(PipelineModel model, Dataset<Row> wines, String version) {
      Transformer[] stages = model.stages();
      if (stages.length < 2) {
        return super.table(model, wines, version);
      }
      VectorAssembler assembler =
          new VectorAssembler()
              .setInputCols(
                  Arrays.stream(wines.columns())
                      .filter(name -> !name.equals("bottle_id"))
                      .toArray(String[]::new))
              .setOutputCol("features");
      return stages[1]
          .transform(assembler.transform(wines))
          .withColumn("model_version", lit(version))
          .drop("features", "rawPrediction", "probability");
    }
  }

  /** Gives the model what came. */
  @Mistake(task = 7, diagnosis = "not-renamed")
  static final class RenamesNothing extends Scoring {
    @Override
    Dataset<Row> renamed(Dataset<Row> batch) {
      return batch;
    }
  }

  /** Renames what the model reads. */
  @Mistake(task = 7, diagnosis = "blanks-in-delta")
  static final class RenamesFeaturesOnly extends Scoring {
    @Override
    Dataset<Row> renamed(Dataset<Row> batch) {
      return withoutBlanks(batch).withColumnRenamed("bottle_id", "bottle id");
    }
  }

  /** Keeps all that the pipeline adds. */
  @Mistake(task = 7, diagnosis = "working-columns-kept")
  static final class KeepsVectors extends Scoring {
    @Override
    Dataset<Row> table(PipelineModel model, Dataset<Row> wines, String version) {
      return model.transform(wines).withColumn("model_version", lit(version));
    }
  }

  /** Writes once. */
  @Mistake(task = 7, diagnosis = "not-replaced")
  static final class WritesOnce extends Scoring {
    @Override
    void save(Dataset<Row> table, String path) {
      table.write().format("delta").save(path);
    }
  }

  /** Adds to what is there. */
  @Mistake(task = 7, diagnosis = "appended")
  static final class Appends extends Scoring {
    @Override
    void save(Dataset<Row> table, String path) {
      table.write().format("delta").mode("append").save(path);
    }
  }

  /** Names no format. */
  @Mistake(task = 7, diagnosis = "not-delta")
  static final class WritesParquet extends Scoring {
    @Override
    void save(Dataset<Row> table, String path) {
      table.write().format("parquet").mode("overwrite").save(path);
    }
  }
}
