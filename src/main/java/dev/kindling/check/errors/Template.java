package dev.kindling.check.errors;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places for values: {@code {name}}, or {@code {name^}} for a value whose first
 * letter becomes a capital.
 */
record Template(String text) {

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(\\^?)}");

  /** The sentence with its values, or empty if one of them is missing. */
  Optional<String> fill(Map<String, String> values) {
    StringBuilder filled = new StringBuilder();
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      String value = values.get(place.group(1));
      if (value == null || value.isBlank()) {
        return Optional.empty();
      }
      String shown = place.group(2).isEmpty() ? value : capital(value);
      place.appendReplacement(filled, Matcher.quoteReplacement(shown));
    }
    return Optional.of(place.appendTail(filled).toString());
  }

  private static String capital(String value) {
    return Character.toUpperCase(value.charAt(0)) + value.substring(1);
  }
}
