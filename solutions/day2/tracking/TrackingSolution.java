package day2.tracking;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.exp;
import static org.apache.spark.sql.functions.log;

import dev.kindling.mlflow.DatasetInputs;
import dev.kindling.mlflow.DatasetSource;
import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.ModelSignature;
import dev.kindling.mlflow.SparkModels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.RunsPage;

/** One run per attempt, each told fully and ended for certain. */
public class TrackingSolution implements TrackingLab {

  static final String PARENT = "mlflow.parentRunId";

  @Override
  public String logRun(
      String trackingUri,
      String experimentId,
      Dataset<Row> train,
      Dataset<Row> test,
      String dataVersion) {
    try (MlflowClient client = new MlflowClient(trackingUri)) {
      List<String> features = List.of("bedrooms");
      Dataset<Row> predictions = linearRegression(features, "price").fit(train).transform(test);
      String runId = start(client, experimentId, "LR-Single-Feature");
      return logAndEnd(client, runId, params("price", features, dataVersion), metrics(predictions));
    }
  }

  @Override
  public List<String> compareModels(
      String trackingUri,
      String experimentId,
      Dataset<Row> train,
      Dataset<Row> test,
      List<String> features,
      String dataVersion) {
    List<String> first = features.subList(0, 1);
    Dataset<Row> logTrain = train.withColumn("log_price", log(col("price")));
    Dataset<Row> single = linearRegression(first, "price").fit(train).transform(test);
    Dataset<Row> all = linearRegression(features, "price").fit(train).transform(test);
    Dataset<Row> dollars =
        linearRegression(features, "log_price")
            .fit(logTrain)
            .transform(test)
            .withColumn("prediction", exp(col("prediction")));

    try (MlflowClient client = new MlflowClient(trackingUri)) {
      return List.of(
          logAndEnd(
              client,
              start(client, experimentId, "LR-Single-Feature"),
              params("price", first, dataVersion),
              metrics(single)),
          logAndEnd(
              client,
              start(client, experimentId, "LR-All-Features"),
              params("price", features, dataVersion),
              metrics(all)),
          logAndEnd(
              client,
              start(client, experimentId, "LR-Log-Price"),
              params("log_price", features, dataVersion),
              metrics(dollars)));
    }
  }

  @Override
  public List<Double> logLosses(String trackingUri, String runId, List<Double> losses) {
    try (MlflowClient client = new MlflowClient(trackingUri)) {
      long step =
          client.getMetricHistory(runId, "loss").stream()
              .mapToLong(Metric::getStep)
              .max()
              .orElse(-1);
      for (double loss : losses) {
        step++;
        client.logMetric(runId, "loss", loss, System.currentTimeMillis(), step);
      }
      return client.getMetricHistory(runId, "loss").stream()
          .sorted(Comparator.comparingLong(Metric::getStep))
          .map(Metric::getValue)
          .toList();
    }
  }

  @Override
  public PipelineModel fitInRun(
      String trackingUri,
      String experimentId,
      String runName,
      Pipeline pipeline,
      Dataset<Row> train) {
    try (MlflowClient client = new MlflowClient(trackingUri)) {
      String runId = start(client, experimentId, runName);
      RunStatus status = RunStatus.FAILED;
      try {
        PipelineModel model = pipeline.fit(train);
        status = RunStatus.FINISHED;
        return model;
      } finally {
        client.setTerminated(runId, status);
      }
    }
  }

  @Override
  public List<String> findRuns(
      String trackingUri,
      String experimentId,
      String label,
      double below,
      int minDepth,
      int pageSize) {
    String filter = "metrics.rmse < " + below + " and params.label = '" + label + "'";
    List<String> names = new ArrayList<>();
    try (MlflowClient client = new MlflowClient(trackingUri)) {
      RunsPage page =
          client.searchRuns(
              List.of(experimentId),
              filter,
              ViewType.ACTIVE_ONLY,
              pageSize,
              List.of("metrics.rmse ASC"));
      while (true) {
        for (Run run : page.getItems()) {
          if (Integer.parseInt(param(run, "maxDepth")) >= minDepth) {
            names.add(run.getInfo().getRunName());
          }
        }
        if (!page.hasNextPage()) {
          return names;
        }
        page = (RunsPage) page.getNextPage();
      }
    }
  }

