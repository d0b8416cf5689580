package dev.kindling.tracking.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.KeyValue;

/** A registered model as answers show it. */
public final class RegisteredModelJson {

  private RegisteredModelJson() {}

  /** All that is known of a model. */
  public static ObjectNode of(RegisteredModel model) {
    ObjectNode json = Answers.empty();
    json.put("name", model.name());
    Answers.put(json, "creation_timestamp", model.creationTime());
    Answers.put(json, "last_updated_timestamp", model.lastUpdatedTime());
    if (model.description() != null && !model.description().isEmpty()) {
      json.put("description", model.description());
    }
    Answers.list(json, "latest_versions", model.latestVersions(), ModelVersionJson::of);
    Answers.list(json, "tags", model.tags(), KeyValue::json);
    Answers.list(json, "aliases", model.aliases(), RegisteredModelJson::alias);
    return json;
  }

  private static ObjectNode alias(ModelAlias alias) {
    ObjectNode json = Answers.empty();
    json.put("alias", alias.alias());
    json.put("version", Long.toString(alias.version()));
    return json;
  }
}
