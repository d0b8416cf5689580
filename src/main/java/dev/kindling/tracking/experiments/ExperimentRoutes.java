package dev.kindling.tracking.experiments;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.Routes;

/** The routes of experiments, without the search. */
public final class ExperimentRoutes {

  private final ExperimentStore store;

  public ExperimentRoutes(ExperimentStore store) {
    this.store = store;
  }

  /** Adds them. */
  public void addTo(Routes routes) {
    routes.post("experiments/create", this::create);
    routes.get("experiments/get", request -> shown(store.get(id(request))));
    routes.get(
        "experiments/get-by-name",
        request -> shown(store.get(request.required("experiment_name"))));
    routes.post("experiments/delete", this::delete);
    routes.post("experiments/restore", this::restore);
    routes.post("experiments/update", this::update);
    routes.post("experiments/set-experiment-tag", this::setTag);
    routes.post("experiments/delete-experiment-tag", this::deleteTag);
  }

  private static ObjectNode shown(Experiment experiment) {
    return Answers.of("experiment", ExperimentJson.of(experiment));
  }

  private static long id(Fields request) {
    return ExperimentId.of(request.required("experiment_id"));
  }

  private ObjectNode create(Fields request) {
    long id =
        store.create(
            request.required("name"),
            request.text("artifact_location", ""),
            KeyValue.all(request, "tags"));
    ObjectNode answer = Answers.empty();
    answer.put("experiment_id", Long.toString(id));
    return answer;
  }

  private ObjectNode delete(Fields request) {
    store.delete(id(request));
    return Answers.empty();
  }

  private ObjectNode restore(Fields request) {
    store.restore(id(request));
    return Answers.empty();
  }

  private ObjectNode update(Fields request) {
    String id = request.required("experiment_id");
    String name = request.required("new_name");
    store.rename(ExperimentId.of(id), name);
    return Answers.empty();
  }

  private ObjectNode setTag(Fields request) {
    String id = request.required("experiment_id");
    KeyValue tag = new KeyValue(request.required("key"), request.text("value", ""));
    store.setTag(ExperimentId.of(id), tag);
    return Answers.empty();
  }

  private ObjectNode deleteTag(Fields request) {
    String id = request.required("experiment_id");
    store.deleteTag(ExperimentId.of(id), request.required("key"));
    return Answers.empty();
  }
}
