package day2.notebookcharts;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.Check;
import dev.kindling.data.Table;
import dev.kindling.data.listings.Listings;
import dev.kindling.plot.spec.ChartSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Each task is judged on small hand-made rows and on other ones, both against plain Java. What is
 * right for a task, and which mistakes are known, is in a class of its own.
 */
final class NotebookChartsChecks {

  private static final List<String> GAPS = List.of("host_income", "bathrooms", "beds");

  @Check(task = 1, points = 5)
  void theStatisticsAreThoseThatWereAskedFor(NotebookChartsLab lab, SparkSession spark) {
    List<String> columns = List.of("rent", "rooms");
    List<String> statistics = List.of("max", "50%", "count");
    Dataset<Row> flats = HandMade.frame(spark, HandMade.SOME_FLATS, HandMade.FLATS);
    new Summaries(HandMade.SOME_FLATS, columns, statistics)
        .judge(lab.summarize(flats, columns, statistics));
  }

  @Check(task = 1, points = 5)
  void listingsAreSummarisedTheSameWay(NotebookChartsLab lab, Listings listings) {
    List<String> columns = List.of("host_income", "bathrooms");
    List<String> statistics = List.of("mean", "count_distinct", "min", "50%");
    new Summaries(listings.truth().train(), columns, statistics)
        .judge(lab.summarize(listings.train(), columns, statistics));
  }

  @Check(task = 2, points = 9, seconds = 60)
  void theScaleIsTheOneThatMakesTheColumnMoreSymmetric(NotebookChartsLab lab, SparkSession spark) {
    int bins = 7;
    Table numbers = HandMade.numbers();
    Dataset<Row> frame = HandMade.frame(spark, numbers, HandMade.NUMBERS);
    List<String> columns = List.of("ratio", "power", "left");
    List<ChartSpec> charts = new ArrayList<>();
    columns.forEach(column -> charts.add(lab.histogram(frame, column, bins)));
    List<String> scales = charts.stream().map(NotebookChartsChecks::scale).toList();
    expect(scales)
        .as("the scales of %s".formatted(columns))
        .toHaveElementsInOrder(List.of("log", "linear", "linear"))
        .diagnose(
            "always-log",
            List.of("log", "log", "log"),
            "Every column got a log scale, also one that leans to the left already. If you compare the two figures: the logarithm always pulls the skewness down, even from -1 to -3. Compare their absolute values, `Math.abs(…)`.")
        .diagnose(
            "never-log",
            List.of("linear", "linear", "linear"),
            "No column got a log scale. Yet the values of the first grow by equal ratios from 1 to 148: on a linear scale most of them share the first bar. Compare the skewness before and after `ln`.")
        .diagnose(
            "log-not-tried",
            List.of("log", "log", "linear"),
            "The second column got a log scale because it leans to the right. But its logarithms lean to the left, and more so. That a column is skewed does not say that the logarithm helps: compute the skewness of the logarithms too, and compare.");
    new Histograms(numbers.values("ratio").sorted(), true, bins).judge("'ratio'", charts.get(0));
    new Histograms(numbers.values("power").sorted(), false, bins).judge("'power'", charts.get(1));
  }

  private static String scale(ChartSpec chart) {
    return chart.encodes("x") && chart.encoding("x").log() ? "log" : "linear";
  }

  @Check(task = 2, points = 6, seconds = 60)
  void pricesThatNobodyHasSeenAreBinnedInSpark(NotebookChartsLab lab, Listings listings) {
    int bins = 12;
    ChartSpec chart = lab.histogram(listings.canary(), "price", bins);
    new Histograms(listings.truth().canary().values("price").sorted(), true, bins)
        .judge("'price'", chart);
    // Guests give good scores: the ratings lean to the left, and their logarithms more so.
    expect(scale(lab.histogram(listings.canary(), "review_scores_rating", bins)))
        .as("the scale of 'review_scores_rating'")
        .toBe("linear")
        .diagnose(
            "always-log",
            "log",
            "Ratings lean to the left, and their logarithms even more so, yet they got a log scale. Compare the absolute values of the two figures.");
  }

