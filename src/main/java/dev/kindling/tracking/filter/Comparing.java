package dev.kindling.tracking.filter;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.kindling.tracking.protocol.TrackingException;
import java.util.Collection;

/** Writes a comparison of a column with a value. */
final class Comparing {

  /** SQLite takes five times that, but no name or value is as long. */
  private static final int LONGEST_PATTERN = 10_000;

  private Comparing() {}

  /**
   * A comparison.
   *
   * @param column of ours, never a caller's text
   * @param comparator one of those that are known; the caller of this has checked it
   */
  static Condition of(String column, String comparator, Value value) {
    return switch (comparator) {
      case "=", "!=", "<", "<=", ">", ">=" ->
          Condition.of(column + " " + comparator + " ?", bound(value));
      case "LIKE" -> Condition.of(column + " LIKE ?", pattern(value));
      case "ILIKE" -> Condition.of("lower(" + column + ") LIKE lower(?)", pattern(value));
      case "IN", "NOT IN" ->
          Condition.of(column + " " + comparator + " (" + LIST + ")", list(value));
      default ->
          throw new IllegalArgumentException("'%s' is no known comparator.".formatted(comparator));
    };
  }

  /** One bound text for a list of any length. */
  private static final String LIST = "SELECT value FROM json_each(?)";

  /** A condition that a column is one of some values. */
  static Condition in(String column, Collection<?> values) {
    return Condition.of(column + " IN (" + LIST + ")", json(values));
  }

  private static Object bound(Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    if (value instanceof Value.Whole whole) {
      return whole.bound();
    }
    if (value instanceof Value.Decimal decimal) {
      return decimal.number();
    }
    throw TrackingException.invalid("A list can only be compared with IN and NOT IN.");
  }

  private static String pattern(Value value) {
    if (!(value instanceof Value.Text text)) {
      throw TrackingException.invalid("LIKE and ILIKE compare with one quoted text.");
    }
    if (text.text().length() > LONGEST_PATTERN) {
      throw TrackingException.invalid(
          "The pattern has %d characters: send one of at most %d.",
          text.text().length(), LONGEST_PATTERN);
    }
    return text.text();
  }

  private static String list(Value value) {
    if (!(value instanceof Value.Texts texts)) {
      throw TrackingException.invalid("IN and NOT IN compare with a list of quoted texts.");
    }
    return json(texts.texts());
  }

  private static String json(Collection<?> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Object value : values) {
      if (value instanceof Long number) {
        array.add(number);
      } else {
        array.add(value.toString());
      }
    }
    return array.toString();
  }
}
