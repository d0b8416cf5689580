package dev.kindling.data;

import dev.kindling.data.ColumnType.Decimal;
import dev.kindling.data.ColumnType.ListOf;
import dev.kindling.data.ColumnType.Scalar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values in the Java class of a column's type. What fits without a loss is widened, such as an
 * {@code Integer} in a column of doubles; nothing is cut or rounded.
 */
final class TypedValue {

  private TypedValue() {}

  /**
   * A row whose values are in the classes of the declared types.
   *
   * @param number counts rows from 1, for the message
   * @throws IllegalArgumentException if the row is too long or too short, or a value does not fit
   */
  static List<Object> row(
      List<Object> row, int number, List<String> columns, Map<String, ColumnType> types) {
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(
          "A row has %d values but there are %d columns: %s"
              .formatted(row.size(), columns.size(), row));
    }
    List<Object> values = new ArrayList<>(row);
    for (int i = 0; i < values.size() && !types.isEmpty(); i++) {
      String column = columns.get(i);
      ColumnType type = types.get(column);
      Object value = values.get(i);
      if (type != null && value != null) {
        values.set(i, of(value, type).orElseThrow(() -> misfit(column, type, number, value)));
      }
    }
    return Collections.unmodifiableList(values);
  }

  private static IllegalArgumentException misfit(
      String column, ColumnType type, int row, Object value) {
    return new IllegalArgumentException(
        "Column '%s' is %s, but row %d has '%s' (%s)."
            .formatted(column, type.text(), row, value, value.getClass().getSimpleName()));
  }

  /** The value in the class of the type; empty if it does not fit. The value is not null. */
  static Optional<Object> of(Object value, ColumnType type) {
    if (type instanceof Scalar scalar) {
      return Optional.ofNullable(scalar(value, scalar));
    }
    if (type instanceof Decimal decimal) {
      return Optional.ofNullable(decimal(value, decimal));
    }
    return value instanceof List<?> list ? list(list, ((ListOf) type).element()) : Optional.empty();
  }

  private static @Nullable Object scalar(Object value, Scalar type) {
    return switch (type) {
      case STRING -> value instanceof String ? value : null;
      case BOOLEAN -> value instanceof Boolean ? value : null;
      case BYTE, SHORT, INT, LONG -> whole(value, type);
      case FLOAT ->
          value instanceof Float ? value : fraction(value, 24).map(Double::floatValue).orElse(null);
      case DOUBLE -> value instanceof Double ? value : fraction(value, 53).orElse(null);
      case DATE ->
          value instanceof java.sql.Date date
              ? date.toLocalDate()
              : value instanceof LocalDate ? value : null;
      case TIMESTAMP ->
          value instanceof java.sql.Timestamp time
              ? time.toInstant()
              : value instanceof Instant ? value : null;
      case TIMESTAMP_NTZ -> value instanceof LocalDateTime ? value : null;
      case VECTOR -> vector(value);
    };
  }

  private static boolean isWhole(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte;
  }

  private static @Nullable Object whole(Object value, Scalar type) {
    if (!isWhole(value)) {
      return null;
    }
    long number = ((Number) value).longValue();
    return switch (type) {
      case BYTE -> number == (byte) number ? (Object) (byte) number : null;
      case SHORT -> number == (short) number ? (Object) (short) number : null;
      case INT -> number == (int) number ? (Object) (int) number : null;
      default -> number;
    };
  }

  /** A whole number of at most so many bits, or a float, as a double. */
  private static Optional<Double> fraction(Object value, int bits) {
    if (value instanceof Float number) {
      return Optional.of(number.doubleValue());
    }
    return isWhole(value) && Math.abs(((Number) value).longValue()) <= 1L << bits
        ? Optional.of(((Number) value).doubleValue())
        : Optional.empty();
  }

  private static @Nullable Object decimal(Object value, Decimal type) {
    BigDecimal number =
        value instanceof BigDecimal given
            ? given
            : isWhole(value) ? BigDecimal.valueOf(((Number) value).longValue()) : null;
    if (number == null || number.stripTrailingZeros().scale() > type.scale()) {
      return null;
    }
    BigDecimal scaled = number.setScale(type.scale(), RoundingMode.UNNECESSARY);
    return scaled.precision() <= type.precision() ? scaled : null;
  }

  private static @Nullable Object vector(Object value) {
    if (!(value instanceof List<?> list)) {
      return null;
    }
    List<Object> numbers = new ArrayList<>(list.size());
    for (Object element : list) {
      Object number = element == null ? null : scalar(element, Scalar.DOUBLE);
      if (number == null) {
        return null;
      }
      numbers.add(number);
    }
    return Collections.unmodifiableList(numbers);
  }

  private static Optional<Object> list(List<?> values, ColumnType element) {
    List<Object> elements = new ArrayList<>(values.size());
    for (Object value : values) {
      Optional<Object> typed = value == null ? Optional.empty() : of(value, element);
      if (value != null && typed.isEmpty()) {
        return Optional.empty();
      }
      elements.add(typed.orElse(null));
    }
    return Optional.of(Collections.unmodifiableList(elements));
  }
}
