package dev.kindling.bench.tracking;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The calls that are measured, the same for every server. */
final class Calls {

  /** How long a search may take. */
  static final Duration LIMIT = Duration.ofMinutes(2);

  /** Once searches have taken so long together, no further one begins. */
  private static final double ENOUGH_MILLIS = 20_000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 100;
  private static final int CLIENTS = 8;

  private final Client client;
  private final String uri;
  private long step;

  Calls(String uri) {
    this.uri = uri;
    this.client = new Client(uri);
  }

  /** Makes a run and returns its id. */
  String createRun() throws IOException, InterruptedException {
    return JSON.readTree(client.post("runs/create", newRun())).at("/run/info/run_id").asText();
  }

  private static String newRun() {
    return JSON.createObjectNode()
        .put("experiment_id", FilledStore.EXPERIMENT)
        .put("start_time", System.currentTimeMillis())
        .put("run_name", "measured")
        .toString();
  }

  List<Double> createRuns(int times) throws IOException, InterruptedException {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      millis.add(client.time("runs/create", newRun(), LIMIT).orElseThrow());
    }
    return millis;
  }

  List<Double> logMetric(String run, int times) throws IOException, InterruptedException {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      ObjectNode body = metric(step++).put("run_id", run);
      millis.add(client.time("runs/log-metric", body.toString(), LIMIT).orElseThrow());
    }
    return millis;
  }

  List<Double> logBatch(String run, int times) throws IOException, InterruptedException {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      millis.add(client.time("runs/log-batch", batch(run, step), LIMIT).orElseThrow());
      step += BATCH;
    }
    return millis;
  }

  private static ObjectNode metric(long step) {
    return JSON.createObjectNode()
        .put("key", "loss")
        .put("value", 1.0 / (step + 1))
        .put("timestamp", 1_767_225_600_000L + step)
        .put("step", step);
  }

  private static String batch(String run, long first) {
    ObjectNode body = JSON.createObjectNode().put("run_id", run);
    ArrayNode metrics = body.putArray("metrics");
    for (long step = first; step < first + BATCH; step++) {
      metrics.add(metric(step));
    }
    return body.toString();
  }

  /**
   * The milliseconds per log-batch call when eight clients log at once, each to a run of its own.
   */
  double logBatchTogether(int timesEach) throws IOException, InterruptedException {
    List<String> runs = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      runs.add(createRun());
    }
    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    try {
      long start = System.nanoTime();
      List<Future<?>> all = new ArrayList<>();
      for (String run : runs) {
        all.add(threads.submit(() -> new Calls(uri).logBatch(run, timesEach)));
      }
      for (Future<?> one : all) {
        one.get();
      }
      return (System.nanoTime() - start) / 1e6 / (CLIENTS * timesEach);
    } catch (ExecutionException e) {
      throw new IllegalStateException("A client that logged beside others failed.", e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * Searches the filled experiment for a page of 100 runs, so many times or, on a slow server, for
   * some twenty seconds.
   *
   * @return the milliseconds; empty as soon as one search takes longer than {@link #LIMIT}
   */
  List<Double> search(String filter, String orderBy, int times)
      throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode().put("max_results", 100).put("filter", filter);
    body.putArray("experiment_ids").add(FilledStore.EXPERIMENT);
    if (!orderBy.isEmpty()) {
      body.putArray("order_by").add(orderBy);
    }
    List<Double> millis = new ArrayList<>();
    double total = 0;
    for (int i = 0; i < times && total < ENOUGH_MILLIS; i++) {
      OptionalDouble took = client.time("runs/search", body.toString(), LIMIT);
      if (took.isEmpty()) {
        return List.of();
      }
      millis.add(took.getAsDouble());
      total += took.getAsDouble();
    }
    return millis;
  }
}
