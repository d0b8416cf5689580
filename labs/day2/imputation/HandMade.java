package day2.imputation;

import dev.kindling.data.Frame;
import dev.kindling.data.Table;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Small inputs of the checks, made so that each known mistake gives another result. Medians of
 * train, of test, of both together, of complete rows only and with zeros in the gaps all differ.
 */
final class HandMade {

  static final String FLATS = "id INT, title STRING, rooms INT, rent DOUBLE, beds INT";

  /** Empty text, zero and the numbers -1 and 999 are values here, except where a task says so. */
  static final Table SOME_FLATS =
      Table.of("id", "title", "rooms", "rent", "beds")
          .row(1, "Attic", 2, 999.0, 1)
          .row(2, "", null, null, 999)
          .row(3, null, 999, 0.0, null)
          .row(4, null, null, null, -1)
          .row(5, "", -1, -1.0, 2)
          .row(6, "Loft", 0, null, 0)
          .row(7, "Loft", null, 700.0, 3);

  static final Map<String, List<Integer>> ROOMS_UNKNOWN = Map.of("rooms", List.of(-1, 999));

  static final String RENTS = "id INT, rent DOUBLE, floor DOUBLE";

  static final Table RENTS_TO_LEARN =
      Table.of("id", "rent", "floor")
          .row(1, 0.0, 1.0)
          .row(2, 300.0, null)
          .row(3, 400.0, null)
          .row(4, 500.0, 6.0)
          .row(5, 3000.0, 9.0)
          .row(6, null, 0.0)
          .row(7, null, 1.0)
          .row(8, null, 2.0)
          .row(9, null, 2.0);

  static final Table RENTS_TO_FILL =
      Table.of("id", "rent", "floor")
          .row(11, 9000.0, null)
          .row(12, null, 20.0)
          .row(13, 8000.0, 21.0)
          .row(14, 7000.0, 22.0)
          .row(15, 6000.0, null)
          .row(16, 0.0, 23.0)
          .row(17, 5000.0, null);

  static final String HEATING = "id INT, view STRING, heating STRING, note STRING, rooms INT";

  /**
   * Null is more frequent than gas, the mode. In the rows to fill the mode is oil, in all of them
   * wood, and in those without any gap coal.
   */
  static final Table HEATING_TO_LEARN =
      Table.of("id", "view", "heating", "note", "rooms")
          .row(1, "sea", "gas", null, 1)
          .row(2, "sea", "gas", null, 1)
          .row(3, null, "gas", "a", 1)
          .row(4, null, "gas", "a", 1)
          .row(5, null, "wood", "a", 1)
          .row(6, "sea", "wood", null, 1)
          .row(7, null, "wood", "a", 1)
          .row(8, null, "oil", "a", 1)
          .row(9, "sea", "coal", "a", 1)
          .row(10, "park", "coal", "a", 1)
          .row(11, "sea", null, "a", 1)
          .row(12, "sea", null, "a", 1)
          .row(13, null, null, "a", 1)
          .row(14, null, null, "a", 1)
          .row(15, null, null, "a", 1);

  static final Table HEATING_TO_FILL =
      Table.of("id", "view", "heating", "note", "rooms")
          .row(21, "park", "oil", "b", 2)
          .row(22, null, "oil", "", 2)
          .row(23, "park", "oil", null, null)
          .row(24, null, "oil", null, null)
          .row(25, "sea", "wood", "b", 2)
          .row(26, "", "wood", "b", 2)
          .row(27, "park", "wood", "b", 2)
          .row(28, null, null, "b", 2)
          .row(29, "sea", null, null, 2);

  static final String AREAS = "id INT, quarter STRING, area DOUBLE";

  static final Table AREAS_TO_LEARN =
      Table.of("id", "quarter", "area")
          .row(1, "Hill", 1.0)
          .row(2, "Hill", 2.0)
          .row(3, "Hill", 6.0)
          .row(4, "Quay", 10.0)
          .row(5, "Quay", 20.0)
          .row(6, "Quay", 60.0)
          .row(7, "Mill", 5.0)
          .row(8, "Mill", 5.0)
          .row(9, "Mill", 9.0)
          .row(10, "Mill", null)
          .row(11, "Void", null);

