package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.PythonText;
import dev.kindling.tracking.protocol.TrackingException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list behind IN: texts in single or double quotes with commas between, also with
 * Python's escapes, since MLflow reads it as Python does.
 */
final class ListLiteral {

  private static final String WHILE = "While parsing a list in the query, expected ";

  /** An element as Python would print it, and its text, or null for what is no text. */
  private record Element(String printed, @Nullable String text) {}

  private final String text;
  private int at;

  private ListLiteral(String text) {
    this.text = text;
  }

  /**
   * The texts of a list with its brackets.
   *
   * @throws TrackingException when it is empty, ill-formed or holds something else than texts
   */
  static List<String> texts(String parenthesis) {
    ListLiteral list = new ListLiteral(parenthesis.strip());
    List<Element> elements = list.elements();
    if (elements.isEmpty()) {
      throw TrackingException.invalid(
          WHILE + "a non-empty list of string values, but got empty list");
    }
    if (elements.stream().anyMatch(element -> element.text() == null)) {
      throw TrackingException.invalid(
          WHILE + "string value, punctuation, or whitespace, but got different type in list: %s",
          printed(elements));
    }
    return elements.stream().map(Element::text).toList();
  }

  private static String printed(List<Element> elements) {
    List<String> printed = elements.stream().map(Element::printed).toList();
    return "(" + String.join(", ", printed) + (printed.size() == 1 ? ",)" : ")");
  }

  private List<Element> elements() {
    // A list within brackets of its own is the same list.
    int depth = 0;
    while (peek() == '(') {
      at++;
      depth++;
    }
    List<Element> elements = new ArrayList<>();
    while (peek() != ')') {
      elements.add(element());
      if (peek() == ',') {
        at++;
      } else if (peek() != ')') {
        throw illFormed();
      }
    }
    for (; depth > 0; depth--) {
      if (peek() != ')') {
        throw illFormed();
      }
      at++;
    }
    if (peek() != 0) {
      throw illFormed();
    }
    return elements;
  }

  private Element element() {
    if (peek() != '\'' && peek() != '"') {
      return number();
    }
    StringBuilder together = new StringBuilder();
    while (peek() == '\'' || peek() == '"') {
      string(text.charAt(at), together);
    }
    return new Element(PythonText.quoted(together.toString()), together.toString());
  }

  private void string(char quote, StringBuilder into) {
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == quote) {
        at++;
        return;
      }
      if (c == '\\' && at + 1 < text.length()) {
        at++;
        escape(text.charAt(at), into);
      } else if (c == '\n') {
        throw illFormed();
      } else {
        into.append(c);
      }
    }
    throw illFormed();
  }

  private static void escape(char c, StringBuilder into) {
    switch (c) {
      case '\\', '\'', '"' -> into.append(c);
      case 'n' -> into.append('\n');
      case 'r' -> into.append('\r');
      case 't' -> into.append('\t');
      default -> into.append('\\').append(c);
    }
  }

  private Element number() {
    peek();
    int start = at;
    while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String number = text.substring(start, at);
    try {
      boolean whole = number.matches("-?[0-9]+");
      return new Element(whole ? number : Double.toString(Double.parseDouble(number)), null);
    } catch (NumberFormatException noNumber) {
      throw illFormed();
    }
  }

  /** The next character that is no space, or 0 at the end. */
  private char peek() {
    while (at < text.length() && Tokenizer.isSpace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private static TrackingException illFormed() {
    return TrackingException.invalid(
        WHILE + "a non-empty list of string values, but got ill-formed list.");
  }
}
