package dev.kindling.mlflow;

import dev.kindling.mlflow.rest.MlflowException;
import java.time.Duration;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.ModelRegistry.ModelVersionStatus;

/** Waits until the server has a new version ready. */
final class VersionCreation {

  /** The version of a model's name and a number. */
  @FunctionalInterface
  interface Lookup {
    ModelVersion of(String name, String version);
  }

  /** Most servers are done at once; one that copies a model is asked less and less often. */
  private static final long FIRST_PAUSE_MILLIS = 20;

  private static final long LONGEST_PAUSE_MILLIS = 500;

  private final Lookup lookup;
  private final Duration limit;

  VersionCreation(Lookup lookup, Duration limit) {
    this.lookup = lookup;
    this.limit = limit;
  }

  /**
   * Returns the version as it is when ready, or at once when there is nothing to wait for.
   *
   * @throws MlflowException when it fails, or is not ready in time
   */
  ModelVersion await(ModelVersion created) {
    long end = System.nanoTime() + limit.toNanos();
    ModelVersion version = created;
    long pause = FIRST_PAUSE_MILLIS;
    while (version.getStatus() == ModelVersionStatus.PENDING_REGISTRATION && !limit.isZero()) {
      if (System.nanoTime() > end) {
        throw MlflowException.of(
            "Version %s of '%s' is not ready after %s s: look at the server's log, then ask getModelVersion again."
                .formatted(version.getVersion(), version.getName(), limit.toSeconds()));
      }
      sleep(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
      version = lookup.of(version.getName(), version.getVersion());
    }
    if (version.getStatus() == ModelVersionStatus.FAILED_REGISTRATION) {
      throw MlflowException.of(
          "Version %s of '%s' could not be made (%s): see whether its source exists."
              .formatted(version.getVersion(), version.getName(), version.getStatusMessage()));
    }
    return version;
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw MlflowException.of("Waiting for a model's version was interrupted.", e);
    }
  }
}
