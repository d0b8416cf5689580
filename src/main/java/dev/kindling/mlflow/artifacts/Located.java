package dev.kindling.mlflow.artifacts;

import dev.kindling.mlflow.rest.MlflowException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an address means: a path in a tree of artifacts.
 *
 * @param tree the artifacts of a run, say
 * @param path of the file or folder in it
 */
record Located(Artifacts tree, ArtifactPath path) {

  Located part(ArtifactPath below) {
    return new Located(tree, path.below(below));
  }

  List<ArtifactInfo> list() {
    return tree.list(path);
  }

  Optional<Path> local() {
    return tree.local(path);
  }

  /**
   * Copies the file, or the folder with all below it.
   *
   * @return where it is now
   * @throws MlflowException when there is no such thing, or no room for it
   */
  Path downloadTo(Path folder) {
    return new Download(tree, folder).of(path);
  }
}
