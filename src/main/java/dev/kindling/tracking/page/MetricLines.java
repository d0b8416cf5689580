package dev.kindling.tracking.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.tracking.page.MetricChart.Line;
import dev.kindling.tracking.page.MetricChart.Point;
import dev.kindling.tracking.protocol.Api;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The histories that charts draw, thinned by the server to what a picture can show. */
final class MetricLines {

  private static final int MOST_RUNS = 20;
  private static final int MOST_POINTS = ChartSpec.MOST_ROWS / MOST_RUNS;

  private final Api api;

  MetricLines(Api api) {
    this.api = api;
  }

  /** A chart of a metric for some runs. */
  MetricChart chart(String metric, List<RunRow> runs) {
    List<RunRow> drawn = runs.subList(0, Math.min(MOST_RUNS, runs.size()));
    Map<String, List<Point>> points = new LinkedHashMap<>();
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("metric_key", metric).put("max_results", MOST_POINTS);
    for (RunRow run : drawn) {
      points.put(run.id(), new ArrayList<>());
      request.withArray("run_ids").add(run.id());
    }
    for (JsonNode value :
        api.call("GET", "metrics/get-history-bulk-interval", request).path("metrics")) {
      List<Point> line = points.get(value.path("run_id").asText());
      if (line != null) {
        line.add(new Point(value.path("step").asLong(), Shown.number(value.path("value"))));
      }
    }
    return new MetricChart(
        metric,
        drawn.stream().map(run -> new Line(name(run, drawn), points.get(run.id()))).toList());
  }

  /** What tells a run from the others: its title, with its id where another has the same. */
  private static String name(RunRow run, List<RunRow> among) {
    long same = among.stream().filter(other -> other.title().equals(run.title())).count();
    return same == 1 ? run.title() : "%s (%s)".formatted(run.title(), run.id());
  }
}
