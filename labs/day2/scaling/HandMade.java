package day2.scaling;

import dev.kindling.data.Frame;
import dev.kindling.data.Table;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Small inputs of the checks, made so that each known mistake gives another result. What is learned
 * from train, from the other rows and from both together differs.
 */
final class HandMade {

  static final String ROWERS = "id INT, crew STRING, height DOUBLE, weight DOUBLE, seats DOUBLE";

  /** Not the order in which the frames have them. */
  static final List<String> ROWER_COLUMNS = List.of("weight", "seats", "height");

  static final Table ROWERS_TO_LEARN =
      Table.of("id", "crew", "height", "weight", "seats")
          .row(1, "eight", 160.0, 50.0, 8.0)
          .row(2, "eight", 170.0, 60.0, 8.0)
          .row(3, "eight", 180.0, 90.0, 8.0)
          .row(4, "eight", 190.0, 100.0, 8.0)
          .row(5, null, 185.0, 85.0, 8.0);

  /** Beyond those of train on one side each, and with another value in the constant column. */
  static final Table ROWERS_TO_SCALE =
      Table.of("id", "crew", "height", "weight", "seats")
          .row(11, "four", 165.0, 75.0, 4.0)
          .row(12, "four", 175.0, 40.0, 4.0)
          .row(13, "eight", 200.0, 93.0, 8.0)
          .row(14, null, 181.0, 81.0, 8.0);

  static final String PARCELS = "id INT, weight DOUBLE, warmth DOUBLE, bags DOUBLE";

  static final List<String> PARCEL_COLUMNS = List.of("warmth", "bags", "weight");

  /**
   * Eight values in each column, of which the second and the third are equal, and so are the sixth
   * and the seventh: all ways to find a quartile agree. The largest warmth by size is negative.
   */
  static final Table SOME_PARCELS =
      Table.of("id", "weight", "warmth", "bags")
          .row(1, 6.0, -10.0, 3.0)
          .row(2, 1.0, 10.0, 3.0)
          .row(3, 2.0, 30.0, 3.0)
          .row(4, 8.0, -40.0, 3.0)
          .row(5, 3.0, 0.0, 3.0)
          .row(6, 2.0, 5.0, 3.0)
          .row(7, 6.0, -10.0, 3.0)
          .row(8, 4.0, 10.0, 3.0);

  static final String SALES = "id INT, weight DOUBLE, price DOUBLE, length DOUBLE";

  /** The label is price. */
  static final List<String> SALE_NUMBERS = List.of("length", "price", "weight");

  static final List<String> SALE_ONE_HOTS = List.of("shop", "colour");

  static final OneHots SALE_SLOTS = new OneHots(Map.of("colour", 3, "shop", 4));

  /** The last two columns tell where the 1 of a one-hot vector is, if it has one. */
  static final Table SALES_TO_LEARN =
      Table.of("id", "weight", "price", "length", "colour", "shop")
          .row(1, 1.0, 100.0, 20.0, 0, 3)
          .row(2, 2.0, 150.0, 40.0, 1, 2)
          .row(3, 4.0, 200.0, 10.0, 2, 1)
          .row(4, 7.0, 400.0, 30.0, null, 0)
          .row(5, 9.0, 900.0, 60.0, 0, null);

  static final Table SALES_TO_PREPARE =
      Table.of("id", "weight", "price", "length", "colour", "shop")
          .row(11, 3.0, 120.0, 35.0, 1, 0)
          .row(12, 12.0, 300.0, 5.0, null, null)
          .row(13, 5.0, 70.0, 25.0, 2, 3);

  static final String TEAMS =
      "id INT, laps DOUBLE, turns DOUBLE, stops DOUBLE, crew DOUBLE, prize DOUBLE";

  static final List<String> TEAM_COLUMNS = List.of("prize", "laps", "turns", "stops", "crew");

