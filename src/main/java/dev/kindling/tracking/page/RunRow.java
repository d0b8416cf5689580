package dev.kindling.tracking.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run as the page shows it.
 *
 * @param start epoch milliseconds, 0 when unknown
 * @param end epoch milliseconds, 0 while it runs
 * @param metrics the latest values
 */
record RunRow(
    String id,
    String experiment,
    String name,
    String status,
    String stage,
    String user,
    long start,
    long end,
    Map<String, Double> metrics,
    Map<String, String> params,
    Map<String, String> tags) {

  static RunRow of(JsonNode run) {
    JsonNode info = run.path("info");
    JsonNode data = run.path("data");
    Map<String, Double> metrics = new TreeMap<>();
    for (JsonNode metric : data.path("metrics")) {
      metrics.put(metric.path("key").asText(), Shown.number(metric.path("value")));
    }
    Map<String, String> tags = pairs(data.path("tags"));
    String user = info.path("user_id").asText();
    return new RunRow(
        info.path("run_id").asText(),
        info.path("experiment_id").asText(),
        info.path("run_name").asText(),
        info.path("status").asText(),
        info.path("lifecycle_stage").asText(),
        user.isEmpty() ? tags.getOrDefault("mlflow.user", "") : user,
        info.path("start_time").asLong(),
        info.path("end_time").asLong(),
        metrics,
        pairs(data.path("params")),
        tags);
  }

  static List<RunRow> all(JsonNode runs) {
    List<RunRow> rows = new ArrayList<>();
    runs.forEach(run -> rows.add(of(run)));
    return rows;
  }

  static Map<String, String> pairs(JsonNode list) {
    Map<String, String> pairs = new TreeMap<>();
    for (JsonNode pair : list) {
      pairs.put(pair.path("key").asText(), pair.path("value").asText());
    }
    return pairs;
  }

  /** What it is called: its name, or the start of its id. */
  String title() {
    return name.isEmpty() ? id.substring(0, Math.min(8, id.length())) : name;
  }
}
