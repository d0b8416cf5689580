package dev.kindling.mlflow;

import dev.kindling.tracking.TrackingServer;
import dev.kindling.tracking.TrackingSettings;
import java.nio.file.Path;

/** Starts Kindling's own server for a test. */
public final class OwnServer {

  private OwnServer() {}

  /** A server with an empty store below a folder; the caller closes it. */
  public static TrackingServer start(Path folder) {
    return TrackingServer.start(
        new TrackingSettings(0, folder.resolve("mlflow.db"), folder.resolve("artifacts")));
  }
}
