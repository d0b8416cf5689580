package dev.kindling.mlflow;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindling.tracking.contract.MlflowProcess;
import dev.kindling.tracking.contract.Python;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A real MLflow server for these tests: the one that {@code -Dkindling.mlflow.uri} names, or one
 * that is started when it is first asked for and ends with this JVM.
 */
public final class RealServer {

  private static final String PROPERTY = "kindling.mlflow.uri";

  private static MlflowProcess process;

  private RealServer() {}

  /** The server's address; where there is no MLflow, the test is skipped and says why. */
  public static synchronized String uri() {
    String named = System.getProperty(PROPERTY, "");
    if (!named.isBlank()) {
      return named;
    }
    Optional<Python> python = Python.find();
    assumeTrue(python.isPresent(), Python.MISSING);
    if (process == null) {
      process = start(python.get());
    }
    return process.uri().toString();
  }

  private static MlflowProcess start(Python python) {
    try {
      Path folder =
          Files.createTempDirectory(Files.createDirectories(Path.of("target")), "mlflow-");
      return MlflowProcess.start(python, folder.toAbsolutePath(), folder.resolve("mlflow.db"));
    } catch (IOException e) {
      throw new IllegalStateException("The real MLflow server did not start.", e);
    }
  }
}
