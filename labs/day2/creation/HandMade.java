package day2.creation;

import dev.kindling.data.Frame;
import dev.kindling.data.Table;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Small inputs of the checks, made so that each known mistake gives another result. */
final class HandMade {

  static final String OFFERS = "id INT, rent STRING, deposit STRING, note STRING";

  /** Prices of a thousand and more, texts with digits that are no price, and a text to be left. */
  static final Table SOME_OFFERS =
      Table.of("id", "rent", "deposit", "note")
          .row(1, "$1,234.00", "$2,468.00", "$5.00")
          .row(2, "$85.00", "$0.00", null)
          .row(3, null, "$1,000,000.50", "quiet")
          .row(4, "on request", "$999.99", "")
          .row(5, "", null, "$1,234.00")
          .row(6, "from 80, for 2", "$300.00", "12")
          .row(7, "$40.13", "none", "$85.00");

  /** Each way in which an object or a number can be missing; a basement without rooms is known. */
  static final Table RECORDS =
      Table.of("value")
          .row(
              """
              {"id":1,"price":250000.0,"house_info":{"num_rooms":6,"num_bedrooms":3,"num_bathrooms":1.5,"num_basement_rooms":0,"year_built":1987,"address":{"street_name":"Rowan Lane","house_number":12,"city":"Dunmere"}}}""")
          .row(
              """
              {"house_info":{"address":{"city":"Alder Bay","street_name":"Poplar Row","house_number":7},"year_built":-1,"num_basement_rooms":-1,"num_bathrooms":-1.0,"num_bedrooms":-1,"num_rooms":-1},"price":310000.0,"id":2}""")
          .row(
              """
              {"id":3,"price":195500.0,"house_info":{"num_rooms":4,"num_bedrooms":2,"num_bathrooms":1.0,"num_basement_rooms":-1,"year_built":2003,"address":null}}""")
          .row(
              """
              {"id":4,"price":402000.0,"house_info":{"num_rooms":8,"num_bedrooms":4,"num_bathrooms":2.5,"num_basement_rooms":2,"year_built":-1}}""")
          .row("{\"id\":5,\"price\":288000.0,\"house_info\":null}")
          .row("{\"id\":6,\"price\":264000.0}");

  /** The records, flat, as they stand. */
  static final Table FLAT_RECORDS =
      Table.of(
              "id",
              "num_rooms",
              "num_bedrooms",
              "num_bathrooms",
              "num_basement_rooms",
              "year_built",
              "street_name",
              "city",
              "price")
          .row(1, 6, 3, 1.5, 0, 1987, "Rowan Lane", "Dunmere", 250_000.0)
          .row(2, -1, -1, -1.0, -1, -1, "Poplar Row", "Alder Bay", 310_000.0)
          .row(3, 4, 2, 1.0, -1, 2003, null, null, 195_500.0)
          .row(4, 8, 4, 2.5, 2, -1, null, null, 402_000.0)
          .row(5, null, null, null, null, null, null, null, 288_000.0)
          .row(6, null, null, null, null, null, null, null, 264_000.0);

  static final String RIDES = "id INT, started TIMESTAMP, km DOUBLE";

  /** All days of the week, both ends of a day and of a year. */
  static final Table SOME_RIDES =
      Table.of("id", "started", "km")
          .row(1, time("2025-03-03T00:10:00Z"), 2.5)
          .row(2, time("2025-03-04T06:59:59Z"), 1.0)
          .row(3, time("2025-03-05T12:30:00Z"), 4.0)
          .row(4, time("2025-03-06T17:45:00Z"), 3.5)
          .row(5, time("2025-03-07T22:05:00Z"), 8.0)
          .row(6, time("2025-03-08T18:30:00Z"), 5.0)
          .row(7, time("2025-03-09T23:59:00Z"), 0.5)
          .row(8, time("2024-12-31T01:00:00Z"), 1.5)
          .row(9, time("2025-11-30T13:20:00Z"), 6.0)
          .row(10, time("2025-01-01T09:15:00Z"), 2.0);

  static final String HOURS = "at TIMESTAMP, temp DOUBLE";

