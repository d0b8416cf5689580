package day2.sqlcharts;

import dev.kindling.lab.Mistake;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong answers about bins and boxes, each as somebody would write it. */
final class SqlChartsMistakes {

  private SqlChartsMistakes() {}

  /** Counts and joins as the solution does, but for what a mistake changes. */
  private static Dataset<Row> bins(
      Dataset<Row> listings, String allBins, String counted, String join, Map<String, Object> of) {
    return SqlChartsSolution.query(
        listings,
        """
        WITH all_bins AS (%s),
        counted AS (%s)
        SELECT
          all_bins.bin,
          CASE WHEN all_bins.bin >= 1
            THEN :low + (all_bins.bin - 1) * (:high - :low) / :bins END AS from_income,
          CASE WHEN all_bins.bin <= :bins
            THEN :low + all_bins.bin * (:high - :low) / :bins END AS to_income,
          coalesce(counted.listings, 0) AS listings
        FROM all_bins LEFT JOIN counted ON %s
        """
            .formatted(allBins, counted, join),
        of);
  }

  private static final String EVERY_BIN =
      "SELECT explode(sequence(0, :bins + 1)) AS bin UNION ALL SELECT NULL";

  private static final String COUNTED =
      "SELECT width_bucket(host_income, :low, :high, :bins) AS bin, count(*) AS listings"
          + " FROM listings GROUP BY 1";

  private static final String SAME_BIN = "all_bins.bin <=> counted.bin";

  private static Map<String, Object> parameters(double low, double high, int bins) {
    return Map.of("low", low, "high", high, "bins", bins);
  }

  /** Lists the bins that occur. */
  @Mistake(task = 1, diagnosis = "empty-bins-missing")
  static final class BinsWhatOccurs extends SqlChartsSolution {
    @Override
    public Dataset<Row> incomeBins(Dataset<Row> listings, double low, double high, int bins) {
      return bins(
          listings,
          "SELECT DISTINCT width_bucket(host_income, :low, :high, :bins) AS bin FROM listings",
          COUNTED,
          SAME_BIN,
          parameters(low, high, bins));
    }
  }

  /** Joins with an equals sign. */
  @Mistake(task = 1, diagnosis = "null-bucket-dropped")
  static final class JoinsByEquals extends SqlChartsSolution {
    @Override
    public Dataset<Row> incomeBins(Dataset<Row> listings, double low, double high, int bins) {
      return bins(
          listings, EVERY_BIN, COUNTED, "all_bins.bin = counted.bin", parameters(low, high, bins));
    }
  }

  /** Thinks that who tells nothing has no place in a histogram. */
  @Mistake(task = 1, diagnosis = "null-bucket-dropped")
  static final class DropsTheUntold extends SqlChartsSolution {
    @Override
    public Dataset<Row> incomeBins(Dataset<Row> listings, double low, double high, int bins) {
      return super.incomeBins(listings, low, high, bins).where("bin IS NOT NULL");
    }
  }

  /** Joins first and counts afterwards. */
  @Mistake(task = 1, diagnosis = "empty-bin-counts-one")
  static final class CountsJoinedRows extends SqlChartsSolution {
    @Override
    public Dataset<Row> incomeBins(Dataset<Row> listings, double low, double high, int bins) {
      return bins(
          listings,
          EVERY_BIN,
          """
          SELECT every.bin, count(*) AS listings
          FROM (SELECT explode(sequence(0, :bins + 1)) AS bin UNION ALL SELECT NULL) AS every
            LEFT JOIN listings
            ON every.bin <=> width_bucket(host_income, :low, :high, :bins)
          GROUP BY every.bin
          """,
          SAME_BIN,
          parameters(low, high, bins));
    }
  }

  /** Only looks at what lies between the edges. */
  @Mistake(task = 1, diagnosis = "ends-left-out")
  static final class LeavesTheEndsOut extends SqlChartsSolution {
    @Override
    public Dataset<Row> incomeBins(Dataset<Row> listings, double low, double high, int bins) {
      return bins(
          listings,
          EVERY_BIN,
          COUNTED.replace(
              "GROUP BY",
              "WHERE host_income IS NULL OR host_income >= :low AND host_income < :high GROUP BY"),
          SAME_BIN,
          parameters(low, high, bins));
    }
  }

  /** Puts what lies outside into the nearest bin. */
  @Mistake(task = 1, diagnosis = "ends-folded")
  static final class FoldsTheEnds extends SqlChartsSolution {
    @Override
    public Dataset<Row> incomeBins(Dataset<Row> listings, double low, double high, int bins) {
      return bins(
          listings,
          EVERY_BIN,
          """
          SELECT
            CASE WHEN host_income IS NOT NULL THEN
              least(greatest(width_bucket(host_income, :low, :high, :bins), 1), :bins)
            END AS bin,
            count(*) AS listings
          FROM listings
          GROUP BY 1
          """,
          SAME_BIN,
          parameters(low, high, bins));
    }
  }

  /** Counts bins as arrays are counted. */
  @Mistake(task = 1, diagnosis = "bins-from-zero")
  static final class BinsFromZero extends SqlChartsSolution {
    @Override
    public Dataset<Row> incomeBins(Dataset<Row> listings, double low, double high, int bins) {
      return bins(
          listings,
          EVERY_BIN,
          "SELECT floor((host_income - :low) / ((:high - :low) / :bins)) AS bin,"
              + " count(*) AS listings FROM listings GROUP BY 1",
          SAME_BIN,
          parameters(low, high, bins));
    }
  }

