package dev.kindling.plot.page;

import dev.kindling.plot.view.Shape;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.List;

/** Draws boxes with whiskers, standing or lying. */
final class SvgBox {

  private final Frame frame;
  private final String colour;

  SvgBox(Frame frame, String colour) {
    this.frame = frame;
    this.colour = colour;
  }

  void draw(Shape.Box box, List<DomContent> parts) {
    double middle = (box.from() + box.to()) / 2;
    double quarter = (box.to() - box.from()) / 4;
    List<Double> at = box.places();
    parts.add(line(box, at.get(0), at.get(1), middle, middle, "whisker"));
    parts.add(line(box, at.get(3), at.get(4), middle, middle, "whisker"));
    parts.add(line(box, at.get(0), at.get(0), middle - quarter, middle + quarter, "whisker"));
    parts.add(line(box, at.get(4), at.get(4), middle - quarter, middle + quarter, "whisker"));
    parts.add(body(box).with(Svg.hint(box.label())));
    parts.add(line(box, at.get(2), at.get(2), box.from(), box.to(), "median"));
    for (double outlier : box.outliers()) {
      double x = box.upright() ? frame.x(middle) : frame.x(outlier);
      double y = box.upright() ? frame.y(outlier) : frame.y(middle);
      parts.add(Svg.circle(x, y, 2, "point " + colour));
    }
  }

  private ContainerTag<?> body(Shape.Box box) {
    double low = box.places().get(1);
    double high = box.places().get(3);
    String kind = "mark " + colour;
    if (box.upright()) {
      double left = frame.x(box.from());
      return Svg.rect(
          left, frame.y(high), frame.x(box.to()) - left, frame.y(low) - frame.y(high), kind);
    }
    double left = frame.x(low);
    double top = Math.min(frame.y(box.from()), frame.y(box.to()));
    double height = Math.abs(frame.y(box.to()) - frame.y(box.from()));
    return Svg.rect(left, top, frame.x(high) - left, height, kind);
  }

  /** A line from one place along the values to another, across at these places. */
  private ContainerTag<?> line(
      Shape.Box box, double from, double to, double across, double acrossEnd, String kind) {
    return box.upright()
        ? Svg.line(frame.x(across), frame.y(from), frame.x(acrossEnd), frame.y(to), kind)
        : Svg.line(frame.x(from), frame.y(across), frame.x(to), frame.y(acrossEnd), kind);
  }
}
