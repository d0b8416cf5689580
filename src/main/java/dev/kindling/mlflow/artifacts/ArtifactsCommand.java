package dev.kindling.mlflow.artifacts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.kindling.mlflow.rest.Credentials;
import dev.kindling.mlflow.rest.MlflowException;
import dev.kindling.mlflow.rest.RestClient;
import dev.kindling.mlflow.rest.TrackingUri;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The program that MLflow's Java client starts for artifacts, in place of Python's {@code
 * mlflow.store.artifact.cli}: same commands, same options, same output.
 */
final class ArtifactsCommand {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int UNCLEAR = 2;

  private static final String USAGE =
      """
      Usage: mlflow-artifacts COMMAND [OPTIONS]
      Logs, lists and downloads the artifacts of MLflow runs, without Python. The server is the one that
      MLFLOW_TRACKING_URI names.

        log-artifact   --local-file FILE --run-id RUN [--artifact-path FOLDER]
        log-artifacts  --local-dir FOLDER --run-id RUN [--artifact-path FOLDER]
        list           --run-id RUN [--artifact-path FOLDER]        as JSON
        download       --run-id RUN [--artifact-path PATH] [--dst-path FOLDER]
        download       --artifact-uri URI [--dst-path FOLDER]        runs:/…, models:/…, mlflow-artifacts:/…
                       prints where the copy is

      As MLflow's Java client wants it: MLFLOW_PYTHON_EXECUTABLE=<path of this program>
      """;

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  ArtifactsCommand(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  /** Runs one command; returns the exit code, and says in one sentence what went wrong. */
  int run(String... args) {
    try {
      CommandLine line = CommandLine.parse(args);
      if (line.command().isEmpty()) {
        out.print(USAGE);
        return DONE;
      }
      carryOut(line);
      return DONE;
    } catch (CommandLine.Unclear e) {
      err.println(e.getMessage());
      return UNCLEAR;
    } catch (MlflowException e) {
      err.println(e.getMessage());
      return FAILED;
    }
  }

  private void carryOut(CommandLine line) {
    switch (line.command()) {
      case "log-artifact" -> {
        Path file = path(line.required("local-file"));
        String run = line.required("run-id");
        store().logArtifact(run, file, line.value("artifact-path"));
      }
      case "log-artifacts" -> {
        Path folder = path(line.required("local-dir"));
        String run = line.required("run-id");
        store().logArtifacts(run, folder, line.value("artifact-path"));
      }
      case "list" -> {
        String run = line.required("run-id");
        out.println(json(store().listArtifacts(run, line.value("artifact-path"))));
      }
      default -> out.println(download(line));
    }
  }

  private Path download(CommandLine line) {
    String uri = line.value("artifact-uri");
    if (uri == null) {
      ArtifactPath path = ArtifactPath.of(line.value("artifact-path"));
      uri = "runs:/" + line.required("run-id") + (path.isRoot() ? "" : "/" + path);
    } else if (uri.startsWith(ModelUri.SCHEME)) {
      uri = decoded(uri);
    }
    String target = line.value("dst-path");
    ArtifactPlace place = store().at(uri);
    if (target != null) {
      return place.download(path(target)).toAbsolutePath();
    }
    Optional<Path> here = place.local();
    return here.isPresent()
        ? here.get().toAbsolutePath()
        : place.download(fresh()).toAbsolutePath();
  }

  /** The Java client percent-encodes a model's name, which Python then does not find. */
  private static String decoded(String uri) {
    try {
      return URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return uri;
    }
  }

  private static Path fresh() {
    try {
      return Files.createTempDirectory("mlflow-artifacts");
    } catch (IOException e) {
      throw MlflowException.of(
          "There is no room for temporary files in '%s': free some, or give '--dst-path'."
              .formatted(System.getProperty("java.io.tmpdir")),
          e);
    }
  }

  private ArtifactStore store() {
    return new ArtifactStore(
        new RestClient(TrackingUri.from(environment), Credentials.from(environment)));
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new CommandLine.Unclear(
          "'%s' is not a path on this system (the language settings decide which letters are)."
              .formatted(text));
    }
  }

  private static String json(List<ArtifactInfo> entries) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (ArtifactInfo entry : entries) {
      var object = array.addObject();
      object.put("path", entry.path().toString());
      object.put("is_dir", entry.directory());
      if (!entry.directory()) {
        object.put("file_size", entry.size());
      }
    }
    return array.toString();
  }
}
