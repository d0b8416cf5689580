package dev.kindling.tracking.artifacts;

import dev.kindling.tracking.protocol.TrackingException;
import dev.kindling.tracking.store.Database;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Where runs keep their artifacts. */
public final class RunArtifacts {

  private final Database database;

  public RunArtifacts(Database database) {
    this.database = database;
  }

  /**
   * The address of a run's artifacts; deleted runs have theirs too.
   *
   * @param runId null, told as MLflow does, when none was given
   * @throws TrackingException when there is no such run
   */
  public String uri(String runId) {
    return database
        .read(handle -> find(handle, runId))
        .orElseThrow(
            () ->
                TrackingException.missing(
                    "Run with id=%s not found", runId == null ? "None" : runId));
  }

  /** The address of a run's artifacts, if there is such a run and it has one. */
  public static Optional<String> find(Handle handle, String runId) {
    return handle
        .createQuery("SELECT coalesce(artifact_uri, '') FROM runs WHERE run_uuid = :id")
        .bind("id", runId)
        .mapTo(String.class)
        .findOne();
  }
}
