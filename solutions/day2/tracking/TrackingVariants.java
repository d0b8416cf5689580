package day2.tracking;

import static org.apache.spark.sql.functions.col;

import dev.kindling.lab.Variant;
import dev.kindling.mlflow.DatasetInputs;
import dev.kindling.mlflow.DatasetSource;
import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.ModelSignature;
import dev.kindling.mlflow.SparkModels;
import io.delta.tables.DeltaTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.ActiveRun;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.MlflowContext;
import org.mlflow.tracking.Page;

/** Other right answers. */
final class TrackingVariants {

  private TrackingVariants() {}

  /** Works through {@code MlflowContext}, and computes metrics in SQL. */
  @Variant("MlflowContext with active runs, and metrics by aggregates")
  static final class UsesTheContext extends TrackingSolution {

    @Override
    public List<String> compareModels(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> features,
        String dataVersion) {
      MlflowContext context = new MlflowContext(trackingUri).setExperimentId(experimentId);
      List<String> ids = new ArrayList<>();
      for (String name : List.of("LR-Single-Feature", "LR-All-Features", "LR-Log-Price")) {
        boolean single = name.equals("LR-Single-Feature");
        boolean byLog = name.equals("LR-Log-Price");
        List<String> used = single ? List.of(features.get(0)) : features;
        String label = byLog ? "log_price" : "price";
        Row scores =
            linearRegression(used, label)
                .fit(train.selectExpr("*", "ln(price) AS log_price"))
                .transform(test)
                .selectExpr("price", (byLog ? "exp(prediction)" : "prediction") + " AS p")
                .selectExpr("avg(pow(price - p, 2)) AS mse", "var_pop(price) AS variance")
                .selectExpr("sqrt(mse)", "1 - mse / variance")
                .first();
        ActiveRun run = context.startRun(name);
        run.logParams(params(label, used, dataVersion));
        run.logMetrics(Map.of("rmse", scores.getDouble(0), "r2", scores.getDouble(1)));
        run.setTags(Map.of("team", "pricing"));
        run.endRun(RunStatus.FINISHED);
        ids.add(run.getId());
      }
      return ids;
    }

    @Override
    PipelineModel fitIn(MlflowClient client, String runId, Supplier<PipelineModel> fit) {
      try {
        PipelineModel model = fit.get();
        client.setTerminated(runId);
        return model;
      } catch (Throwable e) {
        client.setTerminated(runId, RunStatus.FAILED);
        throw new IllegalStateException("The run %s has failed.".formatted(runId), e);
      }
    }

    @Override
    public String logTrials(
        String trackingUri, String experimentId, String runName, List<Trial> trials) {
      MlflowContext context = new MlflowContext(trackingUri).setExperimentId(experimentId);
      ActiveRun parent = context.startRun(runName);
      Map<Double, ActiveRun> children = new TreeMap<>();
      Map<Double, Integer> depths = new TreeMap<>();
      for (Trial trial : trials) {
        ActiveRun child = context.startRun("depth-" + trial.maxDepth(), parent.getId());
        child.logParam("maxDepth", "" + trial.maxDepth());
        child.logMetric("rmse", trial.rmse());
        child.endRun();
        children.put(trial.rmse(), child);
        depths.put(trial.rmse(), trial.maxDepth());
      }
      double best = children.keySet().iterator().next();
      parent.logMetric("rmse", best);
      parent.logParam("maxDepth", depths.get(best).toString());
      parent.setTag("best_run_id", children.get(best).getId());
      parent.endRun();
      return parent.getId();
    }
  }

  /** Lets Java do what the server could, and says names with tags. */
  @Variant("Tags, batches, and sorting in Java")
  static final class UsesTags extends TrackingSolution {

    @Override
    public List<Double> logLosses(String trackingUri, String runId, List<Double> losses) {
      MlflowClient client = new MlflowClient(trackingUri);
      TreeMap<Long, Double> curve = new TreeMap<>();
      client
          .getMetricHistory(runId, "loss")
          .forEach(metric -> curve.put(metric.getStep(), metric.getValue()));
      List<Metric> batch = new ArrayList<>();
      for (double loss : losses) {
        long step = curve.isEmpty() ? 0 : curve.lastKey() + 1;
        curve.put(step, loss);
        Metric.Builder metric = Metric.newBuilder().setKey("loss").setValue(loss).setStep(step);
        batch.add(metric.setTimestamp(System.currentTimeMillis()).build());
      }
      client.logBatch(runId, batch, List.of(), List.of());
      return List.copyOf(curve.values());
    }

    @Override
    public List<String> findRuns(
        String trackingUri,
        String experimentId,
        String label,
        double below,
        int minDepth,
        int pageSize) {
      List<Run> runs = new ArrayList<>();
      Page<Run> page =
          new MlflowClient(trackingUri)
              .searchRuns(
                  List.of(experimentId),
                  "param.label = \"%s\" AND metric.rmse < %s".formatted(label, below),
                  ViewType.ACTIVE_ONLY,
                  pageSize);
      page.getItems().forEach(runs::add);
      while (page.hasNextPage()) {
        page = page.getNextPage();
        page.getItems().forEach(runs::add);
      }
      return runs.stream()
          .filter(run -> Double.parseDouble(param(run, "maxDepth")) >= minDepth)
          .sorted(Comparator.comparingDouble(run -> run.getData().getMetrics(0).getValue()))
          .map(run -> run.getInfo().getRunName())
          .toList();
    }

    @Override
    public String logModel(
        String trackingUri,
        String runId,
        PipelineModel model,
        List<String> features,
        Dataset<Row> train,
        String trainPath) {
      Dataset<Row> input = train.selectExpr(features.toArray(String[]::new));
      StructType output = new StructType().add("prediction", DataTypes.DoubleType);
      ModelOptions options =
          ModelOptions.none()
              .withInputExample(input.limit(2))
              .withSignature(ModelSignature.infer(input.schema(), output));
      new SparkModels(trackingUri).logModel(runId, model, "model", options);
      Row latest =
          DeltaTable.forPath(train.sparkSession(), trainPath)
              .history()
              .orderBy(col("version").desc())
              .first();
      DatasetSource source = DatasetSource.deltaPath(trainPath, latest.<Long>getAs("version"));
      new DatasetInputs(trackingUri)
          .logInput(
              runId,
              DatasetInputs.fromSpark(train, "train", source),
              "training",
              Map.of("split", "train"));
      return "runs:/" + runId + "/model";
    }
  }
}