  /** Rounds up, so that an edge belongs to the bin before it. */
  @Mistake(task = 1, diagnosis = "edge-below")
  static final class RoundsUp extends SqlChartsSolution {
    @Override
    public Dataset<Row> incomeBins(Dataset<Row> listings, double low, double high, int bins) {
      return bins(
          listings,
          EVERY_BIN,
          """
          SELECT
            CASE
              WHEN host_income <= :low THEN 0
              WHEN host_income > :high THEN :bins + 1
              ELSE CAST(ceil((host_income - :low) / ((:high - :low) / :bins)) AS INT)
            END AS bin,
            count(*) AS listings
          FROM listings
          GROUP BY 1
          """,
          SAME_BIN,
          parameters(low, high, bins));
    }
  }

  /** Five numbers of {@code value}, found in a frame by {@code select}. */
  private static Dataset<Row> boxes(Dataset<Row> listings, String value, String where) {
    return boxes(listings, value, where, "percentile(v, 0.5)");
  }

  private static Dataset<Row> boxes(
      Dataset<Row> listings, String value, String where, String middle) {
    return SqlChartsSolution.query(
        listings,
        """
        SELECT room_type, count(v) AS listings, min(v) AS low, percentile(v, 0.25) AS q1,
          %s AS median, percentile(v, 0.75) AS q3, max(v) AS high
        FROM (SELECT room_type, %s AS v FROM listings WHERE %s)
        GROUP BY room_type
        """
            .formatted(middle, value, where),
        Map.of());
  }

  private static final String PER_BEDROOM = "try_divide(price, bedrooms)";
  private static final String EVERY_ROW = "true";

  /** Divides, as one does. */
  @Mistake(task = 2, diagnosis = "studio-divides-by-zero")
  static final class DividesByZero extends SqlChartsSolution {
    @Override
    public Dataset<Row> priceBoxes(Dataset<Row> listings) {
      return boxes(listings, "price / bedrooms", EVERY_ROW);
    }
  }

  /** Draws the mean into the box. */
  @Mistake(task = 2, diagnosis = "mean-for-median")
  static final class DrawsTheMean extends SqlChartsSolution {
    @Override
    public Dataset<Row> priceBoxes(Dataset<Row> listings) {
      return boxes(listings, PER_BEDROOM, EVERY_ROW, "avg(v)");
    }
  }

  /** Takes the function that the search engine finds first. */
  @Mistake(task = 2, diagnosis = "approximate-quartiles")
  static final class Approximates extends SqlChartsSolution {
    @Override
    public Dataset<Row> priceBoxes(Dataset<Row> listings) {
      return SqlChartsSolution.query(
          listings,
          """
          SELECT room_type, count(v) AS listings, min(v) AS low,
            percentile_approx(v, 0.25) AS q1, percentile_approx(v, 0.5) AS median,
            percentile_approx(v, 0.75) AS q3, max(v) AS high
          FROM (SELECT room_type, try_divide(price, bedrooms) AS v FROM listings)
          GROUP BY room_type
          """,
          Map.of());
    }
  }

  /** Gives a studio a bedroom. */
  @Mistake(task = 2, diagnosis = "studio-as-bedroom")
  static final class GivesStudiosABedroom extends SqlChartsSolution {
    @Override
    public Dataset<Row> priceBoxes(Dataset<Row> listings) {
      return boxes(
          listings, "CASE WHEN bedrooms = 0 THEN price ELSE price / bedrooms END", EVERY_ROW);
    }
  }

  /** Wants no nulls in a chart. */
  @Mistake(task = 2, diagnosis = "null-as-zero")
  static final class FillsWithZero extends SqlChartsSolution {
    @Override
    public Dataset<Row> priceBoxes(Dataset<Row> listings) {
      return boxes(listings, "coalesce(try_divide(price, bedrooms), 0)", EVERY_ROW);
    }
  }

  /** Divides as whole numbers are divided. */
  @Mistake(task = 2, diagnosis = "whole-dollars")
  static final class CutsTheCents extends SqlChartsSolution {
    @Override
    public Dataset<Row> priceBoxes(Dataset<Row> listings) {
      return boxes(
          listings, "CAST(CAST(price AS INT) DIV nullif(bedrooms, 0) AS DOUBLE)", EVERY_ROW);
    }
  }

  /** Forgets the bedrooms. */
  @Mistake(task = 2, diagnosis = "not-per-bedroom")
  static final class MeasuresThePrice extends SqlChartsSolution {
    @Override
    public Dataset<Row> priceBoxes(Dataset<Row> listings) {
      return boxes(listings, "price", EVERY_ROW);
    }
  }

  /** Counts studios, too. */
  @Mistake(task = 2, diagnosis = "counts-every-row")
  static final class CountsEveryRow extends SqlChartsSolution {
    @Override
    public Dataset<Row> priceBoxes(Dataset<Row> listings) {
      return SqlChartsSolution.query(
          listings,
          """
          SELECT room_type, count(*) AS listings, min(v) AS low, percentile(v, 0.25) AS q1,
            median(v) AS median, percentile(v, 0.75) AS q3, max(v) AS high
          FROM (SELECT room_type, try_divide(price, bedrooms) AS v FROM listings)
          GROUP BY room_type
          """,
          Map.of());
    }
  }

  /** Filters the studios out before grouping. */
  @Mistake(task = 2, diagnosis = "type-without-box-dropped")
  static final class FiltersStudios extends SqlChartsSolution {
    @Override
    public Dataset<Row> priceBoxes(Dataset<Row> listings) {
      return boxes(listings, "price / bedrooms", "bedrooms > 0");
    }
  }
}
