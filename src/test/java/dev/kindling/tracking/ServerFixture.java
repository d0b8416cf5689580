package dev.kindling.tracking;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A server of its own for each test. */
public abstract class ServerFixture {

  @TempDir protected Path folder;
  protected Api api;
  private TrackingServer server;

  @BeforeEach
  void startServer() {
    server =
        TrackingServer.start(
            new TrackingSettings(0, folder.resolve("mlflow.db"), folder.resolve("artifacts")));
    api = new Api(server.uri());
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  /** A new run in the default experiment. */
  protected String newRun() throws Exception {
    return api.post("runs/create", "{'experiment_id': '0', 'run_name': 'one', 'start_time': 1}")
        .body()
        .at("/run/info/run_id")
        .asText();
  }
}
