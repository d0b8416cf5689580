package day2.scaling;

import dev.kindling.data.Frame;
import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.ml.attribute.AttributeGroup;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * One-hot vectors as {@code OneHotEncoder} makes them, with the size in the column's metadata. A
 * table has in such a column the place of the 1, or null where there is none.
 *
 * @param sizes by column, how many slots a vector has
 */
record OneHots(Map<String, Integer> sizes) {

  /**
   * A table as a frame.
   *
   * @param schema the columns without the one-hot vectors, which are the last ones of the table
   */
  Dataset<Row> frame(SparkSession spark, Table table, String schema) {
    StructType types = StructType.fromDDL(schema);
    int plain = types.size();
    List<Row> numbers = new Frame("numbers", types, first(table, plain)).rows();
    List<String> vectors = table.columns().subList(plain, table.columns().size());
    for (String column : vectors) {
      types = types.add(new AttributeGroup(column, sizes.get(column)).toStructField());
    }
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      Object[] cells = new Object[types.size()];
      for (int j = 0; j < cells.length; j++) {
        cells[j] =
            j < plain
                ? numbers.get(i).get(j)
                : vector(table.columns().get(j), (Integer) table.rows().get(i).get(j));
      }
      rows.add(RowFactory.create(cells));
    }
    return spark.createDataFrame(rows, types);
  }

  private static Table first(Table table, int columns) {
    return new Table(
        table.columns().subList(0, columns),
        table.rows().stream().map(row -> row.subList(0, columns)).toList());
  }

  private Vector vector(String column, Integer place) {
    return place == null
        ? Vectors.sparse(sizes.get(column), new int[0], new double[0])
        : Vectors.sparse(sizes.get(column), new int[] {place}, new double[] {1});
  }

  /** The names that {@link #wide} gives the slots of these columns. */
  List<String> slots(List<String> columns) {
    return columns.stream()
        .flatMap(
            column -> IntStream.range(0, sizes.get(column)).mapToObj(slot -> slot(column, slot)))
        .toList();
  }

  private static String slot(String column, int slot) {
    return column + "=" + slot;
  }

  /** The table with a column of zeros and ones for each slot. */
  Table wide(Table table, List<String> columns) {
    List<String> names = new ArrayList<>(table.columns());
    names.addAll(slots(columns));
    List<List<Object>> rows = new ArrayList<>();
    for (List<Object> row : table.rows()) {
      List<Object> cells = new ArrayList<>(row);
      for (String column : columns) {
        Object place = row.get(table.columns().indexOf(column));
        for (int slot = 0; slot < sizes.get(column); slot++) {
          cells.add(place != null && (Integer) place == slot ? 1.0 : 0.0);
        }
      }
      rows.add(cells);
    }
    return new Table(names, rows);
  }
}
