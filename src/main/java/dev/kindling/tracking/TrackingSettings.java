package dev.kindling.tracking;

import java.nio.file.Path;

/**
 * What a tracking server serves, and where.
 *
 * @param port the port on loopback; 0 for any free one
 * @param store the SQLite file; made if there is none
 * @param artifacts the folder of artifacts; made if there is none
 */
public record TrackingSettings(int port, Path store, Path artifacts) {

  public TrackingSettings {
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException(
          "'%d' is no port: give a number from 1 to 65535, or 0 for any free one.".formatted(port));
    }
    store = store.toAbsolutePath().normalize();
    artifacts = artifacts.toAbsolutePath().normalize();
  }
}
