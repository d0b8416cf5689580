package dev.kindling.mlflow.artifacts;

import dev.kindling.mlflow.rest.MlflowException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Artifacts in a folder of this machine, for a server that does not hand them out itself. */
final class LocalArtifacts implements Artifacts {

  private final Path root;

  LocalArtifacts(Path root) {
    this.root = root;
  }

  @Override
  public void put(ArtifactPath path, Path file) {
    Path target = path.in(root);
    try {
      Files.createDirectories(target.getParent());
      Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw MlflowException.of(
          "'%s' cannot be copied to '%s': see whether that folder is this machine's and may be written."
              .formatted(file, target),
          e);
    }
  }

  @Override
  public List<ArtifactInfo> list(ArtifactPath folder) {
    Path place = folder.in(root);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    List<ArtifactInfo> entries = new ArrayList<>();
    try (Stream<Path> files = Files.list(place)) {
      for (Path file : files.sorted().toList()) {
        boolean directory = Files.isDirectory(file);
        entries.add(
            new ArtifactInfo(
                folder.child(file.getFileName().toString()),
                directory,
                directory ? 0 : Files.size(file)));
      }
    } catch (IOException e) {
      throw unreadable(place, e);
    }
    return entries;
  }

  @Override
  public InputStream open(ArtifactPath file) {
    Path place = file.in(root);
    try {
      return Files.newInputStream(place);
    } catch (IOException e) {
      throw unreadable(place, e);
    }
  }

  @Override
  public Optional<Path> local(ArtifactPath path) {
    return Optional.of(path.in(root)).filter(Files::exists);
  }

  private static MlflowException unreadable(Path place, IOException e) {
    return MlflowException.of(
        "'%s' cannot be read: see whether it exists on this machine and who may read it."
            .formatted(place),
        e);
  }
}
