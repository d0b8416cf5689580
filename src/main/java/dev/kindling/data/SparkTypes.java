package dev.kindling.data;

import dev.kindling.data.ColumnType.Decimal;
import dev.kindling.data.ColumnType.ListOf;
import dev.kindling.data.ColumnType.Scalar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The Spark types that the columns of a table stand for. */
public final class SparkTypes {

  private SparkTypes() {}

  /**
   * The schema of a table; every column may be null.
   *
   * @throws IllegalArgumentException if nothing tells the type of a column, or its values are of
   *     several types
   */
  public static StructType of(Table table) {
    StructType schema = new StructType();
    for (int i = 0; i < table.columns().size(); i++) {
      String column = table.columns().get(i);
      ColumnType declared = table.types().get(column);
      DataType type = declared == null ? of(column, table.rows(), i) : of(declared);
      if (type.equals(DataTypes.NullType)) {
        throw new IllegalArgumentException(
            "Nothing tells the type of column '%s', which holds no value: declare it, as in '%s:double'."
                .formatted(column, column));
      }
      schema = schema.add(column, type);
    }
    return schema;
  }

  /** The Spark type of a declared type. */
  public static DataType of(ColumnType type) {
    if (type instanceof ListOf list) {
      return DataTypes.createArrayType(of(list.element()));
    }
    if (type instanceof Decimal decimal) {
      return DataTypes.createDecimalType(decimal.precision(), decimal.scale());
    }
    return switch ((Scalar) type) {
      case STRING -> DataTypes.StringType;
      case BOOLEAN -> DataTypes.BooleanType;
      case BYTE -> DataTypes.ByteType;
      case SHORT -> DataTypes.ShortType;
      case INT -> DataTypes.IntegerType;
      case LONG -> DataTypes.LongType;
      case FLOAT -> DataTypes.FloatType;
      case DOUBLE -> DataTypes.DoubleType;
      case DATE -> DataTypes.DateType;
      case TIMESTAMP -> DataTypes.TimestampType;
      case TIMESTAMP_NTZ -> DataTypes.TimestampNTZType;
      case VECTOR -> SQLDataTypes.VectorType();
    };
  }

  /**
   * The type of one column by its values; {@code NullType} if it holds nothing but null.
   *
   * @param index the place of the column in the rows
   * @throws IllegalArgumentException if its values are of several types
   */
  public static DataType of(String column, List<List<Object>> rows, int index) {
    DataType type = DataTypes.NullType;
    for (List<Object> row : rows) {
      DataType next = of(row.get(index));
      DataType common = common(type, next);
      if (common == null) {
        throw new IllegalArgumentException(
            "Column '%s' of the table mixes %s and %s: write every value in one type."
                .formatted(column, type.simpleString(), next.simpleString()));
      }
      type = common;
    }
    return type;
  }

  private static DataType of(Object value) {
    if (value instanceof List<?> list) {
      return DataTypes.createArrayType(elements(list));
    }
    if (value instanceof Map<?, ?> map) {
      return DataTypes.createMapType(elements(map.keySet()), elements(map.values()));
    }
    return scalar(value);
  }

  private static DataType elements(Iterable<?> values) {
    DataType type = DataTypes.NullType;
    for (Object value : values) {
      DataType common = common(type, of(value));
      if (common == null) {
        return DataTypes.NullType;
      }
      type = common;
    }
    return type;
  }

  private static DataType scalar(Object value) {
    if (value instanceof String) {
      return DataTypes.StringType;
    } else if (value instanceof Boolean) {
      return DataTypes.BooleanType;
    } else if (value instanceof Integer) {
      return DataTypes.IntegerType;
    } else if (value instanceof Long) {
      return DataTypes.LongType;
    } else if (value instanceof Double) {
      return DataTypes.DoubleType;
    } else if (value instanceof Float) {
      return DataTypes.FloatType;
    } else if (value instanceof Short) {
      return DataTypes.ShortType;
    } else if (value instanceof Byte) {
      return DataTypes.ByteType;
    } else if (value instanceof BigDecimal) {
      return DecimalType.SYSTEM_DEFAULT();
    } else if (value instanceof LocalDate || value instanceof java.sql.Date) {
      return DataTypes.DateType;
    } else if (value instanceof Instant || value instanceof java.sql.Timestamp) {
      return DataTypes.TimestampType;
    } else if (value instanceof LocalDateTime) {
      return DataTypes.TimestampNTZType;
    } else if (value instanceof byte[]) {
      return DataTypes.BinaryType;
    } else if (value instanceof Vector) {
      return SQLDataTypes.VectorType();
    }
    return DataTypes.NullType;
  }

  /** The type that holds both, or null if none does. */
  private static @Nullable DataType common(DataType one, DataType other) {
    if (one.equals(other) || other.equals(DataTypes.NullType)) {
      return one;
    }
    if (one.equals(DataTypes.NullType)) {
      return other;
    }
    if (one instanceof ArrayType array && other instanceof ArrayType next) {
      DataType element = common(array.elementType(), next.elementType());
      return element == null ? null : DataTypes.createArrayType(element);
    }
    if (one instanceof MapType map && other instanceof MapType next) {
      DataType key = common(map.keyType(), next.keyType());
      DataType value = common(map.valueType(), next.valueType());
      return key == null || value == null ? null : DataTypes.createMapType(key, value);
    }
    return null;
  }
}
