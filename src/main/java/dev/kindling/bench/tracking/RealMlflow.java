package dev.kindling.bench.tracking;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** MLflow's own server, where one is installed. */
final class RealMlflow {

  private static final String VARIABLE = "KINDLING_MLFLOW_PYTHON";

  private final Path python;

  private RealMlflow(Path python) {
    this.python = python;
  }

  /**
   * The Python that the environment variable names, or that of {@code target/mlflow}, a virtual
   * environment with MLflow in it.
   */
  static Optional<RealMlflow> find(Path root) {
    String named = System.getenv(VARIABLE);
    return Stream.of(
            named == null || named.isBlank() ? null : Path.of(named),
            root.resolve("target/mlflow/bin/python"),
            root.resolve("target/mlflow/Scripts/python.exe"))
        .filter(path -> path != null && Files.isExecutable(path))
        .findFirst()
        .map(RealMlflow::new);
  }

  /** How it is started on a store, with its own defaults otherwise. */
  List<String> command(int port, Path store, Path artifacts) {
    return List.of(
        python.toString(),
        "-m",
        "mlflow",
        "server",
        "--host",
        "127.0.0.1",
        "--port",
        Integer.toString(port),
        "--backend-store-uri",
        "sqlite:///" + store,
        "--artifacts-destination",
        artifacts.toString());
  }
}
