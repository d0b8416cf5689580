package dev.kindling.plot.page;

import static j2html.TagCreator.tag;

import j2html.tags.ContainerTag;
import java.util.Locale;

/** The elements of a picture. Text is escaped by the tags; what no page may hold is taken out. */
final class Svg {

  private Svg() {}

  static ContainerTag<?> element(String name) {
    return tag(name);
  }

  static ContainerTag<?> line(double x1, double y1, double x2, double y2, String kind) {
    return tag("line")
        .attr("x1", decimal(x1))
        .attr("y1", decimal(y1))
        .attr("x2", decimal(x2))
        .attr("y2", decimal(y2))
        .attr("class", kind);
  }

  static ContainerTag<?> rect(double x, double y, double width, double height, String kind) {
    return tag("rect")
        .attr("x", decimal(x))
        .attr("y", decimal(y))
        .attr("width", decimal(Math.max(0.5, width)))
        .attr("height", decimal(Math.max(0, height)))
        .attr("class", kind);
  }

  static ContainerTag<?> circle(double x, double y, double radius, String kind) {
    return tag("circle")
        .attr("cx", decimal(x))
        .attr("cy", decimal(y))
        .attr("r", decimal(radius))
        .attr("class", kind);
  }

  static ContainerTag<?> words(double x, double y, String anchor, String text) {
    return tag("text")
        .attr("x", decimal(x))
        .attr("y", decimal(y))
        .attr("text-anchor", anchor)
        .withText(clean(text));
  }

  /** What a pointer shows. */
  static ContainerTag<?> hint(String text) {
    return tag("title").withText(clean(text));
  }

  static String decimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** The text without control characters and without marks that turn the direction of writing. */
  static String clean(String text) {
    return text.codePoints()
        .filter(c -> c == '\n' || !Character.isISOControl(c))
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
