package dev.kindling.plot.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.spec.Encoding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns rows into the cells of a heat map. */
final class HeatCells {

  private final ChartSpec spec;
  private final List<Datum> data;
  private final Marks marks;

  HeatCells(ChartSpec spec, List<Datum> data, Marks marks) {
    this.spec = spec;
    this.data = data;
    this.marks = marks;
  }

  /** What the shades mean; null when nothing is shaded. */
  @Nullable Shading shading(@Nullable Encoding color) {
    if (color == null || color.discrete()) {
      return null;
    }
    double[] values =
        data.stream()
            .mapToDouble(datum -> datum.number("color"))
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    double low = values.length == 0 ? 0 : values[0];
    double high = values.length == 0 ? 1 : values[values.length - 1];
    JsonNode scale = spec.definition("color").path("scale");
    JsonNode domain = scale.path("domain");
    if (domain.size() == 2) {
      low = domain.get(0).asDouble();
      high = domain.get(1).asDouble();
    }
    boolean diverging = scale.has("domainMid") || (low < 0 && high > 0);
    if (diverging) {
      double middle = scale.path("domainMid").asDouble();
      double reach = Math.max(middle - low, high - middle);
      low = middle - reach;
      high = middle + reach;
    }
    return new Shading(low, high, diverging, color.label());
  }

  List<Shape> shapes(@Nullable Scale x, @Nullable Scale y, @Nullable Shading shading) {
    List<Shape> shapes = new ArrayList<>();
    for (Datum datum : data) {
      double[] across = span(datum, "x", x);
      double[] along = span(datum, "y", y);
      if (across == null || along == null) {
        continue;
      }
      double value = datum.number("color");
      String text = NumberText.of(value);
      String label = "%s, %s: %s".formatted(marks.name(datum, "x"), marks.name(datum, "y"), text);
      double shade = shading == null ? 1 : Double.isNaN(value) ? Double.NaN : shading.of(value);
      shapes.add(new Shape.Cell(across[0], across[1], along[0], along[1], shade, text, label));
    }
    return shapes;
  }

  private double @Nullable [] span(Datum datum, String channel, @Nullable Scale scale) {
    if (scale instanceof BandScale bands) {
      double middle = bands.at(datum.get(channel));
      return new double[] {middle - bands.wholeHalf(), middle + bands.wholeHalf()};
    }
    if (scale == null || !datum.has(channel)) {
      return null;
    }
    double start = scale.at(datum.get(channel));
    return datum.has(channel + "2")
        ? new double[] {start, scale.at(datum.get(channel + "2"))}
        : new double[] {start - 0.01, start + 0.01};
  }
}
