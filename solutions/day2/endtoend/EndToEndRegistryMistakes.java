package day2.endtoend;

import static org.apache.spark.sql.functions.lit;

import dev.kindling.lab.Mistake;
import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.SparkModels;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.tracking.MlflowClient;

/** Wrong answers about promoting and scoring, each as somebody would write it. */
final class EndToEndRegistryMistakes {

  private EndToEndRegistryMistakes() {}

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
