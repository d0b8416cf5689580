package dev.kindling.mlflow.artifacts;

import dev.kindling.mlflow.rest.MlflowException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file or folder that an address means. An alias or a stage in the address is looked up once,
 * so all that is read from one place belongs together. Methods throw {@link MlflowException}.
 */
public final class ArtifactPlace {

  private final Artifacts tree;
  private final ArtifactPath path;

  /**
   * @param tree the artifacts of a run, say
   * @param path of the file or folder in it
   */
  ArtifactPlace(Artifacts tree, ArtifactPath path) {
    this.tree = tree;
    this.path = path;
  }

  /** A file or folder in this folder, such as {@code sparkml/metadata}. */
  public ArtifactPlace part(String below) {
    return part(ArtifactPath.of(below));
  }

  ArtifactPlace part(ArtifactPath below) {
    return new ArtifactPlace(tree, path.below(below));
  }

  /** What is in this folder, by name; nothing when there is no such folder. */
  public List<ArtifactInfo> list() {
    return tree.list(path);
  }

  /** Where it is on this machine, if it is on this machine and exists. */
  public Optional<Path> local() {
    return tree.local(path);
  }

  /**
   * Copies the file, or the folder with all below it.
   *
   * @param folder to copy into, made if need be
   * @return where it is now: in {@code folder}, under the path that it has in its run
   */
  public Path download(Path folder) {
    return new Download(tree, folder).of(path);
  }

  /** Reads a small file whole. */
  public byte[] read() {
    try (InputStream in = tree.open(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw MlflowException.of("The artifact '%s' cannot be read to its end.".formatted(path), e);
    }
  }

  /** Stores a file's content here, over what was there. */
  void put(Path file) {
    tree.put(path, file);
  }
}
