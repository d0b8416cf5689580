package day2.tracking;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sqrt;

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
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.RFormula;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
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
    public String logRun(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        String dataVersion) {
      ActiveRun run = context(trackingUri, experimentId).startRun("LR-Single-Feature");
      Dataset<Row> predictions = formula("price ~ bedrooms").fit(train).transform(test);
      run.logParams(Map.of("label", "price", "features", "bedrooms"));
      run.logParam("data_version", dataVersion);
      run.logMetrics(scores(predictions, "prediction"));
      run.endRun();
      return run.getId();
    }

    @Override
    public List<String> compareModels(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> features,
        String dataVersion) {
      String all = String.join(" + ", features);
      SQLTransformer back =
          new SQLTransformer().setStatement("SELECT *, exp(prediction) AS dollars FROM __THIS__");
      Dataset<Row> byLog =
          back.transform(
              formula("log_price ~ " + all)
                  .fit(train.withColumn("log_price", log(col("price"))))
                  .transform(test.withColumn("log_price", lit(0.0))));
      MlflowContext context = context(trackingUri, experimentId);
      List<String> ids = new ArrayList<>();
      ids.add(
          told(
              context.startRun("LR-Single-Feature"),
              params("price", features.subList(0, 1), dataVersion),
              scores(
                  formula("price ~ " + features.get(0)).fit(train).transform(test), "prediction")));
      ids.add(
          told(
              context.startRun("LR-All-Features"),
              params("price", features, dataVersion),
              scores(formula("price ~ " + all).fit(train).transform(test), "prediction")));
      ids.add(
          told(
              context.startRun("LR-Log-Price"),
              params("log_price", features, dataVersion),
              scores(byLog, "dollars")));
      return ids;
    }

    private static String told(
        ActiveRun run, Map<String, String> params, Map<String, Double> metrics) {
      run.logParams(params);
      run.logMetrics(metrics);
      run.setTags(Map.of("team", "pricing"));
      run.endRun(RunStatus.FINISHED);
      return run.getId();
    }

    @Override
    public PipelineModel fitInRun(
        String trackingUri,
        String experimentId,
        String runName,
        Pipeline pipeline,
        Dataset<Row> train) {
      ActiveRun run = context(trackingUri, experimentId).startRun(runName);
      try {
        PipelineModel model = pipeline.fit(train);
        run.endRun();
        return model;
      } catch (Throwable e) {
        run.endRun(RunStatus.FAILED);
        throw new IllegalStateException("The run %s has failed.".formatted(run.getId()), e);
      }
    }

    @Override
    public String logTrials(
        String trackingUri, String experimentId, String runName, List<Trial> trials) {
      MlflowContext context = context(trackingUri, experimentId);
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

    private static MlflowContext context(String trackingUri, String experimentId) {
      return new MlflowContext(trackingUri).setExperimentId(experimentId);
    }

    private static Pipeline formula(String formula) {
      String label = formula.split(" ~ ")[0];
      return new Pipeline()
          .setStages(
              new PipelineStage[] {
                new RFormula().setFormula(formula).setLabelCol("label of " + label),
                new LinearRegression().setLabelCol("label of " + label)
              });
    }

    private static Map<String, Double> scores(Dataset<Row> predictions, String prediction) {
      double mean = predictions.agg(avg("price")).first().getDouble(0);
      Row row =
          predictions
              .agg(
                  avg(pow(col("price").minus(col(prediction)), 2)).as("mse"),
                  avg(pow(col("price").minus(mean), 2)).as("variance"))
              .select(sqrt(col("mse")), lit(1).minus(col("mse").divide(col("variance"))))
              .first();
      return Map.of("rmse", row.getDouble(0), "r2", row.getDouble(1));
    }
  }

  /** Lets Java do what the server could, and says names and links with tags. */
  @Variant("Tags, batches, and sorting in Java")
  static final class UsesTags extends TrackingSolution {

    @Override
    public String logRun(
        String trackingUri,
        String experimentId,
        Dataset<Row> train,
        Dataset<Row> test,
        String dataVersion) {
      MlflowClient client = new MlflowClient(trackingUri);
      RunInfo run = client.createRun(experimentId);
      client.setTag(run.getRunId(), "mlflow.runName", "LR-Single-Feature");
      Dataset<Row> predictions =
          linearRegression(List.of("bedrooms"), "price").fit(train).transform(test);
      metrics(predictions).forEach((key, value) -> client.logMetric(run.getRunId(), key, value));
      params("price", List.of("bedrooms"), dataVersion)
          .forEach((key, value) -> client.logParam(run.getRunId(), key, value));
      client.setTerminated(run.getRunId(), RunStatus.FINISHED, System.currentTimeMillis());
      return run.getRunId();
    }

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
        batch.add(
            Metric.newBuilder()
                .setKey("loss")
                .setValue(loss)
                .setStep(step)
                .setTimestamp(System.currentTimeMillis())
                .build());
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
      MlflowClient client = new MlflowClient(trackingUri);
      List<Run> runs = new ArrayList<>();
      Page<Run> page =
          client.searchRuns(
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
          .map(run -> tag(run, "mlflow.runName"))
          .toList();
    }

    private static String tag(Run run, String key) {
      return run.getData().getTagsList().stream()
          .filter(tag -> tag.getKey().equals(key))
          .map(RunTag::getValue)
          .findFirst()
          .orElseThrow();
    }

    @Override
    public String logTrials(
        String trackingUri, String experimentId, String runName, List<Trial> trials) {
      MlflowClient client = new MlflowClient(trackingUri);
      Trial best = trials.stream().min(Comparator.comparing(Trial::rmse)).orElseThrow();
      String parentId = start(client, experimentId, runName);
      client.logParam(parentId, "maxDepth", String.valueOf(best.maxDepth()));
      client.logMetric(parentId, "rmse", best.rmse());
      for (Trial trial : trials) {
        String childId = client.createRun(experimentId).getRunId();
        client.setTag(childId, "mlflow.runName", "depth-" + trial.maxDepth());
        client.setTag(childId, PARENT, parentId);
        client.logParam(childId, "maxDepth", String.valueOf(trial.maxDepth()));
        client.logMetric(childId, "rmse", trial.rmse(), System.currentTimeMillis(), 0);
        if (trial == best) {
          client.setTag(parentId, "best_run_id", childId);
        }
        client.setTerminated(childId);
      }
      client.setTerminated(parentId);
      return parentId;
    }

    @Override
    public String logModel(
        String trackingUri,
        String runId,
        PipelineModel model,
        List<String> features,
        Dataset<Row> train,
        String trainPath) {
      Dataset<Row> input =
          train.select(features.get(0), features.stream().skip(1).toArray(String[]::new));
      StructType output = new StructType().add("prediction", DataTypes.DoubleType);
      new SparkModels(trackingUri)
          .logModel(
              runId,
              model,
              "model",
              ModelOptions.none()
                  .withInputExample(input.limit(2))
                  .withSignature(ModelSignature.infer(input.schema(), output)));
      long version =
          DeltaTable.forPath(train.sparkSession(), trainPath)
              .history(1)
              .first()
              .<Long>getAs("version");
      new DatasetInputs(trackingUri)
          .logInput(
              runId,
              DatasetInputs.fromSpark(train, "train", DatasetSource.deltaPath(trainPath, version)),
              "training",
              Map.of("split", "train"));
      return "runs:/" + runId + "/model";
    }
  }
}
