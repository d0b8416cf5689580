package day2.tracking.checks;

import dev.kindling.mlflow.DatasetInputs;
import dev.kindling.mlflow.DatasetSource;
import dev.kindling.mlflow.ModelInfo;
import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.ModelSignature;
import dev.kindling.mlflow.SparkModels;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.RunsPage;

/** The code that the lesson shows: a bakery that tries ovens. */
final class TrackingLesson {

  private TrackingLesson() {}

  static void run(String trackingUri, String experimentId) {
    // region: run
    MlflowClient client = new MlflowClient(trackingUri);
    CreateRun request =
        CreateRun.newBuilder()
            .setExperimentId(experimentId) // without it: the experiment Default
            .setRunName("rye-hot") // without it: a name made up by the server
            .setStartTime(System.currentTimeMillis())
            .build();
    String runId = client.createRun(request).getRunId(); // RUNNING from now on
    client.logParam(runId, "degrees", "250"); // a text, set once
    client.logMetric(runId, "burnt_share", 0.12); // a number
    client.setTag(runId, "baker", "night shift"); // a text, can be changed
    client.setTerminated(runId, RunStatus.FINISHED); // or FAILED, KILLED
    // endregion
  }

  static double[] readings(
      MlflowClient client, String runId, double[] temperatures, PipelineModel fitted) {
    // region: steps
    for (int minute = 0; minute < temperatures.length; minute++) {
      long now = System.currentTimeMillis();
      client.logMetric(runId, "temperature", temperatures[minute], now, minute);
    }
    List<Metric> history = client.getMetricHistory(runId, "temperature"); // all, in any order
    // endregion
    history.forEach(metric -> System.out.println(metric.getStep() + ": " + metric.getValue()));
    // region: losses
    LinearRegressionModel model = (LinearRegressionModel) fitted.stages()[1];
    double[] losses = model.summary().objectiveHistory(); // one per iteration, the first before any
    // endregion
    return losses;
  }

  static RunTag search(MlflowClient client, String experimentId, String ovenTestId) {
    // region: search
    RunsPage page =
        client.searchRuns(
            List.of(experimentId),
            "metrics.burnt_share <= 0.2 and tags.baker = 'night shift'",
            ViewType.ACTIVE_ONLY,
            50, // runs per page
            List.of("attributes.start_time DESC"));
    page.getItems().forEach(run -> System.out.println(run.getInfo().getRunName()));
    boolean more = page.hasNextPage(); // then page.getNextPage() asks the server again
    // endregion
    System.out.println(more);
    // region: parent
    RunTag belongs = RunTag.newBuilder().setKey("mlflow.parentRunId").setValue(ovenTestId).build();
    // endregion
    return belongs;
  }

  static Dataset<Row> model(
      String trackingUri, String runId, PipelineModel model, Dataset<Row> loaves) {
    // region: model
    Dataset<Row> input = loaves.select("flour", "water");
    ModelSignature signature =
        ModelSignature.infer(input, model.transform(input).select("prediction"));
    ModelInfo info =
        new SparkModels(trackingUri)
            .logModel(runId, model, "oven", ModelOptions.none().withSignature(signature));
    PipelineModel again = new SparkModels(trackingUri).loadModel(info.modelUri());
    // endregion
    SparkSession spark = loaves.sparkSession();
    // region: data
    DatasetSource source = DatasetSource.deltaTable(spark, "bakery.loaves"); // its latest version
    new DatasetInputs(trackingUri)
        .logInput(runId, DatasetInputs.fromSpark(loaves, "loaves", source), "test");
    // endregion
    return again.transform(input);
  }
}
