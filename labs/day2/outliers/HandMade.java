package day2.outliers;

import dev.kindling.data.Frame;
import dev.kindling.data.Table;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Small inputs of the checks, made so that each known mistake gives another result. Every column to
 * learn quartiles from has 4n + 1 values, so that all definitions of a quartile agree.
 */
final class HandMade {

  /** A column of each kind of number, and three that are none. */
  static final String FLATS =
      "id INT, year INT, rooms INT, rent DOUBLE, score FLOAT, reviews BIGINT, tax DECIMAL(8,2),"
          + " floor SMALLINT, title STRING, zip STRING, furnished BOOLEAN";

  /** The last row has far too many rooms; without it, the quartiles of the rents are others. */
  static final Table FLATS_TO_LEARN =
      Table.of(
              "id",
              "year",
              "rooms",
              "rent",
              "score",
              "reviews",
              "tax",
              "floor",
              "title",
              "zip",
              "furnished")
          .row(1, 1990, 1, 400.0, 4.0f, 3L, dollars("1.50"), floor(1), "Attic", "10115", true)
          .row(2, 1991, 2, 500.0, null, 8L, dollars("2.50"), floor(2), null, "10117", false)
          .row(3, 1992, 2, 600.0, 3.5f, 1L, dollars("2.75"), floor(3), "Loft", "10119", true)
          .row(4, 1993, 3, 700.0, null, 40L, null, floor(4), "Loft", "10178", null)
          .row(5, 1994, 3, null, 2.0f, 9L, null, floor(2), "Den", "10179", false)
          .row(6, 1995, 3, null, 5.0f, 12L, dollars("8.00"), floor(2), "", "10115", true)
          .row(7, 1996, 4, null, 1.0f, 5L, dollars("99.00"), floor(9), "Nook", "10117", true)
          .row(8, 1997, 5, null, null, 7L, null, floor(0), "Hall", "10119", false)
          .row(9, 1998, 40, 5000.0, null, 2L, null, floor(3), "Barn", "10178", true);

  static final List<String> FLATS_LEFT_OUT = List.of("id", "year");

  static final String OFFERS = "id INT, rooms INT, rent DOUBLE, title STRING";

  static final Table SOME_OFFERS =
      Table.of("id", "rooms", "rent", "title")
          .row(1, 3, 500.0, "Attic")
          .row(2, 1, 1100.0, "both on the edge")
          .row(3, 5, 100.0, "both on the other edge")
          .row(4, 0, 99.5, "both too small")
          .row(5, 6, 600.0, "one too large")
          .row(6, 2, 1100.5, "the other too large")
          .row(7, null, 5000.0, "one not told")
          .row(8, 4, null, null)
          .row(9, null, null, "nothing told")
          .row(5, 6, 600.0, "one too large");

  static final List<Fence> OFFER_FENCES =
      List.of(new Fence("rooms", 1, 5), new Fence("rent", 100, 1100));

  static final String ROOMS_AND_RENTS = "id INT, rooms INT, rent DOUBLE";

  /**
   * The fence of the rents reaches up to 1,300. Once the rows with too many rooms are gone, it
   * reaches to 1,200, or less by another definition, and the row with 1,250 would be lost.
   */
  static final Table RENTS_TO_LEARN =
      Table.of("id", "rooms", "rent")
          .row(1, 1, 100.0)
          .row(2, 1, null)
          .row(3, 2, 200.0)
          .row(4, 2, 300.0)
          .row(5, 2, null)
          .row(6, 3, 400.0)
          .row(7, 3, 500.0)
          .row(8, 3, null)
          .row(9, 3, 600.0)
          .row(10, 4, 700.0)
          .row(11, 4, 1250.0)
          .row(12, 20, null)
          .row(13, 30, 9000.0);

  /** By their own fences, or those of all rows, 8 and 9 rooms would be ordinary. */
  static final Table RENTS_TO_JUDGE =
      Table.of("id", "rooms", "rent")
          .row(21, 2, 250.0)
          .row(22, 2, 300.0)
          .row(23, 7, 350.0)
          .row(24, 8, null)
          .row(25, 3, 5000.0)
          .row(26, 9, 1250.0)
          .row(27, null, 1300.0)
          .row(28, null, null)
          .row(21, 2, 250.0);

  static final String STAYS = "id INT, nights INT";

