package dev.kindling.profile;

import dev.kindling.data.TestSpark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Frames for tests. */
final class Frames {

  private Frames() {}

  /** A frame of one column. */
  static Dataset<Row> column(String name, String type, Object... values) {
    List<Object[]> rows = new ArrayList<>();
    Arrays.stream(values).forEach(value -> rows.add(new Object[] {value}));
    return of("`" + name.replace("`", "``") + "` " + type, rows);
  }

  /** A frame with a schema as in SQL. */
  static Dataset<Row> of(String schema, List<Object[]> rows) {
    return TestSpark.session()
        .createDataFrame(
            rows.stream().map(RowFactory::create).toList(), StructType.fromDDL(schema));
  }

  static Object[] row(Object... cells) {
    return cells;
  }
}
