package dev.kindling.tracking.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.datasets.DatasetInput;
import dev.kindling.tracking.metrics.Metric;
import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.Routes;
import java.util.List;

/** The routes that log to a run. */
public final class LogRoutes {

  private final RunLog log;

  public LogRoutes(RunLog log) {
    this.log = log;
  }

  /** Adds them. */
  public void addTo(Routes routes) {
    routes.post("runs/log-metric", this::metric);
    routes.post("runs/log-parameter", this::param);
    routes.post("runs/log-batch", this::batch);
    routes.post("runs/set-tag", this::tag);
    routes.post("runs/delete-tag", this::deleteTag);
    routes.post("runs/log-model", this::model);
    routes.post("runs/log-inputs", this::inputs);
  }

  private ObjectNode metric(Fields request) {
    String id = RunId.of(request);
    log.metric(id, Metric.of(request));
    return Answers.empty();
  }

  private ObjectNode param(Fields request) {
    String id = RunId.of(request);
    log.param(id, Entries.param(request));
    return Answers.empty();
  }

  private ObjectNode batch(Fields request) {
    String id = RunId.checked(RunId.strict(request));
    log.batch(id, Batch.of(request));
    return Answers.empty();
  }

  private ObjectNode tag(Fields request) {
    String id = RunId.of(request);
    KeyValue tag = Entries.tag(request);
    log.tag(id, tag);
    return Answers.empty();
  }

  private ObjectNode deleteTag(Fields request) {
    String id = RunId.strict(request);
    log.deleteTag(id, request.required("key"));
    return Answers.empty();
  }

  private ObjectNode model(Fields request) {
    String id = RunId.strict(request);
    log.model(id, LoggedModel.of(request.required("model_json")));
    return Answers.empty();
  }

  private ObjectNode inputs(Fields request) {
    String id = RunId.checked(RunId.strict(request));
    List<DatasetInput> inputs = request.objects("datasets").stream().map(DatasetInput::of).toList();
    log.inputs(id, inputs);
    return Answers.empty();
  }
}
