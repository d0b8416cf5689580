package dev.kindling.plot.page;

import static j2html.TagCreator.each;

import dev.kindling.plot.view.Axis;
import dev.kindling.plot.view.Shape;
import dev.kindling.plot.view.Tick;
import dev.kindling.plot.view.View;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;

/** Draws one view as SVG: grid and axes, then the shapes. */
final class SvgDrawing {

  private static final int MOST_LABELS = 40;
  private static final int COLOURS = 8;

  private final View view;
  private final Frame frame;
  private final boolean numbers;
  private final List<DomContent> parts = new ArrayList<>();

  SvgDrawing(View view) {
    this.view = view;
    this.frame = Frame.of(view);
    // Numbers in some cells and not in others would say something that is not meant.
    this.numbers = view.shapes(Shape.Cell.class).stream().allMatch(this::hasRoom);
  }

  /**
   * The picture.
   *
   * @param id tells its texts from those of the other charts of the page
   */
  ContainerTag<?> draw(String id) {
    if (view.x() != null) {
      below(view.x());
    }
    if (view.y() != null) {
      beside(view.y());
    }
    view.shapes().forEach(this::shape);
    String described = view.description().isEmpty() ? view.title() : view.description();
    return Svg.element("svg")
        .attr("viewBox", "0 0 %d %d".formatted(Frame.WIDTH, Frame.HEIGHT))
        .attr("role", "img")
        .attr("aria-labelledby", id + "-title " + id + "-desc")
        .with(
            Svg.hint(view.title()).attr("id", id + "-title"),
            Svg.element("desc").attr("id", id + "-desc").withText(Svg.clean(described)),
            each(parts, part -> part));
  }

  private void below(Axis axis) {
    int every = 1 + axis.ticks().size() / MOST_LABELS;
    for (int i = 0; i < axis.ticks().size(); i++) {
      Tick tick = axis.ticks().get(i);
      double x = frame.x(tick.at());
      double y = frame.y(0);
      if (!axis.bands()) {
        parts.add(Svg.line(x, frame.y(1), x, y, "grid"));
      }
      if (i % every == 0) {
        String text = Frame.cut(tick.label());
        parts.add(
            frame.slanted()
                ? Svg.words(x + 4, y + 14, "end", text)
                    .attr(
                        "transform",
                        "rotate(-40 %s %s)".formatted(Svg.decimal(x + 4), Svg.decimal(y + 14)))
                : Svg.words(x, y + 18, "middle", text));
      }
    }
    parts.add(Svg.line(frame.x(0), frame.y(0), frame.x(1), frame.y(0), "axis"));
    parts.add(
        Svg.words(frame.x(0.5), Frame.HEIGHT - 8, "middle", Frame.cutTitle(axis.title()))
            .attr("class", "name"));
  }

  private void beside(Axis axis) {
    int every = 1 + axis.ticks().size() / MOST_LABELS;
    for (int i = 0; i < axis.ticks().size(); i++) {
      Tick tick = axis.ticks().get(i);
      double y = frame.y(tick.at());
      if (!axis.bands()) {
        parts.add(Svg.line(frame.x(0), y, frame.x(1), y, "grid"));
      }
      if (i % every == 0) {
        parts.add(Svg.words(frame.x(0) - 6, y + 4, "end", Frame.cut(tick.label())));
      }
    }
    parts.add(Svg.line(frame.x(0), frame.y(0), frame.x(0), frame.y(1), "axis"));
    double middle = frame.y(0.5);
    parts.add(
        Svg.words(14, middle, "middle", Frame.cutTitle(axis.title()))
            .attr("class", "name")
            .attr("transform", "rotate(-90 14 %s)".formatted(Svg.decimal(middle))));
  }

  private void shape(Shape shape) {
    if (shape instanceof Shape.Bar bar) {
      parts.add(
          area(bar.x0(), bar.x1(), bar.y0(), bar.y1(), "mark " + colour(bar.group()))
              .with(Svg.hint(bar.label())));
    } else if (shape instanceof Shape.Dot dot) {
      parts.add(dot(dot, 3));
    } else if (shape instanceof Shape.Path path) {
      path(path);
    } else if (shape instanceof Shape.Box box) {
      new SvgBox(frame, colour(box.group())).draw(box, parts);
    } else if (shape instanceof Shape.Cell cell) {
      cell(cell);
    } else if (shape instanceof Shape.Words words) {
      boolean alone = view.shapes().size() == 1;
      parts.add(
          Svg.words(
                  frame.x(words.x()), frame.y(words.y()) + (alone ? 24 : 4), "middle", words.text())
              .attr("class", alone ? "counter" : "words"));
    }
  }

  private ContainerTag<?> area(double x0, double x1, double y0, double y1, String kind) {
    double left = Math.min(frame.x(x0), frame.x(x1));
    double top = Math.min(frame.y(y0), frame.y(y1));
    return Svg.rect(
        left, top, Math.abs(frame.x(x1) - frame.x(x0)), Math.abs(frame.y(y1) - frame.y(y0)), kind);
  }

  private ContainerTag<?> dot(Shape.Dot dot, double radius) {
    return Svg.circle(frame.x(dot.x()), frame.y(dot.y()), radius, "point " + colour(dot.group()))
        .with(Svg.hint(dot.label()));
  }

  private void path(Shape.Path path) {
    StringBuilder d = new StringBuilder();
    for (Shape.Dot dot : path.dots()) {
      d.append(d.isEmpty() ? "M" : " L")
          .append(Svg.decimal(frame.x(dot.x())))
          .append(' ')
          .append(Svg.decimal(frame.y(dot.y())));
    }
    if (path.filled() && !path.dots().isEmpty()) {
      int last = path.dots().size() - 1;
      d.append(
              " L%s %s"
                  .formatted(
                      Svg.decimal(frame.x(path.dots().get(last).x())), Svg.decimal(frame.y(0))))
          .append(
              " L%s %s Z"
                  .formatted(
                      Svg.decimal(frame.x(path.dots().get(0).x())), Svg.decimal(frame.y(0))));
    }
    parts.add(
        Svg.element("path")
            .attr("d", d.toString())
            .attr("class", (path.filled() ? "filled " : "line ") + colour(path.group())));
    if (path.dots().size() <= 100) {
      path.dots().forEach(dot -> parts.add(dot(dot, 2.5)));
    }
  }

  private boolean hasRoom(Shape.Cell cell) {
    double width = frame.x(cell.x1()) - frame.x(cell.x0());
    double height = Math.abs(frame.y(cell.y1()) - frame.y(cell.y0()));
    return height > 16 && width > 7 * cell.value().length() + 4;
  }

  private void cell(Shape.Cell cell) {
    boolean diverging = view.shading() != null && view.shading().diverging();
    parts.add(
        area(cell.x0(), cell.x1(), cell.y0(), cell.y1(), "cell")
            .attr("fill", Shades.colour(cell.shade(), diverging))
            .with(Svg.hint(cell.label())));
    if (numbers) {
      String kind = Shades.dark(cell.shade(), diverging) ? "on-dark" : "on-light";
      parts.add(
          Svg.words(
                  frame.x((cell.x0() + cell.x1()) / 2),
                  frame.y((cell.y0() + cell.y1()) / 2) + 4,
                  "middle",
                  cell.value())
              .attr("class", kind));
    }
  }

  /** The class of a group's colour. */
  static String colour(int group) {
    return "c" + group % COLOURS;
  }
}
