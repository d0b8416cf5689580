package dev.kindling.tracking.runs;

import dev.kindling.tracking.datasets.DatasetInput;
import dev.kindling.tracking.datasets.DatasetRows;
import dev.kindling.tracking.metrics.Metric;
import dev.kindling.tracking.metrics.MetricRows;
import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.PythonText;
import dev.kindling.tracking.protocol.TrackingException;
import dev.kindling.tracking.store.Database;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Logs to active runs. Each call is one unit: all of it is written, or nothing. */
public final class RunLog {

  private final Database database;

  public RunLog(Database database) {
    this.database = database;
  }

  /** Logs one value of a metric. */
  public void metric(String runId, Metric metric) {
    change(runId, (handle, run) -> new MetricRows(handle).add(runId, List.of(metric)));
  }

  /** Logs a parameter; one that is there may only be logged with the same value. */
  public void param(String runId, KeyValue param) {
    change(
        runId,
        (handle, run) -> {
          KeyValueRows rows = KeyValueRows.params(handle);
          String old = rows.values(runId, List.of(param.key())).get(param.key());
          if (old == null) {
            rows.put(runId, List.of(param));
          } else if (!old.equals(param.value())) {
            throw TrackingException.invalid(
                "Changing param values is not allowed. Param with key='%s' was already logged with"
                    + " value='%s' for run ID='%s'. Attempted logging new value '%s'.",
                param.key(), old, runId, param.value());
          }
        });
  }

  /** Logs a batch. */
  public void batch(String runId, Batch batch) {
    change(
        runId,
        (handle, run) -> {
          params(handle, runId, batch.params());
          new MetricRows(handle).add(runId, batch.metrics());
          tags(handle, runId, batch.tags());
        });
  }

  private static void params(Handle handle, String runId, List<KeyValue> params) {
    KeyValueRows rows = KeyValueRows.params(handle);
    Map<String, String> old = rows.values(runId, params.stream().map(KeyValue::key).toList());
    String changed =
        params.stream()
            .filter(param -> !old.getOrDefault(param.key(), param.value()).equals(param.value()))
            .map(
                param ->
                    "{'key': %s, 'old_value': %s, 'new_value': %s}"
                        .formatted(
                            PythonText.quoted(param.key()),
                            PythonText.quoted(String.valueOf(old.get(param.key()))),
                            PythonText.quoted(param.value())))
            .collect(Collectors.joining(", "));
    if (!changed.isEmpty()) {
      throw TrackingException.invalid(
          "Changing param values is not allowed. Params were already logged='[%s]' for run"
              + " ID='%s'.",
          changed, runId);
    }
    rows.put(runId, params.stream().filter(param -> !old.containsKey(param.key())).toList());
  }

  /** Sets a tag. */
  public void tag(String runId, KeyValue tag) {
    change(runId, (handle, run) -> tags(handle, runId, List.of(tag)));
  }

  /** Sets tags; that of the name renames the run, unless it is empty. */
  private static void tags(Handle handle, String runId, List<KeyValue> tags) {
    List<KeyValue> set =
        tags.stream()
            .filter(tag -> !tag.key().equals(RunName.TAG) || !tag.value().isEmpty())
            .toList();
    KeyValueRows.tags(handle).put(runId, set);
    set.stream()
        .filter(tag -> tag.key().equals(RunName.TAG))
        .forEach(tag -> new RunRows(handle).rename(runId, tag.value()));
  }

  /** Removes a tag. */
  public void deleteTag(String runId, String key) {
    change(
        runId,
        (handle, run) -> {
          if (!KeyValueRows.tags(handle).delete(runId, key)) {
            throw TrackingException.missing("No tag with name: %s in run with id %s", key, runId);
          }
        });
  }

  /** Adds a model to the list of models in a tag of the run. */
  public void model(String runId, LoggedModel model) {
    change(
        runId,
        (handle, run) -> {
          KeyValueRows tags = KeyValueRows.tags(handle);
          String old = tags.values(runId, List.of(LoggedModel.TAG)).get(LoggedModel.TAG);
          tags.put(runId, List.of(new KeyValue(LoggedModel.TAG, model.addedTo(old))));
        });
  }

  /** Adds datasets as inputs. */
  public void inputs(String runId, List<DatasetInput> inputs) {
    change(runId, (handle, run) -> new DatasetRows(handle).add(run.experimentId(), runId, inputs));
  }

  private void change(String runId, BiConsumer<Handle, RunInfo> change) {
    database.change(
        handle -> {
          change.accept(handle, new RunRows(handle).active(runId));
        });
  }
}
