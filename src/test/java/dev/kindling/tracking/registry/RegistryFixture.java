package dev.kindling.tracking.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.tracking.Api;
import dev.kindling.tracking.RawHttp;
import dev.kindling.tracking.ServerFixture;
import java.io.IOException;

/** A server with a model {@code m}. */
abstract class RegistryFixture extends ServerFixture {

  /** A call with a body that the client of Java cannot make. */
  RawHttp.Reply call(String method, String path, String json, Object... arguments)
      throws IOException {
    return raw()
        .send(
            method,
            "/api/2.0/mlflow/" + path,
            json.replace('\'', '"').formatted(arguments),
            "Content-Type: application/json");
  }

  void makeModel(String name) throws IOException {
    api.post("registered-models/create", "{'name': '%s'}", name);
  }

  /** A new version from nowhere in particular. */
  String makeVersion(String name) throws IOException {
    return api.post(
            "model-versions/create", "{'name': '%s', 'source': 's3://bucket/%s'}", name, name)
        .body()
        .at("/model_version/version")
        .asText();
  }

  JsonNode model(String name) throws IOException {
    return api.get("registered-models/get?name=" + name).body().path("registered_model");
  }

  JsonNode version(String name, int version) throws IOException {
    return api.get("model-versions/get?name=%s&version=%d", name, version)
        .body()
        .path("model_version");
  }

  Api.Reply transition(String version, String stage, boolean archive) throws IOException {
    return api.post(
        "model-versions/transition-stage",
        "{'name': 'm', 'version': '%s', 'stage': '%s', 'archive_existing_versions': %s}",
        version,
        stage,
        archive);
  }
}
