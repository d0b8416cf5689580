package dev.kindling.cli.screen;

import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.view.Shape;
import dev.kindling.plot.view.View;
import java.util.ArrayList;
import java.util.List;

/** A chart in the characters of a terminal: enough to see its shape. */
final class ChartView {

  private final Look look;
  private final int indent;

  ChartView(Look look, int indent) {
    this.look = look;
    this.indent = indent;
  }

  /**
   * The lines.
   *
   * @param specification in Vega-Lite, as JSON
   */
  List<String> lines(String specification) {
    View view = View.of(ChartSpec.of(specification));
    List<String> lines = new ArrayList<>();
    String margin = " ".repeat(indent);
    if (!view.title().isBlank()) {
      for (String line : Wrap.indented(CleanText.line(view.title()), indent, look.textWidth())) {
        lines.add(look.style().bold(line));
      }
    }
    for (String told : view.subtitle()) {
      for (String line : Wrap.indented(CleanText.line(told), indent, look.textWidth())) {
        lines.add(look.style().dim(line));
      }
    }
    for (String line : body(view)) {
      lines.add((margin + line).stripTrailing());
    }
    if (!view.groups().isEmpty()) {
      lines.addAll(
          Wrap.indented(
              "Colours, on the page: " + CleanText.line(String.join(", ", view.groups())),
              indent,
              look.textWidth()));
    }
    if (!view.description().isBlank()) {
      lines.addAll(
          Wrap.indented("In words: " + CleanText.of(view.description()), indent, look.textWidth()));
    }
    return lines;
  }

  private List<String> body(View view) {
    int width = look.inside(indent);
    if (view.shapes().isEmpty()) {
      return List.of("(There is nothing to draw.)");
    }
    ChartInk ink = ChartInk.of(look);
    Shape first = view.shapes().get(0);
    if (first instanceof Shape.Bar) {
      return new BarSketch(ink, look, width).lines(view);
    }
    if (first instanceof Shape.Box) {
      return new BoxSketch(ink, look, width).lines(view);
    }
    if (first instanceof Shape.Cell) {
      return new ShadeSketch(ink, look, width).lines(view);
    }
    if (first instanceof Shape.Words) {
      return view.shapes().stream()
          .limit(BarSketch.MOST)
          .map(words -> look.style().bold(CleanText.line(words.label())))
          .toList();
    }
    return new DotSketch(ink, look, width).lines(view);
  }
}
