package day2.sqlcharts.checks;

import day2.sqlcharts.SqlChartsLab;
import dev.kindling.check.Example;
import dev.kindling.data.listings.Listings;
import dev.kindling.plot.Aggregate;
import dev.kindling.plot.Chart;
import dev.kindling.plot.spec.ChartSpec;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The chart that each task's table is made for, of the listings; of two, the table. */
final class SqlChartsExamples {

  @Example(task = 1)
  Dataset<Row> histogramOfIncomes(SqlChartsLab lab, Listings listings) {
    return lab.incomeBins(listings.train(), 20_000, 100_000, 16).orderBy("from_income");
  }

  @Example(task = 2)
  Dataset<Row> boxesOfPrices(SqlChartsLab lab, Listings listings) {
    return lab.priceBoxes(listings.test()).orderBy("median");
  }

  @Example(task = 3)
  Chart linesOfMonths(SqlChartsLab lab, Listings listings) {
    String rows = "stack(3, 'entire', entire_home, 'private', private_room, 'shared', shared_room)";
    Dataset<Row> prices = lab.monthlyPrices(listings.all());
    return Chart.line(prices.selectExpr("month", rows + " AS (room_type, price)"), "month", "price")
        .color("room_type")
        .title("Median price by month and room type, $ a night");
  }

  @Example(task = 4)
  Chart heatMapWithTotals(SqlChartsLab lab, Listings listings) {
    Dataset<Row> totals = lab.ratingTotals(listings.train());
    return Chart.heatmap(totals, "host_response_time", "room_type", "mean_rating", Aggregate.MAX)
        .title("Mean rating, with totals");
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