  /** Void has no area in train, Dock is not there at all; the two last rows are the same. */
  static final Table AREAS_TO_FILL =
      Table.of("id", "quarter", "area")
          .row(21, "Hill", null)
          .row(22, "Hill", 40.0)
          .row(23, "Hill", 70.0)
          .row(24, "Hill", 70.0)
          .row(25, "Hill", 100.0)
          .row(26, "Quay", null)
          .row(27, "Quay", 300.0)
          .row(28, "Quay", 300.0)
          .row(29, "Void", null)
          .row(30, "Dock", null)
          .row(31, "Dock", 80.0)
          .row(32, null, null)
          .row(33, null, 0.0)
          .row(34, "Mill", null)
          .row(34, "Mill", null);

  static final String PRICED =
      "id INT, area DOUBLE, price DOUBLE, floor DOUBLE,"
          + " area_na DOUBLE, price_na DOUBLE, floor_na DOUBLE";

  /** The label is price, and it has gaps as well. */
  static final List<String> PRICED_COLUMNS = List.of("area", "price", "floor");

  static final Table PRICED_TO_LEARN =
      Table.of("id", "area", "price", "floor", "area_na", "price_na", "floor_na")
          .row(1, 20.0, 100.0, 1.0, 0.0, 0.0, 0.0)
          .row(2, 30.0, null, 2.0, 0.0, 1.0, 0.0)
          .row(3, 400.0, 300.0, null, 0.0, 0.0, 1.0)
          .row(4, null, 400.0, 9.0, 1.0, 0.0, 0.0)
          .row(5, null, null, null, 1.0, 1.0, 1.0);

  static final Table PRICED_TO_FILL =
      Table.of("id", "area", "price", "floor", "area_na", "price_na", "floor_na")
          .row(11, 50.0, 110.0, 3.0, 0.0, 0.0, 0.0)
          .row(12, null, 120.0, 4.0, 1.0, 0.0, 0.0)
          .row(13, 70.0, null, null, 0.0, 1.0, 1.0)
          .row(14, null, null, null, 1.0, 1.0, 1.0)
          .row(15, 80.0, 130.0, 0.0, 0.0, 0.0, 0.0);

  static final String MARKED_RENTS =
      "id INT, rent DOUBLE, floor DOUBLE, age DOUBLE,"
          + " rent_na DOUBLE, floor_na DOUBLE, age_na DOUBLE";

  /** The expensive ones keep their rent back; age has no gap; one row is there twice. */
  static final Table KEPT_BACK =
      Table.of("id", "rent", "floor", "age", "rent_na", "floor_na", "age_na")
          .row(1, 100.0, 1.0, 30.0, 0.0, 0.0, 0.0)
          .row(2, 200.0, null, 40.0, 0.0, 1.0, 0.0)
          .row(3, 400.0, 3.0, 90.0, 0.0, 0.0, 0.0)
          .row(4, null, 5.0, 50.0, 1.0, 0.0, 0.0)
          .row(5, null, null, 50.0, 1.0, 1.0, 0.0)
          .row(6, null, 3.0, 50.0, 1.0, 0.0, 0.0)
          .row(5, null, null, 50.0, 1.0, 1.0, 0.0);

  static final String TRUE_RENTS = "id INT, rent INT, floor DOUBLE, age DOUBLE";

  /** The last id is nobody's. */
  static final Table REALLY_THERE =
      Table.of("id", "rent", "floor", "age")
          .row(6, 1500, 3.0, 50.0)
          .row(5, 2000, 4.0, 50.0)
          .row(4, 900, 5.0, 50.0)
          .row(3, 400, 3.0, 90.0)
          .row(2, 200, 8.0, 40.0)
          .row(1, 100, 1.0, 30.0)
          .row(77, 5, 77.0, 77.0);

  private HandMade() {}

  static Dataset<Row> frame(SparkSession spark, Table table, String schema) {
    StructType types = StructType.fromDDL(schema);
    return spark.createDataFrame(new Frame("hand made", types, table).rows(), types);
  }
}
