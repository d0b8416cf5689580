package dev.kindling.tracking.metrics;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.Routes;
import dev.kindling.tracking.protocol.TrackingException;
import java.util.List;
import java.util.OptionalLong;

/** The routes of metric histories. */
public final class HistoryRoutes {

  /**
   * What MLflow's own clients ask for at once. The stock Java client fails at a page token, so this
   * many means all there are.
   */
  private static final long CLIENTS_PAGE = 25_000;

  private static final int MOST_RUNS = 100;
  private static final int MOST_SAMPLED = 2500;

  private final MetricHistory history;

  public HistoryRoutes(MetricHistory history) {
    this.history = history;
  }

  /** Adds them. */
  public void addTo(Routes routes) {
    routes.get("metrics/get-history", this::one);
    routes.get("metrics/get-history-bulk", this::bulk);
    routes.get("metrics/get-history-bulk-interval", this::sampled);
  }

  private ObjectNode one(Fields request) {
    String runId = request.has("run_id") ? request.text("run_id") : request.text("run_uuid");
    if (runId == null || runId.isEmpty()) {
      throw Fields.missing("run_id");
    }
    String key = request.required("metric_key");
    OptionalLong asked = request.integer("max_results");
    if (asked.isPresent() && asked.getAsLong() <= 0) {
      throw TrackingException.invalid(
          "Invalid value %d for parameter 'max_results' supplied. It must be a positive integer.",
          asked.getAsLong());
    }
    long offset = OffsetToken.offset(request.text("page_token", ""));
    long most = asked.orElse(CLIENTS_PAGE);
    boolean paged = most < CLIENTS_PAGE;
    List<Metric> metrics = history.of(runId, key, paged ? most + 1 : -1, offset);
    boolean more = paged && metrics.size() > most;
    ObjectNode answer = Answers.empty();
    Answers.list(answer, "metrics", more ? metrics.subList(0, (int) most) : metrics, Metric::json);
    if (more) {
      answer.put("next_page_token", OffsetToken.of(offset + most));
    }
    return answer;
  }

  private ObjectNode bulk(Fields request) {
    List<String> runIds = request.texts("run_id");
    if (runIds.isEmpty()) {
      throw TrackingException.invalid(
          "GetMetricHistoryBulk request must specify at least one run_id.");
    }
    if (runIds.size() > MOST_RUNS) {
      throw TrackingException.invalid(
          "GetMetricHistoryBulk request cannot specify more than %d run_ids. Received %d run_ids.",
          MOST_RUNS, runIds.size());
    }
    String key = request.text("metric_key");
    if (key == null) {
      throw TrackingException.invalid("GetMetricHistoryBulk request must specify a metric_key.");
    }
    long most = request.integer("max_results").orElse(CLIENTS_PAGE);
    if (most < 0) {
      throw TrackingException.invalid(
          "Invalid value %d for parameter 'max_results' supplied. It must be a positive integer.",
          most);
    }
    ObjectNode answer = Answers.empty();
    answer.putArray("metrics");
    Answers.list(
        answer,
        "metrics",
        history.of(runIds, key, Math.min(most, CLIENTS_PAGE)),
        HistoryRoutes::sortedJson);
    return answer;
  }

  private ObjectNode sampled(Fields request) {
    List<String> runIds = request.texts("run_ids");
    if (runIds.isEmpty()) {
      throw Fields.missing("run_ids");
    }
    if (runIds.size() > MOST_RUNS) {
      throw TrackingException.invalid(
          "GetMetricHistoryBulkInterval request must specify at most %d run_ids. Received %d"
              + " run_ids. See the API docs for more information about request parameters.",
          MOST_RUNS, runIds.size());
    }
    String key = request.required("metric_key");
    OptionalLong first = request.integer("start_step");
    OptionalLong last = request.integer("end_step");
    long most = request.integer("max_results").orElse(MOST_SAMPLED);
    if (most < 1 || most > MOST_SAMPLED) {
      throw TrackingException.invalid(
          "max_results must be between 1 and %d. See the API docs for more information about"
              + " request parameters.",
          MOST_SAMPLED);
    }
    if (first.isPresent() != last.isPresent()) {
      throw TrackingException.invalid(
          "If either start step or end step are specified, both must be specified.");
    }
    if (first.isPresent() && first.getAsLong() > last.getAsLong()) {
      throw TrackingException.invalid(
          "end_step must be greater than start_step. Found start_step=%d and end_step=%d.",
          first.getAsLong(), last.getAsLong());
    }
    ObjectNode answer = Answers.empty();
    Answers.list(
        answer,
        "metrics",
        history.sample(
            runIds, key, (int) most, first.orElse(Long.MIN_VALUE), last.orElse(Long.MAX_VALUE)),
        value -> value.metric().json().put("run_id", value.runId()));
    return answer;
  }

  /** The bulk route answers with its fields in the order of the alphabet. */
  private static ObjectNode sortedJson(RunMetric value) {
    ObjectNode json = Answers.empty();
    json.put("key", value.metric().key());
    json.put("run_id", value.runId());
    json.put("step", value.metric().step());
    json.put("timestamp", value.metric().timestamp());
    Answers.put(json, "value", value.metric().value());
    return json;
  }
}
