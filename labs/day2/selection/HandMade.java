package day2.selection;

import dev.kindling.data.Frame;
import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Small inputs of the checks, made so that each known mistake gives another result. */
final class HandMade {

  static final List<String> GAUGES = List.of("wind", "tremor", "lamp", "still", "gauge");

  /**
   * A variance of 1.6 is between the two of {@code lamp} (1.8 for a sample, 1.44 for a population),
   * and between variance and standard deviation of {@code gauge} (2.5 and 1.58).
   */
  static final double LEAST_VARIANCE = 1.6;

  static final Table GAUGES_TO_LEARN =
      Table.of("id", "wind", "tremor", "lamp", "still", "gauge")
          .row(1, -3.0, 100.0, 0.0, 7.0, 1.0)
          .row(2, 4.0, 100.5, 0.0, 7.0, 2.0)
          .row(3, 0.0, 100.5, 3.0, 7.0, 3.0)
          .row(4, 12.0, 100.0, 0.0, 7.0, 4.0)
          .row(5, -1.0, 100.5, 0.0, 7.0, 5.0);

  /**
   * Later {@code still} moves, and {@code gauge} does not. {@code tremor} moves in neither part,
   * but it does from the one to the other.
   */
  static final Table GAUGES_TO_JUDGE =
      Table.of("id", "wind", "tremor", "lamp", "still", "gauge")
          .row(11, 2.0, 104.0, 0.0, -50.0, 3.0)
          .row(12, 9.0, 104.5, 3.0, 60.0, 3.0)
          .row(13, -6.0, 104.0, 0.0, 90.0, 3.0)
          .row(14, 1.0, 104.0, 3.0, 7.0, 3.0);

  static final List<String> TREE_COLUMNS = List.of("height", "soil", "warmth", "variety");

  /**
   * For each column, every test of it against {@code sick} or {@code fruit} has its own p-value.
   */
  static final Table TREES =
      Table.of("id", "soil", "variety", "height", "warmth", "sick", "fruit")
          .row(1, 1, 3, 2.9, 0.6, 1, 24.0)
          .row(2, 0, 0, 1.1, -4.9, 0, 27.0)
          .row(3, 2, 2, 2.0, -2.2, 0, 19.0)
          .row(4, 2, 2, 1.7, 1.5, 1, 15.0)
          .row(5, 1, 2, 1.7, -2.7, 2, 17.0)
          .row(6, 2, 0, 2.4, 0.3, 2, 20.0)
          .row(7, 1, 0, 2.9, -4.3, 1, 20.0)
          .row(8, 2, 2, 1.7, 4.5, 1, 20.0)
          .row(9, 2, 1, 2.1, 0.8, 0, 28.0)
          .row(10, 1, 0, 1.1, 1.4, 2, 18.0)
          .row(11, 1, 2, 3.0, -4.3, 1, 18.0)
          .row(12, 0, 2, 2.2, 1.8, 0, 24.0)
          .row(13, 1, 1, 1.2, 0.2, 2, 24.0)
          .row(14, 0, 3, 1.3, 5.4, 0, 19.0)
          .row(15, 0, 2, 2.4, 1.5, 0, 23.0)
          .row(16, 1, 1, 2.2, 2.9, 2, 33.0)
          .row(17, 2, 3, 1.6, 2.8, 2, 18.0)
          .row(18, 1, 1, 3.3, 2.8, 1, 31.0);

  static final List<String> MACHINE_COLUMNS = List.of("age", "heat", "dust", "tilt", "wear");

  /** Below it are {@code heat} (0.023), {@code tilt} (0.052) and {@code wear}, nearly 0. */
  static final double MACHINE_LEVEL = 0.1;

