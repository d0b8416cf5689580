package dev.kindling.plot.spec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A chart as data: a <a href="https://vega.github.io/vega-lite/">Vega-Lite</a> specification of one
 * view, with its rows inside. Immutable, and checked when it is made: its mark, its encodings,
 * their types, and that the rows hold what the encodings name. Paste {@link #json()} into any Vega
 * editor and it draws the same chart.
 *
 * <p>{@code dev.kindling.plot.Chart} makes one from a frame; {@link #of} reads one that a person
 * wrote.
 */
public final class ChartSpec {

  /** The schema that new specifications name. */
  public static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";

  /** A chart holds no more rows than this: more is for Spark to count or to sample. */
  public static final int MOST_ROWS = 5_000;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final ObjectNode root;

  private ChartSpec(ObjectNode root) {
    this.root = root;
  }

  /**
   * Reads and checks a specification.
   *
   * @throws IllegalArgumentException when it is not JSON, or not a chart of one view with its rows
   *     inside; the message says where and what to do
   */
  @JsonCreator
  public static ChartSpec of(String json) {
    JsonNode node;
    try {
      node = MAPPER.readTree(json == null ? "" : json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "The specification is not JSON: %s (line %d, column %d)."
              .formatted(
                  e.getOriginalMessage(),
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 1 : e.getLocation().getColumnNr()),
          e);
    }
    if (!(node instanceof ObjectNode object)) {
      throw new IllegalArgumentException(
          "A specification is a JSON object, such as {\"mark\": \"bar\", …}; this is %s."
              .formatted(node.isMissingNode() ? "empty" : "another kind of JSON value"));
    }
    return of(object);
  }

  /** Checks a specification; later changes to {@code specification} do not reach the chart. */
  static ChartSpec of(ObjectNode specification) {
    ObjectNode copy = specification.deepCopy();
    new SpecRules(copy).check();
    return new ChartSpec(copy);
  }

  /** The specification, indented, for people and for Vega editors. */
  @JsonValue
  public String json() {
    return root.toPrettyString();
  }

  /** The mark, such as {@code bar}, {@code line}, {@code point}, {@code boxplot}, {@code rect}. */
  public String mark() {
    return markOf(root);
  }

  static String markOf(JsonNode root) {
    JsonNode mark = root.path("mark");
    return mark.isObject() ? mark.path("type").asText() : mark.asText();
  }

  /** A property of the mark, such as {@code extent} of a {@code boxplot}, as text. */
  public Optional<String> markProperty(String name) {
    JsonNode value = root.path("mark").path(name);
    return value.isValueNode() ? Optional.of(value.asText()) : Optional.empty();
  }

  /** The channels that are encoded, in the order they are written. */
  public List<String> channels() {
    List<String> channels = new ArrayList<>();
    root.path("encoding").fieldNames().forEachRemaining(channels::add);
    return channels;
  }

  public boolean encodes(String channel) {
    return root.path("encoding").has(channel);
  }

  /**
   * How a channel gets its values.
   *
   * @throws IllegalArgumentException when the chart does not encode it
   */
  public Encoding encoding(String channel) {
    if (!encodes(channel)) {
      throw new IllegalArgumentException(
          "The chart encodes no '%s', only %s.".formatted(channel, channels()));
    }
    return Encoding.of(channel, root.path("encoding").path(channel));
  }

  /** A channel's whole definition, for what {@link Encoding} leaves out. */
  public JsonNode definition(String channel) {
    return root.path("encoding").path(channel).deepCopy();
  }

  /** The rows, column by column. Values are texts, doubles (every number), booleans or null. */
  public List<Map<String, Object>> rows() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (JsonNode row : root.path("data").path("values")) {
      Map<String, Object> cells = new LinkedHashMap<>();
      row.properties().forEach(cell -> cells.put(cell.getKey(), value(cell.getValue())));
      rows.add(Collections.unmodifiableMap(cells));
    }
    return Collections.unmodifiableList(rows);
  }

  static @Nullable Object value(JsonNode node) {
    if (node.isNumber()) {
      return node.doubleValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isNull() || node.isMissingNode() ? null : node.asText();
  }

  /** The values of one column, row by row; null where a row has none. */
  public List<Object> values(String field) {
    List<Object> values = new ArrayList<>();
    rows().forEach(row -> values.add(row.get(field)));
    return Collections.unmodifiableList(values);
  }

  /** The title; empty when there is none. */
  public String title() {
    JsonNode title = root.path("title");
    return title.isObject() ? lines(title.path("text")) : lines(title);
  }

  /** What stands below the title, such as how many rows were sampled; empty when nothing does. */
  public String subtitle() {
    return lines(root.path("title").path("subtitle"));
  }

  private static String lines(JsonNode text) {
    if (!text.isArray()) {
      return text.asText("");
    }
    List<String> lines = new ArrayList<>();
    text.forEach(line -> lines.add(line.asText()));
    return String.join("\n", lines);
  }

  /** The text for people who do not see the picture; empty when there is none. */
  public String description() {
    return root.path("description").asText("");
  }

  /** What the chart was made from, when {@code Chart} made it. */
  public Optional<ChartNotes> notes() {
    return Optional.ofNullable(ChartNotes.of(root));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChartSpec spec && json().equals(spec.json());
  }

  @Override
  public int hashCode() {
    return json().hashCode();
  }

  @Override
  public String toString() {
    return "%s of %s".formatted(mark(), channels());
  }
}
