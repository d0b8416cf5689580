package dev.kindling.cli.screen;

import dev.kindling.plot.view.Axis;
import dev.kindling.plot.view.Shape;
import dev.kindling.plot.view.Tick;
import dev.kindling.plot.view.View;
import java.util.ArrayList;
import java.util.List;

/** Points and lines on a grid of dots, with an axis to the left and one below. */
final class DotSketch {

  private static final int ROWS = 14;

  private final ChartInk ink;
  private final Look look;
  private final int width;

  DotSketch(ChartInk ink, Look look, int width) {
    this.ink = ink;
    this.look = look;
    this.width = width;
  }

  List<String> lines(View view) {
    SketchLabels labels = new SketchLabels(look);
    List<Tick> ticks = view.y() == null ? List.of() : view.y().ticks();
    int names = labels.room(ticks.stream().map(Tick::label).toList(), width);
    int columns = Math.max(8, width - names - 3);
    DotGrid grid = grid(view, columns);
    String bar = look.glyphs().unicode() ? "│" : "|";
    List<String> lines = new ArrayList<>();
    if (view.y() != null) {
      lines.add(CleanText.line(view.y().title()));
    }
    for (int row = 0; row < ROWS; row++) {
      lines.add(
          labels.right(tick(ticks, row), names) + " " + bar + look.style().cyan(grid.row(row)));
    }
    if (view.x() != null) {
      below(view.x(), names, columns, labels, lines);
    }
    return lines;
  }

  private void below(Axis axis, int names, int columns, SketchLabels labels, List<String> lines) {
    String margin = " ".repeat(names + 1);
    String corner = look.glyphs().unicode() ? "└" : "+";
    lines.add(margin + corner + look.glyphs().rule().repeat(columns));
    lines.add(margin + " " + labels.below(axis, columns));
    lines.add(margin + " " + labels.right(axis.title(), columns));
  }

  private DotGrid grid(View view, int columns) {
    DotGrid grid = new DotGrid(ink.braille(), columns, ROWS);
    for (Shape shape : view.shapes()) {
      if (shape instanceof Shape.Dot dot) {
        grid.dot(dot.x(), dot.y());
      } else if (shape instanceof Shape.Path path) {
        Shape.Dot last = path.dots().get(0);
        for (Shape.Dot dot : path.dots()) {
          grid.line(last.x(), last.y(), dot.x(), dot.y());
          last = dot;
        }
      }
    }
    return grid;
  }

  /** The label of the tick that lies in a row; empty where none does. */
  private static String tick(List<Tick> ticks, int row) {
    for (Tick tick : ticks) {
      int at = ROWS - 1 - (int) Math.min(ROWS - 1, Math.floor(tick.at() * ROWS));
      if (at == row) {
        return tick.label();
      }
    }
    return "";
  }
}
