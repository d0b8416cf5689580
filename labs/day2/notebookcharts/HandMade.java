package day2.notebookcharts;

import dev.kindling.data.Frame;
import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Small inputs of the checks, made so that each known mistake gives another result. */
final class HandMade {

  static final String FLATS = "name STRING, rooms INT, rent DOUBLE, floor DOUBLE";

  /** Of the rents a median is clear, of five values; null and zero make a difference. */
  static final Table SOME_FLATS =
      Table.of("name", "rooms", "rent", "floor")
          .row("Attic", 2, 999.0, 6.0)
          .row("Bay", null, null, 1.0)
          .row("Court", 5, 0.0, null)
          .row("Dock", 1, 700.0, 2.0)
          .row("Eyrie", 1, null, 2.0)
          .row("Flat", 3, 800.0, null)
          .row("Garret", null, 500.0, 3.0);

  static final String NUMBERS = "id INT, ratio DOUBLE, power DOUBLE, left DOUBLE";

  static final String CORRELATED = "id INT, a DOUBLE, b INT, c DOUBLE";

  /**
   * {@code b} rises with {@code a}, but not in a line; {@code c} falls, with ties. Complete rows,
   * pairs of columns, zeros in the gaps and gaps that rank highest all give other numbers.
   */
  static final Table CORRELATED_ROWS =
      Table.of("id", "a", "b", "c")
          .row(1, 1.0, 1, 9.0)
          .row(2, 2.0, 2, 9.0)
          .row(3, 3.0, 40, 7.5)
          .row(4, 4.0, 50, 8.0)
          .row(5, 5.0, 49, 6.0)
          .row(6, 6.0, 700, 6.0)
          .row(7, null, 3, 1.0)
          .row(8, 9.0, null, 5.0)
          .row(9, -3.0, 800, null)
          .row(10, 0.5, 5, 9.5);

  static final String HOMES = "id INT, latitude DOUBLE, longitude DOUBLE, price DOUBLE";

  /** Both signs, and cells on the diagonal and off it. */
  static final Table HOMES_ON_A_MAP =
      Table.of("id", "latitude", "longitude", "price")
          .row(1, 10.25, -3.75, 100.0)
          .row(2, 10.75, -3.25, 140.0)
          .row(3, 10.5, -3.5, 900.0)
          .row(4, -0.25, 0.25, 50.0)
          .row(5, 0.25, -0.25, 60.0)
          .row(6, 0.75, 0.75, 71.0)
          .row(7, 0.25, 0.5, 80.0)
          .row(8, -1.75, -0.25, 10.0)
          .row(9, null, -3.5, 11.0)
          .row(10, 10.5, null, 12.0)
          .row(11, null, null, 13.0);

  static final String GAPS = "id INT, street STRING, name STRING, rooms INT, rent DOUBLE";

  /** Of the rents on the Quay two of three are missing, more than anywhere else. */
  static final Table ROWS_WITH_GAPS =
      Table.of("id", "street", "name", "rooms", "rent")
          .row(1, "Hill", "", 1, 100.0)
          .row(2, "Hill", null, 0, null)
          .row(3, "Hill", "Loft", null, 300.0)
          .row(4, "Hill", "Attic", 2, 0.0)
          .row(5, "Hill", "Attic", 3, 500.0)
          .row(6, "Quay", "Dock", null, null)
          .row(7, "Quay", "Dock", 4, 700.0)
          .row(8, "Quay", "Pier", 5, null)
          .row(9, "Mill", "Wheel", 6, 0.0);

  private HandMade() {}

  /**
   * Three columns of 401 values, and a few that a log scale cannot show: {@code ratio} grows by
   * equal ratios and wants a log scale. {@code power} leans to the right, and its logarithm more so
   * to the left; {@code left} leans to the left already.
   */
  static Table numbers() {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i <= 400; i++) {
      double share = i / 400.0;
      rows.add(
          Arrays.asList(
              i, Math.exp(5 * share), 1000 * Math.pow(0.02 + share, 3), 200 - Math.exp(5 * share)));
    }
    for (int i = 401; i <= 420; i++) {
      rows.add(Arrays.asList(i, i % 2 == 0 ? 0.0 : null, i % 2 == 0 ? 0.0 : -1.0, null));
    }
    return new Table(List.of("id", "ratio", "power", "left"), rows);
  }

  /** Points of a curve, some without one of their values. */
  static Table curve(int points, java.util.function.DoubleUnaryOperator y) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      double x = -10 + 20.0 * i / (points - 1);
      rows.add(Arrays.asList(x, y.applyAsDouble(x)));
    }
    rows.add(Arrays.asList(3.3, null));
    rows.add(Arrays.asList(null, 55.5));
    return new Table(List.of("x", "y"), rows);
  }

  static Dataset<Row> frame(SparkSession spark, Table table, String schema) {
    StructType types = StructType.fromDDL(schema);
    return spark.createDataFrame(new Frame("hand made", types, table).rows(), types);
  }
}
