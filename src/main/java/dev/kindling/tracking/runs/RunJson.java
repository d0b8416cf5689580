package dev.kindling.tracking.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.datasets.DatasetInput;
import dev.kindling.tracking.metrics.Metric;
import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.KeyValue;

/** A run as answers show it. */
public final class RunJson {

  private RunJson() {}

  /** All of a run. */
  public static ObjectNode of(Run run) {
    ObjectNode json = Answers.empty();
    json.set("info", info(run.info()));
    ObjectNode data = json.putObject("data");
    Answers.list(data, "metrics", run.metrics(), Metric::json);
    Answers.list(data, "params", run.params(), KeyValue::json);
    Answers.list(data, "tags", run.tags(), KeyValue::json);
    Answers.list(json.putObject("inputs"), "dataset_inputs", run.inputs(), DatasetInput::json);
    return json;
  }

  /** What describes a run. */
  public static ObjectNode info(RunInfo info) {
    ObjectNode json = Answers.empty();
    json.put("run_uuid", info.id());
    json.put("experiment_id", Long.toString(info.experimentId()));
    Answers.put(json, "run_name", info.name());
    json.put("user_id", info.userId() == null ? "" : info.userId());
    json.put("status", info.status());
    Answers.put(json, "start_time", info.startTime());
    Answers.put(json, "end_time", info.endTime());
    Answers.put(json, "artifact_uri", info.artifactUri());
    json.put("lifecycle_stage", info.lifecycleStage());
    json.put("run_id", info.id());
    return json;
  }
}