  /** {@code heat} is high in class 1 alone, so no straight line finds it. */
  static final Table MACHINES_TO_LEARN =
      Table.of("id", "age", "heat", "dust", "tilt", "wear", "fault")
          .row(1, 3.5, 53.5, -2.8, -2.2, 1.5, 0)
          .row(2, 9.5, 54.9, 0.5, -1.8, 1.0, 0)
          .row(3, 13.8, 69.3, -4.2, -2.2, 2.9, 1)
          .row(4, 12.3, 63.5, -0.4, -1.7, 4.5, 2)
          .row(5, 10.8, 68.6, 1.9, 0.3, 3.0, 1)
          .row(6, 12.8, 56.5, 3.5, -0.6, 4.9, 2)
          .row(7, 10.7, 59.2, -2.2, 0.7, 4.4, 2)
          .row(8, 10.6, 70.5, 0.7, -0.5, 3.0, 1)
          .row(9, 10.8, 67.0, 2.4, -2.5, 0.9, 0)
          .row(10, 3.3, 64.5, 1.3, -0.7, 1.6, 1)
          .row(11, 9.5, 60.6, 1.2, -2.4, 0.9, 0)
          .row(12, 14.9, 60.1, -3.4, -1.0, 3.8, 2);

  /** Here {@code dust} goes along with the faults. */
  static final Table MACHINES_TO_JUDGE =
      Table.of("id", "age", "heat", "dust", "tilt", "wear", "fault")
          .row(101, 9.4, 68.4, 0.8, -1.8, 2.3, 1)
          .row(102, 11.5, 68.4, 0.5, 1.4, 2.1, 1)
          .row(103, 8.7, 61.8, 2.8, -0.9, 2.9, 1)
          .row(104, 7.2, 53.7, 7.9, 0.8, 3.8, 2)
          .row(105, 13.2, 57.5, 6.0, -2.4, 4.0, 2)
          .row(106, 14.6, 58.4, 0.3, 0.7, 3.4, 1)
          .row(107, 7.8, 54.4, -0.6, -2.2, 1.9, 0)
          .row(108, 13.9, 62.4, -1.9, -2.2, 1.1, 0)
          .row(109, 9.8, 49.5, 4.2, -2.5, 3.9, 2)
          .row(110, 10.4, 58.9, -2.6, -2.6, 0.4, 0)
          .row(111, 12.1, 56.3, 6.1, -0.7, 4.2, 2)
          .row(112, 11.3, 59.5, -5.5, -1.0, 0.6, 0);

  static final List<String> PLANT_COLUMNS =
      List.of("pump2", "pump3", "flow1", "flow2", "flow3", "pump1", "valve2", "valve1", "hum");

  /**
   * {@code pump2} and {@code pump3} (which runs against it) are twins of {@code pump1}, the
   * strongest of them; {@code flow2} is one of {@code flow1} and of {@code flow3}, which are none
   * of each other; {@code valve1} runs against the label, its twin {@code valve2} along with it.
   */
  static final Table PLANT =
      Table.of(
              "id", "pump2", "pump3", "flow1", "flow2", "flow3", "pump1", "valve2", "valve1", "hum",
              "output")
          .row(1, 62.25, -15.4, 340.0, 15.85, 9.82, 58.0, 6.26, -4.0, 75.0, 132.17)
          .row(2, 42.93, 23.72, 260.0, 10.21, 6.75, 38.0, 4.36, 4.0, 65.0, 62.62)
          .row(3, 42.93, 23.72, 340.0, 13.79, 7.25, 38.0, 5.64, -4.0, 65.0, 112.38)
          .row(4, 62.25, -15.4, 260.0, 8.15, 4.18, 58.0, 3.74, 4.0, 75.0, 92.83)
          .row(5, 57.07, -23.72, 340.0, 15.85, 9.82, 58.0, 3.74, 4.0, 65.0, 112.17)
          .row(6, 37.75, 15.4, 260.0, 10.21, 6.75, 38.0, 5.64, -4.0, 75.0, 82.62)
          .row(7, 37.75, 15.4, 340.0, 13.79, 7.25, 38.0, 4.36, 4.0, 75.0, 102.38)
          .row(8, 57.07, -23.72, 260.0, 8.15, 4.18, 58.0, 6.26, -4.0, 65.0, 102.83);

  static final List<String> MOTOR_COLUMNS =
      List.of("drift", "load", "angle", "speed", "pitch", "hum");

