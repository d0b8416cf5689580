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
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
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
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.RunsPage;

/** One run per attempt, each told fully and ended for certain. */
public class TrackingSolution implements TrackingLab {

  @Override
  public String logRun(
      String trackingUri,
      String experimentId,
      Dataset<Row> train,
      Dataset<Row> test,
      String dataVersion) {
    try (MlflowClient client = new MlflowClient(trackingUri)) {
      List<String> features = List.of("bedrooms");
      Map<String, Double> metrics = judged(linearRegression(features, "price").fit(train), test);
      String runId = begin(client, experimentId);
      tell(client, runId, params("price", features, dataVersion), metrics);
      end(client, runId);
      return runId;
    }
  }

  Map<String, Double> judged(PipelineModel model, Dataset<Row> test) {
    return metrics(model.transform(test));
  }

  String begin(MlflowClient client, String experimentId) {
    return start(client, experimentId, "LR-Single-Feature");
  }

  void end(MlflowClient client, String runId) {
    client.setTerminated(runId);
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
    Dataset<Row> logTrain = train.withColumn("log_price", toLog(col("price")));
    Dataset<Row> single = linearRegression(first, "price").fit(train).transform(test);
    Dataset<Row> all = linearRegression(features, "price").fit(train).transform(test);
    Dataset<Row> dollars =
        inDollars(linearRegression(features, "log_price").fit(logTrain).transform(test));

    try (MlflowClient client = new MlflowClient(trackingUri)) {
      List<String> ids = new ArrayList<>();
      ids.add(start(client, experimentId, "LR-Single-Feature"));
      tell(client, ids.get(0), params("price", first, dataVersion), metrics(single));
      ids.add(start(client, experimentId, "LR-All-Features"));
      tell(client, ids.get(1), params("price", features, dataVersion), metrics(all));
      ids.add(start(client, experimentId, "LR-Log-Price"));
      tell(client, ids.get(2), params("log_price", features, dataVersion), metrics(dollars));
      ids.forEach(client::setTerminated);
      return ids;
    }
  }

  Column toLog(Column price) {
    return log(price);
  }

  /** Predicted logarithms as something that can be compared with the price. */
  Dataset<Row> inDollars(Dataset<Row> predictions) {
    return predictions.withColumn("prediction", exp(col("prediction")));
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
      return fitIn(client, runId, () -> pipeline.fit(train));
    }
  }

  /** Whatever happens, the run comes to an end; and whatever is thrown, the caller gets it. */
  PipelineModel fitIn(MlflowClient client, String runId, Supplier<PipelineModel> fit) {
    RunStatus status = RunStatus.FAILED;
    try {
      PipelineModel model = fit.get();
      status = RunStatus.FINISHED;
      return model;
    } finally {
      client.setTerminated(runId, status);
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
    try (MlflowClient client = new MlflowClient(trackingUri)) {
      RunsPage first =
          client.searchRuns(
              List.of(experimentId),
              filter,
              ViewType.ACTIVE_ONLY,
              pageSize,
              List.of("metrics.rmse ASC"));
      return pages(first).stream()
          .filter(run -> isDeep(param(run, "maxDepth"), minDepth))
          .map(run -> run.getInfo().getRunName())
          .toList();
    }
  }

  /** The runs of a page and of all that follow. */
  List<Run> pages(RunsPage first) {
    List<Run> runs = new ArrayList<>(first.getItems());
    RunsPage page = first;
    while (page.hasNextPage()) {
      page = (RunsPage) page.getNextPage();
      runs.addAll(page.getItems());
    }
    return runs;
  }

  boolean isDeep(String depth, int minDepth) {
    return Integer.parseInt(depth) >= minDepth;
  }

  @Override
  public String logTrials(
      String trackingUri, String experimentId, String runName, List<Trial> trials) {
    try (MlflowClient client = new MlflowClient(trackingUri)) {
      String parentId = start(client, experimentId, runName);
      Trial best = best(trials);
      for (Trial trial : trials) {
        String childId = start(client, experimentId, "depth-" + trial.maxDepth());
        link(client, childId, parentId);
        tell(client, childId, params(trial), Map.of("rmse", trial.rmse()));
        client.setTerminated(childId);
        if (trial == best) {
          client.setTag(parentId, "best_run_id", childId);
        }
      }
      tellParent(client, parentId, trials, best);
      client.setTerminated(parentId);
      return parentId;
    }
  }

  Trial best(List<Trial> trials) {
    return Collections.min(trials, Comparator.comparing(Trial::rmse));
  }

  void link(MlflowClient client, String childId, String parentId) {
    client.setTag(childId, "mlflow.parentRunId", parentId);
  }

  void tellParent(MlflowClient client, String parentId, List<Trial> trials, Trial best) {
    tell(client, parentId, params(best), Map.of("rmse", best.rmse()));
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
    new DatasetInputs(trackingUri)
        .logInput(runId, DatasetInputs.fromSpark(train, "train", source(train, trainPath)), use());
    return new SparkModels(trackingUri)
        .logModel(runId, model, "model", options(model, input, train))
        .modelUri();
  }

  DatasetSource source(Dataset<Row> train, String path) {
    return DatasetSource.deltaPath(train.sparkSession(), path);
  }

  String use() {
    return "training";
  }

  ModelOptions options(PipelineModel model, Dataset<Row> input, Dataset<Row> train) {
    return ModelOptions.none()
        .withSignature(ModelSignature.infer(input, model.transform(input).select("prediction")))
        .withInputExample(input);
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

  static String start(MlflowClient client, String experimentId, String name) {
    return client
        .createRun(
            CreateRun.newBuilder()
                .setExperimentId(experimentId)
                .setRunName(name)
                .setStartTime(System.currentTimeMillis())
                .build())
        .getRunId();
  }

  static void tell(
      MlflowClient client, String runId, Map<String, String> params, Map<String, Double> metrics) {
    params.forEach((key, value) -> client.logParam(runId, key, value));
    metrics.forEach((key, value) -> client.logMetric(runId, key, value));
  }

  static String param(Run run, String key) {
    return run.getData().getParamsList().stream()
        .filter(param -> param.getKey().equals(key))
        .map(Param::getValue)
        .findFirst()
        .orElseThrow();
  }
}
