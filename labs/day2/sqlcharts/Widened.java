package day2.sqlcharts;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;

/**
 * A frame whose whole numbers are bigint and whose other numbers are double: SQL decides by itself
 * whether a count is int or bigint, and a chart does not care.
 */
final class Widened {

  private Widened() {}

  static Dataset<Row> numbers(Dataset<Row> frame) {
    return frame.select(
        Arrays.stream(frame.schema().fields()).map(Widened::widened).toArray(Column[]::new));
  }

  private static Column widened(StructField field) {
    Column column = col("`" + field.name().replace("`", "``") + "`");
    DataType type = field.dataType();
    if (type.equals(DataTypes.ByteType)
        || type.equals(DataTypes.ShortType)
        || type.equals(DataTypes.IntegerType)) {
      return column.cast(DataTypes.LongType).as(field.name());
    }
    return type.equals(DataTypes.FloatType) || type instanceof DecimalType
        ? column.cast(DataTypes.DoubleType).as(field.name())
        : column;
  }
}
