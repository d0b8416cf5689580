package dev.kindling.profile.scan;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;

import dev.kindling.profile.stat.Hash64;
import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** How the cells of a column are read: every Spark type comes down to one of a few Java types. */
public enum Reading {
  /** float, double, and decimals that a double holds without loss. */
  DOUBLE,
  /** Whole numbers. */
  LONG,
  /** Decimals with more digits than a double has: their text tells them apart. */
  DECIMAL,
  TEXT,
  BOOLEAN,
  /** Dates, as days since 1970. */
  DAY,
  /** Timestamps, as microseconds since 1970. */
  MICROS,
  /** All other types: only whether there is a value. */
  NONE;

  private static final int DIGITS_OF_A_DOUBLE = 15;

  /** A text longer than this is told apart by its beginning and a hash of the whole. */
  private static final int LONGEST_KEY = 200;

  /** How a column of this type is read. */
  public static Reading of(DataType type) {
    if (type instanceof DoubleType || type instanceof FloatType) {
      return DOUBLE;
    }
    if (type instanceof DecimalType decimal) {
      return decimal.precision() <= DIGITS_OF_A_DOUBLE ? DOUBLE : DECIMAL;
    }
    if (type instanceof NumericType) {
      return LONG;
    }
    if (type instanceof StringType) {
      return TEXT;
    }
    if (type instanceof BooleanType) {
      return BOOLEAN;
    }
    if (type instanceof DateType) {
      return DAY;
    }
    return type instanceof TimestampType || type instanceof TimestampNTZType ? MICROS : NONE;
  }

  public boolean numeric() {
    return this == DOUBLE || this == LONG || this == DECIMAL;
  }

  public boolean time() {
    return this == DAY || this == MICROS;
  }

  /** What to select so that {@link #key} can read it; {@code name} needs no quotes. */
  Column select(String name, DataType type) {
    Column column = functions.col(name);
    return switch (this) {
      case DOUBLE -> column.cast("double");
      case LONG -> column.cast("bigint");
      case DECIMAL, TEXT -> column.cast("string");
      case BOOLEAN -> column;
      case DAY -> unix_date(column).cast("bigint");
      case MICROS ->
          type instanceof TimestampType
              ? unix_micros(column)
              : expr(
                  "timestampdiff(MICROSECOND, TIMESTAMP_NTZ'1970-01-01 00:00:00', " + name + ")");
      case NONE -> functions.when(column.isNotNull(), functions.lit(true));
    };
  }

  /** What tells a cell's value from others; not null. */
  Object key(Object cell) {
    if (this == DOUBLE) {
      return (Double) cell == 0 ? (Object) 0.0 : cell; // -0.0 equals 0.0
    }
    if (this == TEXT) {
      String text = (String) cell;
      return text.length() <= LONGEST_KEY
          ? text
          : text.substring(0, LONGEST_KEY) + "…#" + Long.toHexString(Hash64.of(text));
    }
    return cell;
  }

  /** A cell as a number; for numbers and times. */
  public double asNumber(Object cell) {
    return this == DECIMAL
        ? new BigDecimal((String) cell).doubleValue()
        : ((Number) cell).doubleValue();
  }
}
