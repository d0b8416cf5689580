package dev.kindling.tracking.artifacts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Where a local address really is, with every link followed. */
public final class LocalPath {

  private LocalPath() {}

  /**
   * The real place of a local address; what does not exist yet is below the real place of what
   * does.
   *
   * @return nothing if it is not local, leads upwards, or names no path of this machine
   */
  public static Optional<Path> of(ArtifactUri uri) {
    boolean elsewhere = !uri.authority().isEmpty() && !uri.authority().equals("localhost");
    if (!uri.isLocal() || elsewhere || !uri.suffix().isEmpty()) {
      return Optional.empty();
    }
    String text = uri.scheme().isEmpty() ? uri.path() : PercentCode.once(uri.path());
    // On Windows, a file address has a slash before the drive.
    String name = text.matches("/[A-Za-z]:.*") ? text.substring(1) : text;
    // On Windows, to look at a share is to call the host that it names.
    if (name.startsWith("//") || name.startsWith("\\")) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(name).toAbsolutePath();
      for (Path segment : path) {
        if (segment.toString().equals("..")) {
          return Optional.empty();
        }
      }
      return Optional.of(real(path));
    } catch (InvalidPathException | IOException noPath) {
      return Optional.empty();
    }
  }

  private static Path real(Path path) throws IOException {
    Path existing = path.normalize();
    while (existing.getParent() != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
      existing = existing.getParent();
    }
    return existing.toRealPath().resolve(existing.relativize(path.normalize())).normalize();
  }
}
