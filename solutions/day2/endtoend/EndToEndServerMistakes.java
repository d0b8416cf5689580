package day2.endtoend;

import dev.kindling.lab.Mistake;
import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.ModelSignature;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.artifacts.ArtifactStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.tracking.MlflowClient;

/** Wrong answers about logging and tuning, each as somebody would write it. */
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
          PipelineModel model = forest(features(split.train()), candidate).fit(split.train());
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
}
