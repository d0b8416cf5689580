package dev.kindling.tracking.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.KeyValue;

/** A version of a model as answers show it. */
public final class ModelVersionJson {

  private ModelVersionJson() {}

  /** All that is known of a version. */
  public static ObjectNode of(ModelVersion version) {
    ObjectNode json = Answers.empty();
    json.put("name", version.name());
    json.put("version", Long.toString(version.version()));
    Answers.put(json, "creation_timestamp", version.creationTime());
    Answers.put(json, "last_updated_timestamp", version.lastUpdatedTime());
    Answers.put(json, "user_id", version.userId());
    Answers.put(json, "current_stage", version.stage());
    Answers.put(json, "description", version.description());
    Answers.put(json, "source", version.source());
    Answers.put(json, "run_id", version.runId());
    Answers.put(json, "status", version.status());
    if (version.statusMessage() != null && !version.statusMessage().isEmpty()) {
      json.put("status_message", version.statusMessage());
    }
    Answers.list(json, "tags", version.tags(), KeyValue::json);
    Answers.put(json, "run_link", version.runLink());
    if (!version.aliases().isEmpty()) {
      ArrayNode aliases = json.putArray("aliases");
      version.aliases().forEach(aliases::add);
    }
    return json;
  }
}
