package day2.sqlcharts;

import dev.kindling.data.Frame;
import dev.kindling.data.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Small inputs of the checks, made so that each known mistake gives another result. */
final class HandMade {

  static final String INCOMES = "id INT, host_income DOUBLE";

  /** For four bins from 1,000 to 5,000: the third is empty, and four incomes lie on edges. */
  static final Table SOME_INCOMES =
      column(
          "host_income",
          9500.0,
          4000.0,
          null,
          500.0,
          1000.0,
          2600.0,
          5000.0,
          999.0,
          2000.0,
          null,
          9000.0,
          1500.0,
          2500.0,
          4999.0,
          2700.0);

  static final double LEAST = 1000;
  static final double MOST = 5000;
  static final int BINS = 4;

  static final String ROOMS = "id INT, room_type STRING, bedrooms INT, price DOUBLE";

  /** Shared rooms are all studios; some rows have no room type, one no price, one no bedrooms. */
  static final Table SOME_ROOMS =
      Table.of("id", "room_type", "bedrooms", "price")
          .row(1, "Entire home/apt", 1, 40.0)
          .row(2, "Private room", 2, 45.0)
          .row(3, "Entire home/apt", 2, 301.0)
          .row(4, null, 2, 70.0)
          .row(5, "Entire home/apt", 0, 500.0)
          .row(6, "Shared room", 0, 20.0)
          .row(7, "Private room", 1, 50.0)
          .row(8, "Private room", null, 80.0)
          .row(9, "Entire home/apt", 3, 2100.0)
          .row(10, "Private room", 1, null)
          .row(11, "Shared room", 0, 25.0)
          .row(12, "Private room", 0, 30.0)
          .row(13, null, 1, 10.0)
          .row(14, "Entire home/apt", 1, 100.0)
          .row(15, "Private room", 1, 61.0);

  static final String PRICES =
      "id INT, last_scraped DATE, room_type STRING, host_income DOUBLE, price DOUBLE";

  /** The same month of two years; no shared room at all; a type that nobody asks for. */
  static final Table SOME_PRICES =
      Table.of("id", "last_scraped", "room_type", "host_income", "price")
          .row(1, LocalDate.of(2025, 3, 31), "Private room", 30_000.0, 70.0)
          .row(2, LocalDate.of(2024, 3, 5), "Entire home/apt", null, 100.0)
          .row(3, LocalDate.of(2025, 3, 1), "Entire home/apt", 50_000.0, 200.0)
          .row(4, LocalDate.of(2024, 3, 20), "Entire home/apt", 60_000.0, 300.0)
          .row(5, LocalDate.of(2025, 4, 30), "Hotel room", 70_000.0, 900.0)
          .row(6, LocalDate.of(2024, 3, 21), "Entire home/apt", 80_000.0, 110.0)
          .row(7, LocalDate.of(2025, 3, 1), "Private room", 20_000.0, 50.0)
          .row(8, LocalDate.of(2025, 3, 15), "Private room", 90_000.0, 1000.0)
          .row(9, LocalDate.of(2025, 4, 2), "Private room", null, 40.0)
          .row(10, LocalDate.of(2025, 3, 9), "Entire home/apt", 10_000.0, null)
          .row(11, LocalDate.of(2025, 4, 3), "Private room", null, 45.0);

  static final String RATINGS =
      "id INT, room_type STRING, host_response_time STRING, review_scores_rating INT";

  /** One cell has no rating at all, and gaps occur in either column and in both. */
  static final Table SOME_RATINGS =
      Table.of("id", "room_type", "host_response_time", "review_scores_rating")
          .row(1, "Entire home/apt", "within an hour", 90)
          .row(2, "Private room", "within an hour", 60)
          .row(3, "Entire home/apt", null, 40)
          .row(4, "Entire home/apt", "within an hour", 80)
          .row(5, null, null, 20)
          .row(6, "Entire home/apt", "within a day", null)
          .row(7, "Private room", null, null)
          .row(8, "Private room", null, 70)
          .row(9, null, "within an hour", 50)
          .row(10, "Entire home/apt", "within an hour", 100)
          .row(11, "Private room", "within a day", 95);

  static final String DAYS = "id INT, last_scraped DATE";

