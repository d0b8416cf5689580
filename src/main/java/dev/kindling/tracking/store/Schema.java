package dev.kindling.tracking.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * MLflow's schema: makes it in an empty file, and in any other checks that what this server writes
 * is there. The revision itself does not matter: later ones add columns with defaults, and every
 * insert names its columns.
 */
final class Schema {

  /** The columns that are written, by table. */
  private static final Map<String, List<String>> WRITTEN =
      Map.ofEntries(
          Map.entry(
              "experiments",
              List.of(
                  "experiment_id",
                  "name",
                  "artifact_location",
                  "lifecycle_stage",
                  "creation_time",
                  "last_update_time")),
          Map.entry("experiment_tags", List.of("key", "value", "experiment_id")),
          Map.entry(
              "runs",
              List.of(
                  "run_uuid",
                  "name",
                  "source_type",
                  "source_name",
                  "entry_point_name",
                  "user_id",
                  "status",
                  "start_time",
                  "end_time",
                  "source_version",
                  "lifecycle_stage",
                  "artifact_uri",
                  "experiment_id",
                  "deleted_time")),
          Map.entry("tags", List.of("key", "value", "run_uuid")),
          Map.entry("params", List.of("key", "value", "run_uuid")),
          Map.entry("metrics", List.of("key", "value", "timestamp", "run_uuid", "step", "is_nan")),
          Map.entry(
              "latest_metrics", List.of("key", "value", "timestamp", "step", "is_nan", "run_uuid")),
          Map.entry(
              "registered_models",
              List.of("name", "creation_time", "last_updated_time", "description")),
          Map.entry("registered_model_tags", List.of("key", "value", "name")),
          Map.entry("registered_model_aliases", List.of("alias", "version", "name")),
          Map.entry(
              "model_versions",
              List.of(
                  "name",
                  "version",
                  "creation_time",
                  "last_updated_time",
                  "description",
                  "user_id",
                  "current_stage",
                  "source",
                  "run_id",
                  "status",
                  "status_message",
                  "run_link",
                  "storage_location")),
          Map.entry("model_version_tags", List.of("key", "value", "name", "version")),
          Map.entry(
              "datasets",
              List.of(
                  "dataset_uuid",
                  "experiment_id",
                  "name",
                  "digest",
                  "dataset_source_type",
                  "dataset_source",
                  "dataset_schema",
                  "dataset_profile")),
          Map.entry(
              "inputs",
              List.of(
                  "input_uuid", "source_type", "source_id", "destination_type", "destination_id")),
          Map.entry("input_tags", List.of("input_uuid", "name", "value")));

  private final Path file;

  Schema(Path file) {
    this.file = file;
  }

  /**
   * Makes the tables in an empty file, and checks those of any other.
   *
   * @throws StoreException when the file holds something else
   */
  void prepare(Handle handle) {
    handle.execute("BEGIN IMMEDIATE");
    try {
      if (count(handle, "SELECT count(*) FROM sqlite_master") == 0) {
        create(handle);
      } else {
        check(handle);
      }
      handle.execute("COMMIT");
    } catch (RuntimeException e) {
      handle.execute("ROLLBACK");
      throw e;
    }
  }

  private static int count(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(int.class).one();
  }

  private static void create(Handle handle) {
    for (String statement : text().split(";\n")) {
      if (!statement.isBlank()) {
        handle.execute(statement.strip());
      }
    }
  }

  private static String text() {
    try (InputStream in = Schema.class.getResourceAsStream("schema.sql")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StoreException("The schema of the store is missing: build Kindling again.", e);
    }
  }

  private void check(Handle handle) {
    Set<String> missing = new TreeSet<>();
    Set<String> wanting = new TreeSet<>();
    WRITTEN.forEach(
        (table, columns) -> {
          Set<String> found = new TreeSet<>();
          handle
              .createQuery("SELECT name, \"notnull\", dflt_value FROM pragma_table_info(:table)")
              .bind("table", table)
              .mapToMap()
              .forEach(
                  column -> {
                    String name = (String) column.get("name");
                    found.add(name);
                    boolean needed = Integer.valueOf(1).equals(column.get("notnull"));
                    if (needed && column.get("dflt_value") == null && !columns.contains(name)) {
                      wanting.add(table + "." + name);
                    }
                  });
          columns.stream()
              .filter(column -> !found.contains(column))
              .forEach(column -> missing.add(table + "." + column));
        });
    if (!missing.isEmpty()) {
      throw new StoreException(
          "The store '%s' is not in a schema of MLflow that is known here: it lacks %s. Name another file, or upgrade this one with 'mlflow db upgrade'."
              .formatted(file, missing.iterator().next()),
          null);
    }
    if (!wanting.isEmpty()) {
      throw new StoreException(
          "The store '%s' belongs to a newer MLflow than is known here: it wants a value for %s. Name another file, or open this one with MLflow itself."
              .formatted(file, wanting.iterator().next()),
          null);
    }
  }
}
