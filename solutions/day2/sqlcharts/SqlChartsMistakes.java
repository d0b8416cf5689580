package day2.sqlcharts;

import dev.kindling.lab.Mistake;
import dev.kindling.plot.spec.ChartSpec;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong answers, each as somebody would write it: the solution's query with other words in it. */
final class SqlChartsMistakes {

  private SqlChartsMistakes() {}

  /** Joins first and counts afterwards. */
  @Mistake(
      task = 1,
      diagnosis = "empty-bin-counts-one",
      says =
          "Every empty bin has one listing. After a left join an empty bin is still one row, and `count(*)` counts it. Count first and join the counts, or count a column of the listings.")
  static final class CountsJoinedRows extends SqlChartsSolution {
    @Override
    String bins() {
      return super.bins().replace("coalesce(counted.listings, 0)", "coalesce(counted.listings, 1)");
    }
  }

  /** Only looks at what lies between the edges. */
  @Mistake(
      task = 1,
      diagnosis = "ends-left-out",
      says =
          "Incomes below the first edge or from the last one on are gone, and nobody who sees the chart will know. Keep them, in bin 0 and bin `bins + 1`.")
  static final class LeavesTheEndsOut extends SqlChartsSolution {
    @Override
    String bins() {
      return super.bins()
          .replace(
              "FROM listings",
              "FROM listings WHERE coalesce(host_income >= :low AND host_income < :high, true)");
    }
  }

  /** Puts what lies outside into the nearest bin. */
  @Mistake(
      task = 1,
      diagnosis = "ends-folded",
      says =
          "Incomes beyond the edges were pushed into the first and the last bin, so these bars say something that is not true. Give them the bins 0 and `bins + 1`.")
  static final class FoldsTheEnds extends SqlChartsSolution {
    @Override
    String bins() {
      return super.bins()
          .replace(
              "width_bucket(host_income, :low, :high, :bins)",
              "if(host_income IS NULL, NULL, least(greatest("
                  + "width_bucket(host_income, :low, :high, :bins), 1), :bins))");
    }
  }

  /** Counts bins as arrays are counted. */
  @Mistake(
      task = 1,
      diagnosis = "bins-from-zero",
      says =
          "The counts stand one bin too low: `floor` counts bins from 0. Bin 0 is for incomes below the first edge; the first bin between the edges is 1.")
  static final class BinsFromZero extends SqlChartsSolution {
    @Override
    String bins() {
      return super.bins()
          .replace(
              "width_bucket(host_income, :low, :high, :bins)",
              "floor((host_income - :low) / ((:high - :low) / :bins))");
    }
  }

  /** Rounds up, so that an edge belongs to the bin before it. */
  @Mistake(
      task = 1,
      diagnosis = "edge-below",
      says =
          "An income that lies on an edge was counted in the bin that ends there. It belongs to the bin that begins there, an income of `high` to the bin of those beyond: 0 to 10 and 10 to 20 must not both claim the 10, and `width_bucket` gives it to the second.")
  static final class RoundsUp extends SqlChartsSolution {
    @Override
    String bins() {
      return super.bins()
          .replace(
              "width_bucket(host_income, :low, :high, :bins)",
              "int(least(greatest(ceil((host_income - :low) / ((:high - :low) / :bins)), 0),"
                  + " :bins + 1))");
    }
  }

  /** Divides, as one does. */
  @Mistake(
      task = 2,
      diagnosis = "studio-divides-by-zero",
      says =
          "A studio has 0 bedrooms, and in ANSI mode a division by zero stops the whole query. `try_divide(price, bedrooms)` gives null for such a row, and aggregates leave nulls out.")
  static final class DividesByZero extends SqlChartsSolution {
    @Override
    String boxes() {
      return super.boxes().replace("try_divide(price, bedrooms)", "price / bedrooms");
    }
  }

  /** Draws the mean into the box. */
  @Mistake(
      task = 2,
      diagnosis = "mean-for-median",
      says =
          "`median` holds means. Prices are skewed: a few dear homes pull the mean up, and most homes cost less. The line in a box is the median: `percentile(…, 0.5)` or `median(…)`.")
  static final class DrawsTheMean extends SqlChartsSolution {
    @Override
    String boxes() {
      return super.boxes().replace("percentile(per_bedroom, 0.5)", "avg(per_bedroom)");
    }
  }

