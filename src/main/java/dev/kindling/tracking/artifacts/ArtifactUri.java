package dev.kindling.tracking.artifacts;

import dev.kindling.tracking.protocol.TrackingException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parts of an address of artifacts, such as {@code mlflow-artifacts:/1/…/artifacts}.
 *
 * @param scheme in lower case; empty for a path of this machine, also one with a drive letter
 * @param authority what stands between two slashes and the path, or empty
 * @param path not decoded
 * @param suffix a query or a fragment with its mark, or empty
 */
public record ArtifactUri(String scheme, String authority, String path, String suffix) {

  /** One letter is a drive of Windows, no scheme. */
  private static final Pattern URI =
      Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]+):(?://([^/?#]*))?([^?#]*)(.*)", Pattern.DOTALL);

  /** Schemes of addresses that name the host to talk to. */
  private static final List<String> HOSTED =
      List.of("ftp", "sftp", "hdfs", "viewfs", "http", "https", "r2", "b2", "abfss");

  /** Takes an address apart. */
  public static ArtifactUri of(String text) {
    Matcher matcher = URI.matcher(text);
    if (!matcher.matches()) {
      return new ArtifactUri("", "", text, "");
    }
    String authority = matcher.group(2) == null ? "" : matcher.group(2);
    return new ArtifactUri(
        matcher.group(1).toLowerCase(Locale.ROOT), authority, matcher.group(3), matcher.group(4));
  }

  /** An address decoded until nothing changes; nothing if that takes suspiciously long. */
  public static Optional<String> decoded(String text) {
    try {
      return Optional.of(PercentCode.fully(text));
    } catch (TrackingException tooOften) {
      return Optional.empty();
    }
  }

  /** Whether it is a path of this machine. */
  public boolean isLocal() {
    return scheme.isEmpty() || scheme.equals("file");
  }

  /** Whether whoever writes it names the host that is talked to. */
  public boolean namesHost() {
    return HOSTED.contains(scheme) || (isServed() && !authority.isEmpty());
  }

  /** Whether the files are in this server's own folder. */
  public boolean isServed() {
    return scheme.equals("mlflow-artifacts");
  }

  /** Whether this lies in another address or is it: same scheme, same host, below its path. */
  public boolean isWithin(ArtifactUri root) {
    List<String> outer = root.parts();
    List<String> inner = parts();
    return scheme.equals(root.scheme)
        && authority.equalsIgnoreCase(root.authority)
        && !outer.isEmpty()
        && inner.size() >= outer.size()
        && inner.subList(0, outer.size()).equals(outer);
  }

  private List<String> parts() {
    return Stream.of(path.split("/"))
        .filter(part -> !part.isEmpty())
        .map(PercentCode::fully)
        .toList();
  }
}
