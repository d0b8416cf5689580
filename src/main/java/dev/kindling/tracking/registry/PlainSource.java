package dev.kindling.tracking.registry;

import dev.kindling.tracking.artifacts.ArtifactUri;
import dev.kindling.tracking.protocol.TrackingException;
import java.util.List;

/** The rule that a source says where it is without detours. */
final class PlainSource {

  private PlainSource() {}

  /**
   * Checks an address that is not local.
   *
   * @throws TrackingException when its path is missing, relative or leads upwards, however encoded
   */
  static void check(String source) {
    String decoded = ArtifactUri.decoded(source).orElseThrow(() -> invalid(source));
    String path = ArtifactUri.of(decoded).path();
    List<String> segments = List.of(path.split("/"));
    boolean plain =
        path.startsWith("/")
            && segments.size() > 1
            && !segments.contains(".")
            && !List.of(decoded.split("/")).contains("..")
            && decoded.indexOf('\\') < 0
            && decoded.chars().noneMatch(Character::isISOControl);
    if (!plain) {
      throw invalid(source);
    }
  }

  private static TrackingException invalid(String source) {
    return TrackingException.invalid(
        "Invalid model version source: '%s'. If supplying a source as an http, https, local file"
            + " path, ftp, objectstore, or mlflow-artifacts uri, an absolute path must be provided"
            + " without relative path references present. Please provide an absolute path.",
        source);
  }
}
