package day2.onehot;

import dev.kindling.data.Frame;
import dev.kindling.data.Table;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Small inputs of the checks, made so that each known mistake gives another result. */
final class HandMade {

  static final String PETS = "id INT, pet STRING, town STRING, size DOUBLE, door STRING";

  static final List<String> PET_COLUMNS = List.of("pet", "town");

  /** Cats and dogs are equally frequent, so are ants and fish, Hill and Quay. */
  static final Table PETS_TO_LEARN =
      Table.of("id", "pet", "town", "size", "door")
          .row(1, "dog", "Quay", 1.0, "red")
          .row(2, "dog", "Hill", 2.5, "red")
          .row(3, "dog", "Quay", 0.0, "blue")
          .row(4, "cat", "Quay", 4.0, "red")
          .row(5, "cat", "Hill", -1.0, "red")
          .row(6, "cat", "Mill", 3.0, "blue")
          .row(7, "fish", "Hill", 2.0, "red")
          .row(8, "fish", "Quay", 5.0, "red")
          .row(9, "ant", "Hill", 6.0, "blue")
          .row(10, "ant", null, 7.0, "red")
          .row(11, "owl", "Mill", 8.0, "red")
          .row(12, null, "Quay", 9.0, "blue")
          .row(13, null, "Hill", 1.5, "red");

  /** Other levels are frequent here; birds and the Dock are new, and so is a missing door. */
  static final Table PETS_TO_JUDGE =
      Table.of("id", "pet", "town", "size", "door")
          .row(21, "fish", "Mill", 1.0, "blue")
          .row(22, "fish", "Mill", 2.0, "blue")
          .row(23, "fish", "Mill", 3.0, "blue")
          .row(24, "bird", "Dock", 4.0, "blue")
          .row(25, "bird", "Hill", 5.0, "red")
          .row(26, null, "Mill", 6.0, "red")
          .row(27, "owl", null, 7.0, null)
          .row(28, "cat", "Dock", 8.0, "red")
          .row(29, "fish", "Mill", 9.0, "red")
          .row(30, null, null, 0.0, "red")
          .row(31, "ant", "Quay", -2.0, "red")
          .row(31, "ant", "Quay", -2.0, "red");

  static final String SIZES = "id INT, size STRING, price DOUBLE";

  static final List<String> SIZE_ORDER = List.of("S", "M", "L", "XL");

  /** Neither by frequency nor by name do the sizes come in their order; XS is not in it. */
  static final Table SOME_SIZES =
      Table.of("id", "size", "price")
          .row(1, "L", 3.0)
          .row(2, "L", 3.5)
          .row(3, "L", 3.0)
          .row(4, "XL", 9.0)
          .row(5, "S", 1.0)
          .row(6, "S", 1.5)
          .row(7, null, 2.0)
          .row(8, "XS", 0.5)
          .row(9, "M", 2.0)
          .row(10, "s", 1.0)
          .row(5, "S", 1.0);

  static final String RENTS = "id INT, town STRING, door STRING, size DOUBLE, rent DOUBLE";

  /** Sums of known effects and a little more, with four towns and three doors. */
  static final Table RENTS_TO_LEARN = rents();

  static final String ZONES = "id INT, zone STRING, pet STRING, size DOUBLE, fee DOUBLE";

  /** One more than the 32 bins that a tree has by default. */
  static final int ZONE_COUNT = 33;

  /** Every other zone has the higher fee, whatever the pet and the size. */
  static final Table ZONES_TO_LEARN = zones();

  static final Table ZONES_TO_JUDGE =
      Table.of("id", "zone", "pet", "size", "fee")
          .row(201, "zone 00", "dog", 7.0, 10.0)
          .row(202, "zone 01", "cat", 1.0, 20.0)
          .row(203, "zone 16", "cat", 2.0, 10.0)
          .row(204, "zone 31", "fish", 3.0, 20.0)
          .row(205, "zone 32", "dog", 4.0, 10.0)
          .row(206, "zone 99", "dog", 5.0, 10.0)
          .row(207, null, "dog", 6.0, 10.0)
          .row(208, "zone 02", null, 6.0, 10.0);

  static final String TOWNS = "id INT, town STRING, price DOUBLE, note STRING";

  static final Table TOWNS_TO_LEARN =
      Table.of("id", "town", "price", "note")
          .row(1, "Quay", 10.0, "a")
          .row(2, "Quay", 20.0, null)
          .row(3, "Quay", 30.0, "b")
          .row(4, "Hill", 100.0, "a")
          .row(5, "Hill", 140.0, "a")
          .row(6, "Mill", 7.0, null);

  static final Table TOWNS_TO_ENCODE =
      Table.of("id", "town", "price", "note")
          .row(11, "Quay", 60.0, "a")
          .row(12, "Hill", 90.0, "a")
          .row(13, "Hill", 95.0, null)
          .row(14, "Mill", 300.0, "b")
          .row(15, "Dock", 50.0, "b")
          .row(16, null, 40.0, "b")
          .row(15, "Dock", 50.0, "b");

  private HandMade() {}

  static Dataset<Row> frame(SparkSession spark, Table table, String schema) {
    StructType types = StructType.fromDDL(schema);
    return spark.createDataFrame(new Frame("hand made", types, table).rows(), types);
  }

  private static Table rents() {
    List<String> towns = List.of("Quay", "Hill", "Quay", "Mill", "Quay", "Hill", "Dock", "Mill");
    List<Double> ofTown = List.of(500.0, 350.0, 500.0, 420.0, 500.0, 350.0, 610.0, 420.0);
    List<String> doors = List.of("red", "blue", "red", "green", "red", "blue", "red");
    List<Double> ofDoor = List.of(0.0, 15.0, 0.0, -25.0, 0.0, 15.0, 0.0);
    Table rents = Table.of("id", "town", "door", "size", "rent");
    for (int i = 0; i < 56; i++) {
      double size = 20 + (i * 13) % 37;
      double more = (i * 7) % 5 - 2;
      double rent = ofTown.get(i % 8) + ofDoor.get(i % 7) + 8 * size + more;
      rents = rents.row(i, towns.get(i % 8), doors.get(i % 7), size, rent);
    }
    return rents;
  }

  private static Table zones() {
    List<String> pets = List.of("dog", "cat", "dog", "fish", "dog", "cat", "dog");
    Table zones = Table.of("id", "zone", "pet", "size", "fee");
    for (int i = 0; i < 3 * ZONE_COUNT; i++) {
      int zone = i % ZONE_COUNT;
      zones =
          zones.row(
              i,
              "zone %02d".formatted(zone),
              i % 11 == 0 ? null : pets.get(i % 7),
              (double) ((i * 5) % 9),
              zone % 2 == 0 ? 10.0 : 20.0);
    }
    return zones;
  }
}