  /** Takes the function that the search engine finds first. */
  @Mistake(task = 2, diagnosis = "approximate-quartiles")
  static final class Approximates extends SqlChartsSolution {
    @Override
    String boxes() {
      return super.boxes().replace("percentile(", "percentile_approx(");
    }
  }

  /** Gives a studio a bedroom. */
  @Mistake(
      task = 2,
      diagnosis = "studio-as-bedroom",
      says =
          "Studios, and homes that do not tell their bedrooms, are in the boxes as if they had one bedroom. They have no price per bedroom: `try_divide(price, bedrooms)` is null for them, and aggregates leave nulls out.")
  static final class GivesStudiosABedroom extends SqlChartsSolution {
    @Override
    String boxes() {
      return super.boxes().replace("try_divide(price, bedrooms)", "price / greatest(bedrooms, 1)");
    }
  }

  /** Wants no nulls in a chart. */
  @Mistake(
      task = 2,
      diagnosis = "null-as-zero",
      says =
          "Where there is no price per bedroom, 0 was put in its place, and 0 takes part in every quartile: the boxes sink. Leave the null; aggregates pass over it.")
  static final class FillsWithZero extends SqlChartsSolution {
    @Override
    String boxes() {
      return super.boxes()
          .replace("try_divide(price, bedrooms)", "coalesce(try_divide(price, bedrooms), 0)");
    }
  }

  /** Pivots the whole table. */
  @Mistake(
      task = 3,
      diagnosis = "pivot-groups-by-all",
      says =
          "There are {rows} rows for {expected rows} months. PIVOT groups by every column that it does not use; with the whole table that is nearly one group per listing. Let a subquery hand it the month, the room type and the price alone.")
  static final class PivotsEverything extends SqlChartsSolution {
    @Override
    String months() {
      return super.months()
          .replace("SELECT *", "SELECT month, entire_home, private_room, shared_room")
          .replace("room_type, price FROM", "* FROM");
    }
  }

  /** Takes the average. */
  @Mistake(
      task = 3,
      diagnosis = "mean-for-median",
      says =
          "These are means. Prices are skewed, so one mansion lifts the line of its month, and the reader sees a trend that is none. Take the `median`.")
  static final class PivotsMeans extends SqlChartsSolution {
    @Override
    String months() {
      return super.months().replace("median(price)", "avg(price)");
    }
  }

  /** Takes the number of the month. */
  @Mistake(
      task = 3,
      diagnosis = "month-not-a-date",
      says =
          "`month` is a whole number and not a date, so a chart cannot put it on an axis of time, and the Marches of all years are thrown together. `trunc(last_scraped, 'MM')` is the first day of the month, as a date.")
  static final class NumbersTheMonths extends SqlChartsSolution {
    @Override
    String months() {
      return super.months().replace("trunc(last_scraped, 'MM')", "month(last_scraped)");
    }
  }

  /** Gives no names. */
  @Mistake(
      task = 3,
      diagnosis = "pivot-not-named",
      says =
          "The columns are called as the room types are, blanks and slashes included, so whoever uses them must quote them. Name them in the list: `IN ('Entire home/apt' AS entire_home, …)`.")
  static final class NamesNothing extends SqlChartsSolution {
    @Override
    String months() {
      return super.months()
          .replace(" AS entire_home", "")
          .replace(" AS private_room", "")
          .replace(" AS shared_room", "");
    }
  }

  /** Lets Spark find the room types. */
  @Mistake(
      task = 3,
      diagnosis = "pivot-without-list",
      says =
          "The columns depend on which room types happen to occur, so a chart that works today fails tomorrow. (Spark also runs a job of its own to find them.) List the three room types.")
  static final class FindsTheTypes extends SqlChartsSolution {
    @Override
    public Dataset<Row> monthlyPrices(Dataset<Row> listings) {
      return listings
          .selectExpr("trunc(last_scraped, 'MM') AS month", "room_type", "price")
          .groupBy("month")
          .pivot("room_type")
          .agg(Map.of("price", "median"))
          .withColumnRenamed("Entire home/apt", "entire_home")
          .withColumnRenamed("Private room", "private_room")
          .withColumnRenamed("Shared room", "shared_room");
    }
  }

