package dev.kindling.mlflow;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** A real MLflow server that somebody started for these tests. */
public final class RealServer {

  private static final String PROPERTY = "kindling.mlflow.uri";

  private RealServer() {}

  /** The server's address; without one, the test is skipped and says how to run it. */
  public static String uri() {
    String uri = System.getProperty(PROPERTY, "");
    assumeTrue(
        !uri.isBlank(),
        "needs a real MLflow server: start one and name it with -D%s=http://127.0.0.1:5000"
            .formatted(PROPERTY));
    return uri;
  }
}
