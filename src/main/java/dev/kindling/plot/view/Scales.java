package dev.kindling.plot.view;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.spec.Encoding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Chooses the scale of an axis from what lies along it. */
final class Scales {

  private final ChartSpec spec;
  private final List<Datum> data;

  Scales(ChartSpec spec, List<Datum> data) {
    this.spec = spec;
    this.data = data;
  }

  /**
   * @param encoding of {@code x} or {@code y}
   * @param tops ends of stacked bars along it, which no row holds by itself
   */
  Scale of(Encoding encoding, List<Double> tops) {
    String channel = encoding.channel();
    if (encoding.discrete()) {
      List<Object> values = ordered(encoding);
      // Vega puts the first value at the top, as in a table.
      return new BandScale(values, channel.equals("y"));
    }
    double[] numbers =
        Stream.concat(
                data.stream()
                    .flatMap(datum -> Stream.of(datum.get(channel), datum.get(channel + "2")))
                    .filter(Double.class::isInstance)
                    .map(Double.class::cast),
                tops.stream())
            .mapToDouble(Double::doubleValue)
            .sorted()
            .toArray();
    double low = numbers.length == 0 ? 0 : numbers[0];
    double high = numbers.length == 0 ? 1 : numbers[numbers.length - 1];
    if (encoding.temporal()) {
      return new TimeScale(low, high);
    }
    JsonNode scale = spec.definition(channel).path("scale");
    JsonNode domain = scale.path("domain");
    if (domain.size() == 2 && domain.get(0).isNumber() && domain.get(1).isNumber()) {
      low = domain.get(0).asDouble();
      high = domain.get(1).asDouble();
    }
    if (encoding.log()) {
      return log(low, high);
    }
    if (zero(encoding, scale)) {
      low = Math.min(0, low);
      high = Math.max(0, high);
    }
    return encoding.bin() != null && high > low
        ? new LinearScale(low, high)
        : LinearScale.round(low, high);
  }

  private static Scale log(double low, double high) {
    double least = low > 0 ? low : high > 0 ? high / 1000 : 1;
    return new LogScale(least, high > least ? high : least * 10);
  }

  private boolean zero(Encoding encoding, JsonNode scale) {
    if (scale.has("zero")) {
      return scale.path("zero").asBoolean();
    }
    return encoding.bin() == null && !scale.has("domain") && !spec.mark().equals("boxplot");
  }

  /** The different values of a channel, in the order that its definition asks for. */
  List<Object> ordered(Encoding encoding) {
    String channel = encoding.channel();
    List<Object> values = data.stream().map(d -> d.get(channel)).distinct().toList();
    JsonNode definition = spec.definition(channel);
    JsonNode sort = definition.path("sort");
    if (sort.isNull() && definition.has("sort")) {
      return values;
    }
    if (sort.isArray()) {
      List<Object> chosen = new ArrayList<>();
      sort.forEach(item -> chosen.add(item.isNumber() ? (Object) item.asDouble() : item.asText()));
      List<Object> result = new ArrayList<>(chosen.stream().filter(values::contains).toList());
      values.stream().filter(value -> !chosen.contains(value)).forEach(result::add);
      return result;
    }
    String by = sort.isObject() ? along(sort) : sort.asText("ascending");
    boolean descending =
        by.equals("descending")
            || by.startsWith("-")
            || sort.path("order").asText().equals("descending");
    String along = by.replace("-", "");
    Comparator<Object> order =
        along.equals("x") || along.equals("y")
            ? Comparator.comparingDouble(value -> most(channel, value, along))
            : Scales::compare;
    return values.stream().sorted(descending ? order.reversed() : order).toList();
  }

  /** The channel by which an object sorts, named by itself or by its field. */
  private String along(JsonNode sort) {
    String field = sort.path("field").asText();
    return Stream.of("x", "y")
        .filter(channel -> spec.definition(channel).path("field").asText().equals(field))
        .filter(channel -> !field.isEmpty())
        .findFirst()
        .orElse(sort.path("encoding").asText());
  }

  private double most(String channel, Object value, String along) {
    return data.stream()
        .filter(datum -> Objects.equals(datum.get(channel), value))
        .mapToDouble(datum -> datum.number(along))
        .filter(number -> !Double.isNaN(number))
        .sum();
  }

  /** Numbers before texts, both in their order, null last. */
  static int compare(Object a, Object b) {
    if (a == null || b == null) {
      return Boolean.compare(a == null, b == null);
    }
    if (a instanceof Double first && b instanceof Double second) {
      return first.compareTo(second);
    }
    if (a instanceof Double || b instanceof Double) {
      return a instanceof Double ? -1 : 1;
    }
    return a.toString().compareTo(b.toString());
  }
}
