package day2.sqlcharts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.spec.Encoding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a reader of a bar chart sees.
 *
 * @param category the channel with the names
 * @param length the channel with the numbers
 * @param bars in the order in which Vega-Lite draws them: from the left, or from the top
 * @param fromZero whether the bars begin at 0
 */
record DrawnBars(Encoding category, Encoding length, List<Bar> bars, boolean fromZero) {

  /** One row of the chart. */
  record Bar(String name, Double length) {}

  /** The bars, if one axis has names and the other one numbers. */
  static Optional<DrawnBars> of(ChartSpec chart) {
    List<Encoding> axes = Stream.of("x", "y").filter(chart::encodes).map(chart::encoding).toList();
    List<Encoding> names = axes.stream().filter(Encoding::discrete).toList();
    List<Encoding> numbers =
        axes.stream().filter(axis -> axis.quantitative() && axis.bin() == null).toList();
    if (names.size() != 1 || numbers.size() != 1) {
      return Optional.empty();
    }
    Encoding category = names.get(0);
    Encoding length = numbers.get(0);
    List<Bar> rows = new ArrayList<>();
    for (Map<String, Object> row : chart.rows()) {
      Object name = row.get(category.field());
      Object number = length.field() == null ? null : row.get(length.field());
      rows.add(new Bar(String.valueOf(name), number instanceof Double size ? size : null));
    }
    return Optional.of(
        new DrawnBars(
            category,
            length,
            ordered(rows, chart.definition(category.channel()), category, length),
            fromZero(chart.definition(length.channel()).path("scale"))));
  }

  List<String> names() {
    return bars.stream().map(Bar::name).toList();
  }

  /** Without a {@code sort}, names are sorted; with null, they stay as the rows are. */
  private static List<Bar> ordered(
      List<Bar> rows, JsonNode definition, Encoding category, Encoding length) {
    JsonNode sort = definition.path("sort");
    if (sort.isNull()) {
      return rows;
    }
    if (sort.isArray()) {
      List<String> names = new ArrayList<>();
      sort.forEach(name -> names.add(name.asText()));
      return sorted(
          rows,
          Comparator.comparingInt(
              bar -> names.contains(bar.name()) ? names.indexOf(bar.name()) : names.size()));
    }
    String by = sort.isObject() ? sort.path("encoding").asText(null) : channelOf(sort.asText());
    boolean byLength =
        length.channel().equals(by)
            || length.field() != null && length.field().equals(sort.path("field").asText(null));
    boolean down =
        sort.isObject()
            ? sort.path("order").asText().equals("descending")
            : sort.asText().startsWith("-") || sort.asText().equals("descending");
    if (sort.isObject() && !byLength && !namesCategory(sort, by, category)) {
      return rows;
    }
    Comparator<Bar> order =
        byLength
            ? Comparator.comparing(Bar::length, Comparator.nullsLast(Comparator.naturalOrder()))
            : Comparator.comparing(Bar::name);
    return sorted(rows, down ? order.reversed() : order);
  }

  private static boolean namesCategory(JsonNode sort, String by, Encoding category) {
    return category.channel().equals(by)
        || category.field().equals(sort.path("field").asText(null));
  }

  private static String channelOf(String sort) {
    return sort.startsWith("-") ? sort.substring(1) : sort;
  }

  private static List<Bar> sorted(List<Bar> rows, Comparator<Bar> order) {
    return rows.stream().sorted(order).toList();
  }

  private static boolean fromZero(JsonNode scale) {
    JsonNode least =
        scale.has("domainMin") ? scale.path("domainMin") : scale.path("domain").path(0);
    String type = scale.path("type").asText("linear");
    return scale.path("zero").asBoolean(true)
        && (!least.isNumber() || least.doubleValue() == 0)
        && type.equals("linear");
  }
}
