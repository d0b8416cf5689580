package dev.kindling.tracking.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.kindling.tracking.protocol.KeyValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the rows of versions that are not deleted, and of their tags. */
public final class VersionRows {

  private static final String COLUMNS =
      "v.name, v.version, v.creation_time, v.last_updated_time, v.description, v.user_id,"
          + " v.current_stage, v.source, v.run_id, v.status, v.status_message, v.run_link,"
          + " v.storage_location";

  /** Keys go as one JSON list of pairs, so that there may be any number of them. */
  private static final String KEYS =
      "(SELECT json_extract(value, '$[0]') AS name, json_extract(value, '$[1]') AS version"
          + " FROM json_each(:keys)) k";

  private final Handle handle;

  public VersionRows(Handle handle) {
    this.handle = handle;
  }

  /** A version with its tags and aliases. */
  public Optional<ModelVersion> find(VersionKey key) {
    return withAliases(load(List.of(key))).stream().findFirst();
  }

  /**
   * Versions with their tags, in the order of the keys, and as MLflow's searches show them: without
   * aliases. One that is not there or deleted is left out. Two queries, however many keys.
   */
  public List<ModelVersion> load(Collection<VersionKey> keys) {
    Map<VersionKey, ModelVersion> found = new HashMap<>();
    handle
        .createQuery(
            "SELECT "
                + COLUMNS
                + " FROM "
                + KEYS
                + " CROSS JOIN model_versions v ON v.name = k.name AND v.version = k.version"
                + " WHERE v.current_stage <> :deleted")
        .bind("keys", json(keys))
        .bind("deleted", Stage.DELETED)
        .map((row, context) -> read(row))
        .forEach(version -> found.put(version.key(), version));
    List<ModelVersion> bare = keys.stream().filter(found::containsKey).map(found::get).toList();
    return withTags(bare);
  }

  /**
   * The newest version of each stage of models, with tags and without aliases. Stages come in the
   * order in which versions first had them.
   *
   * @param names a JSON list
   */
  List<ModelVersion> latest(String names) {
    return withTags(
        handle
            .createQuery(
                "SELECT "
                    + COLUMNS
                    + " FROM (SELECT name, max(version) AS newest, min(version) AS oldest"
                    + " FROM model_versions WHERE name IN (SELECT value FROM json_each(:names))"
                    + " AND current_stage <> :deleted GROUP BY name, current_stage) l"
                    + " JOIN model_versions v ON v.name = l.name AND v.version = l.newest"
                    + " ORDER BY l.name, l.oldest")
            .bind("names", names)
            .bind("deleted", Stage.DELETED)
            .map((row, context) -> read(row))
            .list());
  }

  /** The same versions with their aliases. */
  List<ModelVersion> withAliases(List<ModelVersion> versions) {
    ArrayNode names = JsonNodeFactory.instance.arrayNode();
    versions.stream().map(ModelVersion::name).distinct().forEach(names::add);
    Map<VersionKey, List<String>> aliases = new HashMap<>();
    new AliasRows(handle)
        .all(names.toString())
        .forEach(
            (name, all) ->
                all.forEach(
                    alias ->
                        aliases
                            .computeIfAbsent(
                                new VersionKey(name, alias.version()), key -> new ArrayList<>())
                            .add(alias.alias())));
    return versions.stream()
        .map(
            version -> version.with(version.tags(), aliases.getOrDefault(version.key(), List.of())))
        .toList();
  }

  private List<ModelVersion> withTags(List<ModelVersion> versions) {
    Map<VersionKey, List<KeyValue>> tags = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT t.name, t.version, t.\"key\", t.value FROM "
                + KEYS
                + " CROSS JOIN model_version_tags t ON t.name = k.name AND t.version = k.version"
                + " ORDER BY t.rowid")
        .bind("keys", json(versions.stream().map(ModelVersion::key).toList()))
        .map(
            (row, context) ->
                tags.computeIfAbsent(
                        new VersionKey(row.getString(1), row.getLong(2)), key -> new ArrayList<>())
                    .add(new KeyValue(row.getString(3), row.getString(4))))
        .list();
    return versions.stream()
        .map(version -> version.with(tags.getOrDefault(version.key(), List.of()), List.of()))
        .toList();
  }

  private static String json(Collection<VersionKey> keys) {
    ArrayNode json = JsonNodeFactory.instance.arrayNode();
    keys.forEach(key -> json.addArray().add(key.name()).add(key.version()));
    return json.toString();
  }

  private static ModelVersion read(ResultSet row) throws SQLException {
    return new ModelVersion(
        row.getString(1),
        row.getLong(2),
        number(row, 3),
        number(row, 4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getString(10),
        row.getString(11),
        row.getString(12),
        row.getString(13),
        List.of(),
        List.of());
  }

  /** A whole number of a column, or null. */
  static @Nullable Long number(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }
}
