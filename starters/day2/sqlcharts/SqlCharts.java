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
        SELECT width_bucket(host_income, :low, :high, :bins) AS bin, count(*) AS listings
        FROM listings
        GROUP BY 1
        """;
    Map<String, Object> parameters = Map.of("low", low, "high", high, "bins", bins);
    // query(listings, sql, parameters) is a beginning: it has the bins that occur.
    throw new UnsupportedOperationException("TODO 1: bin the incomes");
  }

  // Task 2: per room_type: listings, low, q1, median, q3, high of the price per bedroom.
  @Override
  public Dataset<Row> priceBoxes(Dataset<Row> listings) {
    throw new UnsupportedOperationException("TODO 2: measure the boxes");
  }

  // Task 3: month and the median prices entire_home, private_room, shared_room.
  @Override
  public Dataset<Row> monthlyPrices(Dataset<Row> listings) {
    throw new UnsupportedOperationException("TODO 3: turn rows into columns");
  }

  // Task 4: room_type, host_response_time ("All", "Not told", or a value), listings, mean_rating.
  @Override
  public Dataset<Row> ratingTotals(Dataset<Row> listings) {
    throw new UnsupportedOperationException("TODO 4: add the totals");
  }

  // Task 5: every day with its listings and their average over seven days.
  @Override
  public Dataset<Row> weeklyAverages(Dataset<Row> listings) {
    throw new UnsupportedOperationException("TODO 5: smooth the days");
  }

  // Task 6: per neighbourhood the n dearest homes of a room type: place, id, price.
  @Override
  public Dataset<Row> dearestHomes(Dataset<Row> raw, String roomType, int n) {
    throw new UnsupportedOperationException("TODO 6: rank within groups");
  }

  // Task 7: a bar chart of the n neighbourhoods with the highest median price.
  @Override
  public ChartSpec dearestNeighbourhoods(Dataset<Row> listings, int n) {
    throw new UnsupportedOperationException("TODO 7: draw the bars");
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
