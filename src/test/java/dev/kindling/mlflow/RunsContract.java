package dev.kindling.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.data.TestSpark;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mlflow.api.proto.Service;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.tracking.MlflowClient;

/**
 * Runs read over all pages, models and datasets logged, with any server. A subclass names the
 * server.
 */
abstract class RunsContract {

  /** The server; may skip the test. */
  abstract String trackingUri();

  /** Before Spark is started for nothing. */
  @BeforeEach
  void skipWithoutAServer() {
    trackingUri();
  }

  private static String experiment(MlflowClient client) {
    return client.createExperiment("runs " + UUID.randomUUID());
  }

  @Test
  void searchesGoOverAllPages() {
    RunReader reader = new RunReader(trackingUri());
    try (MlflowClient client = new MlflowClient(trackingUri())) {
      String experiment = experiment(client);
      for (int i = 0; i < 5; i++) {
        client.logMetric(client.createRun(experiment).getRunId(), "rmse", i);
      }

      ResultPage<Run> page =
          reader.searchRuns(
              List.of(experiment), "metrics.rmse > 0", 3, List.of("metrics.rmse DESC"), null);
      assertThat(page.items())
          .extracting(run -> run.getData().getMetrics(0).getValue())
          .containsExactly(4.0, 3.0, 2.0);
      assertThat(
              ResultPage.all(
                  token ->
                      reader.searchRuns(
                          List.of(experiment), "", 2, List.of("metrics.rmse"), token)))
          .hasSize(5);
      assertThat(reader.searchRuns(List.of(experiment), "metrics.rmse < 2", "metrics.rmse ASC"))
          .hasSize(2);
    }
  }

  @Test
  void aMetricsHistoryComesWhole() {
    try (MlflowClient client = new MlflowClient(trackingUri())) {
      String run = client.createRun(experiment(client)).getRunId();
      int count = 25_500;
      for (int start = 0; start < count; start += 1000) {
        List<Metric> batch = new ArrayList<>();
        IntStream.range(start, Math.min(count, start + 1000))
            .forEach(
                step ->
                    batch.add(
                        Metric.newBuilder()
                            .setKey("loss")
                            .setValue(step / 2.0)
                            .setStep(step)
                            .setTimestamp(1000 + step)
                            .build()));
        client.logBatch(run, batch, List.of(), List.of());
      }
      client.logMetric(run, "odd", Double.NaN, 1, 1);

      List<Metric> history = new RunReader(trackingUri()).getMetricHistory(run, "loss");
      assertThat(history).hasSize(count);
      assertThat(history.stream().mapToLong(Metric::getStep).distinct()).hasSize(count);
      assertThat(new RunReader(trackingUri()).getMetricHistory(run, "odd").get(0).getValue())
          .isNaN();
    }
  }

  @Test
  void aDatasetIsNotedWithItsContext() {
    Dataset<Row> frame = TestSpark.session().range(3).toDF("n");
    Service.Dataset dataset =
        DatasetInputs.fromSpark(frame, "numbers", DatasetSource.deltaPath("/data/numbers", 0));
    try (MlflowClient client = new MlflowClient(trackingUri())) {
      String experiment = experiment(client);
      String run = client.createRun(experiment).getRunId();
      new DatasetInputs(trackingUri()).logInput(run, dataset, "training");

      Service.DatasetInput noted = client.getRun(run).getInputs().getDatasetInputs(0);
      assertThat(noted.getDataset()).isEqualTo(dataset);
      assertThat(noted.getTags(0).getKey()).isEqualTo("mlflow.data.context");
      assertThat(noted.getTags(0).getValue()).isEqualTo("training");
      String filter = "dataset.digest = '" + dataset.getDigest() + "'";
      assertThat(new RunReader(trackingUri()).searchRuns(List.of(experiment), filter)).hasSize(1);
    }
  }

  @Test
  void aLoggedModelIsLoadedByEveryAddress() {
    SparkModels models = new SparkModels(trackingUri());
    ModelRegistry registry = new ModelRegistry(trackingUri());
    Dataset<Row> flats = FittedModels.flats(TestSpark.session());
    var model = FittedModels.model(flats);
    String name = "flats " + UUID.randomUUID();
    ModelOptions options =
        ModelOptions.none()
            .withSignature(
                ModelSignature.infer(
                    flats.drop("price"), model.transform(flats).select("prediction")))
            .withInputExample(flats.drop("price"))
            .withRegisteredModelName(name);
    try (MlflowClient client = new MlflowClient(trackingUri())) {
      String run = client.createRun(experiment(client)).getRunId();
      ModelInfo info = models.logModel(run, model, "model", options);
      assertThat(info.registeredModelVersion()).hasValue("1");
      assertThat(models.logModel(run, model, "again", options).registeredModelVersion())
          .hasValue("2");
      registry.setRegisteredModelAlias(name, "champion", "1");
      registry.transitionModelVersionStage(name, "1", "Production", true);

      List<Double> expected = FittedModels.predictions(model, flats);
      for (String uri :
          List.of(
              info.modelUri(),
              "models:/" + name + "/1",
              "models:/" + name + "@champion",
              "models:/" + name + "/Production",
              "models:/" + name + "/latest")) {
        assertThat(FittedModels.predictions(models.loadModel(uri), flats))
            .as(uri)
            .isEqualTo(expected);
      }
      assertThat(models.getModelInfo("models:/" + name + "@champion").modelUuid())
          .isEqualTo(info.modelUuid());
      assertThat(models.getModelInfo("models:/" + name + "/latest").artifactPath())
          .isEqualTo("again");
      assertThat(client.getRun(run).getData().getTagsList())
          .filteredOn(tag -> tag.getKey().equals("mlflow.log-model.history"))
          .singleElement()
          .satisfies(tag -> assertThat(tag.getValue()).contains(info.modelUuid()));
    }
  }
}
