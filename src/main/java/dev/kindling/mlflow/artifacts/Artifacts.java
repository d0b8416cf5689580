package dev.kindling.mlflow.artifacts;

import dev.kindling.mlflow.rest.MlflowException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A tree of artifacts: those of a run, or of a model. Every method throws {@link MlflowException}.
 */
interface Artifacts {

  /** Stores a file's content, over what was there. */
  void put(ArtifactPath path, Path file);

  /** The entries of a folder, by name; none when there is no such folder. */
  List<ArtifactInfo> list(ArtifactPath folder);

  /** Opens a file's content; the caller closes it. */
  InputStream open(ArtifactPath file);

  /** Where a file or folder is, when that is on this machine and it exists. */
  Optional<Path> local(ArtifactPath path);
}
