package dev.kindling.tracking.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.protocol.Answers;

/**
 * A dataset that runs of an experiment used.
 *
 * @param context what for, such as {@code training}; null when no run said so
 */
record DatasetSummary(long experimentId, String name, String digest, String context) {

  ObjectNode json() {
    ObjectNode json = Answers.empty();
    json.put("experiment_id", Long.toString(experimentId));
    json.put("name", name);
    json.put("digest", digest);
    Answers.put(json, "context", context);
    return json;
  }
}
