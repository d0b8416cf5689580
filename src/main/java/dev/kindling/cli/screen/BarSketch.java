package dev.kindling.cli.screen;

import dev.kindling.plot.view.Shape;
import dev.kindling.plot.view.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Bars, one per line, whichever way they stand on the page. */
final class BarSketch {

  static final int MOST = 60;

  private final ChartInk ink;
  private final Look look;
  private final int width;

  BarSketch(ChartInk ink, Look look, int width) {
    this.ink = ink;
    this.look = look;
    this.width = width;
  }

  List<String> lines(View view) {
    List<Shape.Bar> bars =
        view.shapes(Shape.Bar.class).stream()
            .sorted(Comparator.comparingDouble(bar -> bar.upright() ? bar.x0() : -bar.y1()))
            .toList();
    List<Shape.Bar> shown = bars.subList(0, Math.min(MOST, bars.size()));
    SketchLabels labels = new SketchLabels(look);
    int names = labels.room(shown.stream().map(Shape.Bar::name).toList(), width);
    int values = labels.room(shown.stream().map(Shape.Bar::value).toList(), width);
    int room = Math.max(4, width - names - values - 2);
    double longest = shown.stream().mapToDouble(Shape.Bar::length).max().orElse(0);
    List<String> lines = new ArrayList<>();
    for (Shape.Bar bar : shown) {
      double length = longest > 0 ? bar.length() / longest * room : 0;
      String drawn = ink.bar(length);
      lines.add(
          labels.left(bar.name(), names)
              + " "
              + look.style().cyan(drawn)
              + (drawn.isEmpty() ? "" : " ")
              + bar.value());
    }
    if (bars.size() > MOST) {
      lines.add("%s and %d more bars".formatted(look.glyphs().ellipsis(), bars.size() - MOST));
    }
    return lines;
  }
}
