package dev.kindling.tracking.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Values as Python prints them, because MLflow's messages hold them so. */
final class PythonText {

  private PythonText() {}

  /** A text in quotes: single ones, unless only double ones save escaping. */
  static String quoted(String text) {
    char quote = quote(text);
    StringBuilder quoted = new StringBuilder().append(quote);
    text.codePoints().forEach(c -> append(quoted, c, quote));
    return quoted.append(quote).toString();
  }

  private static char quote(String text) {
    return text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
  }

  private static void append(StringBuilder quoted, int c, char quote) {
    switch (c) {
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (c == quote) {
          quoted.append('\\').append(quote);
        } else if (c < ' ' || c == 0x7f) {
          quoted.append("\\x%02x".formatted(c));
        } else {
          quoted.appendCodePoint(c);
        }
      }
    }
  }

  /** Bytes. */
  static String bytes(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte each : bytes) {
      text.append((char) (each & 0xff));
    }
    char quote = quote(text.toString());
    StringBuilder quoted = new StringBuilder().append('b').append(quote);
    text.chars()
        .forEach(
            c -> {
              if (c > 0x7f) {
                quoted.append("\\x%02x".formatted(c));
              } else {
                append(quoted, c, quote);
              }
            });
    return quoted.append(quote).toString();
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
      case STRING -> quoted(value.textValue());
      case BOOLEAN -> value.booleanValue() ? "True" : "False";
      case NULL, MISSING -> "None";
      case ARRAY -> {
        List<String> elements = new ArrayList<>();
        value.forEach(element -> elements.add(json(element)));
        yield "[" + String.join(", ", elements) + "]";
      }
      case OBJECT ->
          value.properties().stream()
              .map(field -> quoted(field.getKey()) + ": " + json(field.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> value.asText();
    };
  }
}
