package dev.kindling.tracking.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/** The rows of aliases. */
final class AliasRows {

  private final Handle handle;

  AliasRows(Handle handle) {
    this.handle = handle;
  }

  /**
   * The aliases of models, whose names are a JSON list; each model's in the order of their names.
   */
  Map<String, List<ModelAlias>> all(String names) {
    Map<String, List<ModelAlias>> aliases = new HashMap<>();
    handle
        .createQuery(
            "SELECT name, alias, version FROM registered_model_aliases"
                + " WHERE name IN (SELECT value FROM json_each(:names)) ORDER BY name, alias")
        .bind("names", names)
        .map(
            (row, context) ->
                aliases
                    .computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                    .add(new ModelAlias(row.getString(2), row.getLong(3))))
        .list();
    return aliases;
  }

  /** The version that an alias points to. */
  OptionalLong version(String name, String alias) {
    return handle
        .createQuery(
            "SELECT version FROM registered_model_aliases WHERE name = :name AND alias = :alias")
        .bind("name", name)
        .bind("alias", alias)
        .mapTo(Long.class)
        .findOne()
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  void set(String name, String alias, long version) {
    int changed =
        handle
            .createUpdate(
                "UPDATE registered_model_aliases SET version = :version"
                    + " WHERE name = :name AND alias = :alias")
            .bind("version", version)
            .bind("name", name)
            .bind("alias", alias)
            .execute();
    if (changed == 0) {
      handle
          .createUpdate(
              "INSERT INTO registered_model_aliases (alias, version, name)"
                  + " VALUES (:alias, :version, :name)")
          .bind("alias", alias)
          .bind("version", version)
          .bind("name", name)
          .execute();
    }
  }

  void delete(String name, String alias) {
    handle
        .createUpdate("DELETE FROM registered_model_aliases WHERE name = :name AND alias = :alias")
        .bind("name", name)
        .bind("alias", alias)
        .execute();
  }

  /** Deletes all that point to a version. */
  void deleteOf(VersionKey key) {
    handle
        .createUpdate(
            "DELETE FROM registered_model_aliases WHERE name = :name AND version = :version")
        .bind("name", key.name())
        .bind("version", key.version())
        .execute();
  }
}
