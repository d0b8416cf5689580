package dev.kindling.mlflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;

/** The conversions that MLflow makes when it enforces a signature: those that lose nothing. */
final class SafeCasts {

  private SafeCasts() {}

  /** Whether a column can become what the model takes. */
  static boolean allowed(DataType from, ColumnType to) {
    if (to == ColumnType.Scalar.ANY || to instanceof ColumnType.Other) {
      return true;
    }
    if (from instanceof DecimalType) {
      return to == ColumnType.Scalar.DOUBLE;
    }
    ColumnType type;
    try {
      type = SparkColumnTypes.of("", from);
    } catch (IllegalArgumentException noSuchType) {
      return false;
    }
    return fits(type, to);
  }

  private static boolean fits(ColumnType from, ColumnType to) {
    if (to instanceof ColumnType.ArrayOf array && from instanceof ColumnType.ArrayOf given) {
      return given.items().equals(array.items()) || bothNested(given.items(), array.items());
    }
    if (to instanceof ColumnType.ObjectOf object && from instanceof ColumnType.ObjectOf given) {
      return object.properties().stream().allMatch(property -> has(given, property));
    }
    return from.equals(to) || (to instanceof ColumnType.Scalar scalar && widens(from, scalar));
  }

  private static boolean bothNested(ColumnType from, ColumnType to) {
    return !(to instanceof ColumnType.Scalar) && fits(from, to);
  }

  private static boolean has(ColumnType.ObjectOf given, ColumnType.Property wanted) {
    return given.properties().stream()
        .filter(property -> property.name().equals(wanted.name()))
        .findFirst()
        .map(
            property ->
                property.type().equals(wanted.type()) || bothNested(property.type(), wanted.type()))
        .orElse(!wanted.required());
  }

  private static boolean widens(ColumnType from, ColumnType.Scalar to) {
    return switch (to) {
      case LONG -> from == ColumnType.Scalar.INTEGER;
      case DOUBLE -> Set.of(ColumnType.Scalar.INTEGER, ColumnType.Scalar.FLOAT).contains(from);
      default -> false;
    };
  }

  /** The columns of a signature, each of its type, from a frame that was checked. */
  static Dataset<Row> select(Dataset<Row> frame, List<ColumnSpec> columns) {
    List<String> there = Arrays.asList(frame.columns());
    List<Column> selected = new ArrayList<>();
    for (ColumnSpec column : columns) {
      if (there.contains(column.name())) {
        selected.add(cast(frame.col("`" + column.name().replace("`", "``") + "`"), column));
      }
    }
    return selected.isEmpty() ? frame : frame.select(selected.toArray(Column[]::new));
  }

  private static Column cast(Column column, ColumnSpec wanted) {
    DataType type = null;
    if (wanted.type() instanceof ColumnType.Scalar scalar) {
      type =
          switch (scalar) {
            case INTEGER -> DataTypes.IntegerType;
            case LONG -> DataTypes.LongType;
            case DOUBLE -> DataTypes.DoubleType;
            default -> null;
          };
    }
    return type == null ? column : column.cast(type).as(wanted.name());
  }
}
