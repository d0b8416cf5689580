package dev.kindling.tracking.artifacts;

import dev.kindling.tracking.protocol.TrackingException;

/** Where versions of models have their files. */
@FunctionalInterface
public interface VersionLocations {

  /**
   * The address of a version's files.
   *
   * @throws TrackingException when there is no such version
   */
  String uri(String name, String version);
}
