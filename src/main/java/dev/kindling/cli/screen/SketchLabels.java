package dev.kindling.cli.screen;

import dev.kindling.plot.view.Axis;
import dev.kindling.plot.view.Tick;
import java.util.List;

/** Names beside and below a sketch, cut to the room there is. */
final class SketchLabels {

  private final Look look;

  SketchLabels(Look look) {
    this.look = look;
  }

  /** The room that names need beside a sketch of {@code width} columns: a third at most. */
  int room(List<String> names, int width) {
    int longest = names.stream().map(CleanText::line).mapToInt(Cells::width).max().orElse(0);
    return Math.min(longest, width / 3);
  }

  String left(String name, int room) {
    return Cells.left(cut(name, room), room);
  }

  String right(String name, int room) {
    return Cells.right(cut(name, room), room);
  }

  private String cut(String name, int room) {
    return Cells.cut(CleanText.line(name), room, look.glyphs().ellipsis());
  }

  /** A line of ticks below a sketch: those that fit beside each other. */
  String below(Axis axis, int width) {
    StringBuilder line = new StringBuilder();
    for (Tick tick : axis.ticks()) {
      String label = CleanText.line(tick.label());
      int length = Cells.width(label);
      int start = (int) Math.round(tick.at() * (width - 1)) - length / 2;
      start = Math.max(0, Math.min(width - length, start));
      if (line.isEmpty() || start > Cells.width(line.toString())) {
        line.append(" ".repeat(start - Cells.width(line.toString()))).append(label);
      }
    }
    return line.toString();
  }
}
