package dev.kindling.tracking.protocol;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds and writes the JSON of answers: snake case, unset fields left out, indented by two. */
public final class Answers {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ObjectWriter WRITER =
      MAPPER.writer(
          new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                      .withObjectEmptySeparator("")
                      .withArrayEmptySeparator(""))
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private Answers() {}

  /** An object without fields: the answer of a call that only does something. */
  public static ObjectNode empty() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An object with one field. */
  public static ObjectNode of(String name, ObjectNode value) {
    ObjectNode answer = empty();
    answer.set(name, value);
    return answer;
  }

  /** Adds a text unless it is null. */
  public static void put(ObjectNode object, String name, @Nullable String value) {
    if (value != null) {
      object.put(name, value);
    }
  }

  /** Adds a number unless it is null. */
  public static void put(ObjectNode object, String name, @Nullable Long value) {
    if (value != null) {
      object.put(name, value.longValue());
    }
  }

  /** Adds a double; what JSON has no number for goes as text, as in protobuf's JSON. */
  public static void put(ObjectNode object, String name, double value) {
    if (Double.isNaN(value)) {
      object.put(name, "NaN");
    } else if (Double.isInfinite(value)) {
      object.put(name, value > 0 ? "Infinity" : "-Infinity");
    } else {
      object.put(name, value);
    }
  }

  /** Adds a list unless it is empty: an empty repeated field is left out. */
  public static <T> void list(
      ObjectNode object, String name, Collection<T> values, Function<T, ObjectNode> json) {
    if (!values.isEmpty()) {
      ArrayNode array = object.putArray(name);
      values.forEach(value -> array.add(json.apply(value)));
    }
  }

  /** The text of an answer. */
  public static byte[] bytes(ObjectNode answer) {
    try {
      return WRITER.writeValueAsBytes(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer cannot be written as JSON.", e);
    }
  }

  /** The body that tells an error. */
  public static byte[] error(ErrorCode code, String message) {
    ObjectNode error = empty();
    error.put("error_code", code.name());
    error.put("message", message);
    try {
      return MAPPER.writeValueAsBytes(error);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An error cannot be written as JSON.", e);
    }
  }
}
