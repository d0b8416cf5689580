package dev.kindling.tracking.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.Routes;

/** The routes of versions and of the aliases that point to them. */
public final class VersionRoutes {

  private final VersionStore versions;

  public VersionRoutes(VersionStore versions) {
    this.versions = versions;
  }

  /** Adds the routes. */
  public void addTo(Routes routes) {
    routes.post(
        "model-versions/create", request -> answer(versions.create(NewVersion.of(request))));
    routes.get(
        "model-versions/get", request -> answer(versions.get(name(request), version(request))));
    routes.get("model-versions/get-download-uri", this::downloadUri);
    routes.patch(
        "model-versions/update",
        request ->
            answer(versions.update(name(request), version(request), request.text("description"))));
    routes.post("model-versions/transition-stage", this::transition);
    routes.delete("model-versions/delete", this::delete);
    routes.post("model-versions/set-tag", this::setTag);
    routes.delete("model-versions/delete-tag", this::deleteTag);
    routes.post("registered-models/alias", this::setAlias);
    routes.delete("registered-models/alias", this::deleteAlias);
    routes.get(
        "registered-models/alias",
        request -> answer(versions.byAlias(name(request), request.required("alias"))));
  }

  private ObjectNode downloadUri(Fields request) {
    ObjectNode answer = Answers.empty();
    answer.put("artifact_uri", versions.downloadUri(name(request), version(request)));
    return answer;
  }

  private ObjectNode transition(Fields request) {
    return answer(
        versions.transition(
            name(request),
            version(request),
            request.required("stage"),
            request.flag("archive_existing_versions")));
  }

  private ObjectNode delete(Fields request) {
    versions.delete(name(request), version(request));
    return Answers.empty();
  }

  private ObjectNode setTag(Fields request) {
    versions.setTag(
        name(request),
        version(request),
        new KeyValue(request.required("key"), request.text("value", "")));
    return Answers.empty();
  }

  private ObjectNode deleteTag(Fields request) {
    versions.deleteTag(name(request), version(request), request.required("key"));
    return Answers.empty();
  }

  private ObjectNode setAlias(Fields request) {
    versions.setAlias(name(request), request.required("alias"), version(request));
    return Answers.empty();
  }

  private ObjectNode deleteAlias(Fields request) {
    versions.deleteAlias(name(request), request.required("alias"));
    return Answers.empty();
  }

  private static String name(Fields request) {
    return request.required("name");
  }

  private static String version(Fields request) {
    return request.required("version");
  }

  private static ObjectNode answer(ModelVersion version) {
    return Answers.of("model_version", ModelVersionJson.of(version));
  }
}
