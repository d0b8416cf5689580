package dev.kindling.tracking.runs;

import dev.kindling.tracking.metrics.Metric;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.KeyValue;
import dev.kindling.tracking.protocol.PythonText;
import dev.kindling.tracking.protocol.TrackingException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What one call logs to a run. */
public record Batch(Set<Metric> metrics, List<KeyValue> params, List<KeyValue> tags) {

  private static final int MOST_METRICS = 1000;
  private static final int MOST_PARAMS_OR_TAGS = 100;
  private static final int MOST = 1000;

  /**
   * Reads and checks a batch.
   *
   * @throws TrackingException when something in it is not allowed, or it is too large
   */
  static Batch of(Fields request) {
    List<Fields> metrics = request.objects("metrics");
    List<Fields> params = request.objects("params");
    List<Fields> tags = request.objects("tags");
    // Counted before anything is read, so that a huge batch costs nothing.
    int total = metrics.size() + params.size() + tags.size();
    limit("metrics", MOST_METRICS, metrics.size());
    limit("params", MOST_PARAMS_OR_TAGS, params.size());
    limit("tags", MOST_PARAMS_OR_TAGS, tags.size());
    limit("metrics, params, and tags", MOST, total);
    Set<Metric> read = new LinkedHashSet<>();
    metrics.forEach(metric -> read.add(Metric.of(metric)));
    List<KeyValue> readParams = params.stream().map(Entries::param).toList();
    List<KeyValue> readTags = tags.stream().map(Entries::tag).toList();
    refuseDuplicates(readParams);
    return new Batch(read, readParams, readTags);
  }

  private static void limit(String what, int most, int count) {
    if (count > most) {
      throw TrackingException.invalid(
          "A batch logging request can contain at most %d %s. Got %d %s. Please split up %s across"
              + " multiple requests and try again.",
          most, what, count, what, what);
    }
  }

  private static void refuseDuplicates(List<KeyValue> params) {
    Set<String> keys = new HashSet<>();
    String duplicates =
        params.stream()
            .map(KeyValue::key)
            .filter(key -> !keys.add(key))
            .map(PythonText::quoted)
            .collect(Collectors.joining(", "));
    if (!duplicates.isEmpty()) {
      throw TrackingException.invalid(
          "Duplicate parameter keys have been submitted: [%s]. Please ensure the request contains"
              + " only one param value per param key.",
          duplicates);
    }
  }
}
