package dev.kindling.mlflow.artifacts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.mlflow.rest.MlflowException;
import dev.kindling.mlflow.rest.Query;
import dev.kindling.mlflow.rest.RestClient;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Artifacts that the tracking server keeps and hands out ({@code mlflow-artifacts:}). */
final class ServedArtifacts implements Artifacts {

  private static final String SERVICE = "/api/2.0/mlflow-artifacts/artifacts";

  private final RestClient server;
  private final ArtifactPath root;

  /**
   * @param root where the tree starts, from the root of all that the server keeps
   */
  ServedArtifacts(RestClient server, ArtifactPath root) {
    this.server = server;
    this.root = root;
  }

  @Override
  public void put(ArtifactPath path, Path file) {
    server.put(address(path), file);
  }

  @Override
  public List<ArtifactInfo> list(ArtifactPath folder) {
    ArtifactPath whole = root.below(folder);
    JsonNode answer = server.get(SERVICE, Query.of("path", whole.toString()));
    List<ArtifactInfo> entries = new ArrayList<>();
    for (JsonNode file : answer.path("files")) {
      entries.add(
          new ArtifactInfo(
              folder.child(name(file, whole)),
              file.path("is_dir").asBoolean(),
              file.path("file_size").asLong()));
    }
    return entries;
  }

  /** A server lists plain names; some, with the whole path before them. */
  private static String name(JsonNode file, ArtifactPath folder) {
    String listed = file.path("path").asText();
    String before = folder + "/";
    return listed.startsWith(before) ? listed.substring(before.length()) : listed;
  }

  @Override
  public InputStream open(ArtifactPath file) {
    return server.open(address(file));
  }

  @Override
  public Optional<Path> local(ArtifactPath path) {
    return Optional.empty();
  }

  private String address(ArtifactPath path) {
    if (path.isRoot() && root.isRoot()) {
      throw MlflowException.of("The root of all artifacts is no file.");
    }
    return SERVICE + "/" + root.below(path).encoded();
  }
}
