package dev.kindling.plot.view;

import dev.kindling.plot.spec.Encoding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns rows into bars, points, lines and words. */
final class Marks {

  private final Map<String, Encoding> encodings;
  private final List<Datum> data;
  private final @Nullable Scale x;
  private final @Nullable Scale y;
  private final List<Object> groups;

  /**
   * @param x the scale of {@code x}; null when nothing is along it
   * @param y the scale of {@code y}; null when nothing is along it
   * @param groups the values that have a colour each
   */
  Marks(
      Map<String, Encoding> encodings,
      List<Datum> data,
      @Nullable Scale x,
      @Nullable Scale y,
      List<Object> groups) {
    this.encodings = encodings;
    this.data = data;
    this.x = x;
    this.y = y;
    this.groups = groups;
  }

  List<Shape> bars() {
    boolean upright = upright();
    String along = upright ? "y" : "x";
    String across = upright ? "x" : "y";
    Scale length = Objects.requireNonNull(upright ? y : x, "A bar has a length.");
    Scale place = Objects.requireNonNull(upright ? x : y, "A bar has a place.");
    Map<Object, Double> stacks = new LinkedHashMap<>();
    List<Shape> shapes = new ArrayList<>();
    for (Datum datum : data) {
      if (!datum.has(along)) {
        continue;
      }
      double value = datum.number(along);
      double bottom = groups.isEmpty() ? 0 : stacks.getOrDefault(datum.get(across), 0.0);
      stacks.put(datum.get(across), bottom + value);
      double start =
          datum.has(along + "2")
              ? length.at(datum.get(along + "2"))
              : bottom == 0 ? length.base() : length.at(bottom);
      double end = length.at(bottom + value);
      double from;
      double to;
      if (datum.has(across + "2") && datum.has(across)) {
        from = place.at(datum.get(across));
        to = place.at(datum.get(across + "2"));
      } else {
        double half = place.half() == 0 ? 0.5 / Math.max(20, data.size() * 1.3) : place.half();
        double middle = place.at(datum.get(across));
        from = middle - half;
        to = middle + half;
      }
      String name = name(datum, across) + (groups.isEmpty() ? "" : ", " + name(datum, "color"));
      String text = NumberText.of(value);
      int group = group(datum);
      shapes.add(
          upright
              ? new Shape.Bar(from, to, start, end, true, name, text, group)
              : new Shape.Bar(start, end, from, to, false, name, text, group));
    }
    return shapes;
  }

  /** Bars stand unless only {@code x} has lengths. */
  boolean upright() {
    Encoding along = encodings.get("y");
    return along != null && !along.discrete() && along.bin() == null && !along.temporal();
  }

  /** The ends of stacked bars. */
  static List<Double> tops(List<Datum> data, String along, String across) {
    Map<Object, Double> stacks = new LinkedHashMap<>();
    for (Datum datum : data) {
      if (datum.has(along)) {
        stacks.merge(String.valueOf(datum.get(across)), datum.number(along), Double::sum);
      }
    }
    return List.copyOf(stacks.values());
  }

  List<Shape> dots() {
    List<Shape> shapes = new ArrayList<>();
    for (Datum datum : data) {
      if (drawable(datum)) {
        shapes.add(dot(datum));
      }
    }
    return shapes;
  }

  List<Shape> lines(boolean filled) {
    Map<Integer, List<Datum>> byGroup = new LinkedHashMap<>();
    for (Datum datum : data) {
      if (drawable(datum)) {
        byGroup.computeIfAbsent(group(datum), ignored -> new ArrayList<>()).add(datum);
      }
    }
    List<Shape> shapes = new ArrayList<>();
    byGroup.forEach(
        (group, members) -> {
          List<Shape.Dot> dots =
              members.stream().map(this::dot).sorted(Comparator.comparing(Shape.Dot::x)).toList();
          String name = groups.isEmpty() ? "" : NumberText.of(groups.get(group));
          shapes.add(new Shape.Path(dots, group, filled, name));
        });
    return shapes;
  }

  List<Shape> words() {
    List<Shape> shapes = new ArrayList<>();
    for (Datum datum : data) {
      double left = x == null || !datum.has("x") ? 0.5 : x.at(datum.get("x"));
      double low = y == null || !datum.has("y") ? 0.5 : y.at(datum.get("y"));
      shapes.add(new Shape.Words(left, low, NumberText.of(datum.get("text"))));
    }
    return shapes;
  }

  /** A continuous value that is missing has no place. */
  private boolean drawable(Datum datum) {
    return placed(datum, "x", x) && placed(datum, "y", y);
  }

  private static boolean placed(Datum datum, String channel, @Nullable Scale scale) {
    return scale == null || scale instanceof BandScale || datum.has(channel);
  }

  private Shape.Dot dot(Datum datum) {
    StringBuilder label = new StringBuilder();
    for (String channel : List.of("x", "y", "color")) {
      Encoding encoding = encodings.get(channel);
      if (encoding != null) {
        label
            .append(label.isEmpty() ? "" : ", ")
            .append(encoding.label())
            .append(' ')
            .append(name(datum, channel));
      }
    }
    return new Shape.Dot(
        x == null ? 0.5 : x.at(datum.get("x")),
        y == null ? 0.5 : y.at(datum.get("y")),
        group(datum),
        label.toString());
  }

  int group(Datum datum) {
    return groups.isEmpty() ? 0 : groups.indexOf(datum.get("color"));
  }

  /** What a row says on a channel: a category, a number, a date or a bin. */
  String name(Datum datum, String channel) {
    Encoding encoding = encodings.get(channel);
    if (encoding != null && encoding.temporal() && datum.has(channel)) {
      String text = TimeScale.text(datum.number(channel), "yyyy-MM-dd HH:mm");
      return text.endsWith(" 00:00") ? text.substring(0, 10) : text;
    }
    String value = NumberText.of(datum.get(channel));
    Object end = datum.get(channel + "2");
    return end == null ? value : value + " to " + NumberText.of(end);
  }
}
