package dev.kindling.tracking.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.TrackingException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The rows of registered models and of their tags. */
public final class ModelRows {

  /** Names go as one JSON text, so that there may be any number of them. */
  private static final String AMONG = " IN (SELECT value FROM json_each(:names))";

  private final Handle handle;

  public ModelRows(Handle handle) {
    this.handle = handle;
  }

  /** A model with all that belongs to it. */
  public Optional<RegisteredModel> find(String name) {
    return load(List.of(name)).stream().findFirst();
  }

  /**
   * A model with all that belongs to it.
   *
   * @throws TrackingException when there is none of this name
   */
  RegisteredModel get(String name) {
    return find(name).orElseThrow(() -> unknown(name));
  }

  /** Fails unless there is a model of this name. */
  void require(String name) {
    boolean exists =
        handle
            .createQuery("SELECT EXISTS (SELECT 1 FROM registered_models WHERE name = :name)")
            .bind("name", name)
            .mapTo(boolean.class)
            .one();
    if (!exists) {
      throw unknown(name);
    }
  }

  private static TrackingException unknown(String name) {
    return TrackingException.missing("Registered Model with name=%s not found", name);
  }

  /**
   * Models with all that belongs to them, in the order of the names; a name that is not there is
   * left out. A few queries, however many names.
   */
  public List<RegisteredModel> load(Collection<String> names) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    names.forEach(array::add);
    String json = array.toString();
    Map<String, List<ModelVersion>> versions = new HashMap<>();
    for (ModelVersion version : new VersionRows(handle).latest(json)) {
      versions.computeIfAbsent(version.name(), name -> new ArrayList<>()).add(version);
    }
    Map<String, List<KeyValue>> tags = tags(json);
    Map<String, List<ModelAlias>> aliases = new AliasRows(handle).all(json);
    Map<String, RegisteredModel> models = new HashMap<>();
    handle
        .createQuery(
            "SELECT name, creation_time, last_updated_time, description FROM registered_models"
                + " WHERE name"
                + AMONG)
        .bind("names", json)
        .map((row, context) -> read(row, versions, tags, aliases))
        .forEach(model -> models.put(model.name(), model));
    return names.stream().filter(models::containsKey).map(models::get).toList();
  }

  private static RegisteredModel read(
      ResultSet row,
      Map<String, List<ModelVersion>> versions,
      Map<String, List<KeyValue>> tags,
      Map<String, List<ModelAlias>> aliases)
      throws SQLException {
    String name = row.getString(1);
    return new RegisteredModel(
        name,
        VersionRows.number(row, 2),
        VersionRows.number(row, 3),
        row.getString(4),
        versions.getOrDefault(name, List.of()),
        tags.getOrDefault(name, List.of()),
        aliases.getOrDefault(name, List.of()));
  }

  private Map<String, List<KeyValue>> tags(String names) {
    Map<String, List<KeyValue>> tags = new HashMap<>();
    handle
        .createQuery(
            "SELECT name, \"key\", value FROM registered_model_tags WHERE name"
                + AMONG
                + " ORDER BY rowid")
        .bind("names", names)
        .map(
            (row, context) ->
                tags.computeIfAbsent(row.getString(1), name -> new ArrayList<>())
                    .add(new KeyValue(row.getString(2), row.getString(3))))
        .list();
    return tags;
  }

  void insert(String name, String description, long now) {
    handle
        .createUpdate(
            "INSERT INTO registered_models (name, creation_time, last_updated_time, description)"
                + " VALUES (:name, :now, :now, :description)")
        .bind("name", name)
        .bind("now", now)
        .bind("description", description)
        .execute();
  }

  void describe(String name, String description, long now) {
    handle
        .createUpdate(
            "UPDATE registered_models SET description = :description, last_updated_time = :now"
                + " WHERE name = :name")
        .bind("description", description)
        .bind("now", now)
        .bind("name", name)
        .execute();
  }

  /** Notes that something of the model has changed. */
  void touch(String name, long now) {
    handle
        .createUpdate("UPDATE registered_models SET last_updated_time = :now WHERE name = :name")
        .bind("now", now)
        .bind("name", name)
        .execute();
  }

  /** Gives a model another name; foreign keys take versions, tags and aliases along. */
  void rename(String name, String newName, long now) {
    handle
        .createUpdate(
            "UPDATE registered_models SET name = :newName, last_updated_time = :now"
                + " WHERE name = :name")
        .bind("newName", newName)
        .bind("now", now)
        .bind("name", name)
        .execute();
    handle
        .createUpdate("UPDATE model_versions SET last_updated_time = :now WHERE name = :newName")
        .bind("now", now)
        .bind("newName", newName)
        .execute();
  }

  /** Deletes a model and all that belongs to it, so that the name begins anew. */
  void delete(String name) {
    for (String table :
        List.of(
            "model_version_tags",
            "model_versions",
            "registered_model_tags",
            "registered_model_aliases",
            "registered_models")) {
      handle
          .createUpdate("DELETE FROM " + table + " WHERE name = :name")
          .bind("name", name)
          .execute();
    }
  }

  /** Sets a tag. No upsert: later schemas have another key to conflict with. */
  void setTag(String name, KeyValue tag) {
    int changed =
        handle
            .createUpdate(
                "UPDATE registered_model_tags SET value = :value"
                    + " WHERE name = :name AND \"key\" = :key")
            .bind("value", tag.value())
            .bind("name", name)
            .bind("key", tag.key())
            .execute();
    if (changed == 0) {
      handle
          .createUpdate(
              "INSERT INTO registered_model_tags (\"key\", value, name)"
                  + " VALUES (:key, :value, :name)")
          .bind("key", tag.key())
          .bind("value", tag.value())
          .bind("name", name)
          .execute();
    }
  }

  void deleteTag(String name, String key) {
    handle
        .createUpdate("DELETE FROM registered_model_tags WHERE name = :name AND \"key\" = :key")
        .bind("name", name)
        .bind("key", key)
        .execute();
  }
}
