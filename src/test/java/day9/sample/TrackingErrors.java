package day9.sample;

import dev.kindling.check.errors.Bench;
import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.OwnServer;
import dev.kindling.tracking.TrackingServer;
import java.util.List;
import java.util.function.Consumer;
import org.mlflow.api.proto.Service.RunInfo;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.MlflowClient;

/** Slips with runs, experiments and the model registry, as MLflow's own client tells of them. */
public final class TrackingErrors {

  private TrackingErrors() {}

  private static void at(Bench bench, Consumer<MlflowClient> slip) {
    try (TrackingServer server = OwnServer.start(bench.folder());
        MlflowClient client = new MlflowClient(server.uri())) {
      slip.accept(client);
    }
  }

  private static void withRegistry(Bench bench, Consumer<ModelRegistry> slip) {
    try (TrackingServer server = OwnServer.start(bench.folder())) {
      slip.accept(new ModelRegistry(server.uri()));
    }
  }

  static void versionWithoutRun(Bench bench) {
    try (TrackingServer server = OwnServer.start(bench.folder());
        MlflowClient client = new MlflowClient(server.uri())) {
      String run = client.createRun().getRunId();
      ModelRegistry registry = new ModelRegistry(server.uri());
      registry.createRegisteredModel("prices");
      registry.createModelVersion("prices", "runs:/" + run + "/model", "");
    }
  }

  static void paramLoggedTwice(Bench bench) {
    at(
        bench,
        client -> {
          String run = client.createRun().getRunId();
          client.logParam(run, "maxDepth", "5");
          client.logParam(run, "maxDepth", "6");
        });
  }

  static void modelCreatedTwice(Bench bench) {
    withRegistry(
        bench,
        registry -> {
          registry.createRegisteredModel("prices");
          registry.createRegisteredModel("prices");
        });
  }

  static void modelMissing(Bench bench) {
    withRegistry(bench, registry -> registry.getRegisteredModel("Prices"));
  }

  static void versionMissing(Bench bench) {
    withRegistry(
        bench,
        registry -> {
          registry.createRegisteredModel("prices");
          registry.getModelVersion("prices", "3");
        });
  }

  static void aliasMissing(Bench bench) {
    withRegistry(
        bench,
        registry -> {
          registry.createRegisteredModel("prices");
          registry.getModelVersionByAlias("prices", "Champion");
        });
  }

  static void runByName(Bench bench) {
    at(bench, client -> client.getRun("tuning"));
  }

  static void deletedRun(Bench bench) {
    at(
        bench,
        client -> {
          RunInfo run = client.createRun();
          client.deleteRun(run.getRunId());
          client.logMetric(run.getRunId(), "rmse", 1.5);
        });
  }

  static void experimentCreatedTwice(Bench bench) {
    at(
        bench,
        client -> {
          client.createExperiment("prices");
          client.createExperiment("prices");
        });
  }

  static void experimentMissing(Bench bench) {
    at(bench, client -> client.createRun("77"));
  }

  static void metricAsAttribute(Bench bench) {
    at(bench, client -> client.searchRuns(List.of("0"), "rmse < 230", ViewType.ACTIVE_ONLY, 10));
  }
}