  /** Two stays are so long that no z-score is above 3, theirs neither. */
  static final Table STAYS_TO_LEARN =
      Table.of("id", "nights")
          .row(1, 10)
          .row(2, 12)
          .row(3, 14)
          .row(4, null)
          .row(5, 16)
          .row(6, 18)
          .row(7, 20)
          .row(8, 22)
          .row(9, 24)
          .row(10, null)
          .row(11, 26)
          .row(12, 500)
          .row(13, 900);

  /** Robust scores of 4 and -4.5, and larger ones. */
  static final Table STAYS_TO_SCORE =
      Table.of("id", "nights")
          .row(21, 20)
          .row(22, 56)
          .row(23, -20)
          .row(24, -60)
          .row(25, 500)
          .row(26, 900)
          .row(27, null)
          .row(28, 21)
          .row(29, 3);

  static final String SIZES = "id INT, size INT, rent DOUBLE, title STRING";

  /** 21 sizes and rents, so that a tenth is cut off at the third from either end. */
  static final Table SIZES_TO_LEARN = sizes();

  static final Table SIZES_TO_CHANGE =
      Table.of("id", "size", "rent", "title")
          .row(51, 3, 50.0, "both small")
          .row(52, 13, 101.5, "both on the lower cut")
          .row(53, 30, 260.0, null)
          .row(54, 61, 405.5, "both on the upper cut")
          .row(55, 62, 406.0, "both just above")
          .row(56, 1000, 9999.0, "both large")
          .row(57, null, null, "nothing told")
          .row(58, 12, null, "one not told")
          .row(59, 5000, 20000.0, "both large")
          .row(60, 6000, 21000.0, "both large")
          .row(61, 7000, 22000.0, "both large")
          .row(53, 30, 260.0, null);

  static final double SIZES_SHARE = 0.1;

  static final String FLAGGED = "id INT, by_fence BOOLEAN, never BOOLEAN, always BOOLEAN";

  /** The ids of the true outliers; the first five occur twice, the last three never. */
  static final List<Integer> FLAGGED_OUTLIERS = IntStream.rangeClosed(1, 18).boxed().toList();

  /** 5 hits, 10 false alarms, 15 missed and 70 quiet rows. */
  static final Table FLAGGED_ROWS = flaggedRows();

  static final String PRICED = "id INT, size INT, floor INT, price DOUBLE";

  static final List<Fence> PRICED_FENCES =
      List.of(new Fence("price", 1, 2000), new Fence("floor", 0, 20));

  /** The price is 100 and 10 per size, give or take; without a floor it is 40 more. */
  static final Table PRICED_TO_LEARN =
      Table.of("id", "size", "floor", "price")
          .row(1, 10, 1, 205.0)
          .row(2, 20, 2, 295.0)
          .row(3, 30, 3, 410.0)
          .row(4, 40, 20, 490.0)
          .row(5, 50, null, 640.0)
          .row(6, 60, null, 740.0)
          .row(7, 25, 2, 0.0)
          .row(8, 35, 1, 12000.0)
          .row(9, 45, 500, 20.0);

  static final Table PRICED_TO_JUDGE =
      Table.of("id", "size", "floor", "price")
          .row(21, 15, 1, 260.0)
          .row(22, 35, null, 430.0)
          .row(23, 55, 2, 660.0)
          .row(24, 70, 3, 3000.0)
          .row(25, 20, 90, 350.0);

  private HandMade() {}

  static Dataset<Row> frame(SparkSession spark, Table table, String schema) {
    StructType types = StructType.fromDDL(schema);
    return spark.createDataFrame(new Frame("hand made", types, table).rows(), types);
  }

  private static BigDecimal dollars(String text) {
    return new BigDecimal(text);
  }

  private static Short floor(int number) {
    return (short) number;
  }

  private static Table sizes() {
    Table sizes =
        Table.of("id", "size", "rent", "title")
            .row(1, 1, 5.0, null)
            .row(2, 2, 10.0, "Den")
            .row(3, null, null, "Den");
    for (int i = 0; i < 17; i++) {
      sizes = sizes.row(4 + i, 13 + 3 * i, 101.5 + 19 * i, "Loft");
    }
    return sizes.row(21, 500, 8000.0, "Hall").row(22, 600, 9000.0, "Hall");
  }

  private static Table flaggedRows() {
    Table rows = Table.of("id", "by_fence", "never", "always");
    for (int id = 1; id <= 15; id++) {
      rows = rows.row(id, id <= 2 || id == 6, false, true);
    }
    for (int id = 1; id <= 5; id++) {
      rows = rows.row(id, id <= 2, false, true);
    }
    for (int id = 101; id <= 180; id++) {
      rows = rows.row(id, id <= 110, false, true);
    }
    return rows;
  }
}
