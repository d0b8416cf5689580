package day2.registry.checks;

import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.rest.MlflowException;
import java.time.Duration;
import java.util.Map;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;

/** The code that the lesson shows, on a model of the tide. */
final class RegistryLesson {

  private RegistryLesson() {}

  static ModelVersion create(String trackingUri, String modelUri, String runId) {
    // region: create
    ModelRegistry registry = new ModelRegistry(trackingUri);
    registry.createRegisteredModel("tide");
    ModelVersion version = registry.createModelVersion("tide", modelUri, runId); // waits for READY
    System.out.println(version.getVersion() + " is in stage " + version.getCurrentStage());
    // endregion
    return version;
  }

  static ModelVersion dontWait(ModelRegistry registry, String modelUri, String runId) {
    // region: do-not-wait
    ModelVersion version =
        registry.createModelVersion("tide", modelUri, runId, "", Map.of(), Duration.ZERO);
    System.out.println(version.getStatus()); // READY, or still PENDING_REGISTRATION
    // endregion
    return version;
  }

  static Dataset<Row> use(String trackingUri, ModelRegistry registry, Dataset<Row> days) {
    // region: refused
    try {
      registry.getModelVersion("tide", "99");
    } catch (MlflowException e) {
      System.out.println(e.errorCode()); // RESOURCE_DOES_NOT_EXIST
    }
    // endregion
    // region: stages
    registry.transitionModelVersionStage("tide", "1", "Archived", false);
    ModelVersion tried = registry.getLatestVersions("tide", "Staging").get(0);
    registry
        .searchModelVersions("name = 'tide'")
        .forEach(version -> System.out.println(version.getCurrentStage()));
    // endregion
    // region: aliases
    registry.setRegisteredModelAlias("tide", "harbour", "2"); // set, or moved here
    ModelVersion named = registry.getModelVersionByAlias("tide", "harbour");
    registry.deleteRegisteredModelAlias("tide", "harbour"); // version 2 stays
    // endregion
    System.out.println(tried.getVersion() + named.getVersion());
    // region: load
    PipelineModel model = new SparkModels(trackingUri).loadModel("models:/tide/Staging");
    Dataset<Row> scored = model.transform(days);
    // endregion
    return scored;
  }
}
