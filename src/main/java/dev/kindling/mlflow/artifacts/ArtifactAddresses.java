package dev.kindling.mlflow.artifacts;

import dev.kindling.mlflow.rest.MlflowException;
import dev.kindling.mlflow.rest.Query;
import dev.kindling.mlflow.rest.RestClient;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds the artifacts that an address means. */
final class ArtifactAddresses {

  private static final String RUNS = "runs:/";
  private static final String SERVED = "mlflow-artifacts:";

  /** An address may name another, but two that name each other would go on for ever. */
  private static final int MOST_STEPS = 4;

  private final RestClient server;

  ArtifactAddresses(RestClient server) {
    this.server = server;
  }

  /** A path in the artifacts of a run. */
  ArtifactPlace inRun(String runId, ArtifactPath path) {
    return new ArtifactPlace(tree(runUri(runId), MOST_STEPS), path);
  }

  /** The address of a run's artifacts, as the server has it. */
  String runUri(String runId) {
    return server
        .get(RestClient.API + "runs/get", Query.of("run_id", runId))
        .path("run")
        .path("info")
        .path("artifact_uri")
        .asText();
  }

  /**
   * What is at an address: {@code runs:/}, {@code models:/}, {@code mlflow-artifacts:}, {@code
   * file:} or a path of this machine. The last name of the address is the path's, so that a copy
   * has that name; a model's version and a run as a whole have none.
   */
  ArtifactPlace at(String uri) {
    if (uri.startsWith(RUNS)) {
      return inRun(runId(uri), runPath(uri));
    }
    int slash = uri.lastIndexOf('/');
    boolean whole = slash < 0 || slash == uri.length() - 1 || uri.startsWith(ModelUri.SCHEME);
    boolean topmost =
        !whole && (slash == 0 || uri.charAt(slash - 1) == '/' || uri.charAt(slash - 1) == ':');
    if (whole || topmost || uri.startsWith("file:")) {
      return new ArtifactPlace(tree(uri, MOST_STEPS), ArtifactPath.ROOT);
    }
    return new ArtifactPlace(
        tree(uri.substring(0, slash), MOST_STEPS), ArtifactPath.of(uri.substring(slash + 1)));
  }

  private Artifacts tree(String uri, int steps) {
    if (steps == 0) {
      throw MlflowException.of("'%s' is found by way of itself.".formatted(uri));
    }
    if (uri.startsWith(RUNS)) {
      return tree(joined(runUri(runId(uri)), runPath(uri)), steps - 1);
    }
    if (uri.startsWith(ModelUri.SCHEME)) {
      return tree(new ModelVersions(server).downloadUri(ModelUri.parse(uri)), steps - 1);
    }
    if (uri.startsWith(SERVED)) {
      return new ServedArtifacts(server, ArtifactPath.of(servedPath(uri)));
    }
    return new LocalArtifacts(localPath(uri));
  }

  private static String runId(String uri) {
    String path = uri.substring(RUNS.length());
    int slash = path.indexOf('/');
    return slash < 0 ? path : path.substring(0, slash);
  }

  private static ArtifactPath runPath(String uri) {
    int slash = uri.indexOf('/', RUNS.length());
    return ArtifactPath.of(slash < 0 ? "" : uri.substring(slash + 1));
  }

  /** The path behind {@code mlflow-artifacts:/…}, or behind a server's name in front of it. */
  private String servedPath(String uri) {
    String path = uri.substring(SERVED.length());
    if (path.startsWith("//")) {
      int slash = path.indexOf('/', 2);
      String host = path.substring(2, slash < 0 ? path.length() : slash);
      if (!host.isEmpty() && !host.equals(URI.create(server.server().base()).getAuthority())) {
        throw MlflowException.of(
            "The artifacts are at another server, '%s': set MLFLOW_TRACKING_URI to that one."
                .formatted(host));
      }
      path = slash < 0 ? "" : path.substring(slash);
    }
    int start = 0;
    while (start < path.length() && path.charAt(start) == '/') {
      start++;
    }
    return path.substring(start);
  }

  private static Path localPath(String uri) {
    try {
      if (uri.startsWith("file:")) {
        return Path.of(URI.create(uri.replace(" ", "%20")));
      }
      int colon = uri.indexOf(':');
      // One letter before the colon is a drive of Windows.
      boolean scheme = colon > 1 && uri.substring(0, colon).matches("[A-Za-z][A-Za-z0-9+.-]*");
      if (!scheme && !uri.isEmpty()) {
        return Path.of(uri);
      }
    } catch (InvalidPathException | FileSystemNotFoundException e) {
      throw unknown(uri);
    } catch (IllegalArgumentException e) {
      throw unknown(uri);
    }
    throw unknown(uri);
  }

  private static MlflowException unknown(String uri) {
    return MlflowException.of(
        "Kindling does not reach artifacts at '%s': let the tracking server hand them out (--artifacts-destination), or use a folder of this machine."
            .formatted(uri));
  }

  /** An address and a path below it. */
  static String joined(String uri, ArtifactPath below) {
    if (below.isRoot()) {
      return uri;
    }
    String separator = uri.endsWith("/") ? "" : "/";
    return uri + separator + (uri.startsWith("file:") ? below.encoded() : below.toString());
  }
}
