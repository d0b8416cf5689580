package dev.kindling.mlflow;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a logged model.
 *
 * @param modelUri where it can be loaded from, such as {@code runs:/<id>/model}
 * @param runId the run that made it; empty for none
 * @param artifactPath its folder among the run's artifacts
 * @param modelUuid its own id
 * @param flavors the ways to load it, such as {@code spark}
 * @param signature what it takes and gives
 * @param mlflowVersion of what wrote it
 * @param registeredModelVersion the number of the version that was registered with it
 */
public record ModelInfo(
    String modelUri,
    String runId,
    String artifactPath,
    String modelUuid,
    List<String> flavors,
    Optional<ModelSignature> signature,
    String mlflowVersion,
    Optional<String> registeredModelVersion) {

  public ModelInfo {
    flavors = List.copyOf(flavors);
  }

  static ModelInfo of(String modelUri, MlModelFile file, Optional<String> version) {
    return new ModelInfo(
        modelUri,
        file.text("run_id"),
        file.text("artifact_path"),
        file.text("model_uuid"),
        file.content().path("flavors").propertyStream().map(java.util.Map.Entry::getKey).toList(),
        file.signature(),
        file.text("mlflow_version"),
        version);
  }
}
