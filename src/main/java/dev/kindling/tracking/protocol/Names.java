package dev.kindling.tracking.protocol;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** The rules for names of metrics, parameters and tags, which some stores use as file names. */
public final class Names {

  private static final Pattern ALLOWED = Pattern.compile("[/\\p{L}\\p{N}_.\\- :]*\\n?");

  private Names() {}

  /**
   * Checks a name.
   *
   * @param path what messages call the field
   * @throws TrackingException when a character is not allowed, or the name as a path is another one
   */
  public static void check(String name, String path) {
    if (!ALLOWED.matcher(name).matches()) {
      throw TrackingException.invalid(
          "Invalid value %s for parameter '%s' supplied: Names may only contain alphanumerics,"
              + " underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).",
          PythonText.json(name), path);
    }
    checkPath(name, path);
  }

  /**
   * Checks only that a name, taken as a path, is itself.
   *
   * @param path what messages call the field
   */
  public static void checkPath(String name, String path) {
    String resolved = resolved(name);
    if (!resolved.equals(name)
        || resolved.equals(".")
        || resolved.startsWith("..")
        || resolved.startsWith("/")) {
      throw TrackingException.invalid(
          "Invalid value %s for parameter '%s' supplied: Names may be treated as files in certain"
              + " cases, and must not resolve to other names when treated as such. This name would"
              + " resolve to %s",
          PythonText.json(name), path, PythonText.quoted(resolved));
    }
  }

  /** A path in its shortest form by POSIX rules. */
  private static String resolved(String path) {
    Deque<String> segments = new ArrayDeque<>();
    boolean absolute = path.startsWith("/");
    for (String segment : path.split("/")) {
      if (segment.isEmpty() || segment.equals(".")) {
        continue;
      }
      if (!segment.equals("..")) {
        segments.addLast(segment);
      } else if (segments.isEmpty() ? !absolute : segments.peekLast().equals("..")) {
        segments.addLast(segment);
      } else {
        segments.pollLast();
      }
    }
    // POSIX gives exactly two slashes at the front a meaning of their own.
    String root = !absolute ? "" : path.startsWith("//") && !path.startsWith("///") ? "//" : "/";
    String resolved = root + String.join("/", segments);
    return resolved.isEmpty() ? "." : resolved;
  }
}
