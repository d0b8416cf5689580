package dev.kindling.plot.view;

import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.spec.Encoding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a specification into what is to be drawn. */
final class ViewReader {

  private final ChartSpec spec;
  private final Map<String, Encoding> encodings;
  private final List<Datum> data;

  ViewReader(ChartSpec spec) {
    this.spec = spec;
    Data source = new Data(spec);
    this.encodings = source.encodings();
    this.data = source.read();
  }

  View view() {
    Encoding color = encodings.get("color");
    List<Object> groups =
        color == null || !color.discrete() ? List.of() : new Scales(spec, data).ordered(color);
    Scale x = scale("x", groups);
    Scale y = scale("y", groups);
    Marks marks = new Marks(encodings, data, x, y, groups);
    HeatCells cells = new HeatCells(spec, data, marks);
    boolean heat = spec.mark().equals("rect");
    Shading shading = heat ? cells.shading(color) : null;
    List<Shape> shapes =
        switch (spec.mark()) {
          case "bar" -> marks.bars();
          case "line" -> marks.lines(false);
          case "area" -> marks.lines(true);
          case "boxplot" -> new Boxes(spec, data, marks, x, y).shapes();
          case "rect" -> cells.shapes(x, y, shading);
          case "text" -> marks.words();
          default -> marks.dots();
        };
    return new View(
        spec.title(),
        spec.subtitle().isEmpty() ? List.of() : spec.subtitle().lines().toList(),
        spec.description(),
        axis("x", x),
        axis("y", y),
        shapes,
        heat ? List.of() : groups.stream().map(NumberText::of).toList(),
        shading);
  }

  private @Nullable Scale scale(String channel, List<Object> groups) {
    Encoding encoding = encodings.get(channel);
    if (encoding == null) {
      return null;
    }
    boolean stacked = spec.mark().equals("bar") && !groups.isEmpty();
    String other = channel.equals("x") ? "y" : "x";
    List<Double> tops =
        stacked && encoding.quantitative() ? Marks.tops(data, channel, other) : List.of();
    return new Scales(spec, data).of(encoding, tops);
  }

  private @Nullable Axis axis(String channel, @Nullable Scale scale) {
    Encoding encoding = encodings.get(channel);
    return scale == null || encoding == null
        ? null
        : new Axis(encoding.label(), scale.ticks(), scale instanceof BandScale);
  }
}
