package dev.kindling.data;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the values of a column are. A type is written as in {@code price:double}: {@code string},
 * {@code boolean}, {@code byte}, {@code short}, {@code int}, {@code long}, {@code float}, {@code
 * double}, {@code date}, {@code timestamp}, {@code timestamp_ntz}, {@code decimal(8,2)}, {@code
 * vector}, or {@code array<…>} of one of these. Every value may be null.
 */
public sealed interface ColumnType {

  /** A type without a part. */
  enum Scalar implements ColumnType {
    STRING,
    BOOLEAN,
    BYTE,
    SHORT,
    INT,
    LONG,
    FLOAT,
    DOUBLE,
    /** {@code java.time.LocalDate}. */
    DATE,
    /** {@code java.time.Instant}. */
    TIMESTAMP,
    /** {@code java.time.LocalDateTime}. */
    TIMESTAMP_NTZ,
    /** A list of doubles, which becomes a Spark vector in a frame. */
    VECTOR;

    @Override
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * {@code java.math.BigDecimal}.
   *
   * @param precision the most digits in all
   * @param scale the digits behind the point
   */
  record Decimal(int precision, int scale) implements ColumnType {

    @Override
    public String text() {
      return "decimal(%d,%d)".formatted(precision, scale);
    }
  }

  /**
   * A list.
   *
   * @param element what its elements are
   */
  record ListOf(ColumnType element) implements ColumnType {

    @Override
    public String text() {
      return "array<%s>".formatted(element.text());
    }
  }

  /** The type as it is written. */
  String text();

  /**
   * Reads a type.
   *
   * @throws IllegalArgumentException if there is no such type
   */
  static ColumnType of(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    if (plain.startsWith("array<") && plain.endsWith(">")) {
      return new ListOf(of(plain.substring("array<".length(), plain.length() - 1)));
    }
    Matcher decimal = Pattern.compile("decimal\\((\\d{1,2}),\\s*(\\d{1,2})\\)").matcher(plain);
    if (decimal.matches()) {
      return new Decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
    }
    return switch (plain) {
      case "tinyint" -> Scalar.BYTE;
      case "smallint" -> Scalar.SHORT;
      case "integer" -> Scalar.INT;
      case "bigint" -> Scalar.LONG;
      default -> scalar(plain, text);
    };
  }

  private static ColumnType scalar(String plain, String text) {
    for (Scalar scalar : Scalar.values()) {
      if (scalar.text().equals(plain)) {
        return scalar;
      }
    }
    throw new IllegalArgumentException(
        "'%s' is no type of a column: write string, boolean, byte, short, int, long, float, double, date, timestamp, timestamp_ntz, decimal(8,2), vector, or array<…> of one of these."
            .formatted(text.strip()));
  }
}
