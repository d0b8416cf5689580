package dev.kindling.cli.screen;

import dev.kindling.plot.view.Axis;
import dev.kindling.plot.view.NumberText;
import dev.kindling.plot.view.Shading;
import dev.kindling.plot.view.Shape;
import dev.kindling.plot.view.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A heat map: numbers beside their shades where they fit, shades alone where they do not. */
final class ShadeSketch {

  private final ChartInk ink;
  private final int width;
  private final SketchLabels labels;

  ShadeSketch(ChartInk ink, Look look, int width) {
    this.ink = ink;
    this.width = width;
    labels = new SketchLabels(look);
  }

  List<String> lines(View view) {
    Map<List<Double>, Shape.Cell> cells = new HashMap<>();
    TreeSet<Double> across = new TreeSet<>();
    TreeSet<Double> up = new TreeSet<>();
    for (Shape.Cell cell : view.shapes(Shape.Cell.class)) {
      double x = (cell.x0() + cell.x1()) / 2;
      double y = (cell.y0() + cell.y1()) / 2;
      across.add(x);
      up.add(y);
      cells.put(List.of(x, y), cell);
    }
    int names = labels.room(up.stream().map(y -> name(view.y(), y)).toList(), width);
    int longest =
        cells.values().stream().mapToInt(cell -> cell.value().length()).max().orElse(0) + 2;
    boolean numbers = names + (longest + 1) * across.size() <= width;
    // Two characters are about as wide as a line is high; one is better than none.
    int column = numbers ? longest : names + 1 + 2 * across.size() <= width ? 2 : 1;
    int most = numbers ? across.size() : Math.min(across.size(), (width - names - 1) / column);
    List<Double> shown = across.stream().limit(most).toList();
    List<String> lines = new ArrayList<>();
    if (numbers) {
      StringBuilder head = new StringBuilder(" ".repeat(names));
      across.forEach(x -> head.append(' ').append(labels.right(name(view.x(), x), column)));
      lines.add(head.toString());
    }
    boolean diverging = view.shading() != null && view.shading().diverging();
    for (double y : up.descendingSet()) {
      StringBuilder line = new StringBuilder(labels.left(name(view.y(), y), names));
      line.append(numbers ? "" : " ");
      for (double x : shown) {
        Shape.Cell cell = cells.get(List.of(x, y));
        String drawn = cell == null ? "" : drawn(cell, numbers, diverging);
        String cut = drawn.substring(0, Math.min(column, drawn.length()));
        line.append(numbers ? " " : "").append(Cells.right(cut, column));
      }
      lines.add(line.toString());
    }
    if (most < across.size()) {
      lines.addAll(
          Wrap.lines("(%d more columns on the page)".formatted(across.size() - most), width));
    }
    if (!numbers && view.x() != null && !view.x().ticks().isEmpty()) {
      List<String> ends = view.x().ticks().stream().map(tick -> tick.label()).toList();
      lines.addAll(
          Wrap.lines(
              "%s: %s to %s"
                  .formatted(
                      CleanText.line(view.x().title()),
                      CleanText.line(ends.get(0)),
                      CleanText.line(ends.get(ends.size() - 1))),
              width));
    }
    if (view.shading() != null) {
      lines.addAll(Wrap.lines(scale(view.shading()), width));
    }
    return lines;
  }

  private String drawn(Shape.Cell cell, boolean numbers, boolean diverging) {
    double share = diverging ? Math.abs(cell.shade() - 0.5) * 2 : cell.shade();
    char shade = ink.shade(share);
    if (numbers) {
      return cell.value() + " " + shade;
    }
    // Which side of zero matters as much as how far.
    return (diverging && cell.shade() < 0.5 ? "-" : String.valueOf(shade)) + shade;
  }

  private String scale(Shading shading) {
    String title = CleanText.line(shading.title());
    return shading.diverging()
        ? "%s: from %s to %s, the darker the farther from %s"
            .formatted(
                title,
                NumberText.of(shading.low()),
                NumberText.of(shading.high()),
                NumberText.of((shading.low() + shading.high()) / 2))
        : "%s: from %s to %s, the darker the more"
            .formatted(title, NumberText.of(shading.low()), NumberText.of(shading.high()));
  }

  /** The label of the tick nearest to a place. */
  private static String name(@Nullable Axis axis, double at) {
    if (axis == null) {
      return "";
    }
    return axis.ticks().stream()
        .filter(tick -> Math.abs(tick.at() - at) < 1e-6)
        .map(tick -> tick.label())
        .findFirst()
        .orElse("");
  }
}
