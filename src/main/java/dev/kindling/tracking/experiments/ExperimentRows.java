package dev.kindling.tracking.experiments;

import dev.kindling.tracking.protocol.KeyValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The rows of experiments and of their tags. */
public final class ExperimentRows {

  private static final String COLUMNS =
      "e.experiment_id, e.name, e.artifact_location, e.lifecycle_stage, e.creation_time, e.last_update_time";

  private final Handle handle;

  public ExperimentRows(Handle handle) {
    this.handle = handle;
  }

  /** The columns that {@link #read} wants of a query with {@code experiments e}. */
  public static String columns() {
    return COLUMNS;
  }

  /** One row of {@link #columns}, without tags. */
  public static Experiment read(ResultSet row) throws SQLException {
    long creation = row.getLong(5);
    Long creationTime = row.wasNull() ? null : creation;
    long update = row.getLong(6);
    Long lastUpdateTime = row.wasNull() ? null : update;
    return new Experiment(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        creationTime,
        lastUpdateTime,
        List.of());
  }

  /** An experiment, without tags. */
  public Optional<Experiment> find(long id) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM experiments e WHERE e.experiment_id = :id")
        .bind("id", id)
        .map((row, context) -> read(row))
        .findOne();
  }

  /** An experiment by name, deleted or not, without tags. */
  public Optional<Experiment> find(String name) {
    return handle
        .createQuery("SELECT " + COLUMNS + " FROM experiments e WHERE e.name = :name")
        .bind("name", name)
        .map((row, context) -> read(row))
        .findFirst();
  }

  /** The same experiments, in the same order, with their tags; one query. */
  public List<Experiment> withTags(Collection<Experiment> experiments) {
    Map<Long, List<KeyValue>> tags = new HashMap<>();
    String ids =
        experiments.stream()
            .map(experiment -> Long.toString(experiment.id()))
            .collect(Collectors.joining(",", "[", "]"));
    handle
        .createQuery(
            "SELECT experiment_id, \"key\", value FROM experiment_tags"
                + " WHERE experiment_id IN (SELECT value FROM json_each(:ids)) ORDER BY rowid")
        .bind("ids", ids)
        .map(
            (row, context) ->
                tags.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                    .add(new KeyValue(row.getString(2), row.getString(3))))
        .list();
    return experiments.stream()
        .map(experiment -> experiment.with(tags.getOrDefault(experiment.id(), List.of())))
        .toList();
  }

  /** Whether there is any. */
  boolean any() {
    return handle
        .createQuery("SELECT EXISTS (SELECT 1 FROM experiments)")
        .mapTo(boolean.class)
        .one();
  }

  /** Adds an experiment. */
  void insert(long id, String name, String location, long now) {
    handle
        .createUpdate(
            "INSERT INTO experiments (experiment_id, name, artifact_location, lifecycle_stage,"
                + " creation_time, last_update_time)"
                + " VALUES (:id, :name, :location, 'active', :now, :now)")
        .bind("id", id)
        .bind("name", name)
        .bind("location", location)
        .bind("now", now)
        .execute();
  }

  /** The number of the next experiment. */
  long next() {
    return handle
        .createQuery("SELECT coalesce(max(experiment_id), -1) + 1 FROM experiments")
        .mapTo(long.class)
        .one();
  }

  void rename(long id, String name, long now) {
    handle
        .createUpdate(
            "UPDATE experiments SET name = :name, last_update_time = :now WHERE experiment_id = :id")
        .bind("name", name)
        .bind("now", now)
        .bind("id", id)
        .execute();
  }

  /** Marks an experiment and all its runs as deleted, or as active. */
  void setStage(long id, String stage, long now) {
    handle
        .createUpdate(
            "UPDATE experiments SET lifecycle_stage = :stage, last_update_time = :now"
                + " WHERE experiment_id = :id")
        .bind("stage", stage)
        .bind("now", now)
        .bind("id", id)
        .execute();
    handle
        .createUpdate(
            "UPDATE runs SET lifecycle_stage = :stage, deleted_time = :deleted"
                + " WHERE experiment_id = :id")
        .bind("stage", stage)
        .bind("deleted", stage.equals("deleted") ? Long.valueOf(now) : null)
        .bind("id", id)
        .execute();
  }

  void setTag(long id, KeyValue tag) {
    handle
        .createUpdate(
            "INSERT INTO experiment_tags (\"key\", value, experiment_id) VALUES (:key, :value, :id)"
                + " ON CONFLICT (\"key\", experiment_id) DO UPDATE SET value = excluded.value")
        .bind("key", tag.key())
        .bind("value", tag.value())
        .bind("id", id)
        .execute();
  }

  /** Removes a tag; says whether there was one. */
  boolean deleteTag(long id, String key) {
    return handle
            .createUpdate(
                "DELETE FROM experiment_tags WHERE experiment_id = :id AND \"key\" = :key")
            .bind("id", id)
            .bind("key", key)
            .execute()
        > 0;
  }
}
