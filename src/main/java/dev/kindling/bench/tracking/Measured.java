package dev.kindling.bench.tracking;

import dev.kindling.bench.Stopwatch;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one server was measured to take: medians in milliseconds, and memory in megabytes. */
final class Measured {

  static final String MEMORY = "memory";
  static final String ORDERED = "search ordered by a metric";
  private static final String FILTERED = "search filtered and ordered by a metric";
  private static final String BATCH = "log-batch of 100 metrics";

  /** What has a target. */
  static final Set<String> TARGETED = Set.of(BATCH, FILTERED, ORDERED);

  private static final int WARM_UP = 30;
  private static final int SEARCHES = 7;

  private final Map<String, Double> values = new LinkedHashMap<>();

  Measured(double startMillis) {
    values.put("start-up to the first answer", startMillis);
  }

  /** By what was measured, in order. */
  Map<String, Double> values() {
    return values;
  }

  void searches(Calls calls, String filter, String order) throws IOException, InterruptedException {
    search(FILTERED, calls, filter, order);
    search(ORDERED, calls, "", order);
    search("search for the newest", calls, "", "");
  }

  /** Once to warm up; what does not end in time counts as the limit. */
  private void search(String name, Calls calls, String filter, String order)
      throws IOException, InterruptedException {
    List<Double> times =
        calls.search(filter, order, 1).isEmpty()
            ? List.of()
            : calls.search(filter, order, SEARCHES);
    values.put(name, times.isEmpty() ? (double) Calls.LIMIT.toMillis() : Stopwatch.median(times));
  }

  void writes(Calls calls) throws IOException, InterruptedException {
    String run = calls.createRun();
    calls.createRuns(WARM_UP);
    values.put("create run", Stopwatch.median(calls.createRuns(100)));
    calls.logMetric(run, WARM_UP);
    values.put("log-metric", Stopwatch.median(calls.logMetric(run, 200)));
    calls.logBatch(run, WARM_UP);
    values.put(BATCH, Stopwatch.median(calls.logBatch(run, 100)));
    values.put("log-batch of 100 metrics, eight clients at once", calls.logBatchTogether(25));
  }

  void megabytes(double megabytes) {
    if (megabytes >= 0) {
      values.put(MEMORY, megabytes);
    }
  }
}
