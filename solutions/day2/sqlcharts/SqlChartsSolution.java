package day2.sqlcharts;

import dev.kindling.plot.spec.ChartSpec;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every chart is a query first: what it draws is a small table that anybody can check. */
public class SqlChartsSolution implements SqlChartsLab {

  @Override
  public Dataset<Row> incomeBins(Dataset<Row> listings, double low, double high, int bins) {
    return query(listings, bins(), Map.of("low", low, "high", high, "bins", bins));
  }

  String bins() {
    return """
    WITH all_bins AS (
      SELECT explode(sequence(0, :bins + 1)) AS bin UNION ALL SELECT NULL
    ),
    counted AS (
      SELECT width_bucket(host_income, :low, :high, :bins) AS bin, count(*) AS listings
      FROM listings GROUP BY 1
    )
    SELECT
      all_bins.bin,
      CASE WHEN all_bins.bin >= 1
        THEN :low + (all_bins.bin - 1) * (:high - :low) / :bins END AS from_income,
      CASE WHEN all_bins.bin <= :bins
        THEN :low + all_bins.bin * (:high - :low) / :bins END AS to_income,
      coalesce(counted.listings, 0) AS listings
    FROM all_bins LEFT JOIN counted ON all_bins.bin <=> counted.bin
    """;
  }

  @Override
  public Dataset<Row> priceBoxes(Dataset<Row> listings) {
    return query(listings, boxes(), Map.of());
  }

  String boxes() {
    return """
    WITH shared AS (
      SELECT room_type, try_divide(price, bedrooms) AS per_bedroom FROM listings
    )
    SELECT
      room_type,
      count(per_bedroom) AS listings,
      min(per_bedroom) AS low,
      percentile(per_bedroom, 0.25) AS q1,
      percentile(per_bedroom, 0.5) AS median,
      percentile(per_bedroom, 0.75) AS q3,
      max(per_bedroom) AS high
    FROM shared GROUP BY room_type
    """;
  }

  @Override
  public Dataset<Row> monthlyPrices(Dataset<Row> listings) {
    return query(listings, months(), Map.of());
  }

  String months() {
    return """
    SELECT *
    FROM (SELECT trunc(last_scraped, 'MM') AS month, room_type, price FROM listings)
    PIVOT (
      median(price) FOR room_type IN (
        'Entire home/apt' AS entire_home,
        'Private room' AS private_room,
        'Shared room' AS shared_room
      )
    )
    """;
  }

  @Override
  public Dataset<Row> ratingTotals(Dataset<Row> listings) {
    return query(listings, totals(), Map.of());
  }

  String totals() {
    return """
    SELECT
      CASE WHEN grouping(room_type) = 1
        THEN 'All' ELSE coalesce(room_type, 'Not told') END AS room_type,
      CASE WHEN grouping(host_response_time) = 1
        THEN 'All' ELSE coalesce(host_response_time, 'Not told') END AS host_response_time,
      count(*) AS listings,
      avg(review_scores_rating) AS mean_rating
    FROM listings
    GROUP BY CUBE (room_type, host_response_time)
    """;
  }

  @Override
  public Dataset<Row> weeklyAverages(Dataset<Row> listings) {
    return query(listings, days(), Map.of());
  }

  String days() {
    return """
    WITH counted AS (
      SELECT last_scraped AS day, count(*) AS listings FROM listings GROUP BY last_scraped
    ),
    calendar AS (
      SELECT explode(sequence(min(day), max(day))) AS day FROM counted
    ),
    days AS (
      SELECT calendar.day, coalesce(counted.listings, 0) AS listings
      FROM calendar LEFT JOIN counted ON calendar.day = counted.day
    )
    SELECT
      day,
      listings,
      CASE WHEN count(*) OVER week = 7 THEN avg(listings) OVER week END AS average
    FROM days
    WINDOW week AS (ORDER BY day ROWS BETWEEN 6 PRECEDING AND CURRENT ROW)
    """;
  }

  @Override
  public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
    return query(raw, homes(), Map.of("roomType", roomType, "n", n));
  }

  String homes() {
    return """
    WITH homes AS (
      SELECT
        neighbourhood_cleansed,
        CAST(id AS INT) AS id,
        try_cast(translate(price, '$,', '') AS DOUBLE) AS price
      FROM listings WHERE room_type = :roomType
    ),
    ranked AS (
      SELECT
        neighbourhood_cleansed,
        row_number() OVER (
          PARTITION BY neighbourhood_cleansed ORDER BY price DESC, id) AS place,
        id, price
      FROM homes WHERE price IS NOT NULL
    )
    SELECT * FROM ranked WHERE place <= :n
    """;
  }

  @Override
  public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
    Dataset<Row> dearest = query(listings, medians(), Map.of("n", n));
    return ChartSpec.of(
        chart()
            .formatted(
                quoted("No neighbourhood is dearer than " + dearest.first().getString(0) + "."),
                String.join(",", dearest.toJSON().collectAsList())));
  }

  String medians() {
    return """
    SELECT neighbourhood_cleansed, median(price) AS median_price
    FROM listings GROUP BY neighbourhood_cleansed
    ORDER BY median_price DESC, neighbourhood_cleansed
    LIMIT :n
    """;
  }

  String chart() {
    return """
    {
      "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
      "title": "The dearest neighbourhoods",
      "description": %s,
      "data": {"values": [%s]},
      "mark": "bar",
      "encoding": {
        "y": {"field": "neighbourhood_cleansed", "type": "nominal", "sort": null, "title": null},
        "x": {"field": "median_price", "type": "quantitative", "title": "median price, $ a night"}
      }
    }
    """;
  }

  /** What a query returns in which {@code listings} is the name of a frame. */
  static Dataset<Row> query(Dataset<Row> listings, String sql, Map<String, Object> parameters) {
    listings.createOrReplaceTempView("listings");
    try {
      return listings.sparkSession().sql(sql, parameters);
    } finally {
      // The result knows its frame by now, and the name is free for the next one.
      listings.sparkSession().catalog().dropTempView("listings");
    }
  }

  /** A text as JSON writes it: in quotes, its own quotes escaped. */
  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
