package dev.kindling.plot.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The words of encodings that Vega-Lite knows. */
final class Encodings {

  static final List<String> TYPES = List.of("quantitative", "nominal", "ordinal", "temporal");

  static final List<String> DRAWN = List.of("x", "y", "x2", "y2", "color", "text");

  /** Known to Vega-Lite and harmless here: they change details, not what is drawn where. */
  static final List<String> IGNORED =
      List.of("tooltip", "order", "detail", "opacity", "size", "shape", "description");

  static final List<String> AGGREGATES =
      List.of("count", "sum", "mean", "average", "median", "min", "max");

  private Encodings() {}

  static String names(JsonNode encoding) {
    List<String> names = new ArrayList<>();
    encoding.fieldNames().forEachRemaining(name -> names.add("'" + name + "'"));
    return String.join(", ", names);
  }
}