  /** Shows the result of CUBE as it comes. */
  @Mistake(
      task = 4,
      diagnosis = "null-for-total",
      says =
          "There are rows with null in place of a name, and it means two things: `not told` in the data, and `all of them` in a total. `grouping(column)` is 1 in a total; with it, name the totals `All` and the gaps `Not told`.")
  static final class NamesNoTotals extends SqlChartsSolution {
    @Override
    String totals() {
      return super.totals().replace("'All'", "NULL").replace("'Not told'", "NULL");
    }
  }

  /** Takes every null for a total. */
  @Mistake(
      task = 4,
      diagnosis = "gap-called-all",
      says =
          "Listings that do not tell are called `All`, like the totals: `coalesce(column, 'All')` cannot know which null it has. So there are two rows `All` for a room type, and one of them is not a total. `grouping(column)` is 1 in a total alone.")
  static final class CallsGapsAll extends SqlChartsSolution {
    @Override
    String totals() {
      return super.totals().replace("'Not told'", "'All'");
    }
  }

  /** Filters the gaps out, so that every null is a total. */
  @Mistake(
      task = 4,
      diagnosis = "null-bucket-dropped",
      says =
          "Only {told} of {all} listings are left, those that tell both room type and response time, and so every total is too small. That a host tells nothing is a column of the heat map of its own: `Not told`.")
  static final class FiltersGaps extends SqlChartsSolution {
    @Override
    String totals() {
      return super.totals()
          .replace(
              "FROM listings",
              "FROM listings WHERE room_type IS NOT NULL AND host_response_time IS NOT NULL");
    }
  }

  /** Takes the better known of the two. */
  @Mistake(
      task = 4,
      diagnosis = "rollup-for-cube",
      says =
          "Some totals are missing: `ROLLUP` leaves out those of its last column alone. The margins of a heat map are the totals per room type, the totals per response time, and the one over all: `GROUP BY CUBE (room_type, host_response_time)` makes them all.")
  static final class RollsUp extends SqlChartsSolution {
    @Override
    String totals() {
      return super.totals().replace("CUBE", "ROLLUP");
    }
  }

  /** Fills the ratings first. */
  @Mistake(
      task = 4,
      diagnosis = "null-as-zero",
      says =
          "A missing rating was taken for a 0, so a place that nobody has rated drags its group down. `avg` passes over nulls by itself; leave them.")
  static final class RatesGapsZero extends SqlChartsSolution {
    @Override
    String totals() {
      return super.totals()
          .replace("avg(review_scores_rating)", "avg(coalesce(review_scores_rating, 0))");
    }
  }

  /** Averages over the days that occur. */
  @Mistake(task = 5, diagnosis = "quiet-days-missing")
  static final class SkipsQuietDays extends SqlChartsSolution {
    @Override
    String days() {
      return super.days().replace("FROM calendar LEFT JOIN", "FROM calendar JOIN");
    }
  }

  /** Makes nulls 0 in the column that is shown, and averages the other one. */
  @Mistake(
      task = 5,
      diagnosis = "quiet-days-not-averaged",
      says =
          "`listings` has its zeros, but days with 0 did not count in `average`: it was taken while they were null, or made null, and so it is too high. Average `coalesce(listings, 0)`.")
  static final class AveragesBeforeFilling extends SqlChartsSolution {
    @Override
    String days() {
      return super.days().replace("avg(listings)", "avg(nullif(listings, 0))");
    }
  }

  /** Averages from the first day on. */
  @Mistake(
      task = 5,
      diagnosis = "partial-weeks",
      says =
          "The first six days have an average, of fewer than seven days: the first one is the average of a single day. Such a line begins with a jump that is none. Leave them null until the window is full, such as with `CASE WHEN count(*) OVER w = 7`.")
  static final class BeginsAtOnce extends SqlChartsSolution {
    @Override
    String days() {
      return super.days().replace("= 7", "<= 7");
    }
  }

  /** Takes seven days and today. */
  @Mistake(
      task = 5,
      diagnosis = "eight-days",
      says =
          "The window is eight days wide: `7 PRECEDING` and the current row make eight. Seven days are `6 PRECEDING` to `CURRENT ROW`.")
  static final class CountsToEight extends SqlChartsSolution {
    @Override
    String days() {
      return super.days().replace("= 7", ">= 7").replace("6 PRECEDING", "7 PRECEDING");
    }
  }