  /**
   * Per standard deviation, {@code power} moves by 3 with speed, by 2 with load, by -2 with pitch,
   * by 0.7 with angle, by 0.3 with hum and by 0.2 with drift (nearly: the deviations are divided by
   * n there). The columns are uncorrelated.
   */
  static final Table MOTORS_TO_LEARN =
      Table.of("id", "speed", "load", "pitch", "hum", "angle", "drift", "power")
          .row(1, 11.0, 6000.0, 2.1, 50.0, 1.0, -1.0, 24.2)
          .row(2, 9.0, 6000.0, 1.9, 50.0, -1.0, -1.0, 20.8)
          .row(3, 11.0, 4000.0, 1.9, 50.0, 1.0, -5.0, 23.8)
          .row(4, 9.0, 4000.0, 2.1, 50.0, -1.0, -5.0, 12.4)
          .row(5, 11.0, 6000.0, 2.1, 30.0, -1.0, -5.0, 21.8)
          .row(6, 9.0, 6000.0, 1.9, 30.0, 1.0, -5.0, 21.2)
          .row(7, 11.0, 4000.0, 1.9, 30.0, -1.0, -1.0, 22.2)
          .row(8, 9.0, 4000.0, 2.1, 30.0, 1.0, -1.0, 13.6);

  /** The same, but drift moves the power by 6, and hum by -1.5: by -0.6 in both parts together. */
  static final Table MOTORS_TO_JUDGE =
      Table.of("id", "speed", "load", "pitch", "hum", "angle", "drift", "power")
          .row(101, 11.0, 6000.0, 2.1, 50.0, 1.0, -1.0, 28.2)
          .row(102, 9.0, 6000.0, 1.9, 50.0, -1.0, -1.0, 24.8)
          .row(103, 11.0, 4000.0, 1.9, 50.0, 1.0, -5.0, 16.2)
          .row(104, 9.0, 4000.0, 2.1, 50.0, -1.0, -5.0, 4.8)
          .row(105, 11.0, 6000.0, 2.1, 30.0, -1.0, -5.0, 17.8)
          .row(106, 9.0, 6000.0, 1.9, 30.0, 1.0, -5.0, 17.2)
          .row(107, 11.0, 4000.0, 1.9, 30.0, -1.0, -1.0, 29.8)
          .row(108, 9.0, 4000.0, 2.1, 30.0, 1.0, -1.0, 21.2);

  /** Of gear, level 2 is the most frequent; of site, level 1. */
  static final Table RIDES_TO_LEARN =
      Table.of("id", "distance", "gear", "site", "hours", "tip", "price")
          .row(1, 12.0, 2, 1, 1.5, 0.5, 30.0)
          .row(2, 3.5, 0, 1, 0.5, 0.0, 9.0)
          .row(3, 7.0, 2, 2, 1.0, 2.0, 21.0)
          .row(4, 22.0, 1, 1, 2.5, 1.0, 52.0)
          .row(5, 5.0, 2, 2, 0.8, 0.0, 13.0)
          .row(6, 16.0, 0, 1, 1.7, 3.0, 33.0)
          .row(7, 9.0, 2, 0, 1.1, 1.0, 24.0)
          .row(8, 11.0, 1, 1, 1.9, 0.2, 28.0)
          .row(9, 4.0, 0, 2, 0.6, 0.0, 11.0);

  /** The one row in gear 7 has a level that was not there before. */
  static final Table RIDES_TO_COME =
      Table.of("id", "distance", "gear", "site", "hours", "tip", "price")
          .row(21, 6.0, 2, 1, 0.9, 0.5, 17.0)
          .row(22, 14.0, 0, 1, 1.6, 0.0, 31.0)
          .row(23, 8.0, 1, 2, 1.2, 1.5, 23.0)
          .row(24, 30.0, 7, 0, 3.1, 4.0, 70.0)
          .row(25, 2.0, 2, 0, 0.4, 0.0, 6.0)
          .row(26, 19.0, 0, 2, 2.2, 2.5, 44.0)
          .row(27, 13.0, 1, 2, 1.4, 0.3, 29.0);

  private HandMade() {}

  /** A frame with the columns of a table; their types are those of its first row. */
  static Dataset<Row> frame(SparkSession spark, Table table) {
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      Object cell = table.rows().get(0).get(i);
      String type = cell instanceof Integer ? "INT" : "DOUBLE";
      fields.add(table.columns().get(i) + " " + type);
    }
    StructType types = StructType.fromDDL(String.join(", ", fields));
    return spark.createDataFrame(new Frame("hand made", types, table).rows(), types);
  }
}
