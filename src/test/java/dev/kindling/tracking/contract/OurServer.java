package dev.kindling.tracking.contract;

import dev.kindling.tracking.TrackingServer;
import dev.kindling.tracking.TrackingSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Our tracking server in this JVM, with its files in one folder.
 *
 * @param server what runs
 * @param folder where its files are
 */
record OurServer(TrackingServer server, Path folder) implements AutoCloseable {
  static OurServer start(Path folder) {
    return start(folder, folder.resolve("mlflow.db"));
  }

  /** Starts on a store that may be there already. */
  static OurServer start(Path folder, Path store) {
    return new OurServer(
        TrackingServer.start(new TrackingSettings(0, store, folder.resolve("artifacts"))), folder);
  }

  URI uri() {
    return URI.create(server.uri());
  }

  Player player() {
    return new Player(uri(), Map.of(folder.toString(), "<root>"), false);
  }

  @Override
  public void close() {
    server.close();
  }
}