  @Override
  public String logTrials(
      String trackingUri, String experimentId, String runName, List<Trial> trials) {
    try (MlflowClient client = new MlflowClient(trackingUri)) {
      String parentId = start(client, experimentId, runName);
      Trial best = null;
      for (Trial trial : trials) {
        RunTag parent = RunTag.newBuilder().setKey(PARENT).setValue(parentId).build();
        String childId = start(client, experimentId, "depth-" + trial.maxDepth(), parent);
        logAndEnd(client, childId, params(trial), Map.of("rmse", trial.rmse()));
        if (best == null || trial.rmse() < best.rmse()) {
          best = trial;
          client.setTag(parentId, "best_run_id", childId);
        }
      }
      return logAndEnd(client, parentId, params(best), Map.of("rmse", best.rmse()));
    }
  }

  @Override
  public String logModel(
      String trackingUri,
      String runId,
      PipelineModel model,
      List<String> features,
      Dataset<Row> train,
      String trainPath) {
    Dataset<Row> input = train.select(features.stream().map(c -> col(c)).toArray(Column[]::new));
    Dataset<Row> output = model.transform(input).select("prediction");
    DatasetSource source = DatasetSource.deltaPath(train.sparkSession(), trainPath);
    new DatasetInputs(trackingUri)
        .logInput(runId, DatasetInputs.fromSpark(train, "train", source), "training");
    return new SparkModels(trackingUri)
        .logModel(
            runId,
            model,
            "model",
            ModelOptions.none()
                .withSignature(ModelSignature.infer(input, output))
                .withInputExample(input))
        .modelUri();
  }

  static Pipeline linearRegression(List<String> features, String label) {
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(features.toArray(String[]::new))
            .setOutputCol("features");
    LinearRegression regression = new LinearRegression().setLabelCol(label);
    return new Pipeline().setStages(new PipelineStage[] {assembler, regression});
  }

  /** How far the predictions are from the price. */
  static Map<String, Double> metrics(Dataset<Row> predictions) {
    RegressionEvaluator evaluator = new RegressionEvaluator().setLabelCol("price");
    return Map.of(
        "rmse", evaluator.setMetricName("rmse").evaluate(predictions),
        "r2", evaluator.setMetricName("r2").evaluate(predictions));
  }

  static Map<String, String> params(String label, List<String> features, String dataVersion) {
    return Map.of(
        "label", label, "features", String.join(",", features), "data_version", dataVersion);
  }

  static Map<String, String> params(Trial trial) {
    return Map.of("maxDepth", Integer.toString(trial.maxDepth()));
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

  /** Logs all that is known of a run in one request, and ends it. */
  static String logAndEnd(
      MlflowClient client, String runId, Map<String, String> params, Map<String, Double> metrics) {
    long now = System.currentTimeMillis();
    client.logBatch(
        runId,
        metrics.entrySet().stream()
            .map(
                metric ->
                    Metric.newBuilder()
                        .setKey(metric.getKey())
                        .setValue(metric.getValue())
                        .setTimestamp(now)
                        .setStep(0)
                        .build())
            .toList(),
        params.entrySet().stream()
            .map(
                param ->
                    Param.newBuilder().setKey(param.getKey()).setValue(param.getValue()).build())
            .toList(),
        List.of());
    client.setTerminated(runId);
    return runId;
  }

  static String param(Run run, String key) {
    return run.getData().getParamsList().stream()
        .filter(param -> param.getKey().equals(key))
        .map(Param::getValue)
        .findFirst()
        .orElseThrow();
  }
}
