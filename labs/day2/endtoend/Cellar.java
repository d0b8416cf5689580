package day2.endtoend;

import dev.kindling.data.Frame;
import dev.kindling.data.Table;
import dev.kindling.data.wine.WineTruth;
import dev.kindling.data.wine.Wines;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Wines in plain Java, and frames made of them. */
final class Cellar {

  private static final int TRAIN_OF_FIVE = 3;

  private Cellar() {}

  /** All wines that a learner is shown, as task 1 should prepare them. */
  static Table allWines(WineTruth truth) {
    return prepared(truth.all());
  }

  /** Wines that no learner is shown, prepared. */
  static Table otherWines(WineTruth truth) {
    return prepared(truth.canary());
  }

  /** Takes the blanks out of the names and adds the label. */
  private static Table prepared(Table wines) {
    int quality = wines.columns().indexOf("quality");
    return new Table(
        Stream.concat(underscored(wines).columns().stream(), Stream.of("label")).toList(),
        wines.rows().stream()
            .map(row -> with(row, (Integer) row.get(quality) >= Wines.GOOD ? 1.0 : 0.0))
            .toList());
  }

  /** The same rows under names without blanks. */
  static Table underscored(Table table) {
    return new Table(table.columns().stream().map(Cellar::underscored).toList(), table.rows());
  }

  static String underscored(String name) {
    return name.replace(' ', '_');
  }

  private static List<Object> with(List<Object> row, Object value) {
    List<Object> longer = new ArrayList<>(row);
    longer.add(value);
    return longer;
  }

  /** Some columns, in this order. */
  static Table select(Table table, List<String> columns) {
    int[] places = columns.stream().mapToInt(table.columns()::indexOf).toArray();
    List<List<Object>> rows = new ArrayList<>(table.size());
    for (List<Object> row : table.rows()) {
      List<Object> cells = new ArrayList<>(places.length);
      for (int place : places) {
        cells.add(row.get(place));
      }
      rows.add(cells);
    }
    return new Table(columns, rows);
  }

  static Table without(Table table, String... columns) {
    List<String> unwanted = List.of(columns);
    return select(
        table, table.columns().stream().filter(name -> !unwanted.contains(name)).toList());
  }

  /** Every {@code step}-th row, so that red and white are in every part. */
  static Table every(Table table, int step) {
    return new Table(
        table.columns(),
        IntStream.range(0, table.size())
            .filter(i -> i % step == 0)
            .mapToObj(table.rows()::get)
            .toList());
  }

  /** Three of five rows to learn from, one to choose by, one to judge by. */
  static Split split(SparkSession spark, Table wines) {
    List<List<List<Object>>> parts =
        List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < wines.size(); i++) {
      parts.get(Math.max(0, i % 5 - TRAIN_OF_FIVE + 1)).add(wines.rows().get(i));
    }
    return new Split(
        frame(spark, new Table(wines.columns(), parts.get(0))),
        frame(spark, new Table(wines.columns(), parts.get(1))),
        frame(spark, new Table(wines.columns(), parts.get(2))));
  }

  /** A frame whose rows are in memory. Starts no job. */
  static Dataset<Row> frame(SparkSession spark, Table table) {
    StructType schema = new StructType();
    for (String column : table.columns()) {
      schema = schema.add(column, type(column));
    }
    return spark.createDataFrame(new Frame("wines", schema, table).rows(), schema);
  }

  private static DataType type(String column) {
    return List.of("quality", "is_red", "bottle id", "bottle_id").contains(column)
        ? DataTypes.IntegerType
        : DataTypes.DoubleType;
  }
}
