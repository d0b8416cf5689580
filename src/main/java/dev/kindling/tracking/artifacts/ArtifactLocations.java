package dev.kindling.tracking.artifacts;

import dev.kindling.tracking.protocol.ErrorCode;
import dev.kindling.tracking.protocol.TrackingException;
import java.nio.file.Path;

/** Finds the place of an address in the folder of artifacts. */
final class ArtifactLocations {

  private static final String SERVICE = "/api/2.0/mlflow-artifacts/artifacts/";

  private final ArtifactFolder folder;
  private final RunArtifacts runs;

  ArtifactLocations(ArtifactFolder folder, RunArtifacts runs) {
    this.folder = folder;
    this.runs = runs;
  }

  /**
   * The place of an address.
   *
   * @throws TrackingException when it is not in this server's folder
   */
  ArtifactPath of(String address) {
    ArtifactUri uri = ArtifactUri.of(address);
    if (!uri.suffix().isEmpty()) {
      throw elsewhere(address);
    }
    if (uri.scheme().equals("runs")) {
      return ofRun(address, uri);
    }
    if (uri.isServed()) {
      return served(uri.path());
    }
    if (uri.scheme().startsWith("http") && uri.path().startsWith(SERVICE)) {
      return served(uri.path().substring(SERVICE.length()));
    }
    return LocalPath.of(uri)
        .filter(path -> path.startsWith(folder.root()))
        .map(this::below)
        .orElseThrow(() -> elsewhere(address));
  }

  private ArtifactPath ofRun(String address, ArtifactUri uri) {
    String[] parts = uri.path().replaceFirst("^/", "").split("/", 2);
    ArtifactPath below = parts.length == 1 ? ArtifactPath.root() : ArtifactPath.of(parts[1]);
    String root = runs.uri(parts[0]);
    if (ArtifactUri.of(root).scheme().equals("runs")) {
      throw elsewhere(address);
    }
    return of(root).resolve(below);
  }

  private static ArtifactPath served(String path) {
    return ArtifactPath.of(path.replaceFirst("^/+", ""));
  }

  private ArtifactPath below(Path path) {
    return ArtifactPath.of(folder.root().relativize(path).toString().replace('\\', '/'));
  }

  private static TrackingException elsewhere(String address) {
    return new TrackingException(
        ErrorCode.INVALID_PARAMETER_VALUE,
        "The artifacts are at '%s', outside of what this server serves: read and write them there."
            .formatted(address));
  }
}
