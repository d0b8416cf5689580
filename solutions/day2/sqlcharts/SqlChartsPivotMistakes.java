package day2.sqlcharts;

import static org.apache.spark.sql.functions.expr;

import dev.kindling.lab.Mistake;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong answers about pivots, each as somebody would write it. */
final class SqlChartsPivotMistakes {

  private SqlChartsPivotMistakes() {}

  private static final String NARROW =
      "(SELECT trunc(last_scraped, 'MM') AS month, room_type, price FROM listings)";

  private static final String NAMED =
      "'Entire home/apt' AS entire_home, 'Private room' AS private_room,"
          + " 'Shared room' AS shared_room";

  private static Dataset<Row> pivot(
      Dataset<Row> listings, String select, String from, String aggregate, String types) {
    return SqlChartsSolution.query(
        listings,
        "SELECT %s FROM %s PIVOT (%s FOR room_type IN (%s))"
            .formatted(select, from, aggregate, types),
        Map.of());
  }

  /** Pivots the whole table. */
  @Mistake(task = 3, diagnosis = "pivot-groups-by-all")
  static final class PivotsEverything extends SqlChartsSolution {
    @Override
    public Dataset<Row> monthlyPrices(Dataset<Row> listings) {
      return pivot(
          listings,
          "month, entire_home, private_room, shared_room",
          "(SELECT trunc(last_scraped, 'MM') AS month, * FROM listings)",
          "median(price)",
          NAMED);
    }
  }

  /** Pivots the whole table and shows it. */
  @Mistake(task = 3, diagnosis = "pivot-groups-by-all")
  static final class ShowsEverything extends SqlChartsSolution {
    @Override
    public Dataset<Row> monthlyPrices(Dataset<Row> listings) {
      return pivot(
          listings,
          "*",
          "(SELECT trunc(last_scraped, 'MM') AS month, * FROM listings)",
          "median(price)",
          NAMED);
    }
  }

  /** Takes the average. */
  @Mistake(task = 3, diagnosis = "mean-for-median")
  static final class PivotsMeans extends SqlChartsSolution {
    @Override
    public Dataset<Row> monthlyPrices(Dataset<Row> listings) {
      return pivot(listings, "*", NARROW, "avg(price)", NAMED);
    }
  }

  /** Takes the approximate median. */
  @Mistake(task = 3, diagnosis = "approximate-median")
  static final class PivotsApproximately extends SqlChartsSolution {
    @Override
    public Dataset<Row> monthlyPrices(Dataset<Row> listings) {
      return pivot(listings, "*", NARROW, "percentile_approx(price, 0.5)", NAMED);
    }
  }

  /** Takes the number of the month. */
  @Mistake(task = 3, diagnosis = "month-not-a-date")
  static final class NumbersTheMonths extends SqlChartsSolution {
    @Override
    public Dataset<Row> monthlyPrices(Dataset<Row> listings) {
      return pivot(
          listings,
          "*",
          NARROW.replace("trunc(last_scraped, 'MM')", "month(last_scraped)"),
          "median(price)",
          NAMED);
    }
  }

  /** Wants no holes in the table. */
  @Mistake(task = 3, diagnosis = "empty-cell-is-zero")
  static final class FillsTheTable extends SqlChartsSolution {
    @Override
    public Dataset<Row> monthlyPrices(Dataset<Row> listings) {
      return super.monthlyPrices(listings).na().fill(0.0);
    }
  }

  /** Gives no names. */
  @Mistake(task = 3, diagnosis = "pivot-not-named")
  static final class NamesNothing extends SqlChartsSolution {
    @Override
    public Dataset<Row> monthlyPrices(Dataset<Row> listings) {
      return pivot(
          listings,
          "*",
          NARROW,
          "median(price)",
          "'Entire home/apt', 'Private room', 'Shared room'");
    }
  }

  /** Lets Spark find the room types. */
  @Mistake(task = 3, diagnosis = "pivot-without-list")
  static final class FindsTheTypes extends SqlChartsSolution {
    @Override
    public Dataset<Row> monthlyPrices(Dataset<Row> listings) {
      return listings
          .selectExpr("trunc(last_scraped, 'MM') AS month", "room_type", "price")
          .groupBy("month")
          .pivot("room_type")
          .agg(expr("median(price)"))
          .withColumnRenamed("Entire home/apt", "entire_home")
          .withColumnRenamed("Private room", "private_room")
          .withColumnRenamed("Shared room", "shared_room");
    }
  }
}
