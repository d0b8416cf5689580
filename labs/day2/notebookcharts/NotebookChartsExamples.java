package day2.notebookcharts;

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
    Dataset<Row> sample =
        lab.scatterSample(listings.train(), "host_income", "price", 1_000, 42)
            .where("price between 1 and 1000");
    return Chart.scatter(sample, "host_income", "price")
        .title("Price by income, a sample")
        .description("Prices rise a little with income, and spread more.");
  }

  @Example(task = 4)
  Chart correlationsOfListings(NotebookChartsLab lab, Listings listings) {
    Dataset<Row> correlations =
        lab.correlations(
            listings.train(),
            List.of("price", "accommodates", "bedrooms", "bathrooms", "host_income"));
    return Chart.heatmap(correlations, "x", "y", "correlation")
        .title("Spearman's correlations")
        .description("Homes for more guests have more bedrooms and cost more.");
  }

  /** Correlation and explained share of a parabola, and the parabola. */
  record Parabola(Relation relation, Chart chart) {}

  @Example(task = 5)
  Parabola aParabola(NotebookChartsLab lab, SparkSession spark) {
    Dataset<Row> points = spark.range(-50, 51).selectExpr("id / 5d as x", "pow(id / 5d, 2) as y");
    return new Parabola(
        lab.relate(points, "x", "y", 10),
        Chart.scatter(points, "x", "y").description("A parabola that opens upwards."));
  }

  @Example(task = 6)
  Chart theCity(NotebookChartsLab lab, Listings listings) {
    Dataset<Row> usual = listings.train().where("price between 1 and 2000");
    return Chart.heatmap(
            lab.mapCells(usual, 0.01).where("homes >= 5"), "lon_cell", "lat_cell", "median_price")
        .title("Median price on the map")
        .description(
            "Each cell is a hundredth of a degree wide and has five homes or more; north is up.");
  }

  @Example(task = 7)
  ChartSpec whatIsMissing(NotebookChartsLab lab, Listings listings) {
    return lab.missingness(
        listings.train(), List.of("host_income", "bathrooms", "beds"), "room_type");
  }
}
