package dev.kindling.data;

import dev.kindling.data.ColumnType.Decimal;
import dev.kindling.data.ColumnType.ListOf;
import dev.kindling.data.ColumnType.Scalar;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One value as it is written in the text of a table: {@code 12}, {@code 1_000.5}, {@code NaN},
 * {@code -Infinity}, {@code true}, {@code Bern}, {@code ' with blanks '}, {@code
 * 2024-02-29T10:00:00Z}, {@code [1, 2, null]}, {@code null}. A text in quotes, single or double,
 * holds its own quote by writing it twice.
 *
 * @param text without blanks at its ends
 */
record Literal(String text) {

  private static final Pattern WHOLE = Pattern.compile("[-+]?\\d[\\d_]*");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d[\\d_]*(\\.\\d+)?");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?\\d[\\d_]*(\\.\\d+)?([eE][-+]?\\d+)?|NaN|[-+]?Infinity");

  /**
   * The value, which may be null.
   *
   * @throws IllegalArgumentException if the text is no value of the type
   */
  @Nullable Object value(ColumnType type) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no value: write null if it is missing, and '' for an empty text.");
    }
    if (text.equals("null")) {
      return null;
    }
    if (type instanceof ListOf list) {
      return list(list.element(), type);
    }
    return type instanceof Decimal ? read(type, DECIMAL, BigDecimal::new) : scalar((Scalar) type);
  }

  private Object scalar(Scalar type) {
    return switch (type) {
      case STRING -> isQuoted() ? unquoted() : text;
      case BOOLEAN -> read(type, Pattern.compile("true|false"), Boolean::valueOf);
      case BYTE, SHORT, INT, LONG -> read(type, WHOLE, Long::valueOf);
      case FLOAT -> read(type, NUMBER, Float::valueOf);
      case DOUBLE -> read(type, NUMBER, Double::valueOf);
      case DATE -> time(type, LocalDate::parse);
      case TIMESTAMP -> time(type, Literal::instant);
      case TIMESTAMP_NTZ -> time(type, LocalDateTime::parse);
      case VECTOR -> fitting(list(Scalar.DOUBLE, type), type);
    };
  }

  private Object read(ColumnType type, Pattern form, Function<String, ?> reading) {
    if (!form.matcher(text).matches()) {
      throw wrong(type);
    }
    try {
      return fitting(reading.apply(text.replace("_", "")), type);
    } catch (NumberFormatException e) {
      throw wrong(type);
    }
  }

  private Object time(ColumnType type, Function<String, ?> reading) {
    try {
      return reading.apply(text.replace(' ', 'T'));
    } catch (DateTimeException e) {
      throw wrong(type);
    }
  }

  /** Without a zone the time is in UTC, as in every session that Kindling starts. */
  private static Instant instant(String text) {
    return text.endsWith("Z")
        ? Instant.parse(text)
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  private List<Object> list(ColumnType element, ColumnType type) {
    if (!text.startsWith("[") || !text.endsWith("]")) {
      throw wrong(type);
    }
    String inner = text.substring(1, text.length() - 1);
    List<Object> values = new ArrayList<>();
    if (!inner.isBlank()) {
      Pieces.of(inner, ',').forEach(piece -> values.add(new Literal(piece.text()).value(element)));
    }
    return Collections.unmodifiableList(values);
  }

  private boolean isQuoted() {
    return text.startsWith("'") || text.startsWith("\"");
  }

  private String unquoted() {
    String quote = text.substring(0, 1);
    String inner = text.substring(1, Math.max(1, text.length() - 1));
    if (!text.endsWith(quote) || inner.replace(quote + quote, "").contains(quote)) {
      throw new IllegalArgumentException(
          "%s goes on behind its closing quote: end it there, or write a quote within it twice."
              .formatted(text));
    }
    return inner.replace(quote + quote, quote);
  }

  private Object fitting(Object value, ColumnType type) {
    return TypedValue.of(value, type).orElseThrow(() -> wrong(type));
  }

  private IllegalArgumentException wrong(ColumnType type) {
    return new IllegalArgumentException(
        "'%s' is no %s: write it like %s, or null.".formatted(text, type.text(), like(type)));
  }

  private static String like(ColumnType type) {
    if (type instanceof ListOf list) {
      String element = like(list.element());
      return "[%s, %s]".formatted(element, element);
    }
    if (type instanceof Decimal decimal) {
      return BigDecimal.ONE.setScale(decimal.scale()).toPlainString();
    }
    return switch ((Scalar) type) {
      case STRING -> "Bern";
      case BOOLEAN -> "true";
      case BYTE, SHORT, INT, LONG -> "12";
      case FLOAT, DOUBLE -> "12.5";
      case DATE -> "2024-02-29";
      case TIMESTAMP -> "2024-02-29T10:30:00Z";
      case TIMESTAMP_NTZ -> "2024-02-29T10:30:00";
      case VECTOR -> "[1.0, 0.5]";
    };
  }
}
