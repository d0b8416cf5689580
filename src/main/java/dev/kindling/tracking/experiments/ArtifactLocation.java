package dev.kindling.tracking.experiments;

import dev.kindling.tracking.protocol.TrackingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an experiment's artifacts are: which locations are allowed, and what lies below one. */
public final class ArtifactLocation {

  private static final int LONGEST = 2048;
  private static final int DECODINGS = 10;

  /** One letter is a drive of Windows, no scheme. */
  private static final Pattern SCHEME =
      Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]+):(.*)", Pattern.DOTALL);

  private static final Pattern PERCENT = Pattern.compile("%([0-9a-fA-F]{2})");

  /** With these, whoever names a location names the host to talk to. */
  private static final Set<String> HOSTED =
      Set.of("ftp", "sftp", "hdfs", "viewfs", "http", "https", "r2", "b2", "abfss");

  private static final Set<String> WITH_PARAMS = Set.of("", "ftp", "hdfs", "http", "https", "sftp");

  private ArtifactLocation() {}

  /**
   * Checks a location that a client asks for; one that is a relative path is made absolute.
   *
   * @throws TrackingException when it has a fragment, leads upwards, or names another host
   */
  public static String checked(String location) {
    String scheme = scheme(location);
    String path = beforeQuery(location);
    if (location.indexOf('#') >= 0
        || (WITH_PARAMS.contains(scheme)
            && path.indexOf(';', Math.max(0, path.lastIndexOf('/'))) >= 0)) {
      throw TrackingException.invalid("'artifact_location' URL can't include fragments or params.");
    }
    if (decoded(location.substring(path.length())).contains("..")) {
      throw TrackingException.invalid("Invalid query string");
    }
    boolean namesHost =
        scheme.equals("mlflow-artifacts")
            ? location.substring(scheme.length() + 1).startsWith("//")
            : HOSTED.contains(scheme);
    if (namesHost) {
      throw TrackingException.invalid(
          "'artifact_location' cannot use the '%s' scheme: the '%s' scheme addresses a host other"
              + " than the tracking server's configured artifact storage, so the server would"
              + " connect to the host named in the URI.",
          scheme, scheme);
    }
    if (location.startsWith("runs:")) {
      throw TrackingException.invalid(
          "Artifact location cannot be a runs:/ URI. Given: '%s'", location);
    }
    if (location.length() > LONGEST) {
      throw TrackingException.invalid(
          "Invalid artifact path length. The length of the artifact path cannot be greater than %d"
              + " characters.",
          LONGEST);
    }
    refuseUpwards(location, decoded(path));
    return absolute(location, scheme);
  }

  private static void refuseUpwards(String location, String path) {
    boolean upwards = false;
    for (String segment : path.split("[/\\\\:]")) {
      upwards |= segment.equals("..");
    }
    if (upwards || path.chars().anyMatch(Character::isISOControl)) {
      throw TrackingException.invalid(
          "Invalid artifact location '%s': name a folder without '..' and control characters.",
          location);
    }
  }

  private static String absolute(String location, String scheme) {
    boolean windows = location.matches("[a-zA-Z]:[/\\\\].*");
    if (scheme.isEmpty() && !location.startsWith("/") && !windows) {
      return working(location);
    }
    if (scheme.equals("file") && !location.startsWith("/", "file:".length())) {
      return "file://" + working(location.substring("file:".length()));
    }
    return location;
  }

  private static String working(String relative) {
    String folder = Path.of("").toAbsolutePath().toString().replace('\\', '/');
    return (folder.startsWith("/") ? "" : "/") + folder + "/" + relative;
  }

  /** A location below another one; a query stays at the end. */
  public static String below(String location, String... segments) {
    String path = scheme(location).isEmpty() ? location : beforeQuery(location);
    String query = location.substring(path.length());
    StringBuilder below = new StringBuilder(path);
    for (String segment : segments) {
      if (below.charAt(below.length() - 1) != '/') {
        below.append('/');
      }
      below.append(segment);
    }
    return below.append(query).toString();
  }

  private static String scheme(String location) {
    Matcher matcher = SCHEME.matcher(location);
    return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private static String beforeQuery(String location) {
    int query = location.indexOf('?');
    return query < 0 ? location : location.substring(0, query);
  }

  /** Decoded until it stays the same: what is encoded twice is seen too. */
  private static String decoded(String text) {
    String current = text;
    for (int i = 0; i < DECODINGS; i++) {
      String next =
          PERCENT
              .matcher(current)
              .replaceAll(hex -> Matcher.quoteReplacement(character(hex.group(1))));
      if (next.equals(current)) {
        return current;
      }
      current = next;
    }
    throw TrackingException.invalid(
        "Invalid artifact location '%s': it is encoded too many times.", text);
  }

  private static String character(String hex) {
    return new String(new byte[] {(byte) Integer.parseInt(hex, 16)}, StandardCharsets.ISO_8859_1);
  }
}
