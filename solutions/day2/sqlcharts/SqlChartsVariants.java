package day2.sqlcharts;

import static org.apache.spark.sql.functions.*;

import dev.kindling.lab.Variant;
import dev.kindling.plot.Aggregate;
import dev.kindling.plot.Chart;
import dev.kindling.plot.spec.ChartSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** Other right answers. */
final class SqlChartsVariants {

  private SqlChartsVariants() {}

  /** No SQL text at all. */
  @Variant("the Dataset API instead of SQL, and Chart for the last one")
  static final class WithoutSql extends SqlChartsSolution {

    @Override
    public Dataset<Row> priceBoxes(Dataset<Row> listings) {
      return listings
          .select(col("room_type"), try_divide(col("price"), col("bedrooms")).as("value"))
          .groupBy("room_type")
          .agg(
              count("value").as("listings"),
              min("value").as("low"),
              percentile(col("value"), lit(0.25)).as("q1"),
              median(col("value")).as("median"),
              percentile(col("value"), lit(0.75)).as("q3"),
              max("value").as("high"));
    }

    @Override
    public Dataset<Row> monthlyPrices(Dataset<Row> listings) {
      return listings
          .groupBy(trunc(col("last_scraped"), "month").as("month"))
          .pivot("room_type", List.<Object>of("Entire home/apt", "Private room", "Shared room"))
          .agg(median(col("price")))
          .toDF("month", "entire_home", "private_room", "shared_room");
    }

    @Override
    public Dataset<Row> ratingTotals(Dataset<Row> listings) {
      // The gaps get their name first, so that every null left is a total.
      return listings
          .na()
          .fill("Not told", new String[] {"room_type", "host_response_time"})
          .cube("room_type", "host_response_time")
          .agg(count(lit(1)).as("listings"), avg("review_scores_rating").as("mean_rating"))
          .na()
          .fill("All", new String[] {"room_type", "host_response_time"});
    }

    @Override
    public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
      WindowSpec byPrice =
          Window.partitionBy("neighbourhood_cleansed").orderBy(col("price").desc(), col("id"));
      return raw.where(col("room_type").equalTo(roomType))
          .withColumn("price", regexp_replace(col("price"), "[$,]", "").try_cast("double"))
          .withColumn("id", col("id").cast("bigint"))
          .where(col("price").isNotNull())
          .withColumn("place", row_number().over(byPrice))
          .where(col("place").leq(n))
          .select("neighbourhood_cleansed", "place", "id", "price");
    }

