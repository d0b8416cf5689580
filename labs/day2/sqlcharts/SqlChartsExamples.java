package day2.sqlcharts;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import dev.kindling.check.Example;
import dev.kindling.data.listings.Listings;
import dev.kindling.plot.Aggregate;
import dev.kindling.plot.Chart;
import dev.kindling.plot.spec.ChartSpec;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The chart that each task's table is made for, of the listings. */
final class SqlChartsExamples {

  private static final double LEAST_INCOME = 20_000;
  private static final double MOST_INCOME = 100_000;
  private static final int BINS = 16;

  @Example(task = 1)
  ChartSpec histogramOfIncomes(SqlChartsLab lab, Listings listings) {
    Dataset<Row> bins = lab.incomeBins(listings.train(), LEAST_INCOME, MOST_INCOME, BINS);
    Dataset<Row> named =
        bins.selectExpr(
                "bin",
                "CASE WHEN bin IS NULL THEN 'not told'"
                    + " WHEN from_income IS NULL THEN concat('below ', int(to_income))"
                    + " WHEN to_income IS NULL THEN concat(int(from_income), ' and more')"
                    + " ELSE concat('from ', int(from_income)) END AS income",
                "listings")
            .orderBy(col("bin").asc_nulls_last())
            .drop("bin");
    return new RowChart(
            named, "Hosts' incomes, $ a year", "Histogram of incomes, with those not told.")
        .spec(
            "\"bar\"",
            """
            {"y": {"field": "income", "type": "ordinal", "sort": null},
             "x": {"field": "listings", "type": "quantitative"}}
            """);
  }

  @Example(task = 2)
  ChartSpec boxesOfPrices(SqlChartsLab lab, Listings listings) {
    Column[] numbers = {col("low"), col("q1"), col("median"), col("q3"), col("high")};
    Dataset<Row> points =
        lab.priceBoxes(listings.test()) // clean prices: 0 has no logarithm
            .select(col("room_type"), explode(array(numbers)).as("price_per_bedroom"));
    return new RowChart(
            points,
            "Price per bedroom, $ a night",
            "A box per room type: entire homes cost most, shared rooms least.")
        .spec(
            "{\"type\": \"boxplot\", \"extent\": \"min-max\"}",
            """
            {"x": {"field": "room_type", "type": "nominal"},
             "y": {"field": "price_per_bedroom", "type": "quantitative", "scale": {"type": "log"}}}
            """);
  }

  @Example(task = 3)
  Chart linesOfMonths(SqlChartsLab lab, Listings listings) {
    Dataset<Row> prices =
        lab.monthlyPrices(listings.all())
            .unpivot(
                new Column[] {col("month")},
                new Column[] {col("entire_home"), col("private_room"), col("shared_room")},
                "room_type",
                "median_price");
    return Chart.line(prices, "month", "median_price")
        .color("room_type")
        .title("Median price by month and room type, $ a night");
  }

  @Example(task = 4)
  List<Chart> heatMapWithTotals(SqlChartsLab lab, Listings listings) {
    Dataset<Row> totals = lab.ratingTotals(listings.train());
    return List.of(
        Chart.heatmap(totals, "host_response_time", "room_type", "mean_rating", Aggregate.MAX)
            .title("Mean rating, with totals"),
        Chart.counter(
                totals.where("room_type = 'All' AND host_response_time = 'All'"), "mean_rating")
            .title("Mean rating of all listings"));
  }

  @Example(task = 5)
  Chart lineOfDays(SqlChartsLab lab, Listings listings) {
    return Chart.line(lab.weeklyAverages(listings.train()), "day", "average")
        .title("Listings a day, average of seven days");
  }

  @Example(task = 6)
  Chart dearestSharedRooms(SqlChartsLab lab, Listings listings) {
    Dataset<Row> dearest = lab.dearestHomes(listings.raw(), "Shared room", 1);
    return Chart.bar(dearest, "neighbourhood_cleansed", "price", Aggregate.MAX)
        .title("The dearest shared room of each neighbourhood, $ a night");
  }

  @Example(task = 7)
  ChartSpec dearestNeighbourhoods(SqlChartsLab lab, Listings listings) {
    return lab.dearestNeighbourhoods(listings.train(), 8);
  }
}
