package dev.kindling.tracking.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts names in the place of what differs from run to run: ids, times of now, generated names, page
 * tokens, absolute paths. The same value gets the same name, so that identity is still compared. A
 * captured value is called as its variable in all answers; any other by its kind and a number, anew
 * in each answer, so that one stray id does not change the names of all that follow.
 *
 * <p>One mask serves one scenario on one server. Times that a scenario itself gives lie in the past
 * and stay.
 */
final class Mask {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final long HOUR = 3_600_000L;
  private static final Pattern UUID =
      Pattern.compile("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");
  private static final Pattern ID = Pattern.compile("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]*");
  private static final Pattern SQL = Pattern.compile("\\((sqlite3|psycopg2)\\.[\\s\\S]*");
  private static final Pattern SET = Pattern.compile("\\{('[^{}':]*'(, '[^{}':]*')+)\\}");
  private static final Pattern MILLIS = Pattern.compile("\\b1[0-9]{12}\\b");
  private static final Pattern GENERATED_NAME = Pattern.compile("[a-z]+-[a-z]+-[0-9]{1,3}");
  private static final List<String> NAME_FIELDS = List.of("run_name", "value");

  /** Shorter values, such as the id of an experiment, would also be found where they are not. */
  private static final int LONG_ENOUGH = 16;

  private final Map<String, String> literals;
  private final long now = System.currentTimeMillis();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, String> unnamed = new LinkedHashMap<>();
  private final Map<String, Integer> counts = new LinkedHashMap<>();

  /**
   * A new mask.
   *
   * @param literals texts of this server, such as its folder, and what stands for them
   */
  Mask(Map<String, String> literals) {
    this.literals = Map.copyOf(literals);
  }

  /** Calls this value so from now on. The first name of a value stays. */
  void name(String value, String name) {
    names.putIfAbsent(value, "<" + name + ">");
  }

  /** The answer's JSON, masked. */
  JsonNode json(JsonNode node) {
    unnamed.clear();
    counts.clear();
    return json("", node);
  }

  private JsonNode json(String field, JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode masked = NODES.objectNode();
      object
          .properties()
          .forEach(e -> masked.set(text(e.getKey()), json(e.getKey(), e.getValue())));
      return masked;
    } else if (node instanceof ArrayNode array) {
      ArrayNode masked = NODES.arrayNode();
      array.forEach(element -> masked.add(json(field, element)));
      return masked;
    } else if (node.isTextual()) {
      return NODES.textNode(text(field, node.textValue()));
    } else if (node.isIntegralNumber() && isNow(node.longValue())) {
      return NODES.textNode("<now>");
    } else if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
      return NODES.textNode("unquoted " + node.asText());
    }
    return node;
  }

  String text(String text) {
    return text("", text);
  }

  private String text(String field, String text) {
    if (field.equals("next_page_token") && !text.isEmpty()) {
      return named(text, "token");
    } else if (field.startsWith("experiment_id") && NUMBER.matcher(text).matches()) {
      return named(text, "experiment");
    } else if (NAME_FIELDS.contains(field) && GENERATED_NAME.matcher(text).matches()) {
      return named(text, "name");
    }
    String masked = SQL.matcher(text).replaceAll("<sql>");
    for (Map.Entry<String, String> literal : literals.entrySet()) {
      masked = masked.replace(literal.getKey(), literal.getValue());
    }
    masked = replaced(replaced(masked, names), unnamed);
    masked = SET.matcher(masked).replaceAll(m -> Matcher.quoteReplacement(sorted(m.group(1))));
    masked = UUID.matcher(masked).replaceAll(m -> named(m.group(), "uuid"));
    masked = ID.matcher(masked).replaceAll(m -> named(m.group(), "id"));
    return MILLIS
        .matcher(masked)
        .replaceAll(m -> isNow(Long.parseLong(m.group())) ? "<now>" : m.group());
  }

  private static String replaced(String text, Map<String, String> names) {
    String masked = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      masked =
          name.getKey().length() >= LONG_ENOUGH
              ? masked.replace(name.getKey(), name.getValue())
              : shortName(masked, name.getKey(), name.getValue());
    }
    return masked;
  }

  private static String shortName(String text, String value, String name) {
    return text.replaceAll(
            "(?<=')" + Pattern.quote(value) + "(?=/)", Matcher.quoteReplacement(name))
        .replaceAll(
            "(mlflow-artifacts:/|/artifacts/|[iI][dD][ =]'?|[eE]xperiment |Invalid value )"
                + Pattern.quote(value)
                + "(?![\\w.])",
            "$1" + Matcher.quoteReplacement(name));
  }

  /** MLflow writes sets of words into messages, in an order that is another in each process. */
  private static String sorted(String words) {
    return Stream.of(words.split(", ")).sorted().collect(Collectors.joining(", ", "{", "}"));
  }

  private boolean isNow(long millis) {
    return Math.abs(millis - now) < HOUR;
  }

  private String named(String value, String kind) {
    String name = names.get(value);
    return name != null
        ? name
        : unnamed.computeIfAbsent(
            value, v -> "<" + kind + "-" + counts.merge(kind, 1, Integer::sum) + ">");
  }
}
