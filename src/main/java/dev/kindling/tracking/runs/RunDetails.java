package dev.kindling.tracking.runs;

import dev.kindling.tracking.datasets.DatasetInput;
import dev.kindling.tracking.datasets.DatasetRows;
import dev.kindling.tracking.metrics.Metric;
import dev.kindling.tracking.metrics.MetricRows;
import dev.kindling.tracking.protocol.KeyValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Loads what belongs to runs, for many runs at once. */
public final class RunDetails {

  private final Handle handle;

  public RunDetails(Handle handle) {
    this.handle = handle;
  }

  /** The same runs, in the same order, with their details; a fixed number of queries. */
  public List<Run> load(List<RunInfo> infos) {
    // Ids go in as one JSON text: SQLite limits how many variables a statement has.
    String ids =
        infos.stream()
            .map(info -> '"' + info.id() + '"')
            .collect(Collectors.joining(",", "[", "]"));
    Map<String, List<Metric>> metrics = new MetricRows(handle).latest(ids);
    Map<String, List<KeyValue>> params = KeyValueRows.params(handle).of(ids);
    Map<String, List<KeyValue>> tags = KeyValueRows.tags(handle).of(ids);
    Map<String, List<DatasetInput>> inputs = new DatasetRows(handle).inputs(ids);
    return infos.stream()
        .map(
            info -> {
              List<KeyValue> own = tags.getOrDefault(info.id(), List.of());
              return new Run(
                  RunName.filled(info, own),
                  metrics.getOrDefault(info.id(), List.of()),
                  params.getOrDefault(info.id(), List.of()),
                  own,
                  inputs.getOrDefault(info.id(), List.of()));
            })
        .toList();
  }
}
