package dev.kindling.tracking.contract;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fills in what stands in <code>${…}</code>: a variable; <code>${*}</code>, the value of this turn;
 * <code>${x*500}</code>, a text 500 times; <code>${u+0000}</code>, a character; <code>
 * ${3 of {"key": "k#"}}</code>, a list's three elements with their number for each {@code #}.
 */
final class Template {
  private static final Pattern LIST = Pattern.compile("\\$\\{(\\d+) of (\\{[^{}]*\\})\\}");
  private static final Pattern SLOT = Pattern.compile("\\$\\{([^{}]+)\\}");
  private static final Pattern TIMES = Pattern.compile("(.+)\\*(\\d+)", Pattern.DOTALL);
  private static final Pattern CHARACTER = Pattern.compile("u\\+([0-9A-F]{4})");

  private final Map<String, String> variables;

  Template(Map<String, String> variables) {
    this.variables = variables;
  }

  /** The text with every value as it is. */
  String plain(String text) {
    return filled(text, UnaryOperator.identity());
  }

  /** The text with every value escaped as inside a JSON string. */
  String json(String text) {
    return filled(text, v -> new String(JsonStringEncoder.getInstance().quoteAsString(v)));
  }

  /** Path and query; values are encoded in the query and left alone in the path. */
  String target(String text) {
    int query = text.indexOf('?');
    if (query < 0) {
      return legal(plain(text));
    }
    String filled =
        filled(text.substring(query), v -> URLEncoder.encode(v, StandardCharsets.UTF_8));
    return legal(plain(text.substring(0, query)) + filled);
  }

  private String filled(String text, UnaryOperator<String> escaped) {
    String lists =
        LIST.matcher(text)
            .replaceAll(
                m -> Matcher.quoteReplacement(elements(Integer.parseInt(m.group(1)), m.group(2))));
    return SLOT.matcher(lists)
        .replaceAll(m -> Matcher.quoteReplacement(escaped.apply(value(m.group(1)))));
  }

  private static String elements(int count, String element) {
    return IntStream.range(0, count)
        .mapToObj(i -> element.replace("#", Integer.toString(i)))
        .collect(Collectors.joining(", "));
  }

  private String value(String slot) {
    Matcher times = TIMES.matcher(slot);
    Matcher character = CHARACTER.matcher(slot);
    if (variables.containsKey(slot)) {
      return slot.equals("*") ? plainTurn(variables.get(slot)) : variables.get(slot);
    } else if (times.matches()) {
      return times.group(1).repeat(Integer.parseInt(times.group(2)));
    } else if (character.matches()) {
      return Character.toString(Integer.parseInt(character.group(1), 16));
    }
    throw new IllegalStateException("'${" + slot + "}' has no value: no earlier call captured it.");
  }

  /** The value of a turn may have slots of its own. */
  private String plainTurn(String turn) {
    return SLOT.matcher(turn).replaceAll(m -> Matcher.quoteReplacement(value(m.group(1))));
  }

  /** Encodes only what must not stand in a request line, so that odd paths can be sent as such. */
  private static String legal(String target) {
    StringBuilder legal = new StringBuilder();
    for (byte b : target.getBytes(StandardCharsets.UTF_8)) {
      if (b <= ' ' || b == 0x7f || "\"<>`{}|^".indexOf(b) >= 0) {
        legal.append('%').append(String.format("%02X", b & 0xff));
      } else {
        legal.append((char) b);
      }
    }
    return legal.toString();
  }
}
