package dev.kindling.plot.spec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A specification that is being put together. */
public final class SpecDraft {

  private final ObjectNode root = JsonNodeFactory.instance.objectNode();
  private final ObjectNode encoding = JsonNodeFactory.instance.objectNode();
  private final ArrayNode values = JsonNodeFactory.instance.arrayNode();

  /** A chart with this mark. */
  public SpecDraft(String mark) {
    root.put("$schema", ChartSpec.SCHEMA);
    root.putObject("mark").put("type", mark);
  }

  /** Sets a property of the mark. */
  public SpecDraft mark(String property, String value) {
    root.withObject("/mark").put(property, value);
    return this;
  }

  public SpecDraft title(String title, List<String> subtitle) {
    ObjectNode node = root.putObject("title").put("text", title);
    if (!subtitle.isEmpty()) {
      ArrayNode lines = node.putArray("subtitle");
      subtitle.forEach(lines::add);
    }
    return this;
  }

  public SpecDraft description(String description) {
    root.put("description", description);
    return this;
  }

  public SpecDraft notes(ChartNotes notes) {
    notes.write(root);
    return this;
  }

  /** Encodes a channel and gives its definition for further properties. */
  public ObjectNode encode(
      String channel, String column, @Nullable String type, @Nullable String title) {
    ObjectNode node = encoding.putObject(channel);
    node.put("field", FieldNames.escape(column));
    if (type != null) {
      node.put("type", type);
    }
    if (title != null) {
      node.put("title", title);
    }
    return node;
  }

  /** Adds a row; its values are null, texts, finite numbers or booleans. */
  public SpecDraft row(Map<String, Object> cells) {
    ObjectNode row = values.addObject();
    cells.forEach(
        (column, value) -> {
          if (value == null) {
            row.putNull(column);
          } else if (value instanceof Double number) {
            row.put(column, number);
          } else if (value instanceof Number number) {
            row.put(column, number.longValue());
          } else if (value instanceof Boolean bool) {
            row.put(column, bool);
          } else {
            row.put(column, value.toString());
          }
        });
    return this;
  }

  /** The finished chart. */
  public ChartSpec spec() {
    root.putObject("data").set("values", values);
    root.set("encoding", encoding);
    return ChartSpec.of(root);
  }
}
