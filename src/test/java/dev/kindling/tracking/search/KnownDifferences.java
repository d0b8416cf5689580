package dev.kindling.tracking.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Where this server answers otherwise than MLflow, knowingly. */
final class KnownDifferences {

  private KnownDifferences() {}

  /** Why a recorded answer is not the one that is given here; empty when it is. */
  static Optional<String> of(JsonNode line) {
    String error = line.path("error").asText("");
    String message = line.path("message").asText("");
    JsonNode request = line.get("request");
    if (error.equals("500")
        || (error.equals("INTERNAL_ERROR") && !message.startsWith("`order_by`"))) {
      return Optional.of("MLflow fails by mistake; here it is an answer or a sentence.");
    }
    JsonNode limit = request.path("max_results");
    if (limit.isDouble()) {
      return Optional.of("MLflow drops a fraction of a limit in some places.");
    }
    if (line.get("search").asText().equals("models") && limit.isInt() && limit.intValue() < 1) {
      return Optional.of("MLflow gives empty pages without end.");
    }
    JsonNode experiments = request.path("experiment_ids");
    if (experiments.isTextual() || experiments.path(0).isNumber()) {
      return Optional.of("MLflow forgets ids of a wrong type, and finds nothing.");
    }
    if (request.at("/order_by/0").isNumber() && error.isEmpty()) {
      return Optional.of("MLflow forgets an order of a wrong type.");
    }
    if (request.path("filter").asText().startsWith("CASE WHEN")) {
      return Optional.of("MLflow tells a CASE as one piece.");
    }
    return Optional.empty();
  }
}
