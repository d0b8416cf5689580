package dev.kindling.mlflow.artifacts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.mlflow.rest.MlflowException;
import dev.kindling.mlflow.rest.Query;
import dev.kindling.mlflow.rest.RestClient;

/** Asks the registry which version an address means, and where its files are. */
final class ModelVersions {

  private final RestClient server;

  ModelVersions(RestClient server) {
    this.server = server;
  }

  /** The address of the version's files, such as {@code mlflow-artifacts:/1/…/artifacts/model}. */
  String downloadUri(ModelUri model) {
    return server
        .get(
            RestClient.API + "model-versions/get-download-uri",
            Query.of("name", model.name()).and("version", version(model)))
        .path("artifact_uri")
        .asText();
  }

  private String version(ModelUri model) {
    return switch (model.kind()) {
      case VERSION -> model.selector();
      case ALIAS -> aliased(model);
      case STAGE, LATEST -> newest(model);
    };
  }

  private String aliased(ModelUri model) {
    return server
        .get(
            RestClient.API + "registered-models/alias",
            Query.of("name", model.name()).and("alias", model.selector()))
        .path("model_version")
        .path("version")
        .asText();
  }

  private String newest(ModelUri model) {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("name", model.name());
    if (model.kind() == ModelUri.Kind.STAGE) {
      request.putArray("stages").add(model.selector());
    }
    JsonNode answer =
        server.post(RestClient.API + "registered-models/get-latest-versions", request);
    long newest = -1;
    for (JsonNode version : answer.path("model_versions")) {
      newest = Math.max(newest, version.path("version").asLong());
    }
    if (newest < 0) {
      throw MlflowException.of(
          model.kind() == ModelUri.Kind.STAGE
              ? "The model '%s' has no version in stage '%s': move one there, or name a version."
                  .formatted(model.name(), model.selector())
              : "The model '%s' has no version yet: register one.".formatted(model.name()));
    }
    return Long.toString(newest);
  }
}
