package dev.kindling.tracking.datasets;

import dev.kindling.tracking.protocol.KeyValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of datasets, of the runs they go into, and of the tags of these inputs. */
public final class DatasetRows {

  private final Handle handle;

  public DatasetRows(Handle handle) {
    this.handle = handle;
  }

  /**
   * Adds inputs of a run. A dataset that the experiment knows, by name and digest, stays as it is,
   * and so does an input that the run has.
   */
  public void add(long experimentId, String runId, List<DatasetInput> inputs) {
    for (DatasetInput input : inputs) {
      String datasetId =
          datasetId(experimentId, input.dataset())
              .orElseGet(() -> insert(experimentId, input.dataset()));
      String inputId = newId();
      int added =
          handle
              .createUpdate(
                  "INSERT INTO inputs (input_uuid, source_type, source_id, destination_type,"
                      + " destination_id) VALUES (:input, 'DATASET', :dataset, 'RUN', :run)"
                      + " ON CONFLICT DO NOTHING")
              .bind("input", inputId)
              .bind("dataset", datasetId)
              .bind("run", runId)
              .execute();
      if (added > 0) {
        input.tags().forEach(tag -> insertTag(inputId, tag));
      }
    }
  }

  private Optional<String> datasetId(long experimentId, Dataset dataset) {
    return handle
        .createQuery(
            "SELECT dataset_uuid FROM datasets"
                + " WHERE experiment_id = :experiment AND name = :name AND digest = :digest")
        .bind("experiment", experimentId)
        .bind("name", dataset.name())
        .bind("digest", dataset.digest())
        .mapTo(String.class)
        .findOne();
  }

  private String insert(long experimentId, Dataset dataset) {
    String id = newId();
    handle
        .createUpdate(
            "INSERT INTO datasets (dataset_uuid, experiment_id, name, digest, dataset_source_type,"
                + " dataset_source, dataset_schema, dataset_profile) VALUES (:id, :experiment,"
                + " :name, :digest, :sourceType, :source, :schema, :profile)")
        .bind("id", id)
        .bind("experiment", experimentId)
        .bind("name", dataset.name())
        .bind("digest", dataset.digest())
        .bind("sourceType", dataset.sourceType())
        .bind("source", dataset.source())
        .bind("schema", dataset.schema())
        .bind("profile", dataset.profile())
        .execute();
    return id;
  }

  private void insertTag(String inputId, KeyValue tag) {
    handle
        .createUpdate(
            "INSERT INTO input_tags (input_uuid, name, value) VALUES (:input, :key, :value)")
        .bind("input", inputId)
        .bind("key", tag.key())
        .bind("value", tag.value())
        .execute();
  }

  private static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /**
   * The dataset inputs of runs, by run; one query for the datasets and one for the tags.
   *
   * @param runIds a JSON array of ids
   */
  public Map<String, List<DatasetInput>> inputs(String runIds) {
    Map<String, List<KeyValue>> tags = tags(runIds);
    Map<String, List<DatasetInput>> inputs = new LinkedHashMap<>();
    handle
        .createQuery(
            "SELECT i.destination_id, i.input_uuid, d.name, d.digest, d.dataset_source_type,"
                + " d.dataset_source, d.dataset_schema, d.dataset_profile"
                + " FROM inputs i JOIN datasets d ON d.dataset_uuid = i.source_id"
                + " WHERE i.source_type = 'DATASET' AND i.destination_type = 'RUN'"
                + " AND i.destination_id IN (SELECT value FROM json_each(:ids)) ORDER BY i.rowid")
        .bind("ids", runIds)
        .map(
            (row, context) ->
                inputs
                    .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                    .add(
                        new DatasetInput(
                            tags.getOrDefault(row.getString(2), List.of()),
                            new Dataset(
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6),
                                row.getString(7),
                                row.getString(8)))))
        .list();
    return inputs;
  }

  private Map<String, List<KeyValue>> tags(String runIds) {
    Map<String, List<KeyValue>> tags = new HashMap<>();
    handle
        .createQuery(
            "SELECT t.input_uuid, t.name, t.value FROM inputs i"
                + " JOIN input_tags t ON t.input_uuid = i.input_uuid"
                + " WHERE i.source_type = 'DATASET' AND i.destination_type = 'RUN'"
                + " AND i.destination_id IN (SELECT value FROM json_each(:ids)) ORDER BY t.rowid")
        .bind("ids", runIds)
        .map(
            (row, context) ->
                tags.computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                    .add(new KeyValue(row.getString(2), row.getString(3))))
        .list();
    return tags;
  }
}
