package dev.kindling.plot.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.util.Set;

/** What the definition of one channel must be, and that the rows hold what it names. */
final class ChannelRules {

  private final String channel;
  private final JsonNode node;
  private final JsonNode rows;
  private final Set<String> columns;

  ChannelRules(String channel, JsonNode node, JsonNode rows, Set<String> columns) {
    this.channel = channel;
    this.node = node;
    this.rows = rows;
    this.columns = columns;
  }

  void check() {
    if (Encodings.IGNORED.contains(channel)) {
      return;
    }
    if (!Encodings.DRAWN.contains(channel)) {
      throw new IllegalArgumentException(
          "The channel '%s' in 'encoding' is not one of %s."
              .formatted(channel, String.join(", ", Encodings.DRAWN)));
    }
    if (!node.isObject()) {
      throw problem("is not an object like {\"field\": \"price\", \"type\": \"quantitative\"}");
    }
    if (node.has("value") && !node.has("field")) {
      return;
    }
    if (node.has("timeUnit")) {
      throw problem("has a 'timeUnit', which this page does not draw: truncate the date in Spark");
    }
    Encoding encoding = Encoding.of(channel, node);
    aggregate(encoding);
    type(encoding);
    if (encoding.field() != null) {
      field(encoding);
    } else if (!"count".equals(encoding.aggregate())) {
      throw problem("names no 'field'");
    }
  }

  private void aggregate(Encoding encoding) {
    if (node.has("aggregate") && !Encodings.AGGREGATES.contains(encoding.aggregate())) {
      throw problem(
          "has the aggregate '%s', which is not one of %s"
              .formatted(node.path("aggregate").asText(), String.join(", ", Encodings.AGGREGATES)));
    }
  }

  private void type(Encoding encoding) {
    if (encoding.type() == null && !node.has("type")) {
      boolean open = encoding.aggregate() != null || encoding.bin() != null;
      if (!open && !channel.endsWith("2")) {
        throw problem("has no 'type': say one of %s".formatted(String.join(", ", Encodings.TYPES)));
      }
    } else if (!Encodings.TYPES.contains(encoding.type())) {
      throw problem(
          "has the type '%s', which is not one of %s"
              .formatted(node.path("type").asText(), String.join(", ", Encodings.TYPES)));
    }
  }

  private void field(Encoding encoding) {
    if (!rows.isEmpty() && !columns.contains(encoding.field())) {
      throw problem(
          "names the field '%s', but the rows have %s"
              .formatted(encoding.field(), String.join(", ", columns)));
    }
    if ("count".equals(encoding.aggregate())) {
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      JsonNode value = rows.get(i).path(encoding.field());
      if (value.isNull() || value.isMissingNode()) {
        continue;
      }
      if (encoding.quantitative() || (channel.endsWith("2") && value.isTextual())) {
        number(encoding, i, value);
      } else if (encoding.temporal()) {
        time(encoding, i, value);
      }
    }
  }

  private void number(Encoding encoding, int row, JsonNode value) {
    if (!value.isNumber()) {
      throw problem(
          "is quantitative, but row %d holds %s in '%s': cast the column to a number in Spark"
              .formatted(row, shown(value), encoding.field()));
    }
    if (encoding.log() && encoding.aggregate() == null && value.doubleValue() <= 0) {
      throw problem(
          "has a log scale, but row %d holds %s in '%s': only numbers above 0 have a logarithm"
              .formatted(row, value.asText(), encoding.field()));
    }
  }

  private void time(Encoding encoding, int row, JsonNode value) {
    try {
      TimeText.millis(ChartSpec.value(value));
    } catch (DateTimeException e) {
      throw problem(
          "is temporal, but row %d holds %s in '%s': write dates like 2026-03-01"
              .formatted(row, shown(value), encoding.field()));
    }
  }

  private static String shown(JsonNode value) {
    return value.isTextual() ? "the text '%s'".formatted(value.asText()) : value.asText();
  }

  private IllegalArgumentException problem(String what) {
    return new IllegalArgumentException("encoding.%s %s.".formatted(channel, what));
  }
}
