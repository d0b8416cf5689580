package dev.kindling.tracking.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.plot.page.ChartFigure;
import dev.kindling.plot.spec.ChartSpec;
import j2html.tags.DomContent;
import java.util.List;

/**
 * A metric over its steps, a line per run.
 *
 * @param metric its name
 * @param lines the runs' lines; values that are no finite numbers are not drawn
 */
record MetricChart(String metric, List<Line> lines) {

  /** A value at a step. */
  record Point(long step, double value) {}

  /** A run's line. */
  record Line(String run, List<Point> points) {

    Line {
      points = points.stream().filter(point -> Math.abs(point.value()) < Double.MAX_VALUE).toList();
    }
  }

  MetricChart {
    lines = lines.stream().filter(line -> !line.points().isEmpty()).toList();
  }

  /** Whether there is something to draw: more than one step. */
  boolean worthDrawing() {
    return lines.stream()
            .flatMap(line -> line.points().stream())
            .map(Point::step)
            .distinct()
            .count()
        > 1;
  }

  /**
   * The picture.
   *
   * @param id tells it from the other charts of the page
   */
  DomContent render(String id) {
    return ChartFigure.of(spec(), id);
  }

  private ChartSpec spec() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("$schema", ChartSpec.SCHEMA).put("title", metric);
    root.put("description", "%s by step".formatted(metric));
    ArrayNode rows = root.putObject("data").putArray("values");
    for (Line line : lines) {
      for (Point point : line.points()) {
        rows.addObject()
            .put("run", line.run())
            .put("step", point.step())
            .put("value", point.value());
      }
    }
    root.put("mark", "line");
    ObjectNode encoding = root.putObject("encoding");
    encode(encoding, "x", "step", "step");
    encode(encoding, "y", "value", metric);
    encoding.putObject("color").put("field", "run").put("type", "nominal").putNull("sort");
    return ChartSpec.of(root.toString());
  }

  private static void encode(ObjectNode encoding, String channel, String field, String title) {
    encoding
        .putObject(channel)
        .put("field", field)
        .put("type", "quantitative")
        .put("title", title)
        .putObject("scale")
        .put("zero", false);
  }
}
