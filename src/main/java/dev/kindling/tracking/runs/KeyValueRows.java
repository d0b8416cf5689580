package dev.kindling.tracking.runs;

import dev.kindling.tracking.protocol.KeyValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of a table of keys and values of runs: parameters or tags. */
public final class KeyValueRows {

  private final Handle handle;
  private final String table;

  private KeyValueRows(Handle handle, String table) {
    this.handle = handle;
    this.table = table;
  }

  /** The parameters. */
  public static KeyValueRows params(Handle handle) {
    return new KeyValueRows(handle, "params");
  }

  /** The tags. */
  public static KeyValueRows tags(Handle handle) {
    return new KeyValueRows(handle, "tags");
  }

  /**
   * Those of runs, by run; one query.
   *
   * @param runIds a JSON array of ids
   */
  public Map<String, List<KeyValue>> of(String runIds) {
    Map<String, List<KeyValue>> found = new HashMap<>();
    handle
        .createQuery(
            "SELECT run_uuid, \"key\", value FROM "
                + table
                + " WHERE run_uuid IN (SELECT value FROM json_each(:ids)) ORDER BY rowid")
        .bind("ids", runIds)
        .map(
            (row, context) ->
                found
                    .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                    .add(new KeyValue(row.getString(2), row.getString(3))))
        .list();
    return found;
  }

  /** Those of one run that have one of some keys, by key. */
  Map<String, String> values(String runId, Collection<String> keys) {
    Map<String, String> values = new HashMap<>();
    if (!keys.isEmpty()) {
      handle
          .createQuery(
              "SELECT \"key\", value FROM "
                  + table
                  + " WHERE run_uuid = :run AND \"key\" IN (<keys>)")
          .bind("run", runId)
          .bindList("keys", List.copyOf(keys))
          .map((row, context) -> values.put(row.getString(1), row.getString(2)))
          .list();
    }
    return values;
  }

  /** Writes values; those of known keys are replaced. */
  void put(String runId, Collection<KeyValue> values) {
    if (values.isEmpty()) {
      return;
    }
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO "
                + table
                + " (\"key\", value, run_uuid) VALUES (:key, :value, :run)"
                + " ON CONFLICT (\"key\", run_uuid) DO UPDATE SET value = excluded.value");
    for (KeyValue value : values) {
      batch.bind("key", value.key()).bind("value", value.value()).bind("run", runId).add();
    }
    batch.execute();
  }

  /** Removes one; says whether it was there. */
  boolean delete(String runId, String key) {
    return handle
            .createUpdate("DELETE FROM " + table + " WHERE run_uuid = :run AND \"key\" = :key")
            .bind("run", runId)
            .bind("key", key)
            .execute()
        > 0;
  }
}