  static final String FLATS =
      "id INT, guests INT, bedrooms INT, beds INT, rent DOUBLE, rent_free_weeks INT, income DOUBLE";

  /** Studios without a bedroom, a host without an income, and gaps. */
  static final Table SOME_FLATS =
      Table.of("id", "guests", "bedrooms", "beds", "rent", "rent_free_weeks", "income")
          .row(1, 4, 2, 3, 800.0, 2, 40_000.0)
          .row(2, 2, 0, 1, 450.0, 0, 30_000.0)
          .row(3, 3, 1, null, 600.0, 1, null)
          .row(4, 6, 3, 5, null, 4, 0.0)
          .row(5, 1, null, 1, 300.0, 0, 25_000.0)
          .row(6, 5, 0, 0, 900.0, 3, 61_000.0);

  /** Two of them need the rent, which is the label; one only looks as if it did. */
  static final List<Ratio> FLAT_RATIOS =
      List.of(
          new Ratio("guests_per_bedroom", "guests", "bedrooms"),
          new Ratio("affordability_index", "rent", "income"),
          new Ratio("beds_per_guest", "beds", "guests"),
          new Ratio("guests_per_dollar", "guests", "rent"),
          new Ratio("free_weeks_per_guest", "rent_free_weeks", "guests"));

  static final String STAYS = "id INT, nights INT, rent DOUBLE";

  /**
   * Rents in four groups of three, far apart, so that no way to compute a quartile matters; one
   * rent is so large that buckets of equal width are others.
   */
  static final Table STAYS_TO_LEARN =
      Table.of("id", "nights", "rent")
          .row(1, 1, 10.0)
          .row(2, 2, 220.0)
          .row(3, 3, 30.0)
          .row(4, 4, 310.0)
          .row(5, 5, 120.0)
          .row(6, 6, 20.0)
          .row(7, 7, 210.0)
          .row(8, 8, 130.0)
          .row(9, 14, 320.0)
          .row(10, 21, 230.0)
          .row(11, 28, 110.0)
          .row(12, 30, 3300.0)
          .row(13, null, null);

  static final List<Double> NIGHT_LIMITS = List.of(3.0, 7.0, 28.0);

  /** Nights at each limit and beside it; values below and above everything in train. */
  static final Table STAYS_TO_CUT =
      Table.of("id", "nights", "rent")
          .row(21, 0, 25.0)
          .row(22, 1, 115.0)
          .row(23, 3, 125.0)
          .row(24, 6, 125.0)
          .row(25, 7, 215.0)
          .row(26, 27, 225.0)
          .row(27, 28, 325.0)
          .row(28, 400, 9000.0)
          .row(29, null, -500.0)
          .row(30, 2, null)
          .row(31, 8, 7000.0)
          .row(36, 12, Double.NaN)
          .row(32, 30, 8000.0)
          .row(33, 5, 6000.0)
          .row(34, 4, 5000.0)
          .row(35, 9, 4000.0);

  static final String ROOMS = "id INT, width DOUBLE, windows INT, length DOUBLE";

  static final Table SOME_ROOMS =
      Table.of("id", "width", "windows", "length")
          .row(1, 3.0, 1, 4.0)
          .row(2, 2.5, 2, 3.0)
          .row(3, 5.0, 4, 6.5)
          .row(4, 4.0, 0, 2.0)
          .row(5, 1.5, 3, 7.0);

  private HandMade() {}

  /** Every hour of a week that begins in one month and ends in the next. */
  static Table hours() {
    Table hours = Table.of("at", "temp");
    Instant first = Instant.parse("2025-09-26T00:00:00Z");
    for (int hour = 0; hour < 7 * 24; hour++) {
      hours = hours.row(Timestamp.from(first.plus(hour, ChronoUnit.HOURS)), hour % 24 / 2.0);
    }
    return hours;
  }

  static Dataset<Row> frame(SparkSession spark, Table table, String schema) {
    StructType types = StructType.fromDDL(schema);
    return spark.createDataFrame(new Frame("hand made", types, table).rows(), types);
  }

  private static Timestamp time(String instant) {
    return Timestamp.from(Instant.parse(instant));
  }
}