  /** A leap year, and days without a listing; the counts differ, so every window does. */
  static final Table SOME_DAYS =
      days("02-25", 3)
          .and("02-26", 1)
          .and("02-28", 2)
          .and("03-01", 5)
          .and("03-02", 1)
          .and("03-05", 4)
          .and("03-06", 2)
          .and("03-09", 7)
          .table();

  static final String TEXTS =
      "id STRING, neighbourhood_cleansed STRING, room_type STRING, price STRING";

  /** A room type with quotes of both kinds. */
  static final String QUOTED_TYPE = "Captain's \"Blue\" cabin";

  /**
   * Quay: prices that texts sort wrongly. Hill: a tie that ids as texts break wrongly. Mill: one
   * price among texts that are none. Pier: a row that is there twice. And no neighbourhood.
   */
  static final Table SOME_TEXTS =
      Table.of("id", "neighbourhood_cleansed", "room_type", "price")
          .row("9", "Quay", QUOTED_TYPE, "$99.00")
          .row("10", "Quay", QUOTED_TYPE, "$1,234.00")
          .row("100", "Hill", QUOTED_TYPE, "$80.00")
          .row("30", "Mill", QUOTED_TYPE, "on request")
          .row("11", "Quay", QUOTED_TYPE, "$250.00")
          .row("40", null, QUOTED_TYPE, "$1,000.00")
          .row("12", "Quay", "Tent", "$5,000.00")
          .row("20", "Hill", QUOTED_TYPE, "$80.00")
          .row("50", "Pier", QUOTED_TYPE, "$70.00")
          .row("41", null, QUOTED_TYPE, "$999.50")
          .row("3", "Hill", QUOTED_TYPE, "$80.00")
          .row("31", "Mill", QUOTED_TYPE, null)
          .row("50", "Pier", QUOTED_TYPE, "$70.00")
          .row("4", "Hill", QUOTED_TYPE, "$75.50")
          .row("32", "Mill", QUOTED_TYPE, "$60.00")
          .row("51", "Pier", QUOTED_TYPE, "$60.00")
          .row("33", "Mill", "Tent", "$10.00")
          .row("42", null, QUOTED_TYPE, "$45.00")
          .row("60", "Dock", "Tent", "$20.00");

  static final String NEIGHBOURHOODS =
      "id INT, neighbourhood_cleansed STRING, room_type STRING, price DOUBLE";

  /** Bay and Cove share a median at the cut after three; Abbey is dear only on average. */
  static final Table SOME_NEIGHBOURHOODS =
      Table.of("id", "neighbourhood_cleansed", "room_type", "price")
          .row(1, "Abbey", "Tent", 100.0)
          .row(2, "Cove", "Tent", 300.0)
          .row(3, "The \"Old\" Quay", "Tent", 900.0)
          .row(4, "Wharf", "Tent", 500.0)
          .row(5, "Abbey", "Tent", 110.0)
          .row(6, "The \"Old\" Quay", "Tent", 1000.0)
          .row(7, "Bay", "Tent", 250.0)
          .row(8, "Dock", "Tent", 120.0)
          .row(9, "Abbey", "Tent", 9000.0)
          .row(10, "Bay", "Tent", 350.0)
          .row(11, "The \"Old\" Quay", "Tent", 100.0)
          .row(12, "Wharf", "Tent", null)
          .row(13, "Ferry", "Tent", 90.0)
          .row(14, "Gate", "Tent", 80.0);

  private HandMade() {}

  static Dataset<Row> frame(SparkSession spark, Table table, String schema) {
    StructType types = StructType.fromDDL(schema);
    return spark.createDataFrame(new Frame("hand made", types, table).rows(), types);
  }

  private static Table column(String name, Object... values) {
    Table table = Table.of("id", name);
    for (int i = 0; i < values.length; i++) {
      table = table.row(i + 1, values[i]);
    }
    return table;
  }

  private static Days days(String day, int listings) {
    return new Days(List.of()).and(day, listings);
  }

  /** Days of 2024 on which something was scraped, one entry per listing. */
  private record Days(List<LocalDate> scraped) {

    Days and(String day, int listings) {
      List<LocalDate> more = new ArrayList<>(scraped);
      for (int i = 0; i < listings; i++) {
        more.add(LocalDate.parse("2024-" + day));
      }
      return new Days(more);
    }

    Table table() {
      return column("last_scraped", scraped.toArray());
    }
  }
}
