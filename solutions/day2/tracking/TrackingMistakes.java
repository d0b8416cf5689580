package day2.tracking;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.log;

import dev.kindling.lab.Mistake;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.tracking.MlflowClient;

/** Wrong answers about what a run tells of a model, each as somebody would write it. */
final class TrackingMistakes {

  private TrackingMistakes() {}

  private static final List<String> BEDROOMS = List.of("bedrooms");

  /** Evaluates the rows that the model was fitted on. */
  @Mistake(task = 1, diagnosis = "train-metrics")
  static final class LogsTrainMetrics extends TrackingSolution {
    @Override
    public String logRun(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        String dataVersion) {
      return super.logRun(trackingUri, experimentId, train, train, dataVersion);
    }
  }

  /** Fits on the rows to judge on. */
  @Mistake(task = 1, diagnosis = "fit-on-test")
  static final class FitsOnTest extends TrackingSolution {
    @Override
    public String logRun(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        String dataVersion) {
      return super.logRun(trackingUri, experimentId, test, test, dataVersion);
    }
  }

  /** Never tells the evaluator which metric. */
  @Mistake(task = 1, diagnosis = "r2-is-rmse")
  static final class LogsRmseTwice extends TrackingSolution {
    @Override
    public String logRun(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        String dataVersion) {
      MlflowClient client = new MlflowClient(trackingUri);
      double metric =
          new RegressionEvaluator()
              .setLabelCol("price")
              .evaluate(linearRegression(BEDROOMS, "price").fit(train).transform(test));
      String runId = start(client, experimentId, "LR-Single-Feature");
      Map<String, Double> metrics = Map.of("rmse", metric, "r2", metric);
      return logAndEnd(client, runId, params("price", BEDROOMS, dataVersion), metrics);
    }
  }

