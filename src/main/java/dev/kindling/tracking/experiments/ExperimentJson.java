package dev.kindling.tracking.experiments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.KeyValue;

/** An experiment as answers show it. */
public final class ExperimentJson {

  private ExperimentJson() {}

  /** All that is known of an experiment. */
  public static ObjectNode of(Experiment experiment) {
    ObjectNode json = Answers.empty();
    json.put("experiment_id", Long.toString(experiment.id()));
    json.put("name", experiment.name());
    Answers.put(json, "artifact_location", experiment.artifactLocation());
    json.put("lifecycle_stage", experiment.lifecycleStage());
    Answers.put(json, "last_update_time", experiment.lastUpdateTime());
    Answers.put(json, "creation_time", experiment.creationTime());
    Answers.list(json, "tags", experiment.tags(), KeyValue::json);
    return json;
  }
}
