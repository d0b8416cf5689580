package day2.endtoend;

import dev.kindling.lab.Mistake;
import dev.kindling.mlflow.ModelRegistry;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;

/** Wrong answers about logging, tuning, promoting and scoring, each as somebody would write it. */
final class EndToEndServerMistakes {

  private EndToEndServerMistakes() {}

  /** Logs what autologging would. */
  @Mistake(
      task = 4,
      diagnosis = "train-metrics",
      says =
          "`val_auc` is measured on the train rows. Autologging does the same without a word: what it logs comes from the rows that `fit` has seen. Give the evaluator what the model makes of `validation`.")
  static final class LogsTrainAsValidation extends EndToEndSolution {
    @Override
    Map<String, Double> aucs(PipelineModel model, Dataset<Row> train, Dataset<Row> validation) {
      return super.aucs(model, train, train);
    }
  }

  /** Mixes the names up. */
  @Mistake(
      task = 4,
      diagnosis = "metrics-swapped",
      says =
          "The two metrics have changed places: `val_auc` is that of the train rows, the better one. Whoever compares runs by `val_auc` will choose the model that has learned most by heart.")
  static final class SwapsMetrics extends EndToEndSolution {
    @Override
    Map<String, Double> aucs(PipelineModel model, Dataset<Row> train, Dataset<Row> validation) {
      return super.aucs(model, validation, train);
    }
  }

  /** Counts right answers. */
  @Mistake(task = 4, diagnosis = "accuracy-for-auc", says = EndToEndMistakes.ACCURACY)
  static final class LogsAccuracy extends EndToEndSolution {
    @Override
    Map<String, Double> aucs(PipelineModel model, Dataset<Row> train, Dataset<Row> validation) {
      return Map.of(
          "train_auc", EndToEndMistakes.accuracy(model, train),
          "val_auc", EndToEndMistakes.accuracy(model, validation));
    }
  }

  /** Names the importances after the columns of the frame. */
  @Mistake(
      task = 4,
      diagnosis = "importances-misnamed",
      says =
          "The importances stand under the wrong names. The vector has the order of the assembler's input columns, not that of the frame's columns: take the names from `getInputCols()`.")
  static final class MisnamesImportances extends EndToEndSolution {
    @Override
    Map<String, Double> importances(PipelineModel model, Dataset<Row> train) {
      Map<String, Double> importances = new LinkedHashMap<>();
      double[] values =
          super.importances(model, train).values().stream().mapToDouble(v -> v).toArray();
      for (String name : features(train)) {
        importances.put(name, values[importances.size()]);
      }
      return importances;
    }
  }

  /** Logs what looks like the model. */
  @Mistake(
      task = 4,
      diagnosis = "forest-only",
      says =
          "The model that was logged is the forest alone: it wants a vector `features`, and whoever loads it has to build that vector with nothing to tell the order of its columns. Another order gives other predictions, and no error. Log the whole pipeline.")
  static final class LogsForestOnly extends EndToEndSolution {
    @Override
    Transformer logged(PipelineModel model) {
      return model.stages()[1];
    }
  }

  /** Measures candidates on test. */
  @Mistake(
      task = 5,
      diagnosis = "tuned-on-test",
      says =
          "`val_auc` is measured on the test rows, so test has made the choice, and cannot judge it any more: of several numbers the best was taken. Measure candidates on `split.validation()`; test waits until the end.")
  static final class TunesOnTest extends EndToEndSolution {
    @Override
    double measured(PipelineModel model, Split split) {
      return auc(model, split.test());
    }
  }

  /** Logs validation, and chooses by test. */
  @Mistake(
      task = 5,
      diagnosis = "chosen-by-test",
      says =
          "The children's `val_auc` is right, and the parent has the settings that do best on test, not on validation. What test is asked to choose, it cannot judge any more: its number is then the best of several, and too good. Choose by `val_auc` alone.")
  static final class ChoosesByTest extends EndToEndSolution {
    @Override
    double chosenBy(PipelineModel model, Split split, double auc) {
      return auc(model, split.test());
    }
  }

  /** Measures candidates on train. */
  @Mistake(
      task = 5,
      diagnosis = "train-metrics",
      says =
          "`val_auc` is measured on rows that the candidates have learned from. They prefer whatever has learned most by heart: the deepest trees win every time. Fit candidates on `split.train()`, and measure them on `split.validation()`.")
  static final class TunesOnTrain extends EndToEndSolution {
    @Override
    double measured(PipelineModel model, Split split) {
      return auc(model, split.train());
    }
  }

  /** Returns a model of train alone. */
  @Mistake(
      task = 5,
      diagnosis = "not-refitted",
      says =
          "`test_auc` is that of a forest that has learned from train alone. Once the settings are chosen, validation has done its work and can be learned from, too: fit once more on both, return that model, and measure it, no other, on test.")
  static final class DoesNotRefit extends EndToEndSolution {
    @Override
    Dataset<Row> rowsOfTheLastFit(Split split) {
      return split.train();
    }
  }

  /** Measures the last model on rows that it has learned from. */
  @Mistake(
      task = 5,
      diagnosis = "choice-measured-again",
      says =
          "The parent's `val_auc` is that of the last fit, which has learned from validation, too: what it reaches there is worth nothing. Log what the choice was made by, the `val_auc` of the best child.")
  static final class MeasuresTheChoiceAgain extends EndToEndSolution {
    @Override
    double choice(double auc, PipelineModel model, Split split) {
      return auc(model, split.validation());
    }
  }

