package dev.kindling.plot;

import java.math.BigDecimal;
import java.sql.Timestamp;

/** Spark's values as a specification holds them. */
final class Cells {

  private Cells() {}

  /** Null, a Boolean, a Long, a finite Double or a text; times as ISO text. */
  static Object of(Object value) {
    if (value instanceof Double || value instanceof Float || value instanceof BigDecimal) {
      double number = ((Number) value).doubleValue();
      return Double.isNaN(number) || Double.isInfinite(number)
          ? (Object) Double.toString(number)
          : (Object) number;
    }
    if (value instanceof Number number) {
      return number.longValue();
    }
    if (value == null || value instanceof Boolean) {
      return value;
    }
    return value instanceof Timestamp time ? time.toLocalDateTime().toString() : value.toString();
  }

  static double number(Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }
}