  /** Puts the day into the middle. */
  @Mistake(
      task = 5,
      diagnosis = "looks-ahead",
      says =
          "The window reaches into the days after, so today's average would change tomorrow. The last seven days end with the day itself: `6 PRECEDING` to `CURRENT ROW`.")
  static final class LooksAhead extends SqlChartsSolution {
    @Override
    String days() {
      return super.days()
          .replace("count(*) OVER week = 7", "row_number() OVER (ORDER BY day) >= 7")
          .replace("6 PRECEDING AND CURRENT ROW", "3 PRECEDING AND 3 FOLLOWING");
    }
  }

  /** Ranks the texts and shows numbers. */
  @Mistake(
      task = 6,
      diagnosis = "sorted-as-text",
      says =
          "The prices are ranked as texts, letter by letter, so $99.00 comes before $1,234.00. Rank by the number, not by the text that it was made from.")
  static final class RanksBeforeCasting extends SqlChartsSolution {
    @Override
    String homes() {
      return super.homes().replace("ORDER BY price", "ORDER BY string(price)");
    }
  }

  /** Orders the ids as they come. */
  @Mistake(
      task = 6,
      diagnosis = "ids-sorted-as-text",
      says =
          "Of equal prices the smaller id comes first, but the ids are compared as texts: \"100\" comes before \"20\". Cast the id before you order by it.")
  static final class BreaksTiesByText extends SqlChartsSolution {
    @Override
    String homes() {
      return super.homes().replace("DESC, id", "DESC, string(id)");
    }
  }

  /** Forgets DESC. */
  @Mistake(
      task = 6,
      diagnosis = "cheapest-first",
      says = "These are the cheapest homes: ORDER BY goes up unless it says DESC.")
  static final class RanksUpwards extends SqlChartsSolution {
    @Override
    String homes() {
      return super.homes().replace("price DESC", "price");
    }
  }

  /** Believes that every price is a number once the signs are gone. */
  @Mistake(task = 6, diagnosis = "price-cast-fails")
  static final class CastsEveryText extends SqlChartsSolution {
    @Override
    String homes() {
      return super.homes().replace("try_cast", "CAST");
    }
  }

  /** Puts the room type into the text of the query. */
  @Mistake(
      task = 6,
      diagnosis = "parameter-glued-in",
      says =
          "The query works until a room type has a quote in its name: glued into the text, the name ends where its quote is, and the rest is read as SQL. (That is also how strangers smuggle in SQL of their own.) Write `:roomType` in the query and pass the value in the map.")
  static final class GluesTheRoomType extends SqlChartsSolution {
    @Override
    public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
      return query(raw, homes().replace(":roomType", "'" + roomType + "'"), Map.of("n", n));
    }
  }

  /** Takes the average. */
  @Mistake(
      task = 7,
      diagnosis = "mean-for-median",
      says =
          "These are the means. Prices are skewed: a few huge prices, typing errors perhaps, lift a neighbourhood to the top in which most homes are not dear at all. Take the `median`.")
  static final class DrawsMeans extends SqlChartsSolution {
    @Override
    String medians() {
      return super.medians().replace("median(price)", "avg(price)");
    }
  }

  /** Limits in a subquery and sorts outside. */
  @Mistake(task = 7, diagnosis = "limit-before-order")
  static final class LimitsBeforeOrder extends SqlChartsSolution {
    @Override
    String medians() {
      return super.medians()
          .replaceFirst("ORDER BY (.*)\n.*\n$", "LIMIT :n) ORDER BY $1")
          .replaceFirst("SELECT", "SELECT * FROM (SELECT");
    }
  }

  /** Relies on the order of the query. */
  @Mistake(task = 7, diagnosis = "bars-in-alphabet")
  static final class SortsNothing extends SqlChartsSolution {
    @Override
    String chart() {
      return super.chart().replace("\"sort\": null, ", "");
    }
  }

  /** Puts the listings of the dearest neighbourhoods into the chart. */
  @Mistake(task = 7, diagnosis = "rows-not-grouped")
  static final class ShipsListings extends SqlChartsSolution {
    @Override
    String medians() {
      return "SELECT * FROM listings JOIN (" + super.medians() + ") USING (neighbourhood_cleansed)";
    }
  }

  /** Writes the rows by hand. */
  @Mistake(task = 7, diagnosis = "json-glued")
  static final class GluesJson extends SqlChartsSolution {
    @Override
    public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
      List<String> bars = query(listings, medians(), Map.of("n", n)).toJSON().collectAsList();
      return ChartSpec.of(
          chart().formatted("\"The dearest\"", String.join(",", bars).replace("\\\"", "\"")));
    }
  }
}