  /** Two groups that differ in all columns but the prize, which is as mixed in one as in both. */
  static final Table SOME_TEAMS =
      Table.of("id", "laps", "turns", "stops", "crew", "prize")
          .row(1, 1.0, 30.2, 5.1, 0.10, 10_000.0)
          .row(2, 1.1, 30.0, 5.0, 0.12, 20_000.0)
          .row(3, 0.9, 30.1, 5.2, 0.11, 30_000.0)
          .row(4, 1.0, 29.9, 4.9, 0.09, 40_000.0)
          .row(5, 1.2, 30.0, 5.0, 0.10, 50_000.0)
          .row(6, 1.0, 30.1, 5.1, 0.11, 60_000.0)
          .row(7, 2.0, 20.0, 8.0, 0.30, 11_000.0)
          .row(8, 2.1, 20.1, 8.1, 0.31, 21_000.0)
          .row(9, 1.9, 19.9, 7.9, 0.29, 31_000.0)
          .row(10, 2.0, 20.2, 8.0, 0.32, 41_000.0)
          .row(11, 2.2, 20.0, 8.2, 0.30, 51_000.0)
          .row(12, 2.0, 19.8, 8.0, 0.28, 61_000.0);

  /** The group that each of the teams is in. */
  static final Map<Integer, Integer> TEAM_GROUPS =
      Map.ofEntries(
          Map.entry(1, 0),
          Map.entry(2, 0),
          Map.entry(3, 0),
          Map.entry(4, 0),
          Map.entry(5, 0),
          Map.entry(6, 0),
          Map.entry(7, 1),
          Map.entry(8, 1),
          Map.entry(9, 1),
          Map.entry(10, 1),
          Map.entry(11, 1),
          Map.entry(12, 1));

  static final String TOLLS = "id INT, axles DOUBLE, metres DOUBLE, toll DOUBLE";

  static final List<String> TOLL_COLUMNS = List.of("axles", "metres");

  /** Up to four axles cost 10 and more cost 20, however far it is. */
  static final Table TOLLS_TO_LEARN =
      Table.of("id", "axles", "metres", "toll")
          .row(1, 1.0, 20_000.0, 10.0)
          .row(2, 2.0, 10_000.0, 10.0)
          .row(3, 3.0, 20_000.0, 10.0)
          .row(4, 4.0, 10_000.0, 10.0)
          .row(5, 5.0, 20_000.0, 20.0)
          .row(6, 6.0, 10_000.0, 20.0)
          .row(7, 7.0, 20_000.0, 20.0)
          .row(8, 8.0, 10_000.0, 20.0);

  /** By one axle of train the errors are 1, 0, -1, 0 and 2, so the RMSE is the root of 6 / 5. */
  static final Table TOLLS_TO_PREDICT =
      Table.of("id", "axles", "metres", "toll")
          .row(11, 4.0, 30_000.0, 11.0)
          .row(12, 3.5, 30_000.0, 10.0)
          .row(13, 1.0, 15_000.0, 9.0)
          .row(14, 2.0, 15_000.0, 10.0)
          .row(15, 6.0, 5_000.0, 22.0);

  static final double TOLL_RMSE = Math.sqrt(6 / 5.0);

  static final String FREIGHT = "id INT, weight DOUBLE, km DOUBLE, bags DOUBLE, price DOUBLE";

  static final List<String> FREIGHT_COLUMNS = List.of("km", "bags", "weight");

  /** The price is 3 plus 2 for each unit of weight minus 0.05 for each km, and nothing else. */
  static final Table SOME_FREIGHT =
      Table.of("id", "weight", "km", "bags", "price")
          .row(1, 1.0, 100.0, 2.0, 0.0)
          .row(2, 5.0, 40.0, 2.0, 11.0)
          .row(3, 2.0, 200.0, 2.0, -3.0)
          .row(4, 9.0, 60.0, 2.0, 18.0)
          .row(5, 4.0, 20.0, 2.0, 10.0)
          .row(6, 8.0, 140.0, 2.0, 12.0);

  private HandMade() {}

  static Dataset<Row> frame(SparkSession spark, Table table, String schema) {
    StructType types = StructType.fromDDL(schema);
    return spark.createDataFrame(new Frame("hand made", types, table).rows(), types);
  }
}
