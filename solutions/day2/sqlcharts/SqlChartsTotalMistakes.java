package day2.sqlcharts;

import dev.kindling.lab.Mistake;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong answers about totals and days, each as somebody would write it. */
final class SqlChartsTotalMistakes {

  private SqlChartsTotalMistakes() {}

  private static final String TYPE =
      "CASE WHEN grouping(room_type) = 1 THEN 'All' ELSE coalesce(room_type, 'Not told') END";
  private static final String TIME =
      "CASE WHEN grouping(host_response_time) = 1"
          + " THEN 'All' ELSE coalesce(host_response_time, 'Not told') END";
  private static final String CUBE = "CUBE (room_type, host_response_time)";

  private static Dataset<Row> totals(
      Dataset<Row> listings, String type, String time, String figures, String where, String by) {
    return SqlChartsSolution.query(
        listings,
        """
        SELECT %s AS room_type, %s AS host_response_time, %s
        FROM listings
        WHERE %s
        GROUP BY %s
        """
            .formatted(type, time, figures, where, by),
        Map.of());
  }

  private static final String FIGURES =
      "count(*) AS listings, avg(review_scores_rating) AS mean_rating";

  /** Shows the result of CUBE as it comes. */
  @Mistake(task = 4, diagnosis = "null-for-total")
  static final class NamesNoTotals extends SqlChartsSolution {
    @Override
    public Dataset<Row> ratingTotals(Dataset<Row> listings) {
      return totals(listings, "room_type", "host_response_time", FIGURES, "true", CUBE);
    }
  }

  /** Takes every null for a total. */
  @Mistake(task = 4, diagnosis = "gap-called-all")
  static final class CallsGapsAll extends SqlChartsSolution {
    @Override
    public Dataset<Row> ratingTotals(Dataset<Row> listings) {
      return totals(
          listings,
          "coalesce(room_type, 'All')",
          "coalesce(host_response_time, 'All')",
          FIGURES,
          "true",
          CUBE);
    }
  }

  /** Takes every null for a gap. */
  @Mistake(task = 4, diagnosis = "total-called-gap")
  static final class CallsTotalsGaps extends SqlChartsSolution {
    @Override
    public Dataset<Row> ratingTotals(Dataset<Row> listings) {
      return totals(
          listings,
          "coalesce(room_type, 'Not told')",
          "coalesce(host_response_time, 'Not told')",
          FIGURES,
          "true",
          CUBE);
    }
  }

  /** Filters the gaps out, so that every null is a total. */
  @Mistake(task = 4, diagnosis = "null-bucket-dropped")
  static final class FiltersGaps extends SqlChartsSolution {
    @Override
    public Dataset<Row> ratingTotals(Dataset<Row> listings) {
      return totals(
          listings,
          TYPE,
          TIME,
          FIGURES,
          "room_type IS NOT NULL AND host_response_time IS NOT NULL",
          CUBE);
    }
  }

  /** Counts the gaps in the totals and hides them. */
  @Mistake(task = 4, diagnosis = "null-bucket-dropped")
  static final class HidesGaps extends SqlChartsSolution {
    @Override
    public Dataset<Row> ratingTotals(Dataset<Row> listings) {
      return super.ratingTotals(listings)
          .where("room_type <> 'Not told' AND host_response_time <> 'Not told'");
    }
  }

  /** Takes the better known of the two. */
  @Mistake(task = 4, diagnosis = "rollup-for-cube")
  static final class RollsUp extends SqlChartsSolution {
    @Override
    public Dataset<Row> ratingTotals(Dataset<Row> listings) {
      return totals(
          listings, TYPE, TIME, FIGURES, "true", "ROLLUP (room_type, host_response_time)");
    }
  }

  /** Forgets the corner. */
  @Mistake(task = 4, diagnosis = "totals-missing")
  static final class ForgetsTheCorner extends SqlChartsSolution {
    @Override
    public Dataset<Row> ratingTotals(Dataset<Row> listings) {
      return totals(
          listings,
          TYPE,
          TIME,
          FIGURES,
          "true",
          "GROUPING SETS ((room_type, host_response_time), (room_type), (host_response_time))");
    }
  }

  /** Makes no totals. */
  @Mistake(task = 4, diagnosis = "totals-missing")
  static final class GroupsOnly extends SqlChartsSolution {
    @Override
    public Dataset<Row> ratingTotals(Dataset<Row> listings) {
      return totals(
          listings,
          "coalesce(room_type, 'Not told')",
          "coalesce(host_response_time, 'Not told')",
          FIGURES,
          "true",
          "room_type, host_response_time");
    }
  }

  /** Counts what is averaged. */
  @Mistake(task = 4, diagnosis = "counts-ratings")
  static final class CountsRatings extends SqlChartsSolution {
    @Override
    public Dataset<Row> ratingTotals(Dataset<Row> listings) {
      return totals(
          listings,
          TYPE,
          TIME,
          "count(review_scores_rating) AS listings, avg(review_scores_rating) AS mean_rating",
          "true",
          CUBE);
    }
  }

  /** Fills the ratings first. */
  @Mistake(task = 4, diagnosis = "null-as-zero")
  static final class RatesGapsZero extends SqlChartsSolution {
    @Override
    public Dataset<Row> ratingTotals(Dataset<Row> listings) {
      return totals(
          listings,
          TYPE,
          TIME,
          "count(*) AS listings, avg(coalesce(review_scores_rating, 0)) AS mean_rating",
          "true",
          CUBE);
    }
  }

