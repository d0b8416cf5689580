package dev.kindling.plot.spec;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * How one channel of a chart, such as {@code x} or {@code color}, gets its values.
 *
 * @param channel the channel
 * @param field the column of the rows, or null when there is none ({@code count} needs none)
 * @param type {@code quantitative}, {@code nominal}, {@code ordinal} or {@code temporal}; null when
 *     the specification leaves it open
 * @param aggregate such as {@code mean}, or null
 * @param bin {@code true}, {@code binned} (the rows hold ready-made bins) or null
 * @param maxBins how many bins at most, where {@code bin} is {@code true}
 * @param scale {@code linear}, {@code log} or another scale type that is written, or null
 * @param title what the axis or legend is called; empty for nothing, null for the field's name
 */
public record Encoding(
    String channel,
    @Nullable String field,
    @Nullable String type,
    @Nullable String aggregate,
    @Nullable String bin,
    int maxBins,
    @Nullable String scale,
    @Nullable String title) {

  private static final int BINS = 10;

  static Encoding of(String channel, JsonNode node) {
    JsonNode bin = node.path("bin");
    String kind = null;
    if (bin.asText().equals("binned") || bin.path("binned").asBoolean()) {
      kind = "binned";
    } else if (bin.isObject() || bin.asBoolean()) {
      kind = "true";
    }
    String field = text(node, "field");
    return new Encoding(
        channel,
        field == null ? null : FieldNames.unescape(field),
        text(node, "type"),
        text(node, "aggregate"),
        kind,
        bin.path("maxbins").asInt(BINS),
        text(node.path("scale"), "type"),
        // Null means no title; without the property the field's name is written.
        node.path("title").isNull() ? "" : text(node, "title"));
  }

  private static @Nullable String text(JsonNode node, String name) {
    return node.path(name).isTextual() ? node.path(name).asText() : null;
  }

  /** Whether the channel shows numbers along a continuous scale. */
  public boolean quantitative() {
    return "quantitative".equals(type) || (type == null && (aggregate != null || bin != null));
  }

  public boolean temporal() {
    return "temporal".equals(type);
  }

  /** Whether the channel shows separate values: categories, or numbers that stand for one each. */
  public boolean discrete() {
    return !quantitative() && !temporal();
  }

  public boolean log() {
    return "log".equals(scale);
  }

  /** What to write at the axis: its title, else what it shows. */
  public String label() {
    if (title != null) {
      return title;
    }
    if (aggregate == null) {
      return field == null ? "" : field;
    }
    return aggregate.equals("count") ? "count of rows" : aggregate + " of " + field;
  }
}
