package dev.kindling.mlflow.artifacts;

import dev.kindling.mlflow.rest.MlflowException;
import dev.kindling.mlflow.rest.RestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Logs, lists and downloads the artifacts of runs and registered models, with a tracking server
 * alone: no Python, no cloud client. Methods have the names that they have in MLflow. Content is
 * streamed, whatever its size. All throw {@link MlflowException}.
 */
public final class ArtifactStore {

  private final ArtifactAddresses addresses;

  /** With a server at an address, and the credentials of the environment. */
  public ArtifactStore(String trackingUri) {
    this(RestClient.of(trackingUri));
  }

  public ArtifactStore(RestClient server) {
    addresses = new ArtifactAddresses(server);
  }

  /** Logs a file at the root of a run's artifacts. */
  public void logArtifact(String runId, Path file) {
    logArtifact(runId, file, "");
  }

  /**
   * Logs a file of any size under its own name.
   *
   * @param artifactPath the folder to log into, such as {@code plots}; null or empty for the root
   */
  public void logArtifact(String runId, Path file, @Nullable String artifactPath) {
    if (!Files.isRegularFile(file)) {
      throw MlflowException.of(
          Files.isDirectory(file)
              ? "'%s' is a folder: log it with logArtifacts.".formatted(file)
              : "There is no file '%s': see where it was written.".formatted(file));
    }
    ArtifactPath folder = ArtifactPath.of(artifactPath);
    addresses.inRun(runId, folder.child(file.getFileName().toString())).put(file);
  }

  /** Logs all files of a folder, nested ones too, at the root of a run's artifacts. */
  public void logArtifacts(String runId, Path folder) {
    logArtifacts(runId, folder, "");
  }

  /**
   * Logs all files of a folder, nested ones too. The folder's own name is not part of their paths.
   *
   * @param artifactPath the folder to log into; null or empty for the root
   */
  public void logArtifacts(String runId, Path folder, @Nullable String artifactPath) {
    if (!Files.isDirectory(folder)) {
      throw MlflowException.of(
          Files.exists(folder)
              ? "'%s' is a file: log it with logArtifact.".formatted(folder)
              : "There is no folder '%s': see where it was written.".formatted(folder));
    }
    ArtifactPlace target = addresses.inRun(runId, ArtifactPath.of(artifactPath));
    for (Path file : files(folder)) {
      List<String> names = new ArrayList<>();
      folder.relativize(file).forEach(name -> names.add(name.toString()));
      target.part(new ArtifactPath(names)).put(file);
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = new ArrayList<>();
      all.filter(Files::isRegularFile).sorted().forEach(files::add);
      return files;
    } catch (IOException e) {
      throw MlflowException.of(
          "The folder '%s' cannot be read: see who may read it.".formatted(folder), e);
    }
  }

  /** What is at the root of a run's artifacts. */
  public List<ArtifactInfo> listArtifacts(String runId) {
    return listArtifacts(runId, "");
  }

  /**
   * What is in a folder of a run's artifacts, by name; nothing when there is no such folder.
   *
   * @param artifactPath the folder; null or empty for the root
   */
  public List<ArtifactInfo> listArtifacts(String runId, @Nullable String artifactPath) {
    return addresses.inRun(runId, ArtifactPath.of(artifactPath)).list();
  }

  /**
   * Copies a run's file or folder into a folder of this machine.
   *
   * @param artifactPath what to copy; null or empty for everything
   * @param target the folder to copy into, made if need be
   * @return the file or folder there: {@code target} and the artifact's path behind it
   */
  public Path downloadArtifacts(String runId, String artifactPath, Path target) {
    return addresses.inRun(runId, ArtifactPath.of(artifactPath)).download(target);
  }

  /**
   * What an address means. A run is looked up at once, and so is a model's version.
   *
   * @param uri such as {@code runs:/<id>/model}, {@code models:/name/3}, {@code
   *     models:/name@champion}, {@code mlflow-artifacts:/…} or a path of this machine
   */
  public ArtifactPlace at(String uri) {
    return addresses.at(uri);
  }

  /**
   * The address of a run's artifacts as the server has it, with a path behind it.
   *
   * @return such as {@code mlflow-artifacts:/1/…/artifacts/model}
   */
  public String artifactUri(String runId, String artifactPath) {
    return ArtifactAddresses.joined(addresses.runUri(runId), ArtifactPath.of(artifactPath));
  }
}
