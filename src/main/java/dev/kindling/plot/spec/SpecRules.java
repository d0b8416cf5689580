package dev.kindling.plot.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a specification must be: one view, a mark, rows inside, and channels that fit both. */
final class SpecRules {

  private static final List<String> MARKS =
      List.of(
          "bar", "line", "area", "point", "circle", "square", "tick", "rect", "boxplot", "text");

  private static final Set<String> MARKS_NOT_DRAWN =
      Set.of("arc", "errorband", "errorbar", "geoshape", "image", "rule", "trail");

  private static final List<String> COMPOSITIONS =
      List.of("layer", "concat", "hconcat", "vconcat", "facet", "repeat", "spec");

  private static final Set<String> KNOWN_SCHEMA =
      Set.of("vega-lite/v5.json", "vega-lite/v6.json", "vega-lite/v5", "vega-lite/v6");

  private final ObjectNode root;

  SpecRules(ObjectNode root) {
    this.root = root;
  }

  void check() {
    schema();
    for (String composition : COMPOSITIONS) {
      refuse(composition, "A chart here is one view: split it into one specification per view.");
    }
    refuse("transform", "Do that in Spark, on the frame, before the chart is made.");
    mark();
    JsonNode rows = rows();
    encoding(rows);
  }

  private void schema() {
    String schema = root.path("$schema").asText();
    if (KNOWN_SCHEMA.stream().noneMatch(schema::endsWith) && !versioned(schema)) {
      throw new IllegalArgumentException(
          schema.isEmpty()
              ? "The specification does not say what it is. Add \"$schema\": \"%s\"."
                  .formatted(ChartSpec.SCHEMA)
              : "The schema '%s' is not Vega-Lite 5 or 6. Write \"$schema\": \"%s\"."
                  .formatted(schema, ChartSpec.SCHEMA));
    }
  }

  private static boolean versioned(String schema) {
    return schema.matches(".*/vega-lite/v[56]\\.[0-9.]+\\.json");
  }

  private void refuse(String name, String advice) {
    if (root.has(name)) {
      throw new IllegalArgumentException(
          "'%s' is Vega-Lite, but this page does not draw it. %s".formatted(name, advice));
    }
  }

  private void mark() {
    String mark = ChartSpec.markOf(root);
    if (mark.isEmpty()) {
      throw new IllegalArgumentException(
          "The specification has no 'mark': the shape that stands for a row, one of %s."
              .formatted(String.join(", ", MARKS)));
    }
    if (MARKS_NOT_DRAWN.contains(mark)) {
      throw new IllegalArgumentException(
          "The mark '%s' is Vega-Lite, but this page does not draw it. Use one of %s."
              .formatted(mark, String.join(", ", MARKS)));
    }
    if (!MARKS.contains(mark)) {
      throw new IllegalArgumentException(
          "There is no mark '%s'. Use one of %s.".formatted(mark, String.join(", ", MARKS)));
    }
  }

  private JsonNode rows() {
    JsonNode data = root.path("data");
    if (data.has("url") || data.has("name") || data.has("sequence") || data.has("graticule")) {
      throw new IllegalArgumentException(
          "The rows must be inside the specification, in data.values: nothing is fetched.");
    }
    JsonNode values = data.path("values");
    if (!values.isArray()) {
      throw new IllegalArgumentException(
          "There are no rows: write \"data\": {\"values\": [{\"column\": value, …}, …]}.");
    }
    if (values.size() > ChartSpec.MOST_ROWS) {
      throw new IllegalArgumentException(
          "The chart holds %,d rows, and %,d is the most. Count or sample in Spark first."
              .formatted(values.size(), ChartSpec.MOST_ROWS));
    }
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).isObject()) {
        throw new IllegalArgumentException(
            "data.values[%d] is not an object like {\"column\": value}: '%s'."
                .formatted(i, shortened(values.get(i).toString())));
      }
      for (var cell : values.get(i).properties()) {
        if (cell.getValue().isContainerNode()) {
          throw new IllegalArgumentException(
              "data.values[%d] holds a list or an object in '%s': a chart's rows are flat."
                  .formatted(i, cell.getKey()));
        }
      }
    }
    return values;
  }

  private void encoding(JsonNode rows) {
    JsonNode encoding = root.path("encoding");
    if (!encoding.isObject() || encoding.isEmpty()) {
      throw new IllegalArgumentException(
          "Nothing is encoded: write \"encoding\": {\"x\": {\"field\": …, \"type\": …}, …}.");
    }
    Set<String> columns = new TreeSet<>();
    rows.forEach(row -> row.fieldNames().forEachRemaining(columns::add));
    for (var channel : encoding.properties()) {
      new ChannelRules(channel.getKey(), channel.getValue(), rows, columns).check();
    }
    String mark = ChartSpec.markOf(root);
    for (String needed : needed(mark)) {
      if (!encoding.has(needed)) {
        throw new IllegalArgumentException(
            "The mark '%s' needs the channel '%s'; encoded are %s."
                .formatted(mark, needed, Encodings.names(encoding)));
      }
    }
    if (!mark.equals("text") && !encoding.has("x") && !encoding.has("y")) {
      throw new IllegalArgumentException(
          "The mark '%s' needs a channel 'x' or 'y'; encoded are %s."
              .formatted(mark, Encodings.names(encoding)));
    }
  }

  private static List<String> needed(String mark) {
    return switch (mark) {
      case "bar", "line", "area", "rect" -> List.of("x", "y");
      case "text" -> List.of("text");
      default -> List.of();
    };
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
