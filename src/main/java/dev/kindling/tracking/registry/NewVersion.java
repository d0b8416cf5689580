package dev.kindling.tracking.registry;

import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.KeyValue;
import java.util.List;

/**
 * A version that is asked for; what is not given is empty.
 *
 * @param givenRunId whether the run was named at all
 * @param givenModelId whether a logged model was named at all
 */
record NewVersion(
    String name,
    String source,
    String runId,
    boolean givenRunId,
    String modelId,
    boolean givenModelId,
    String runLink,
    String description,
    List<KeyValue> tags) {

  static NewVersion of(Fields request) {
    return new NewVersion(
        request.required("name"),
        request.required("source"),
        request.text("run_id", ""),
        request.has("run_id"),
        request.text("model_id", ""),
        request.has("model_id"),
        request.text("run_link", ""),
        request.text("description", ""),
        KeyValue.all(request, "tags"));
  }

  /** The same from another place. */
  NewVersion from(String otherSource, String otherRunId) {
    return new NewVersion(
        name,
        otherSource,
        otherRunId,
        givenRunId,
        modelId,
        givenModelId,
        runLink,
        description,
        tags);
  }
}
