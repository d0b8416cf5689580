package dev.kindling.tracking.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A key and its value: a parameter or a tag. */
public record KeyValue(String key, String value) {

  /** Reads one; what is not given is empty. */
  public static KeyValue of(Fields fields) {
    return new KeyValue(fields.text("key", ""), fields.text("value", ""));
  }

  /** Reads a list of them. */
  public static List<KeyValue> all(Fields request, String name) {
    return request.objects(name).stream().map(KeyValue::of).toList();
  }

  /** As answers show it. */
  public ObjectNode json() {
    ObjectNode json = Answers.empty();
    json.put("key", key);
    json.put("value", value == null ? "" : value);
    return json;
  }
}
