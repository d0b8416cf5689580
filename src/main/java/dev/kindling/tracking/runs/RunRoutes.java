package dev.kindling.tracking.runs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.experiments.ExperimentId;
import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.ErrorCode;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.Routes;
import dev.kindling.tracking.protocol.TrackingException;
import java.util.OptionalLong;

/** The routes that make, read, change, delete and restore runs. */
public final class RunRoutes {

  private final RunStore store;

  public RunRoutes(RunStore store) {
    this.store = store;
  }

  /** Adds them. */
  public void addTo(Routes routes) {
    routes.post("runs/create", this::create);
    routes.get("runs/get", request -> Answers.of("run", RunJson.of(store.get(RunId.of(request)))));
    routes.post("runs/update", this::update);
    routes.post("runs/delete", this::delete);
    routes.post("runs/restore", this::restore);
  }

  private ObjectNode create(Fields request) {
    String experiment = request.text("experiment_id", "");
    long startTime = request.integer("start_time").orElse(0);
    String name = request.text("run_name", "");
    if (experiment.isEmpty()) {
      throw new TrackingException(
          ErrorCode.BAD_REQUEST,
          "A run belongs to an experiment: give its id as 'experiment_id', '0' for the default one.");
    }
    Run run =
        store.create(
            ExperimentId.of(experiment),
            request.text("user_id", ""),
            startTime,
            name,
            KeyValue.all(request, "tags"));
    return Answers.of("run", RunJson.of(run));
  }

  private ObjectNode update(Fields request) {
    String id = RunId.of(request);
    OptionalLong endTime = request.integer("end_time");
    RunInfo info =
        store.update(
            id,
            RunStatus.of(request.value("status")).orElse(null),
            endTime.isPresent() ? Long.valueOf(endTime.getAsLong()) : null,
            request.text("run_name"));
    return Answers.of("run_info", RunJson.info(info));
  }

  private ObjectNode delete(Fields request) {
    store.delete(RunId.strict(request));
    return Answers.empty();
  }

  private ObjectNode restore(Fields request) {
    store.restore(RunId.strict(request));
    return Answers.empty();
  }
}
