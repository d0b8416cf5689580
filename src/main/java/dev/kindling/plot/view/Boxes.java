package dev.kindling.plot.view;

import dev.kindling.plot.spec.ChartSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns rows into boxes: quartiles, whiskers and what lies beyond them. */
final class Boxes {

  private static final double TUKEY = 1.5;

  private final ChartSpec spec;
  private final List<Datum> data;
  private final Marks marks;
  private final @Nullable Scale x;
  private final @Nullable Scale y;

  Boxes(ChartSpec spec, List<Datum> data, Marks marks, @Nullable Scale x, @Nullable Scale y) {
    this.spec = spec;
    this.data = data;
    this.marks = marks;
    this.x = x;
    this.y = y;
  }

  List<Shape> shapes() {
    boolean upright = y != null && !(y instanceof BandScale);
    String along = upright ? "y" : "x";
    String across = upright ? "x" : "y";
    Scale length = Objects.requireNonNull(upright ? y : x, "A box has a length.");
    Scale place = upright ? x : y;
    Map<Object, List<Datum>> byCategory = new LinkedHashMap<>();
    for (Datum datum : data) {
      if (datum.has(along)) {
        byCategory.computeIfAbsent(datum.get(across), ignored -> new ArrayList<>()).add(datum);
      }
    }
    List<Shape> shapes = new ArrayList<>();
    byCategory.forEach(
        (category, members) -> {
          double middle = place == null ? 0.5 : place.at(category);
          double half = place == null || place.half() == 0 ? 0.2 : place.half() * 0.75;
          String name = place == null ? "" : marks.name(members.get(0), across);
          shapes.add(box(members, along, length, upright, middle - half, middle + half, name));
        });
    return shapes;
  }

  private Shape.Box box(
      List<Datum> members,
      String along,
      Scale length,
      boolean upright,
      double from,
      double to,
      String name) {
    double[] sorted = members.stream().mapToDouble(d -> d.number(along)).sorted().toArray();
    double first = Quantiles.of(sorted, 0.25);
    double median = Quantiles.of(sorted, 0.5);
    double third = Quantiles.of(sorted, 0.75);
    String extent = spec.markProperty("extent").orElse(Double.toString(TUKEY));
    double reach =
        extent.equals("min-max")
            ? Double.POSITIVE_INFINITY
            : Double.parseDouble(extent) * (third - first);
    double low = Arrays.stream(sorted).filter(v -> v >= first - reach).min().orElse(first);
    double high = Arrays.stream(sorted).filter(v -> v <= third + reach).max().orElse(third);
    List<Double> beyond =
        Arrays.stream(sorted).filter(v -> v < low || v > high).boxed().map(length::at).toList();
    String label =
        "%s%s to %s, box %s to %s, median %s"
            .formatted(
                name.isEmpty() ? "" : name + ": ",
                NumberText.of(low),
                NumberText.of(high),
                NumberText.of(first),
                NumberText.of(third),
                NumberText.of(median));
    List<Double> places =
        List.of(
            length.at(low), length.at(first), length.at(median), length.at(third), length.at(high));
    return new Shape.Box(
        upright, from, to, places, beyond, name, label, marks.group(members.get(0)));
  }
}
