package dev.kindling.tracking.page;

import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.span;
import static j2html.TagCreator.tag;
import static j2html.TagCreator.text;

import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A metric over its steps, a line per run, as a picture within the page. */
final class MetricChart {

  private static final int WIDTH = 640;
  private static final int HEIGHT = 260;
  private static final int LEFT = 70;
  private static final int BOTTOM = 30;
  private static final int EDGE = 12;

  /** Distinguishable also by people who see few colours. */
  private static final List<String> COLOURS =
      List.of(
          "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7a5c00", "#444444");

  /** A value at a step. */
  record Point(long step, double value) {}

  /** A run's line. */
  record Line(String run, List<Point> points) {

    Line {
      points = List.copyOf(points);
    }
  }

  private final String metric;
  private final List<Line> lines;
  private final double low;
  private final double high;
  private final long first;
  private final long last;

  MetricChart(String metric, List<Line> all) {
    this.metric = metric;
    this.lines = all.stream().map(MetricChart::finite).filter(l -> !l.points().isEmpty()).toList();
    List<Point> points = lines.stream().flatMap(line -> line.points().stream()).toList();
    double least = points.stream().mapToDouble(Point::value).min().orElse(0);
    double most = points.stream().mapToDouble(Point::value).max().orElse(1);
    // A level line lies in the middle.
    double room = most > least ? 0 : Math.max(1e-9, Math.abs(most) / 10);
    this.low = least - room;
    this.high = most + room;
    this.first = points.stream().mapToLong(Point::step).min().orElse(0);
    this.last = points.stream().mapToLong(Point::step).max().orElse(0);
  }

  private static Line finite(Line line) {
    return new Line(
        line.run(),
        line.points().stream()
            .filter(point -> Math.abs(point.value()) < Double.MAX_VALUE)
            .toList());
  }

  /** Whether there is something to draw: more than one step. */
  boolean worthDrawing() {
    return last > first;
  }

  DomContent render() {
    List<DomContent> parts = new ArrayList<>();
    for (int i = 0; i <= 4; i++) {
      double value = low + (high - low) * i / 4;
      parts.add(line(LEFT, y(value), WIDTH - EDGE, y(value), "grid"));
      parts.add(label(LEFT - 6, y(value) + 4, "end", Shown.number(value)));
    }
    for (int i = 0; i <= 4; i++) {
      long step = first + Math.round((last - first) * i / 4.0);
      parts.add(label(x(step), HEIGHT - 8, "middle", Long.toString(step)));
    }
    for (int i = 0; i < lines.size(); i++) {
      draw(lines.get(i), COLOURS.get(i % COLOURS.size()), parts);
    }
    return figure(
            tag("svg")
                .attr("viewBox", "0 0 %d %d".formatted(WIDTH, HEIGHT))
                .attr("role", "img")
                .attr("aria-label", "%s by step".formatted(metric))
                .with(each(parts, part -> part)),
            figcaption(
                text(metric + " by step  "),
                each(
                    lines,
                    line ->
                        span(line.run())
                            .withClass("key k" + lines.indexOf(line) % COLOURS.size()))))
        .withClass("chart");
  }

  private void draw(Line line, String colour, List<DomContent> parts) {
    StringBuilder path = new StringBuilder();
    for (Point point : line.points()) {
      path.append(path.length() == 0 ? "M" : " L")
          .append(String.format(Locale.ROOT, "%.1f %.1f", x(point.step()), y(point.value())));
    }
    parts.add(
        tag("path")
            .attr("d", path.toString())
            .attr("fill", "none")
            .attr("stroke", colour)
            .attr("stroke-width", "2"));
    if (line.points().size() <= 100) {
      for (Point point : line.points()) {
        parts.add(dot(line.run(), point, colour));
      }
    }
  }

  private DomContent dot(String run, Point point, String colour) {
    return tag("circle")
        .attr("cx", decimal(x(point.step())))
        .attr("cy", decimal(y(point.value())))
        .attr("r", "3")
        .attr("fill", colour)
        .with(
            tag("title")
                .withText(
                    "%s, step %d: %s".formatted(run, point.step(), Shown.number(point.value()))));
  }

  private static ContainerTag<?> line(double x1, double y1, double x2, double y2, String kind) {
    return tag("line")
        .attr("x1", decimal(x1))
        .attr("y1", decimal(y1))
        .attr("x2", decimal(x2))
        .attr("y2", decimal(y2))
        .attr("class", kind);
  }

  private static ContainerTag<?> label(double x, double y, String anchor, String text) {
    return tag("text")
        .attr("x", decimal(x))
        .attr("y", decimal(y))
        .attr("text-anchor", anchor)
        .withText(text);
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private double x(long step) {
    double share = last == first ? 0.5 : (step - first) / (double) (last - first);
    return LEFT + share * (WIDTH - EDGE - LEFT);
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - BOTTOM - EDGE);
  }
}
