package dev.kindling.mlflow.artifacts;

import dev.kindling.mlflow.rest.MlflowException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Copies artifacts into a folder, and never out of it, whatever names are listed. */
final class Download {

  private final Artifacts from;
  private final Path folder;

  Download(Artifacts from, Path folder) {
    this.from = from;
    this.folder = folder.toAbsolutePath().normalize();
  }

  /** Copies a file, or a folder with all below it; returns where it is now. */
  Path of(ArtifactPath path) {
    try {
      Files.createDirectories(folder);
      List<ArtifactInfo> entries = from.list(path);
      boolean folderHere = from.local(path).filter(Files::isDirectory).isPresent();
      if (entries.isEmpty() && !path.isRoot() && !folderHere) {
        file(path);
      } else {
        all(path, entries);
      }
      return path.in(folder);
    } catch (IOException e) {
      throw MlflowException.of(
          "'%s' could not be copied to '%s' (%s): see whether the server still runs and the folder has room."
              .formatted(path, folder, e.getMessage()),
          e);
    }
  }

  private void all(ArtifactPath path, List<ArtifactInfo> entries) throws IOException {
    Files.createDirectories(inside(path));
    for (ArtifactInfo entry : entries) {
      if (entry.directory()) {
        all(entry.path(), from.list(entry.path()));
      } else {
        file(entry.path());
      }
    }
  }

  private void file(ArtifactPath path) throws IOException {
    Path target = inside(path);
    try (InputStream in = from.open(path)) {
      Files.createDirectories(target.getParent());
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Path inside(ArtifactPath path) {
    Path target = path.in(folder).normalize();
    if (!target.startsWith(folder)) {
      throw MlflowException.of("The artifact '%s' leads out of '%s'.".formatted(path, folder));
    }
    return target;
  }
}