  @Check(task = 3, points = 9)
  void theSampleIsRandomAndSmallAndTheRestStaysInSpark(NotebookChartsLab lab, SparkSession spark) {
    new Samples(spark).judge(lab);
  }

  @Check(task = 3, points = 3)
  void theSeedDecides(NotebookChartsLab lab, SparkSession spark) {
    new Samples(spark).judgeSeeds(lab);
  }

  @Check(task = 3, points = 3)
  void fewPointsAreAllDrawn(NotebookChartsLab lab, SparkSession spark) {
    new Samples(spark).judgeFew(lab);
  }

  @Check(task = 4, points = 12, seconds = 60)
  void ranksAreCorrelatedOverCompleteRows(NotebookChartsLab lab, SparkSession spark) {
    List<String> columns = List.of("c", "a", "b");
    new Correlations(HandMade.CORRELATED_ROWS, columns)
        .judge(lab, HandMade.frame(spark, HandMade.CORRELATED_ROWS, HandMade.CORRELATED));
  }

  @Check(task = 4, points = 8, seconds = 60)
  void listingsAreCorrelatedTheSameWay(NotebookChartsLab lab, Listings listings) {
    List<String> columns = List.of("price", "host_income", "bathrooms", "accommodates");
    new Correlations(listings.truth().canary(), columns).judge(lab, listings.canary());
  }

  @Check(task = 5, points = 8, seconds = 60)
  void aParabolaIsFoundWhereTheCorrelationIsZero(NotebookChartsLab lab, SparkSession spark) {
    // No border between two bins meets a point, so rounding cannot move one.
    Table parabola = HandMade.curve(41, x -> x * x);
    Dataset<Row> frame = HandMade.frame(spark, parabola, "x DOUBLE, y DOUBLE");
    new Relations(parabola, 7).judge(lab.relate(frame, "x", "y", 7));
  }

  @Check(task = 5, points = 7, seconds = 60)
  void aCurveThatBendsTwiceIsMeasuredToo(NotebookChartsLab lab, SparkSession spark) {
    Table curve = HandMade.curve(54, x -> 30 * Math.sin(x / 4) + 0.02 * Math.exp(x));
    Dataset<Row> frame = HandMade.frame(spark, curve, "x DOUBLE, y DOUBLE").repartition(3);
    new Relations(curve, 4).judge(lab.relate(frame, "x", "y", 4));
  }

  @Check(task = 6, points = 6)
  void cellsReachBelowZero(NotebookChartsLab lab, SparkSession spark) {
    Dataset<Row> homes = HandMade.frame(spark, HandMade.HOMES_ON_A_MAP, HandMade.HOMES);
    new MapCells(HandMade.HOMES_ON_A_MAP, 0.5).judge(lab.mapCells(homes, 0.5));
  }

  @Check(task = 6, points = 4)
  void listingsLieInTheirCells(NotebookChartsLab lab, Listings listings) {
    new MapCells(listings.truth().canary(), 0.03125)
        .judge(lab.mapCells(listings.canary(), 0.03125));
  }

  @Check(task = 7, points = 8, seconds = 60)
  void sharesAreOfTheRowsOfEachGroup(NotebookChartsLab lab, SparkSession spark) {
    List<String> columns = List.of("rooms", "rent", "name");
    Dataset<Row> rows = HandMade.frame(spark, HandMade.ROWS_WITH_GAPS, HandMade.GAPS);
    MissingShares shares = new MissingShares(HandMade.ROWS_WITH_GAPS, columns, "street");
    ChartSpec chart = lab.missingness(rows, columns, "street");
    shares.judgeShares(chart);
    shares.judgeWords(chart);
  }

  @Check(task = 7, points = 7, seconds = 60)
  void theWordsSayWhatTheListingsShow(NotebookChartsLab lab, Listings listings) {
    MissingShares shares = new MissingShares(listings.truth().train(), GAPS, "room_type");
    ChartSpec chart = lab.missingness(listings.train(), GAPS, "room_type");
    shares.judgeWords(chart);
    shares.judgeShares(chart);
  }
}
