package dev.kindling.tracking.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a request, or of an object within one, read as MLflow reads them: whole numbers
 * also as text, doubles also as {@code "NaN"} and {@code "Infinity"}, names in snake case or camel
 * case, and what is not known is ignored. A field of a query has the value as text, a repeated one
 * as a list.
 */
public final class Fields {

  /** Narrower than Java's own numbers, which also end in 'd' or are hexadecimal. */
  private static final Pattern NUMBER =
      Pattern.compile("NaN|[+-]?Infinity|[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]+)?");

  private static final String SEE_DOCS =
      " See the API docs for more information about request parameters.";

  private final ObjectNode fields;
  private final String path;
  private final boolean query;

  public Fields(ObjectNode fields) {
    this(fields, "", false);
  }

  /** The fields of a query: of one that is repeated where one value is wanted, the first counts. */
  public static Fields ofQuery(ObjectNode fields) {
    return new Fields(fields, "", true);
  }

  /** The fields of an object within a request; messages name them with the way to it in front. */
  private Fields(ObjectNode fields, String path, boolean query) {
    this.fields = fields;
    this.path = path;
    this.query = query;
  }

  /** What messages call a field of this object, such as {@code metrics[0].key}. */
  public String path(String name) {
    return path + name;
  }

  /** Whether the field was given, and not as null. */
  public boolean has(String name) {
    return value(name) != null;
  }

  /**
   * A text that must be given.
   *
   * @throws TrackingException when it is missing, empty or no text
   */
  public String required(String name) {
    String text = text(name);
    if (text == null || text.isEmpty()) {
      throw missing(path(name));
    }
    return text;
  }

  /**
   * A text that must be given, told under another name when it is not: an older name of a field.
   *
   * @throws TrackingException when it is missing, empty or no text
   */
  public String requiredAs(String name, String told) {
    String text = text(name);
    if (text == null || text.isEmpty()) {
      throw missing(path(told));
    }
    return text;
  }

  /** The error for a required field that is not there. */
  public static TrackingException missing(String name) {
    return TrackingException.invalid(
        "Missing value for required parameter '%s'.%s", name, SEE_DOCS);
  }

  /** A text, or null when it is not given. */
  public @Nullable String text(String name) {
    JsonNode value = single(name);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      throw wrongType(path(name), value);
    }
    return value.textValue();
  }

  /** A text, or another one when it is not given. */
  public String text(String name, String otherwise) {
    String text = text(name);
    return text == null ? otherwise : text;
  }

  /** A whole number, if given. */
  public OptionalLong integer(String name) {
    JsonNode value = single(name);
    if (value == null) {
      return OptionalLong.empty();
    }
    if (value.isIntegralNumber() && value.canConvertToLong()) {
      return OptionalLong.of(value.longValue());
    }
    if (value.isDouble() && value.doubleValue() == Math.rint(value.doubleValue())) {
      return OptionalLong.of(value.longValue());
    }
    if (value.isTextual()) {
      try {
        return OptionalLong.of(Long.parseLong(value.textValue()));
      } catch (NumberFormatException notANumber) {
        throw wrongType(path(name), value);
      }
    }
    throw wrongType(path(name), value);
  }

  /** A number, if given; it may be NaN or infinite. */
  public OptionalDouble number(String name) {
    JsonNode value = single(name);
    if (value == null) {
      return OptionalDouble.empty();
    }
    if (value.isNumber()) {
      return OptionalDouble.of(value.doubleValue());
    }
    if (value.isTextual()) {
      Matcher number = NUMBER.matcher(value.textValue());
      if (number.matches()) {
        return OptionalDouble.of(Double.parseDouble(value.textValue()));
      }
    }
    throw wrongType(path(name), value);
  }

  /** Yes or no; no when it is not given. */
  public boolean flag(String name) {
    JsonNode value = single(name);
    if (value == null) {
      return false;
    }
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    if (value.isTextual() && value.textValue().equalsIgnoreCase("true")) {
      return true;
    }
    if (value.isTextual() && value.textValue().equalsIgnoreCase("false")) {
      return false;
    }
    throw wrongType(path(name), value);
  }

  /** Texts; none when the field is not given. One text stands for a list of one. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : list(name)) {
      if (!element.isTextual()) {
        throw wrongType(path(name), given(name));
      }
      texts.add(element.textValue());
    }
    return texts;
  }

  /** Objects; none when the field is not given. */
  public List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    for (JsonNode element : list(name)) {
      if (!(element instanceof ObjectNode object)) {
        throw wrongType(path(name), given(name));
      }
      objects.add(new Fields(object, "%s[%d].".formatted(path(name), objects.size()), false));
    }
    return objects;
  }

  /** An object, or null when it is not given. */
  public @Nullable Fields object(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof ObjectNode object)) {
      throw wrongType(path(name), value);
    }
    return new Fields(object, path(name) + ".", false);
  }

  private @Nullable JsonNode single(String name) {
    JsonNode value = value(name);
    return query && value instanceof ArrayNode several ? several.get(0) : value;
  }

  /** The value as it came, or null when it is not given. */
  public @Nullable JsonNode value(String name) {
    JsonNode value = fields.get(name);
    String camel = camelCase(name);
    if (!camel.equals(name)) {
      JsonNode other = fields.get(camel);
      if (value != null && other != null) {
        throw TrackingException.invalid(
            "Request specifies both '%s' and '%s'; provide only one of them.", name, camel);
      }
      value = value == null ? other : value;
    }
    return value == null || value.isNull() ? null : value;
  }

  /** The value of a field whose elements have been looked at. */
  private JsonNode given(String name) {
    return Objects.requireNonNull(value(name), name);
  }

  private Iterable<JsonNode> list(String name) {
    JsonNode value = value(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof ArrayNode array) {
      return array;
    }
    if (value.isTextual()) {
      return List.of(value);
    }
    throw wrongType(path(name), value);
  }

  /** The error for a field of the wrong type, in MLflow's words, which name Python's types. */
  public static TrackingException wrongType(String name, JsonNode value) {
    return TrackingException.invalid(
        "Invalid value %s for parameter '%s' supplied:  Hint: Value was of type '%s'.%s",
        PythonText.ascii(value.toString()), name, pythonType(value), SEE_DOCS);
  }

  private static String pythonType(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "str";
      case BOOLEAN -> "bool";
      case NUMBER -> value.isIntegralNumber() ? "int" : "float";
      case ARRAY -> "list";
      case OBJECT -> "dict";
      default -> "NoneType";
    };
  }

  private static String camelCase(String name) {
    StringBuilder camel = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '_' && i + 1 < name.length()) {
        i++;
        camel.append(Character.toUpperCase(name.charAt(i)));
      } else {
        camel.append(name.charAt(i));
      }
    }
    return camel.toString();
  }
}