  /** Leaves the name to the server. */
  @Mistake(task = 1, diagnosis = "no-run-name")
  static final class GivesNoName extends TrackingSolution {
    @Override
    public String logRun(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        String dataVersion) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = client.createRun(experimentId).getRunId();
      return logSingle(client, runId, train, test, dataVersion);
    }
  }

  /** Forgets the last line. */
  @Mistake(task = 1, diagnosis = "left-running")
  static final class NeverEnds extends TrackingSolution {
    @Override
    public String logRun(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        String dataVersion) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = start(client, experimentId, "LR-Single-Feature");
      metrics(linearRegression(BEDROOMS, "price").fit(train).transform(test))
          .forEach((key, value) -> client.logMetric(runId, key, value));
      params("price", BEDROOMS, dataVersion)
          .forEach((key, value) -> client.logParam(runId, key, value));
      return runId;
    }
  }

  /** Creates a run and says nowhere in which experiment. */
  @Mistake(task = 1, diagnosis = "default-experiment")
  static final class UsesTheDefaultExperiment extends TrackingSolution {
    @Override
    public String logRun(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        String dataVersion) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = client.createRun().getRunId();
      client.setTag(runId, "mlflow.runName", "LR-Single-Feature");
      return logSingle(client, runId, train, test, dataVersion);
    }
  }

  /** Returns what people call the run. */
  @Mistake(task = 1, diagnosis = "name-for-id")
  static final class ReturnsTheName extends TrackingSolution {
    @Override
    public String logRun(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        String dataVersion) {
      super.logRun(trackingUri, experimentId, train, test, dataVersion);
      return "LR-Single-Feature";
    }
  }

  /** Logs all three models in one run. */
  @Mistake(task = 2, diagnosis = "param-overwritten")
  static final class ChangesAParam extends TrackingSolution {
    @Override
    public List<String> compareModels(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> features,
        String dataVersion) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = start(client, experimentId, "LR-Single-Feature");
      client.logParam(runId, "features", features.get(0));
      client.logParam(runId, "features", String.join(",", features));
      return List.of(runId, runId, runId);
    }
  }

  /** The same in one request for all params. */
  @Mistake(task = 2, diagnosis = "param-overwritten")
  static final class ChangesAParamInABatch extends TrackingSolution {
    @Override
    public List<String> compareModels(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> features,
        String dataVersion) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = start(client, experimentId, "LR");
      for (int i = 1; i <= features.size(); i++) {
        logAndEnd(client, runId, params("price", features.subList(0, i), dataVersion), Map.of());
      }
      return List.of(runId, runId, runId);
    }
  }

  /** Keeps three models apart by their keys alone. */
  @Mistake(task = 2, diagnosis = "all-in-one-run")
  static final class NumbersTheKeys extends TrackingSolution {
    @Override
    public List<String> compareModels(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> features,
        String dataVersion) {
      MlflowClient client = new MlflowClient(trackingUri);
      String runId = start(client, experimentId, "LR");
      client.logParam(runId, "features_1", features.get(0));
      client.logParam(runId, "features_2", String.join(",", features));
      client.setTerminated(runId);
      return List.of(runId, runId, runId);
    }
  }

  /** Judges the logarithms. */
  @Mistake(task = 2, diagnosis = "log-scale-metrics")
  static final class JudgesLogarithms extends LogPrice {
    @Override
    Map<String, Double> ofLog(Dataset<Row> train, Dataset<Row> test, List<String> features) {
      RegressionEvaluator evaluator = new RegressionEvaluator().setLabelCol("log_price");
      Dataset<Row> predictions =
          linearRegression(features, "log_price").fit(withLog(train)).transform(withLog(test));
      return Map.of(
          "rmse", evaluator.setMetricName("rmse").evaluate(predictions),
          "r2", evaluator.setMetricName("r2").evaluate(predictions));
    }
  }

  /** Compares logarithms with dollars. */
  @Mistake(task = 2, diagnosis = "log-not-turned-back")
  static final class ComparesLogarithmsWithDollars extends LogPrice {
    @Override
    Map<String, Double> ofLog(Dataset<Row> train, Dataset<Row> test, List<String> features) {
      return metrics(linearRegression(features, "log_price").fit(withLog(train)).transform(test));
    }
  }

  /** Evaluates the train rows. */
  @Mistake(task = 2, diagnosis = "train-metrics")
  static final class ComparesOnTrain extends TrackingSolution {
    @Override
    public List<String> compareModels(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> features,
        String dataVersion) {
      return super.compareModels(trackingUri, experimentId, train, train, features, dataVersion);
    }
  }

  /** Says that the third model learned the price. */
  @Mistake(task = 2, diagnosis = "label-not-told")
  static final class TellsTheSameLabel extends LogPrice {
    @Override
    Map<String, String> paramsOfLog(List<String> features, String dataVersion) {
      return params("price", features, dataVersion);
    }
  }

  /** Logs a list as Java prints it. */
  @Mistake(task = 2, diagnosis = "features-as-list")
  static final class PrintsTheList extends LogPrice {
    @Override
    Map<String, String> paramsOfAll(List<String> features, String dataVersion) {
      return Map.of("label", "price", "features", features.toString(), "data_version", dataVersion);
    }
  }

  /** Forgets to give the second model the other features. */
  @Mistake(task = 2, diagnosis = "single-for-all")
  static final class UsesOneFeature extends LogPrice {
    @Override
    Map<String, Double> ofAll(Dataset<Row> train, Dataset<Row> test, List<String> features) {
      return super.ofAll(train, test, features.subList(0, 1));
    }
  }

  private static String logSingle(
      MlflowClient client,
      String runId,
      Dataset<Row> train,
      Dataset<Row> test,
      String dataVersion) {
    return TrackingSolution.logAndEnd(
        client,
        runId,
        TrackingSolution.params("price", BEDROOMS, dataVersion),
        TrackingSolution.metrics(
            TrackingSolution.linearRegression(BEDROOMS, "price").fit(train).transform(test)));
  }

  /** Three runs in steps of which a mistake changes one. */
  private abstract static class LogPrice extends TrackingSolution {
    @Override
    public List<String> compareModels(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> features,
        String dataVersion) {
      MlflowClient client = new MlflowClient(trackingUri);
      List<String> first = features.subList(0, 1);
      return List.of(
          logAndEnd(
              client,
              start(client, experimentId, "LR-Single-Feature"),
              params("price", first, dataVersion),
              metrics(linearRegression(first, "price").fit(train).transform(test))),
          logAndEnd(
              client,
              start(client, experimentId, "LR-All-Features"),
              paramsOfAll(features, dataVersion),
              ofAll(train, test, features)),
          logAndEnd(
              client,
              start(client, experimentId, "LR-Log-Price"),
              paramsOfLog(features, dataVersion),
              ofLog(train, test, features)));
    }

    Map<String, String> paramsOfAll(List<String> features, String dataVersion) {
      return params("price", features, dataVersion);
    }

    Map<String, String> paramsOfLog(List<String> features, String dataVersion) {
      return params("log_price", features, dataVersion);
    }

    Map<String, Double> ofAll(Dataset<Row> train, Dataset<Row> test, List<String> features) {
      return metrics(linearRegression(features, "price").fit(train).transform(test));
    }

    Map<String, Double> ofLog(Dataset<Row> train, Dataset<Row> test, List<String> features) {
      Dataset<Row> logs =
          linearRegression(features, "log_price").fit(withLog(train)).transform(test);
      return metrics(
          logs.withColumn("prediction", org.apache.spark.sql.functions.exp(col("prediction"))));
    }

    static Dataset<Row> withLog(Dataset<Row> rows) {
      return rows.withColumn("log_price", log(col("price")));
    }
  }
}
