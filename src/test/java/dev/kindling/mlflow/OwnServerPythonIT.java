package dev.kindling.mlflow;

import dev.kindling.tracking.TrackingServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OwnServerPythonIT extends PythonContract {

  private TrackingServer server;

  @BeforeAll
  void start(@TempDir Path folder) {
    server = OwnServer.start(folder);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Override
  String trackingUri() {
    return server.uri();
  }
}
