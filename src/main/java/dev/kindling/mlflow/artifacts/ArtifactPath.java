package dev.kindling.mlflow.artifacts;

import dev.kindling.mlflow.rest.MlflowException;
import dev.kindling.mlflow.rest.PercentEncoding;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path below the root of a run's or a model's artifacts. It never leads out of that root: there
 * is no {@code ..} in it and no absolute start.
 *
 * @param segments the names, from the root on; none for the root itself
 */
public record ArtifactPath(List<String> segments) {

  public static final ArtifactPath ROOT = new ArtifactPath(List.of());

  /**
   * Checks the names.
   *
   * @throws MlflowException when one of them could lead elsewhere
   */
  public ArtifactPath {
    segments = List.copyOf(segments);
    for (String segment : segments) {
      if (segment.isEmpty()
          || segment.equals(".")
          || segment.equals("..")
          || segment.indexOf('/') >= 0
          || segment.indexOf('\0') >= 0) {
        throw MlflowException.of(
            "The artifact path '%s' could lead elsewhere: use names without '.', '..' and '/', such as 'plots/roc.png'."
                .formatted(String.join("/", segments)));
      }
    }
  }

  /**
   * Reads a path such as {@code plots/roc.png}; null and an empty text are the root.
   *
   * @throws MlflowException when it is absolute or leads upwards
   */
  public static ArtifactPath of(@Nullable String path) {
    if (path == null || path.isEmpty()) {
      return ROOT;
    }
    List<String> names = new ArrayList<>();
    int from = 0;
    while (from <= path.length()) {
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      // A slash at the end, and a doubled one, say nothing; one at the start would be absolute.
      if (end > from || from == 0) {
        names.add(path.substring(from, end));
      }
      from = end + 1;
    }
    return new ArtifactPath(names);
  }

  /** The path of a file or folder in this one. */
  public ArtifactPath child(String name) {
    List<String> names = new ArrayList<>(segments);
    names.add(name);
    return new ArtifactPath(names);
  }

  /** This path and another below it. */
  public ArtifactPath below(ArtifactPath other) {
    List<String> names = new ArrayList<>(segments);
    names.addAll(other.segments);
    return new ArtifactPath(names);
  }

  /** The last name; empty for the root. */
  public String name() {
    return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
  }

  public boolean isRoot() {
    return segments.isEmpty();
  }

  /** The path as it stands in an address: each name percent-encoded. */
  String encoded() {
    StringBuilder text = new StringBuilder();
    for (String segment : segments) {
      text.append(text.isEmpty() ? "" : "/").append(PercentEncoding.of(segment));
    }
    return text.toString();
  }

  /**
   * The file of this name below a folder.
   *
   * @throws MlflowException when this system reads more into a name than a name
   */
  public Path in(Path folder) {
    Path file = folder;
    for (String segment : segments) {
      file = file.resolve(plain(segment));
    }
    return file;
  }

  private Path plain(String segment) {
    try {
      Path name = Path.of(segment);
      if (name.getRoot() == null && name.getNameCount() == 1 && !segment.equals("..")) {
        return name;
      }
    } catch (InvalidPathException e) {
      throw unusable(segment);
    }
    throw unusable(segment);
  }

  private MlflowException unusable(String segment) {
    return MlflowException.of(
        "The artifact '%s' cannot be a file on this system because of the name '%s': log it under another one."
            .formatted(this, segment));
  }

  @Override
  public String toString() {
    return String.join("/", segments);
  }
}
