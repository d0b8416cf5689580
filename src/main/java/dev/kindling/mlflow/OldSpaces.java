package dev.kindling.mlflow;

import java.time.Duration;
import java.util.List;
import org.mlflow.api.proto.ModelRegistry.RegisteredModel;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.ViewType;
import org.mlflow.tracking.ExperimentsPage;
import org.mlflow.tracking.MlflowClient;

/**
 * What earlier checks of a lab left on the server: kept for a while to be looked at, then deleted.
 */
public final class OldSpaces {

  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final int PER_PAGE = 200;

  private final TrackingContext context;

  public OldSpaces(TrackingContext context) {
    this.context = context;
  }

  /** Deletes experiments and registered models of the lab that are older than ten minutes. */
  public void delete() {
    long before = System.currentTimeMillis() - KEPT.toMillis();
    try (MlflowClient client = new MlflowClient(context.uri())) {
      ExperimentsPage page =
          client.searchExperiments(
              "tags.`%s` = '%s' AND creation_time < %d"
                  .formatted(TrackingSpace.LAB_TAG, context.lab(), before),
              ViewType.ACTIVE_ONLY,
              PER_PAGE,
              List.of());
      for (Experiment experiment : page.getItems()) {
        client.deleteExperiment(experiment.getExperimentId());
      }
    }
    ModelRegistry registry = new ModelRegistry(context.uri());
    List<RegisteredModel> models =
        registry
            .searchRegisteredModels("name LIKE '%s%%'".formatted(TrackingSpace.prefix(context)))
            .filter(model -> model.getLastUpdatedTimestamp() < before)
            .toList();
    models.forEach(model -> registry.deleteRegisteredModel(model.getName()));
  }
}
