package dev.kindling.tracking.artifacts;

import dev.kindling.tracking.protocol.TrackingException;
import dev.kindling.tracking.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The folder of artifacts. Whatever is asked of it stays within: paths are checked, no link is
 * followed, and the real place of everything is below the folder's own.
 */
public final class ArtifactFolder {

  private final Path root;
  private final Uploads uploads;

  private ArtifactFolder(Path root, Uploads uploads) {
    this.root = root;
    this.uploads = uploads;
  }

  /**
   * Opens a folder; makes it if there is none.
   *
   * @throws StoreException when it cannot be made or written
   */
  public static ArtifactFolder open(Path folder) {
    return open(folder, Files::newOutputStream);
  }

  static ArtifactFolder open(Path folder, Uploads.Opener opener) {
    try {
      Files.createDirectories(folder);
      Path root = folder.toRealPath();
      return new ArtifactFolder(root, Uploads.in(root, opener));
    } catch (IOException e) {
      throw new StoreException(
          "The folder '%s' for artifacts cannot be written: name another one, or make it writable."
              .formatted(folder),
          e);
    }
  }

  /** The real place of the folder. */
  Path root() {
    return root;
  }

  /**
   * The children of a folder, in the order of their names; none if there is no such folder. Paths
   * are names. What is neither file nor folder, as a link, is not shown.
   */
  List<FileInfo> list(ArtifactPath path) {
    Path place = place(path);
    List<FileInfo> found = new ArrayList<>();
    if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      return found;
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(place)) {
      for (Path child : children) {
        if (!Uploads.isReserved(root, child)) {
          info(child, found);
        }
      }
    } catch (IOException e) {
      throw unreadable(path, e);
    }
    found.sort(Comparator.comparing(FileInfo::path));
    return found;
  }

  private static void info(Path child, List<FileInfo> found) throws IOException {
    try {
      BasicFileAttributes facts =
          Files.readAttributes(child, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      String name = child.getFileName().toString();
      if (facts.isDirectory()) {
        found.add(new FileInfo(name, true, 0));
      } else if (facts.isRegularFile()) {
        found.add(new FileInfo(name, false, facts.size()));
      }
    } catch (NoSuchFileException gone) {
      // Somebody has deleted it since the folder was read.
    }
  }

  /**
   * Opens a file to read.
   *
   * @throws TrackingException when there is no such file, or it is a folder
   */
  StoredFile read(ArtifactPath path) {
    Path place = place(path);
    if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      throw TrackingException.invalid(
          "Artifact path refers to a directory, not a file: '%s'", path.text());
    }
    // A pipe or a device would block whoever reads it.
    if (!Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS)) {
      throw missing(path);
    }
    try {
      return StoredFile.open(place);
    } catch (NoSuchFileException gone) {
      throw missing(path);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /**
   * Writes a file: it is there as a whole and on disk when this returns, or not at all.
   *
   * @param content is read to its end
   * @throws TrackingException when there is a folder in its place, or a file where its folder is
   * @throws StoreException when the disk is full or the folder cannot be written
   */
  void write(ArtifactPath path, InputStream content) {
    Path place = place(path);
    if (path.isRoot() || Files.isDirectory(place)) {
      throw TrackingException.invalid("'%s' is a folder: name a file to write in it.", path.text());
    }
    for (Path above = place.getParent();
        above != null && !above.equals(root);
        above = above.getParent()) {
      if (Files.exists(above) && !Files.isDirectory(above)) {
        throw TrackingException.invalid(
            "'%s' cannot be written, because '%s' is a file: name a folder instead.",
            path.text(), above.getFileName());
      }
    }
    uploads.receive(content, () -> place(path));
  }

  /** Deletes a file, or a folder with all that is in it; links in it go, and not what they name. */
  void delete(ArtifactPath path) {
    if (path.isRoot()) {
      throw ArtifactPath.invalid();
    }
    Path place = place(path);
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.walkFileTree(place, new Deletion());
    } catch (IOException e) {
      throw new StoreException(
          "'%s' could not be deleted: make its folder writable, and send it again."
              .formatted(path.text()),
          e);
    }
  }

  /** The place of a path, whether there is something or not. */
  private Path place(ArtifactPath path) {
    try {
      Path place = root;
      for (String segment : path.segments()) {
        place = place.resolve(segment);
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
          checkReal(place);
        }
      }
      if (!place.startsWith(root) || Uploads.isReserved(root, place)) {
        throw ArtifactPath.invalid();
      }
      return place;
    } catch (InvalidPathException e) {
      throw ArtifactPath.invalid();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /** Refuses links, and whatever else a file system lets stand for another place. */
  private void checkReal(Path place) throws IOException {
    if (Files.isSymbolicLink(place) || !place.toRealPath().startsWith(root)) {
      throw TrackingException.invalid(
          "Invalid path: resolved path is outside the artifact directory");
    }
    if (Uploads.isReserved(root, place.toRealPath())) {
      throw ArtifactPath.invalid();
    }
  }

  private static TrackingException missing(ArtifactPath path) {
    return TrackingException.missing("No such artifact: '%s'", path.text());
  }

  private static StoreException unreadable(ArtifactPath path, IOException e) {
    return new StoreException(
        "'%s' could not be read: make it readable, and ask again.".formatted(path.text()), e);
  }

  /** Deletes bottom-up. */
  private static final class Deletion extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
      if (e != null) {
        throw e;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
