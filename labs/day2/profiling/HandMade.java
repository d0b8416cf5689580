package day2.profiling;

import dev.kindling.data.Frame;
import dev.kindling.data.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Small inputs of the checks, made so that each known mistake gives another result. */
final class HandMade {

  private static final double INFINITE = Double.POSITIVE_INFINITY;

  static final String FLATS = "title STRING, rooms INT, rent DOUBLE, pets BOOLEAN";

  /**
   * 9 rows; 7 cells are null, in 6 of them. Two rows repeat the first one, one repeats the second.
   * Empty text, zero and NaN are values.
   */
  static final Table SOME_FLATS =
      Table.of("title", "rooms", "rent", "pets")
          .row(null, 2, 700.0, true)
          .row("Loft", 3, 900.0, false)
          .row(null, 2, 700.0, true)
          .row("", 0, Double.NaN, false)
          .row("Loft", 3, 900.0, false)
          .row(null, 2, 700.0, true)
          .row("Attic", null, null, true)
          .row("Attic", 1, null, true)
          .row("Loft", 3, 950.0, null);

  static final String PARCELS = "weight DOUBLE, pieces INT, fee DOUBLE";

  /** {@code weight} has a null and two infinite values; {@code fee} only nulls and zeros. */
  static final Table SOME_PARCELS =
      Table.of("weight", "pieces", "fee")
          .row(2.5, 1, 0.0)
          .row(null, 4, 3.5)
          .row(INFINITE, 0, null)
          .row(-1.5, 1, 0.0)
          .row(2.5, 0, null)
          .row(10.0, 7, 0.0)
          .row(-INFINITE, null, null)
          .row(0.0, 2, 12.0);

  static final String DEPTHS = "depth DOUBLE, waves INT, tide DOUBLE";

  /** 12 rows; {@code depth} has 10 values, so its quantiles are the 1st, 3rd, 5th, 8th and 10th. */
  static final Table SOME_DEPTHS =
      Table.of("depth", "waves", "tide")
          .row(31.0, 5, null)
          .row(2.0, 1, 4.0)
          .row(null, 8, null)
          .row(17.0, 2, 1.0)
          .row(4.0, 9, null)
          .row(90.0, 4, 2.0)
          .row(8.0, 3, null)
          .row(-6.0, 7, null)
          .row(55.0, 6, 30.0)
          .row(null, 12, null)
          .row(23.0, 11, 9.0)
          .row(11.0, 10, null);

  static final String BOATS = "length DOUBLE, crew INT, price DOUBLE, sail STRING, flag STRING";

  /** Gaps in different rows, ties in {@code crew}, a price far out, levels that never meet. */
  static final Table SOME_BOATS =
      Table.of("length", "crew", "price", "sail", "flag")
          .row(6.0, 1, 20.0, "red", "north")
          .row(7.0, 2, 15.0, "red", "north")
          .row(8.0, 2, null, "white", "south")
          .row(9.0, 2, 40.0, "white", "south")
          .row(10.0, 5, 35.0, "white", "east")
          .row(null, 4, 60.0, "blue", null)
          .row(12.0, 4, 50.0, null, "east")
          .row(13.0, null, 900.0, "blue", "east")
          .row(14.0, 8, 80.0, "blue", "north")
          .row(15.0, 7, 70.0, "red", "north");

  private HandMade() {}

  static Dataset<Row> frame(SparkSession spark, Table table, String schema) {
    StructType types = StructType.fromDDL(schema);
    return spark.createDataFrame(new Frame("hand made", types, table).rows(), types);
  }
}
