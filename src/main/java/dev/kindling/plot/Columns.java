package dev.kindling.plot;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;

/** The columns of a frame, as charts need them. */
final class Columns {

  private final Dataset<Row> frame;

  Columns(Dataset<Row> frame) {
    this.frame = frame;
  }

  /**
   * A column by its exact name, dots included.
   *
   * @throws IllegalArgumentException when there is none
   */
  Column of(String name) {
    if (!Arrays.asList(frame.columns()).contains(name)) {
      throw new IllegalArgumentException(
          "There is no column '%s' to draw. The frame has %s."
              .formatted(name, String.join(", ", frame.columns())));
    }
    return frame.col("`" + name.replace("`", "``") + "`");
  }

  DataType type(String name) {
    of(name);
    return frame.schema().apply(name).dataType();
  }

  /**
   * A numeric column as doubles.
   *
   * @throws IllegalArgumentException when it is not numeric
   */
  Column number(String name) {
    if (!isNumber(name)) {
      throw new IllegalArgumentException(
          "The column '%s' is %s, and this chart needs numbers there. Cast it first, such as col(\"%s\").cast(\"double\")."
              .formatted(name, type(name).simpleString(), name));
    }
    return of(name).cast("double");
  }

  /** A column whose values stand for themselves: text, truth, number, date or time. */
  Column category(String name) {
    DataType type = type(name);
    if (!(type instanceof StringType || type instanceof BooleanType || isNumber(name))
        && !isTime(name)) {
      throw new IllegalArgumentException(
          "The column '%s' is %s, whose values cannot be drawn as categories."
              .formatted(name, type.simpleString()));
    }
    return of(name);
  }

  boolean isNumber(String name) {
    return type(name) instanceof NumericType;
  }

  boolean isTime(String name) {
    DataType type = type(name);
    return type instanceof DateType
        || type instanceof TimestampType
        || type instanceof TimestampNTZType;
  }

  /** Whether values have an order of their own, as text has not. */
  boolean isOrdered(String name) {
    return !(type(name) instanceof StringType);
  }

  /** Whether a double can be drawn: it is there and finite. */
  static Column drawable(Column number) {
    return functions.coalesce(
        functions
            .not(functions.isnan(number))
            .and(functions.abs(number).lt(functions.lit(Double.POSITIVE_INFINITY))),
        functions.lit(false));
  }
}
