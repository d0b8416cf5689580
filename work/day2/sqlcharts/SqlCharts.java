package day2.sqlcharts;

import dev.kindling.plot.spec.ChartSpec;
import java.util.*;
import org.apache.spark.sql.*;

public class SqlCharts implements SqlChartsLab {

  // Task 1: one row per bin 0 … bins + 1 and one for null: bin, from_income, to_income, listings.
  @Override
  public Dataset<Row> incomeBins(Dataset<Row> listings, double low, double high, int bins) {
    String sql =
        """
        SELECT CAST(NULL AS DOUBLE) AS from_income, CAST(NULL AS DOUBLE) AS to_income, width_bucket(host_income, :low, :high, :bins) AS bin, count(*) AS listings
        FROM listings
        GROUP BY 1
        """;
    Map<String, Object> parameters = Map.of("low", low, "high", high, "bins", bins);
    // query(listings, sql, parameters) is a beginning: it has the bins that occur.
    return query(listings, sql, parameters);
  }

  // Task 2: per room_type: listings, low, q1, median, q3, high of the price per bedroom.
  @Override
  public Dataset<Row> priceBoxes(Dataset<Row> listings) {
    return query(listings, "SELECT room_type, count(*) AS listings, min(price/bedrooms) AS low, percentile(price/bedrooms, 0.25) AS q1, median(price/bedrooms) AS median, percentile(price/bedrooms, 0.75) AS q3, max(price/bedrooms) AS high FROM listings GROUP BY room_type", Map.of());
  }

  // Task 3: month and the median prices entire_home, private_room, shared_room.
  @Override
  public Dataset<Row> monthlyPrices(Dataset<Row> listings) {
    return query(listings, "SELECT * FROM listings PIVOT (median(price) FOR room_type IN ('Entire home/apt' AS entire_home, 'Private room' AS private_room, 'Shared room' AS shared_room))", Map.of());
  }

  // Task 4: room_type, host_response_time ("All", "Not told", or a value), listings, mean_rating.
  @Override
  public Dataset<Row> ratingTotals(Dataset<Row> listings) {
    return query(listings, "SELECT coalesce(room_type, 'All') AS room_type, coalesce(host_response_time, 'All') AS host_response_time, count(*) AS listings, avg(review_scores_rating) AS mean_rating FROM listings GROUP BY ROLLUP (room_type, host_response_time)", Map.of());
  }

  // Task 5: every day with its listings and their average over seven days.
  @Override
  public Dataset<Row> weeklyAverages(Dataset<Row> listings) {
    return query(listings, "SELECT last_scraped AS day, count(*) AS listings, avg(listings) OVER (ORDER BY last_scraped RANGE BETWEEN 6 PRECEDING AND CURRENT ROW) AS average FROM listings GROUP BY last_scraped", Map.of());
  }

  // Task 6: per neighbourhood the n dearest homes of a room type: place, id, price.
  @Override
  public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
    return query(raw, "SELECT neighbourhood_cleansed, row_number() OVER (PARTITION BY neighbourhood_cleansed ORDER BY price DESC) AS place, id, price FROM listings WHERE room_type = :roomType QUALIFY place <= :n", Map.of("roomType", roomType, "n", n));
  }

  // Task 7: a bar chart of the n neighbourhoods with the highest median price.
  @Override
  public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
    return ChartSpec.of("""
        {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "title": "Dear", "description": "Dear places",
         "data": {"values": [%s]}, "mark": "bar",
         "encoding": {"x": {"field": "neighbourhood_cleansed", "type": "nominal", "sort": "y"}, "y": {"field": "p", "type": "quantitative"}}}
        """.formatted(String.join(",", query(listings, "SELECT neighbourhood_cleansed, median(price) AS p FROM listings GROUP BY ALL ORDER BY p DESC, 1 LIMIT :n", Map.of("n", n)).toJSON().collectAsList())));
  }

  /** What a query returns in which {@code listings} is the name of a frame. */
  private static Dataset<Row> query(
      Dataset<Row> listings, String sql, Map<String, Object> parameters) {
    listings.createOrReplaceTempView("listings");
    try {
      return listings.sparkSession().sql(sql, parameters);
    } finally {
      listings.sparkSession().catalog().dropTempView("listings");
    }
  }

  /** A text as JSON writes it: in quotes, its own quotes escaped. */
  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
