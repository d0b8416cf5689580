package dev.kindling.tracking.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.Routes;
import java.util.List;

/** The routes of registered models. */
public final class ModelRoutes {

  private final ModelStore models;

  public ModelRoutes(ModelStore models) {
    this.models = models;
  }

  /** Adds the routes. */
  public void addTo(Routes routes) {
    routes.post("registered-models/create", this::create);
    routes.get("registered-models/get", request -> answer(models.get(name(request))));
    routes.patch(
        "registered-models/update",
        request -> answer(models.update(name(request), request.text("description", ""))));
    routes.post(
        "registered-models/rename",
        request -> answer(models.rename(name(request), request.required("new_name"))));
    routes.delete("registered-models/delete", this::delete);
    routes.get("registered-models/get-latest-versions", this::latest);
    routes.post("registered-models/get-latest-versions", this::latest);
    routes.post("registered-models/set-tag", this::setTag);
    routes.delete("registered-models/delete-tag", this::deleteTag);
  }

  private ObjectNode create(Fields request) {
    return answer(
        models.create(
            name(request), request.text("description", ""), KeyValue.all(request, "tags")));
  }

  private ObjectNode delete(Fields request) {
    models.delete(name(request));
    return Answers.empty();
  }

  private ObjectNode latest(Fields request) {
    List<ModelVersion> versions = models.latest(name(request), request.texts("stages"));
    ObjectNode answer = Answers.empty();
    Answers.list(answer, "model_versions", versions, ModelVersionJson::of);
    return answer;
  }

  private ObjectNode setTag(Fields request) {
    models.setTag(name(request), new KeyValue(request.required("key"), request.text("value", "")));
    return Answers.empty();
  }

  private ObjectNode deleteTag(Fields request) {
    models.deleteTag(name(request), request.required("key"));
    return Answers.empty();
  }

  private static String name(Fields request) {
    return request.required("name");
  }

  private static ObjectNode answer(RegisteredModel model) {
    return Answers.of("registered_model", RegisteredModelJson.of(model));
  }
}
