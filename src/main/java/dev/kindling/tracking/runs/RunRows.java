package dev.kindling.tracking.runs;

import dev.kindling.tracking.protocol.TrackingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The rows of runs. */
public final class RunRows {

  private static final String COLUMNS =
      "r.run_uuid, r.experiment_id, r.name, r.user_id, r.status, r.start_time, r.end_time,"
          + " r.artifact_uri, r.lifecycle_stage";

  private final Handle handle;

  public RunRows(Handle handle) {
    this.handle = handle;
  }

  /** The columns that {@link #read} wants of a query with {@code runs r}. */
  public static String columns() {
    return COLUMNS;
  }

  /** One row of {@link #columns}. */
  public static RunInfo read(ResultSet row) throws SQLException {
    return new RunInfo(
        row.getString(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        time(row, 6),
        time(row, 7),
        row.getString(8),
        row.getString(9));
  }

  private static @Nullable Long time(ResultSet row, int column) throws SQLException {
    long time = row.getLong(column);
    return row.wasNull() ? null : time;
  }

  /** A run, deleted or not. */
  public Optional<RunInfo> find(String id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM runs r WHERE r.run_uuid = :id")
        .bind("id", id)
        .map((row, context) -> read(row))
        .findOne();
  }

  /**
   * A run, deleted or not.
   *
   * @throws TrackingException when there is none
   */
  public RunInfo get(String id) {
    return find(id).orElseThrow(() -> TrackingException.missing("Run with id=%s not found", id));
  }

  /**
   * A run that can be changed.
   *
   * @throws TrackingException when there is none, or it is deleted
   */
  public RunInfo active(String id) {
    RunInfo info = get(id);
    info.requireActive();
    return info;
  }

  void insert(RunInfo info) {
    handle
        .createUpdate(
            "INSERT INTO runs (run_uuid, name, source_type, source_name, entry_point_name, user_id,"
                + " status, start_time, end_time, source_version, lifecycle_stage, artifact_uri,"
                + " experiment_id, deleted_time) VALUES (:id, :name, 'UNKNOWN', '', '', :user,"
                + " :status, :start, NULL, '', 'active', :uri, :experiment, NULL)")
        .bind("id", info.id())
        .bind("name", info.name())
        .bind("user", info.userId())
        .bind("status", info.status())
        .bind("start", info.startTime())
        .bind("uri", info.artifactUri())
        .bind("experiment", info.experimentId())
        .execute();
  }

  /** Writes name, status and end. */
  void update(RunInfo info) {
    handle
        .createUpdate(
            "UPDATE runs SET name = :name, status = :status, end_time = :end WHERE run_uuid = :id")
        .bind("name", info.name())
        .bind("status", info.status())
        .bind("end", info.endTime())
        .bind("id", info.id())
        .execute();
  }

  void rename(String id, String name) {
    handle
        .createUpdate("UPDATE runs SET name = :name WHERE run_uuid = :id")
        .bind("name", name)
        .bind("id", id)
        .execute();
  }

  /**
   * Marks a run as active, or as deleted.
   *
   * @param deletedTime when it was deleted, or null
   */
  void setStage(String id, String stage, @Nullable Long deletedTime) {
    handle
        .createUpdate(
            "UPDATE runs SET lifecycle_stage = :stage, deleted_time = :deleted"
                + " WHERE run_uuid = :id")
        .bind("stage", stage)
        .bind("deleted", deletedTime)
        .bind("id", id)
        .execute();
  }
}
