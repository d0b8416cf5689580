package dev.kindling.tracking.runs;

import dev.kindling.tracking.datasets.DatasetInput;
import dev.kindling.tracking.metrics.Metric;
import dev.kindling.tracking.protocol.KeyValue;
import java.util.List;

/**
 * A run with what was logged to it.
 *
 * @param metrics the latest value of each
 */
public record Run(
    RunInfo info,
    List<Metric> metrics,
    List<KeyValue> params,
    List<KeyValue> tags,
    List<DatasetInput> inputs) {

  public Run {
    metrics = List.copyOf(metrics);
    params = List.copyOf(params);
    tags = List.copyOf(tags);
    inputs = List.copyOf(inputs);
  }
}
