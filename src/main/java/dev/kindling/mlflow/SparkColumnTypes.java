package dev.kindling.mlflow;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;

/** Spark's types in MLflow's terms, as Python's {@code infer_signature} has them. */
final class SparkColumnTypes {

  private SparkColumnTypes() {}

  /**
   * The columns of a frame. MLflow takes each for required, since Spark calls nearly all nullable.
   */
  static List<ColumnSpec> columns(StructType schema) {
    List<ColumnSpec> columns = new ArrayList<>();
    for (StructField field : schema.fields()) {
      columns.add(new ColumnSpec(field.name(), of(field.name(), field.dataType()), true));
    }
    return columns;
  }

  /**
   * The type of one column.
   *
   * @throws IllegalArgumentException when MLflow has none for it
   */
  static ColumnType of(String column, DataType type) {
    if (type instanceof ArrayType array) {
      return new ColumnType.ArrayOf(of(column, array.elementType()));
    }
    if (type instanceof StructType struct) {
      List<ColumnType.Property> properties = new ArrayList<>();
      for (StructField field : struct.fields()) {
        properties.add(
            new ColumnType.Property(
                field.name(),
                of(column + "." + field.name(), field.dataType()),
                !field.nullable()));
      }
      return new ColumnType.ObjectOf(properties);
    }
    return scalar(column, type);
  }

  private static ColumnType.Scalar scalar(String column, DataType type) {
    if (type instanceof DoubleType) {
      return ColumnType.Scalar.DOUBLE;
    }
    if (type instanceof FloatType) {
      return ColumnType.Scalar.FLOAT;
    }
    if (type instanceof LongType) {
      return ColumnType.Scalar.LONG;
    }
    if (type instanceof IntegerType || type instanceof ShortType || type instanceof ByteType) {
      return ColumnType.Scalar.INTEGER;
    }
    if (type instanceof BooleanType) {
      return ColumnType.Scalar.BOOLEAN;
    }
    if (type instanceof StringType) {
      return ColumnType.Scalar.STRING;
    }
    if (type instanceof BinaryType) {
      return ColumnType.Scalar.BINARY;
    }
    if (type instanceof DateType || type instanceof TimestampType) {
      return ColumnType.Scalar.DATETIME;
    }
    if (type.equals(SQLDataTypes.VectorType())) {
      return ColumnType.Scalar.SPARKML_VECTOR;
    }
    throw new IllegalArgumentException(
        "MLflow has no type for the column '%s', which is %s: %s."
            .formatted(column, type.simpleString(), instead(type)));
  }

  private static String instead(DataType type) {
    String name = type.typeName();
    if (name.startsWith("decimal")) {
      return "cast it to double first";
    }
    if (name.startsWith("map")) {
      return "turn it into a struct first";
    }
    return name.startsWith("timestamp") ? "cast it to timestamp first" : "leave it out";
  }
}
