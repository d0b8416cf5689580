package dev.kindling.gutter;

import dev.kindling.tracking.TrackingServer;
import dev.kindling.tracking.TrackingSettings;
import java.nio.file.Path;

/** The tracking server of checks that run on their own; started when one first asks for it. */
final class GutterTracking {

  private final Path folder;
  private String uri = System.getenv("MLFLOW_TRACKING_URI");

  GutterTracking(Path folder) {
    this.folder = folder;
  }

  /** Where it is. It ends with the process. */
  synchronized String uri() {
    if (uri == null || uri.isBlank()) {
      TrackingServer server =
          TrackingServer.start(
              new TrackingSettings(0, folder.resolve("mlflow.db"), folder.resolve("artifacts")));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "end-tracking"));
      uri = server.uri();
    }
    return uri;
  }
}
