package dev.kindling.tracking.registry;

import dev.kindling.tracking.protocol.KeyValue;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes the rows of versions and of their tags. */
final class VersionWrites {

  private final Handle handle;

  VersionWrites(Handle handle) {
    this.handle = handle;
  }

  /** The number of a model's next version: no number is used twice, also not a deleted one's. */
  long next(String name) {
    return handle
        .createQuery("SELECT coalesce(max(version), 0) + 1 FROM model_versions WHERE name = :name")
        .bind("name", name)
        .mapTo(long.class)
        .one();
  }

  void insert(VersionKey key, NewVersion version, String storageLocation, long now) {
    handle
        .createUpdate(
            "INSERT INTO model_versions (name, version, creation_time, last_updated_time,"
                + " description, current_stage, source, run_id, status, run_link,"
                + " storage_location) VALUES (:name, :version, :now, :now, :description, :stage,"
                + " :source, :runId, 'READY', :runLink, :storageLocation)")
        .bind("name", key.name())
        .bind("version", key.version())
        .bind("now", now)
        .bind("description", version.description())
        .bind("stage", Stage.NONE.label())
        .bind("source", version.source())
        .bind("runId", version.runId())
        .bind("runLink", version.runLink())
        .bind("storageLocation", storageLocation)
        .execute();
  }

  void describe(VersionKey key, @Nullable String description, long now) {
    handle
        .createUpdate(
            "UPDATE model_versions SET description = :description, last_updated_time = :now"
                + " WHERE name = :name AND version = :version")
        .bind("description", description)
        .bind("now", now)
        .bind("name", key.name())
        .bind("version", key.version())
        .execute();
  }

  void setStage(VersionKey key, Stage stage, long now) {
    handle
        .createUpdate(
            "UPDATE model_versions SET current_stage = :stage, last_updated_time = :now"
                + " WHERE name = :name AND version = :version")
        .bind("stage", stage.label())
        .bind("now", now)
        .bind("name", key.name())
        .bind("version", key.version())
        .execute();
  }

  /** Archives all other versions of a stage. */
  void archiveOthers(VersionKey key, Stage stage, long now) {
    handle
        .createUpdate(
            "UPDATE model_versions SET current_stage = :archived, last_updated_time = :now"
                + " WHERE name = :name AND version <> :version AND current_stage = :stage")
        .bind("archived", Stage.ARCHIVED.label())
        .bind("now", now)
        .bind("name", key.name())
        .bind("version", key.version())
        .bind("stage", stage.label())
        .execute();
  }

  /** Forgets what a version was, and keeps its number. */
  void delete(VersionKey key, long now) {
    handle
        .createUpdate(
            "UPDATE model_versions SET current_stage = :deleted, last_updated_time = :now,"
                + " description = NULL, user_id = NULL, source = 'REDACTED-SOURCE-PATH',"
                + " run_id = 'REDACTED-RUN-ID', run_link = 'REDACTED-RUN-LINK',"
                + " status_message = NULL WHERE name = :name AND version = :version")
        .bind("deleted", Stage.DELETED)
        .bind("now", now)
        .bind("name", key.name())
        .bind("version", key.version())
        .execute();
  }

  /** Sets a tag. No upsert: later schemas have another key to conflict with. */
  void setTag(VersionKey key, KeyValue tag) {
    int changed =
        handle
            .createUpdate(
                "UPDATE model_version_tags SET value = :value"
                    + " WHERE name = :name AND version = :version AND \"key\" = :key")
            .bind("value", tag.value())
            .bind("name", key.name())
            .bind("version", key.version())
            .bind("key", tag.key())
            .execute();
    if (changed == 0) {
      handle
          .createUpdate(
              "INSERT INTO model_version_tags (\"key\", value, name, version)"
                  + " VALUES (:key, :value, :name, :version)")
          .bind("key", tag.key())
          .bind("value", tag.value())
          .bind("name", key.name())
          .bind("version", key.version())
          .execute();
    }
  }

  void deleteTag(VersionKey key, String tag) {
    handle
        .createUpdate(
            "DELETE FROM model_version_tags"
                + " WHERE name = :name AND version = :version AND \"key\" = :key")
        .bind("name", key.name())
        .bind("version", key.version())
        .bind("key", tag)
        .execute();
  }
}