  /** Moves the alias to whatever comes. */
  @Mistake(
      task = 6,
      diagnosis = "promoted-worse",
      says =
          "Whatever came last is champion, also where its `test_auc` is smaller: from this night on everybody gets worse predictions. Compare before you move the alias.")
  static final class PromotesAlways extends EndToEndSolution {
    @Override
    boolean isBetter(double auc, double champions) {
      return true;
    }
  }

  /** Compares what the models have learned by heart. */
  @Mistake(
      task = 6,
      diagnosis = "compared-by-train",
      says =
          "`train_auc` decides here: a version with 0.99 on train and 0.84 on test is champion, though the champion has 0.87 on test. It has learned by heart. Compare `test_auc`.")
  static final class ComparesByTrain extends EndToEndSolution {
    @Override
    String measure() {
      return "train_auc";
    }
  }

  /** Compares what was tuned. */
  @Mistake(
      task = 6,
      diagnosis = "compared-by-validation",
      says =
          "`val_auc` decides here. Settings were chosen by that number, so it is too good: a version with 0.93 on validation has 0.84 on test, and the champion 0.87. Compare `test_auc`.")
  static final class ComparesByValidation extends EndToEndSolution {
    @Override
    String measure() {
      return "val_auc";
    }
  }

  /** Takes the newest version for the champion. */
  @Mistake(
      task = 6,
      diagnosis = "compared-with-newest",
      says =
          "The new version was compared with the newest one before it, a loser that has 0.80 on test. The champion has 0.87 and is two versions back: find it by its alias.")
  static final class ComparesWithNewest extends EndToEndSolution {
    @Override
    Optional<ModelVersion> rival(ModelRegistry registry, String name) {
      return registry
          .searchModelVersions("name = '" + name + "'")
          .max(Comparator.comparing(version -> Integer.valueOf(version.getVersion())));
    }
  }

  /** Promotes what is as good. */
  @Mistake(
      task = 6,
      diagnosis = "tie-promoted",
      says =
          "The new version is exactly as good on test as the champion, and took its place. A change in production has to earn its trouble: `>`, not `>=`.")
  static final class PromotesTies extends EndToEndSolution {
    @Override
    boolean isBetter(double auc, double champions) {
      return auc >= champions;
    }
  }

  /** Takes what came last. */
  @Mistake(
      task = 7,
      diagnosis = "newest-version",
      says =
          "The batch was scored with the newest version, which nobody has promoted; it may be a challenger that lost. `models:/name/latest` and the largest number say what came last, `models:/name@champion` says what was chosen.")
  static final class ScoresWithNewest extends EndToEndSolution {
    @Override
    String version(ModelRegistry registry, String name) {
      return registry
          .searchModelVersions("name = '" + name + "'")
          .map(ModelVersion::getVersion)
          .max(Comparator.comparing(Integer::valueOf))
          .orElseThrow();
    }
  }

  /** Asks for the stage. */
  @Mistake(
      task = 7,
      diagnosis = "scored-by-stage",
      says =
          "The batch was scored with the version in the stage `Production`, and the alias `champion` is on another one. Stages and aliases know nothing of each other, and stages are on their way out: ask for the alias.")
  static final class ScoresByStage extends EndToEndSolution {
    @Override
    String version(ModelRegistry registry, String name) {
      return registry.getLatestVersions(name, "Production").get(0).getVersion();
    }
  }

  /** Builds the vector itself, from the columns as they stand. */
  @Mistake(
      task = 7,
      diagnosis = "feature-order",
      says =
          "These are other predictions than the champion's: its forest was given a vector in the order of the batch's columns, and took one measurement for another. It was trained with its own assembler, which finds columns by name: use the pipeline as it was loaded.")
  static final class AssemblesAgain extends EndToEndSolution {
    @Override
    Dataset<Row> judged(PipelineModel model, Dataset<Row> wines) {
      if (model.stages().length < 2) {
        return super.judged(model, wines);
      }
      String[] columns =
          Arrays.stream(wines.columns()).filter(n -> !n.equals("bottle_id")).toArray(String[]::new);
      return model.stages()[1].transform(
          new VectorAssembler().setInputCols(columns).setOutputCol("features").transform(wines));
    }
  }

  /** Renames what the model reads. */
  @Mistake(
      task = 7,
      diagnosis = "blanks-in-delta",
      says =
          "Delta refuses the table: `[DELTA_INVALID_CHARACTERS_IN_COLUMN_NAMES]`. At least one column still has a blank in its name. Rename all of them, also those that the model does not read.")
  static final class RenamesFeaturesOnly extends EndToEndSolution {
    @Override
    Dataset<Row> judged(PipelineModel model, Dataset<Row> wines) {
      return super.judged(model, wines).withColumnRenamed("bottle_id", "bottle id");
    }
  }

  /** Adds to what is there. */
  @Mistake(
      task = 7,
      diagnosis = "appended",
      says =
          "The table has rows of an earlier batch, too: it was appended to. If a run is repeated, every wine is there twice. Tonight's run replaces the table: `mode(\"overwrite\")`.")
  static final class Appends extends EndToEndSolution {
    @Override
    void write(Dataset<Row> table, String path) {
      table.write().format("delta").mode("append").save(path);
    }
  }
}
