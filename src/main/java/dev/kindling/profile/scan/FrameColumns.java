package dev.kindling.profile.scan;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.VariantType;

/**
 * The columns of a frame by their place. Inside, each gets a plain name, so dots, quotes and two
 * columns of one name do no harm.
 */
final class FrameColumns {

  private final Dataset<Row> frame;
  private final List<StructField> fields;

  FrameColumns(Dataset<Row> frame) {
    this.fields = Arrays.asList(frame.schema().fields());
    this.frame =
        frame.toDF(IntStream.range(0, fields.size()).mapToObj(i -> name(i)).toArray(String[]::new));
  }

  private static String name(int column) {
    return "c" + column;
  }

  List<Reading> readings() {
    return fields.stream().map(field -> Reading.of(field.dataType())).toList();
  }

  /** Some columns as {@link Reading} wants them, in this order. */
  Dataset<Row> read(List<Integer> columns) {
    return select(columns.stream().map(this::readable).toList());
  }

  /** The same behind a hash of the whole row. */
  Dataset<Row> readWithRowHash(List<Integer> columns) {
    List<Column> selected = new ArrayList<>(List.of(rowHash()));
    columns.forEach(column -> selected.add(readable(column)));
    return select(selected);
  }

  private Dataset<Row> select(List<Column> columns) {
    return frame.select(columns.toArray(Column[]::new));
  }

  private Column readable(int column) {
    DataType type = fields.get(column).dataType();
    return Reading.of(type).select(name(column), type);
  }

  /**
   * Two rows have the same hash if all their cells are equal, null being equal to null. Spark's
   * hash passes over nulls, so (null, 1) and (1, null) would look alike: whether a cell is null
   * goes in too.
   */
  private Column rowHash() {
    List<Column> parts = new ArrayList<>(List.of(lit(0)));
    for (int i = 0; i < fields.size(); i++) {
      Column column = col(name(i));
      parts.add(column.isNull());
      parts.add(hashable(fields.get(i).dataType()) ? column : column.cast("string"));
    }
    return xxhash64(parts.toArray(Column[]::new));
  }

  /** Spark refuses to hash maps and variants, also those inside of others. */
  private static boolean hashable(DataType type) {
    if (type instanceof ArrayType array) {
      return hashable(array.elementType());
    }
    if (type instanceof StructType struct) {
      return Arrays.stream(struct.fields()).allMatch(field -> hashable(field.dataType()));
    }
    return !(type instanceof MapType) && !(type instanceof VariantType);
  }
}