    @Override
    public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
      Dataset<Row> dearest =
          listings
              .groupBy("neighbourhood_cleansed")
              .agg(median(col("price")).as("median_price"))
              .orderBy(col("median_price").desc(), col("neighbourhood_cleansed"))
              .limit(n);
      return Chart.bar(dearest, "neighbourhood_cleansed", "median_price", Aggregate.MAX)
          .title("Median prices")
          .description("The highest median price has " + dearest.first().getString(0) + ".")
          .spec();
    }
  }

  /** Other functions and another shape of each query. */
  @Variant("other SQL: floor, GROUPING SETS, a range of dates, arrays, bars that stand")
  static final class OtherSql extends SqlChartsSolution {

    @Override
    public Dataset<Row> incomeBins(Dataset<Row> listings, double low, double high, int bins) {
      return query(
          listings,
          """
          WITH binned AS (
            SELECT CASE
              WHEN host_income < :low THEN 0
              WHEN host_income >= :high THEN :bins + 1
              ELSE CAST(floor((host_income - :low) / ((:high - :low) / :bins)) + 1 AS INT)
            END AS bin
            FROM listings
          )
          SELECT bin, count(mark) AS listings,
            if(bin = 0, NULL, :low + (bin - 1) * (:high - :low) / :bins) AS from_income,
            if(bin = :bins + 1, NULL, :low + bin * (:high - :low) / :bins) AS to_income
          FROM (
            SELECT bin, 1 AS mark FROM binned
            UNION ALL SELECT CAST(id AS INT), NULL FROM range(0, :bins + 2)
            UNION ALL SELECT NULL, NULL
          )
          GROUP BY bin
          """,
          Map.of("low", low, "high", high, "bins", bins));
    }

    @Override
    public Dataset<Row> priceBoxes(Dataset<Row> listings) {
      return query(
          listings,
          """
          SELECT room_type, size(prices) AS listings, low,
            quartiles[0] AS q1, quartiles[1] AS median, quartiles[2] AS q3, high
          FROM (
            SELECT room_type, collect_list(price / nullif(bedrooms, 0)) AS prices,
              min(price / nullif(bedrooms, 0)) AS low, max(price / nullif(bedrooms, 0)) AS high,
              percentile(price / nullif(bedrooms, 0), array(0.25, 0.5, 0.75)) AS quartiles
            FROM listings
            GROUP BY room_type
          )
          """,
          Map.of());
    }

    @Override
    public Dataset<Row> monthlyPrices(Dataset<Row> listings) {
      return query(
          listings,
          """
          SELECT CAST(date_trunc('MONTH', last_scraped) AS DATE) AS month,
            median(price) FILTER (WHERE room_type = 'Entire home/apt') AS entire_home,
            median(price) FILTER (WHERE room_type = 'Private room') AS private_room,
            median(price) FILTER (WHERE room_type = 'Shared room') AS shared_room
          FROM listings
          GROUP BY ALL
          """,
          Map.of());
    }

    @Override
    public Dataset<Row> ratingTotals(Dataset<Row> listings) {
      return query(
          listings,
          """
          SELECT
            decode(grouping(type), 1, 'All', type) AS room_type,
            decode(grouping(time), 1, 'All', time) AS host_response_time,
            count(1) AS listings,
            avg(review_scores_rating) AS mean_rating
          FROM (
            SELECT coalesce(room_type, 'Not told') AS type,
              coalesce(host_response_time, 'Not told') AS time, review_scores_rating
            FROM listings
          )
          GROUP BY GROUPING SETS ((type, time), (type), (time), ())
          """,
          Map.of());
    }

    @Override
    public Dataset<Row> weeklyAverages(Dataset<Row> listings) {
      return query(
          listings,
          """
          WITH marks AS (
            SELECT last_scraped AS day, 1 AS mark FROM listings
            UNION ALL
            SELECT explode(sequence(first_day, last_day, INTERVAL 1 DAY)), 0
            FROM (SELECT min(last_scraped) AS first_day, max(last_scraped) AS last_day FROM listings)
          ),
          days AS (SELECT day, sum(mark) AS listings FROM marks GROUP BY day)
          SELECT day, listings,
            if(row_number() OVER (ORDER BY day) < 7, NULL,
              sum(listings) OVER (
                ORDER BY day RANGE BETWEEN INTERVAL 6 DAYS PRECEDING AND CURRENT ROW) / 7)
              AS average
          FROM days
          """,
          Map.of());
    }

    @Override
    public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
      return query(
          raw,
          """
          SELECT neighbourhood_cleansed, home_at + 1 AS place, home.id, -home.minus AS price
          FROM (
            SELECT neighbourhood_cleansed, array_sort(collect_list(struct(
              -CAST(try_to_number(price, '$999,999.99') AS DOUBLE) AS minus, CAST(id AS INT) AS id)))
              AS homes
            FROM listings
            WHERE room_type = :roomType AND try_to_number(price, '$999,999.99') IS NOT NULL
            GROUP BY neighbourhood_cleansed
          )
          LATERAL VIEW posexplode(slice(homes, 1, :n)) AS home_at, home
          """,
          Map.of("roomType", roomType, "n", n));
    }

    /** Bars that stand, sorted by Vega-Lite, with a field and an axis of other names. */
    @Override
    public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
      List<Row> rows =
          query(
                  listings,
                  """
                  SELECT to_json(struct(name, middle)), name FROM (
                    SELECT neighbourhood_cleansed AS name, percentile(price, 0.5) AS middle
                    FROM listings GROUP BY ALL ORDER BY middle DESC, name LIMIT :n
                  ) ORDER BY middle, name
                  """,
                  Map.of("n", n))
              .collectAsList();
      List<String> values = new ArrayList<>();
      rows.forEach(row -> values.add(row.getString(0)));
      return ChartSpec.of(
          """
          {
            "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
            "title": {"text": ["Where homes", "are dear"]},
            "description": %s,
            "mark": {"type": "bar", "color": "teal"},
            "data": {"values": %s},
            "encoding": {
              "x": {"field": "name", "type": "ordinal", "sort": {"field": "middle", "order": "descending"}},
              "y": {"field": "middle", "type": "quantitative", "scale": {"zero": true}}
            }
          }
          """
              .formatted(quoted(rows.get(rows.size() - 1).getString(1) + " leads."), values));
    }
  }

  /** Nulls that never were. */
  @Variant("joins through a marker instead of <=>")
  static final class MarkedNulls extends SqlChartsSolution {

    @Override
    public Dataset<Row> incomeBins(Dataset<Row> listings, double low, double high, int bins) {
      Dataset<Row> counts =
          query(
              listings,
              "SELECT coalesce(width_bucket(host_income, :low, :high, :bins), -1) AS place,"
                  + " count(*) AS found FROM listings GROUP BY ALL",
              Map.of("low", low, "high", high, "bins", bins));
      double width = (high - low) / bins;
      Column place = col("place");
      return listings
          .sparkSession()
          .range(-1, bins + 2)
          .withColumnRenamed("id", "place")
          .join(counts, "place", "left")
          .select(
              when(place.geq(0), place).as("bin"),
              when(place.geq(1), place.minus(1).multiply(width).plus(low)).as("from_income"),
              when(place.between(0, bins), place.multiply(width).plus(low)).as("to_income"),
              coalesce(col("found"), lit(0)).as("listings"));
    }
  }
}
