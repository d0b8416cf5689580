package dev.kindling.tracking.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.tracking.protocol.PythonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Values as Python prints them, because MLflow's messages hold them so. */
final class PythonValues {

  private PythonValues() {}

  /** Bytes. */
  static String bytes(byte[] bytes) {
    StringBuilder told = new StringBuilder("b");
    PythonText.quoted(new String(bytes, StandardCharsets.ISO_8859_1))
        .chars()
        .forEach(c -> told.append(c < ' ' || c > '~' ? "\\x%02x".formatted(c) : (char) c));
    return told.toString();
  }

  /** A set of texts; Python has them in any order, here they are sorted. */
  static String set(Collection<String> texts) {
    return texts.stream()
        .sorted()
        .map(PythonText::quoted)
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /** A list of texts. */
  static String list(Collection<String> texts) {
    return texts.stream().map(PythonText::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  /** What was JSON. */
  static String json(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> PythonText.quoted(value.textValue());
      case BOOLEAN -> value.booleanValue() ? "True" : "False";
      case NULL, MISSING -> "None";
      case ARRAY -> {
        List<String> elements = new ArrayList<>();
        value.forEach(element -> elements.add(json(element)));
        yield "[" + String.join(", ", elements) + "]";
      }
      case OBJECT ->
          value.properties().stream()
              .map(field -> PythonText.quoted(field.getKey()) + ": " + json(field.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> value.asText();
    };
  }
}
