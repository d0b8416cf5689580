package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.TrackingException;

/** Takes quotes off. */
final class Quotes {

  private Quotes() {}

  /** A value without its quotes, which it must have; what is inside stays as it is. */
  static String value(String text) {
    if (isQuoted(text, '\'') || isQuoted(text, '"')) {
      return inside(text);
    }
    throw TrackingException.invalid(
        "Parameter value is either not quoted or unidentified quote types used for string value %s. Use either single or double quotes.",
        text);
  }

  /** A key without its quotes of any kind, if it has some. */
  static String key(String text) {
    boolean quoted = isQuoted(text, '\'') || isQuoted(text, '"');
    return withoutBackticks(quoted ? inside(text) : text);
  }

  static String withoutBackticks(String text) {
    return isQuoted(text, '`') ? inside(text) : text;
  }

  private static boolean isQuoted(String text, char quote) {
    return text.length() >= 2 && text.charAt(0) == quote && text.charAt(text.length() - 1) == quote;
  }

  private static String inside(String text) {
    return text.substring(1, text.length() - 1);
  }
}
