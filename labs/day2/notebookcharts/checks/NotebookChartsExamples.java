package day2.notebookcharts.checks;

import day2.notebookcharts.NotebookChartsLab;
import day2.notebookcharts.Relation;
import dev.kindling.check.Example;
import dev.kindling.data.listings.Listings;
import dev.kindling.plot.Chart;
import dev.kindling.plot.spec.ChartSpec;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What each task returns, for the listings where it can be, as a chart where it makes one. */
final class NotebookChartsExamples {

  @Example(task = 1)
  Dataset<Row> pricesSummarised(NotebookChartsLab lab, Listings listings) {
    return lab.summarize(
        listings.train(),
        List.of("price", "minimum_nights", "host_income"),
        List.of("count", "mean", "50%", "95%", "99%", "max"));
  }

  @Example(task = 2)
  List<ChartSpec> pricesAndScores(NotebookChartsLab lab, Listings listings) {
    return List.of(
        lab.histogram(listings.train(), "price", 24),
        lab.histogram(listings.train(), "review_scores_rating", 16));
  }

  @Example(task = 3)
  Chart pricesByIncome(NotebookChartsLab lab, Listings listings) {
    Dataset<Row> usual = listings.train().where("price between 1 and 1000");
    return Chart.scatter(
            lab.scatterSample(usual, "host_income", "price", 1_000, 42), "host_income", "price")
        .description("A sample: prices rise a little with income, and spread more.");
  }

  @Example(task = 4)
  Chart correlationsOfListings(NotebookChartsLab lab, Listings listings) {
    List<String> columns = List.of("price", "accommodates", "bedrooms", "bathrooms", "host_income");
    return Chart.heatmap(lab.correlations(listings.train(), columns), "x", "y", "correlation")
        .description("Homes for more guests have more bedrooms and cost more.");
  }

  /** A parabola. */
  @Example(task = 5)
  Relation aParabola(NotebookChartsLab lab, SparkSession spark) {
    return lab.relate(
        spark.range(-50, 51).selectExpr("id / 5d as x", "pow(id / 5d, 2) as y"), "x", "y", 10);
  }

  @Example(task = 6)
  Chart theCity(NotebookChartsLab lab, Listings listings) {
    Dataset<Row> cells =
        lab.mapCells(listings.train().where("price between 1 and 2000"), 0.01).where("homes >= 5");
    return Chart.heatmap(cells, "lon_cell", "lat_cell", "median_price")
        .description("Median price in cells of a hundredth of a degree; north is up.");
  }

  @Example(task = 7)
  ChartSpec whatIsMissing(NotebookChartsLab lab, Listings listings) {
    return lab.missingness(
        listings.train(), List.of("host_income", "bathrooms", "beds"), "room_type");
  }
}