  /** Makes the cells first and the totals from them. */
  @Mistake(task = 4, diagnosis = "average-of-averages")
  static final class AveragesAverages extends SqlChartsSolution {
    @Override
    public Dataset<Row> ratingTotals(Dataset<Row> listings) {
      return SqlChartsSolution.query(
          listings,
          """
          WITH cells AS (
            SELECT coalesce(room_type, 'Not told') AS type,
              coalesce(host_response_time, 'Not told') AS time,
              count(*) AS listings, avg(review_scores_rating) AS mean_rating
            FROM listings
            GROUP BY 1, 2
          )
          SELECT coalesce(type, 'All') AS room_type, coalesce(time, 'All') AS host_response_time,
            sum(listings) AS listings, avg(mean_rating) AS mean_rating
          FROM cells
          GROUP BY CUBE (type, time)
          """,
          Map.of());
    }
  }

  private static final String WHOLE_WEEKS = "CASE WHEN row_number() OVER (ORDER BY day) >= 7 THEN ";

  private static final String EVERY_DAY =
      """
      SELECT calendar.day, coalesce(counted.listings, 0) AS listings
      FROM (SELECT explode(sequence(min(day), max(day))) AS day FROM counted) AS calendar
        LEFT JOIN counted ON calendar.day = counted.day
      """;

  private static Dataset<Row> days(Dataset<Row> listings, String days, String average) {
    return SqlChartsSolution.query(
        listings,
        """
        WITH counted AS (
          SELECT last_scraped AS day, count(*) AS listings FROM listings GROUP BY last_scraped
        ),
        days AS (%s)
        SELECT day, listings, %s AS average
        FROM days
        """
            .formatted(days, average),
        Map.of());
  }

  /** The average over a frame of rows, from the seventh day on. */
  private static String over(String rows) {
    return WHOLE_WEEKS + "avg(listings) OVER (ORDER BY day " + rows + ") END";
  }

  private static final String WEEK = "ROWS BETWEEN 6 PRECEDING AND CURRENT ROW";

  /** Averages over the days that occur. */
  @Mistake(task = 5, diagnosis = "quiet-days-missing")
  static final class SkipsQuietDays extends SqlChartsSolution {
    @Override
    public Dataset<Row> weeklyAverages(Dataset<Row> listings) {
      return days(listings, "SELECT * FROM counted", over(WEEK));
    }
  }

  /** Counts days and not rows, but only the days that occur. */
  @Mistake(task = 5, diagnosis = "quiet-days-missing")
  static final class RangesOverWhatOccurs extends SqlChartsSolution {
    @Override
    public Dataset<Row> weeklyAverages(Dataset<Row> listings) {
      return days(
          listings,
          "SELECT * FROM counted",
          over("RANGE BETWEEN INTERVAL 6 DAYS PRECEDING AND CURRENT ROW"));
    }
  }

  /** Leaves null where nothing was counted. */
  @Mistake(task = 5, diagnosis = "quiet-day-is-null")
  static final class LeavesNulls extends SqlChartsSolution {
    @Override
    public Dataset<Row> weeklyAverages(Dataset<Row> listings) {
      return days(
          listings,
          EVERY_DAY.replace("coalesce(counted.listings, 0) AS listings", "counted.listings"),
          over(WEEK));
    }
  }

  /** Makes nulls 0 in the column that is shown, and averages the other one. */
  @Mistake(task = 5, diagnosis = "quiet-days-not-averaged")
  static final class AveragesBeforeFilling extends SqlChartsSolution {
    @Override
    public Dataset<Row> weeklyAverages(Dataset<Row> listings) {
      return days(
          listings,
          EVERY_DAY.replace("AS listings", "AS listings, counted.listings AS found"),
          over(WEEK).replace("avg(listings)", "avg(found)"));
    }
  }

  /** Averages from the first day on. */
  @Mistake(task = 5, diagnosis = "partial-weeks")
  static final class BeginsAtOnce extends SqlChartsSolution {
    @Override
    public Dataset<Row> weeklyAverages(Dataset<Row> listings) {
      return days(listings, EVERY_DAY, "avg(listings) OVER (ORDER BY day " + WEEK + ")");
    }
  }

  /** Takes seven days and today. */
  @Mistake(task = 5, diagnosis = "eight-days")
  static final class CountsToEight extends SqlChartsSolution {
    @Override
    public Dataset<Row> weeklyAverages(Dataset<Row> listings) {
      return days(listings, EVERY_DAY, over("ROWS BETWEEN 7 PRECEDING AND CURRENT ROW"));
    }
  }

  /** Ends yesterday. */
  @Mistake(task = 5, diagnosis = "today-left-out")
  static final class LeavesTodayOut extends SqlChartsSolution {
    @Override
    public Dataset<Row> weeklyAverages(Dataset<Row> listings) {
      return days(listings, EVERY_DAY, over("ROWS BETWEEN 7 PRECEDING AND 1 PRECEDING"));
    }
  }

  /** Puts the day into the middle. */
  @Mistake(task = 5, diagnosis = "looks-ahead")
  static final class LooksAhead extends SqlChartsSolution {
    @Override
    public Dataset<Row> weeklyAverages(Dataset<Row> listings) {
      return days(listings, EVERY_DAY, over("ROWS BETWEEN 3 PRECEDING AND 3 FOLLOWING"));
    }
  }

  /** Orders the window and gives it no frame. */
  @Mistake(task = 5, diagnosis = "average-of-all-before")
  static final class FramesNothing extends SqlChartsSolution {
    @Override
    public Dataset<Row> weeklyAverages(Dataset<Row> listings) {
      return days(listings, EVERY_DAY, over(""));
    }
  }
}
