package dev.kindling.tracking.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Writes values as Python does in MLflow's messages. */
public final class PythonText {

  private PythonText() {}

  /** A text as JSON in ASCII. */
  public static String json(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        case '\b' -> json.append("\\b");
        case '\f' -> json.append("\\f");
        default -> json.append(c < ' ' ? escaped(c) : String.valueOf(c));
      }
    }
    return ascii(json.append('"').toString());
  }

  /** JSON with what is not ASCII escaped. */
  public static String ascii(String json) {
    StringBuilder ascii = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      ascii.append(c > '~' ? escaped(c) : String.valueOf(c));
    }
    return ascii.toString();
  }

  /** A text in quotes, as a list or a message shows it. */
  public static String quoted(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder quoted = new StringBuilder().append(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c == quote) {
            quoted.append('\\');
          }
          quoted.append(c);
        }
      }
    }
    return quoted.append(quote).toString();
  }

  /** JSON in one line, with a blank after each comma and colon. */
  public static String spaced(JsonNode value) {
    StringBuilder json = new StringBuilder();
    if (value.isArray()) {
      json.append('[');
      String between = "";
      for (JsonNode element : value) {
        json.append(between).append(spaced(element));
        between = ", ";
      }
      return json.append(']').toString();
    }
    if (value.isObject()) {
      json.append('{');
      String between = "";
      for (Map.Entry<String, JsonNode> field : value.properties()) {
        json.append(between).append(json(field.getKey())).append(": ");
        json.append(spaced(field.getValue()));
        between = ", ";
      }
      return json.append('}').toString();
    }
    return value.isTextual() ? json(value.textValue()) : value.toString();
  }

  private static String escaped(char c) {
    return "\\u%04x".formatted((int) c);
  }
}
