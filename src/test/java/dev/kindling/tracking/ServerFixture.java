package dev.kindling.tracking;

import java.net.URI;
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

  /** Calls the server with nothing made normal on the way. */
  protected RawHttp raw() {
    return new RawHttp(URI.create(server.uri()));
  }

  /** A new run in the default experiment. */
  protected String newRun() throws Exception {
    return api.post("runs/create", "{'experiment_id': '0', 'run_name': 'one', 'start_time': 1}")
        .body()
        .at("/run/info/run_id")
        .asText();
  }
}
