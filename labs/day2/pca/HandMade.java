package day2.pca;

import dev.kindling.data.Frame;
import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Small inputs of the checks, made so that each known mistake gives another result. */
final class HandMade {

  static final List<String> SIZES = List.of("length", "weight", "postage");

  static final String PARCELS = "id INT, length DOUBLE, weight DOUBLE, postage DOUBLE";

  /** Length in cm, weight in g, postage in cents. */
  static final Table PARCELS_TO_LEARN =
      Table.of("id", "length", "weight", "postage")
          .row(1, 20.0, 1500.0, 310.0)
          .row(2, 35.0, 900.0, 420.0)
          .row(3, 50.0, 3100.0, 560.0)
          .row(4, 25.0, 2200.0, 300.0)
          .row(5, 60.0, 4000.0, 750.0)
          .row(6, 40.0, 2600.0, 390.0);

  /** Parcels of another time: larger, and postage follows other rules. */
  static final Table PARCELS_TO_PROJECT =
      Table.of("id", "length", "weight", "postage")
          .row(11, 90.0, 9000.0, 200.0)
          .row(12, 75.0, 12000.0, 900.0)
          .row(13, 110.0, 7000.0, 1500.0)
          .row(14, 95.0, 15000.0, 640.0);

  /** The same parcels in dm, kg and dollars: no column drowns another. */
  static final Table PARCELS_IN_OTHER_UNITS = inOtherUnits(PARCELS_TO_LEARN);

  static final String WEATHER =
      "id INT, humidity DOUBLE, station STRING, is_coast DOUBLE, yield DOUBLE, cloud_share DOUBLE,"
          + " shift DOUBLE, altitude DOUBLE, crew INT, wind DOUBLE";

  /** {@code is_coast} and {@code shift} have two values, {@code altitude} has one. */
  static final Table SOME_WEATHER =
      Table.of(
              "id",
              "humidity",
              "station",
              "is_coast",
              "yield",
              "cloud_share",
              "shift",
              "altitude",
              "crew",
              "wind")
          .row(1, 60.0, "north", 1.0, 5.1, 0.0, 6.0, 12.0, 3, -1.5)
          .row(2, 75.0, "south", 0.0, 4.2, 0.5, 14.0, 12.0, 4, 0.0)
          .row(3, 60.0, "north", 1.0, 6.3, 1.0, 14.0, 12.0, 5, 2.5)
          .row(4, 81.0, "east", 0.0, 5.8, 1.0, 6.0, 12.0, 3, 2.5);

  /**
   * Eight corners of a box, turned by 45 degrees in the first two columns: the components have 60,
   * 30 and 10 percent of the variance, the columns 45, 45 and 10.
   */
  static List<List<Double>> turnedBox() {
    List<List<Double>> corners = new ArrayList<>();
    for (int corner = 0; corner < 8; corner++) {
      double first = (corner % 2 == 0 ? 1 : -1) * Math.sqrt(6);
      double second = (corner / 2 % 2 == 0 ? 1 : -1) * Math.sqrt(3);
      double third = corner / 4 == 0 ? 1 : -1;
      corners.add(
          List.of(
              10 + (first + second) / Math.sqrt(2), 20 + (first - second) / Math.sqrt(2), third));
    }
    return corners;
  }

  private HandMade() {}

  static Dataset<Row> frame(SparkSession spark, Table table, String schema) {
    return frame(spark, table, StructType.fromDDL(schema));
  }

  static Dataset<Row> frame(SparkSession spark, Table table, StructType schema) {
    return spark.createDataFrame(new Frame("hand made", schema, table).rows(), schema);
  }

  /** A frame of one vector column. */
  static Dataset<Row> vectors(SparkSession spark, String column, List<List<Double>> rows) {
    return spark.createDataFrame(
        rows.stream()
            .map(
                row ->
                    RowFactory.create(
                        Vectors.dense(row.stream().mapToDouble(value -> value).toArray())))
            .toList(),
        new StructType().add(column, SQLDataTypes.VectorType()));
  }

  /** Columns of a table of numbers as doubles, without ids. */
  static List<List<Double>> numbers(Table table, List<String> columns) {
    List<Integer> places = columns.stream().map(table.columns()::indexOf).toList();
    return table.rows().stream()
        .map(row -> places.stream().map(i -> ((Number) row.get(i)).doubleValue()).toList())
        .toList();
  }

  private static Table inOtherUnits(Table parcels) {
    List<List<Object>> rows = new ArrayList<>();
    for (List<Object> row : parcels.rows()) {
      rows.add(
          List.of(
              row.get(0),
              (Double) row.get(1) / 10,
              (Double) row.get(2) / 1000,
              (Double) row.get(3) / 100));
    }
    return new Table(parcels.columns(), rows);
  }

  /** The schema of a table with an int id and doubles. */
  static StructType doubles(Table table) {
    StructType schema = new StructType();
    for (String column : table.columns()) {
      schema =
          schema.add(column, column.equals("id") ? DataTypes.IntegerType : DataTypes.DoubleType);
    }
    return schema;
  }
}
