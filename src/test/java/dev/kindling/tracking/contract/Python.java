package dev.kindling.tracking.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Python that has MLflow.
 *
 * @param executable the interpreter
 */
public record Python(Path executable) {
  /** What a person can do about a skipped test. */
  public static final String MISSING =
      "Skipped: there is no Python with MLflow. Make one with 'python3 -m venv target/mlflow &&"
          + " target/mlflow/bin/pip install -r docker/mlflow/tests.txt', or name one in"
          + " KINDLING_MLFLOW_PYTHON.";

  /** The system property, the environment variable or {@code target/mlflow}, in this order. */
  public static Optional<Python> find() {
    Peers.await();
    return Stream.of(
            System.getProperty("kindling.mlflow.python"),
            System.getenv("KINDLING_MLFLOW_PYTHON"),
            Path.of("target", "mlflow", "bin", "python").toString())
        .filter(name -> name != null && !name.isBlank())
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .map(python -> new Python(python.toAbsolutePath()));
  }

  /** A Python with MLflow 2.17.2, which is only there if a system property names it. */
  static Optional<Python> findOlder() {
    return Optional.ofNullable(System.getProperty("kindling.mlflow217.python"))
        .map(Path::of)
        .filter(Files::isExecutable)
        .map(python -> new Python(python.toAbsolutePath()));
  }
}
