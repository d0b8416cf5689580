package dev.kindling.tracking.artifacts;

import dev.kindling.tracking.protocol.TrackingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A path below some folder that a client asks for, checked so that it can lead nowhere else.
 *
 * @param text as given, decoded
 * @param segments what it leads through; none for the folder itself
 */
public record ArtifactPath(String text, List<String> segments) {

  private static final int MOST_SEGMENTS = 200;

  /** What file systems take, in bytes. */
  private static final int LONGEST_SEGMENT = 255;

  private static final int LONGEST = 3000;
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
  private static final Pattern FILE_URI = Pattern.compile("(?i)file:.*", Pattern.DOTALL);

  public ArtifactPath {
    segments = List.copyOf(segments);
  }

  /** The folder itself. */
  public static ArtifactPath root() {
    return new ArtifactPath("", List.of());
  }

  /**
   * Checks a path.
   *
   * @throws TrackingException when it leads upwards, begins at a root or a drive, has characters
   *     that some file system takes for more than a name, or is too long
   */
  public static ArtifactPath of(String given) {
    if (given.length() > LONGEST * 3) {
      throw tooLong();
    }
    String text = PercentCode.fully(given);
    if (text.startsWith("/")
        || text.indexOf('\\') >= 0
        || text.indexOf('#') >= 0
        || DRIVE.matcher(text).matches()
        || FILE_URI.matcher(text).matches()
        || text.codePoints().anyMatch(Character::isISOControl)) {
      throw invalid();
    }
    List<String> segments = new ArrayList<>(Arrays.asList(text.split("/")));
    if (segments.contains("..")) {
      throw invalid();
    }
    segments.removeIf(segment -> segment.isEmpty() || segment.equals("."));
    if (segments.size() > MOST_SEGMENTS
        || bytes(text) > LONGEST
        || segments.stream().anyMatch(segment -> bytes(segment) > LONGEST_SEGMENT)) {
      throw tooLong();
    }
    return new ArtifactPath(text, segments);
  }

  /** A path below this one. */
  public ArtifactPath resolve(ArtifactPath below) {
    List<String> all = new ArrayList<>(segments);
    all.addAll(below.segments);
    return new ArtifactPath(text.isEmpty() ? below.text : child(below.text), all);
  }

  /** What a child of this path is called in answers, which keep the path as it was given. */
  String child(String name) {
    return text.isEmpty() || text.endsWith("/") ? text + name : text + "/" + name;
  }

  /** The last segment, or nothing. */
  String name() {
    return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
  }

  /** Whether this is the folder itself. */
  boolean isRoot() {
    return segments.isEmpty();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The error for a path that could lead elsewhere; it says no more, so that probing is no use. */
  static TrackingException invalid() {
    return TrackingException.invalid("Invalid path");
  }

  private static TrackingException tooLong() {
    return TrackingException.invalid(
        "The path is too long: a path may have %d bytes and %d segments of %d bytes each.",
        LONGEST, MOST_SEGMENTS, LONGEST_SEGMENT);
  }
}
