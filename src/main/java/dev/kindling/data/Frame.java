package dev.kindling.data;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * A table with the Spark types it is read back with.
 *
 * @param name the name of the frame within its dataset; a folder is named after it
 * @param schema the columns, in the order of the table; every one may be null
 * @param table the values; a struct is a list of its fields' values, an array and a vector are
 *     lists too
 */
public record Frame(String name, StructType schema, Table table) {

  public Frame {
    if (!Arrays.asList(schema.fieldNames()).equals(table.columns())) {
      throw new IllegalArgumentException(
          "The schema of frame '%s' has the columns %s but its table has %s: give both the same."
              .formatted(name, Arrays.toString(schema.fieldNames()), table.columns()));
    }
  }

  /** A table with the types that it declares, and those of its values where it declares none. */
  public static Frame of(String name, Table table) {
    return new Frame(name, SparkTypes.of(table), table);
  }

  /** The rows, ready for {@code createDataFrame}. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>(table.size());
    for (List<Object> values : table.rows()) {
      rows.add(row(values, schema));
    }
    return rows;
  }

  private static Row row(List<?> values, StructType schema) {
    Object[] converted = new Object[values.size()];
    for (int i = 0; i < converted.length; i++) {
      converted[i] = value(values.get(i), schema.fields()[i].dataType());
    }
    return RowFactory.create(converted);
  }

  private static Object value(Object value, DataType type) {
    if (value instanceof List<?> fields && type instanceof StructType struct) {
      return row(fields, struct);
    }
    if (value instanceof Collection<?> elements && type instanceof ArrayType array) {
      return elements.stream().map(element -> value(element, array.elementType())).toArray();
    }
    if (value instanceof List<?> numbers && type.equals(SQLDataTypes.VectorType())) {
      return Vectors.dense(
          numbers.stream().mapToDouble(number -> ((Number) number).doubleValue()).toArray());
    }
    // What every way of making a frame takes; not all of them take java.time.
    if (value instanceof Instant moment) {
      return Timestamp.from(moment);
    }
    return value instanceof LocalDate day ? Date.valueOf(day) : value;
  }
}
