package dev.kindling.cli.screen;

import dev.kindling.plot.view.Axis;
import dev.kindling.plot.view.Shape;
import dev.kindling.plot.view.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Boxes with whiskers, one per line. */
final class BoxSketch {

  private final ChartInk ink;
  private final Look look;
  private final int width;

  BoxSketch(ChartInk ink, Look look, int width) {
    this.ink = ink;
    this.look = look;
    this.width = width;
  }

  List<String> lines(View view) {
    List<Shape.Box> boxes = view.shapes(Shape.Box.class);
    SketchLabels labels = new SketchLabels(look);
    int names = labels.room(boxes.stream().map(Shape.Box::name).toList(), width);
    int room = Math.max(10, width - names - 1);
    List<String> lines = new ArrayList<>();
    for (Shape.Box box : boxes) {
      lines.add(labels.left(box.name(), names) + " " + look.style().cyan(drawn(box, room)));
    }
    Axis values = boxes.get(0).upright() ? view.y() : view.x();
    String margin = " ".repeat(names + 1);
    if (values != null) {
      lines.add(margin + labels.below(values, room));
      lines.add(margin + labels.right(values.title(), room));
    }
    return lines;
  }

  private String drawn(Shape.Box box, int room) {
    char[] line = new char[room];
    Arrays.fill(line, ' ');
    int[] at = box.places().stream().mapToInt(place -> column(place, room)).toArray();
    Arrays.fill(line, at[0], at[4] + 1, ink.whisker());
    line[at[0]] = ink.low();
    line[at[4]] = ink.high();
    Arrays.fill(line, at[1], at[3] + 1, ink.box());
    line[at[2]] = ink.median();
    for (double outlier : box.outliers()) {
      int column = column(outlier, room);
      if (line[column] == ' ') {
        line[column] = 'o';
      }
    }
    return new String(line).stripTrailing();
  }

  private static int column(double place, int room) {
    return (int) Math.max(0, Math.min(room - 1, Math.round(place * (room - 1))));
  }
}
