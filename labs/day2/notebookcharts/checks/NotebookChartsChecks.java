package day2.notebookcharts.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import day2.notebookcharts.NotebookChartsLab;
import day2.notebookcharts.Relation;
import dev.kindling.check.Check;
import dev.kindling.check.Given;
import dev.kindling.data.Table;
import dev.kindling.data.listings.Listings;
import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.reference.Correlations;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Each task is judged on small hand-made rows and on other ones. */
final class NotebookChartsChecks {

  private static final List<String> GAPS = List.of("host_income", "bathrooms", "beds");

  private static final double ROUNDING = 1e-9;

  @Check(
      task = 1,
      points = 5,
      cases = {"flats", "listings"})
  void theStatisticsAreThoseThatWereAskedFor(
      NotebookChartsLab lab, Given given, Listings listings, String rows) {
    boolean flats = rows.equals("flats");
    Table df = flats ? Inputs.FLATS : listings.truth().train();
    List<String> columns = flats ? List.of("rent", "rooms") : List.of("host_income", "bathrooms");
    List<String> statistics =
        flats ? List.of("max", "50%", "count") : List.of("mean", "count_distinct", "min", "50%");
    Table right = RightAnswers.summary(df, columns, statistics);
    Dataset<Row> summary = lab.summarize(given.frame(df), columns, statistics);
    expect(summary)
        .as("the summary")
        .toHaveColumnsInOrder(right.columns().toArray(String[]::new))
        .diagnose(
            "every-column",
            frame -> frame.columns().length > right.columns().size(),
            "There are columns that were not asked for: without a `select`, every column is summarised, text as well, whose `min` and `max` follow the alphabet. Select `columns` first.")
        .toSatisfy(
            "all its columns are strings",
            frame -> frame.schema().toDDL().split(" STRING").length == frame.columns().length);
    String[] numbers =
        right.columns().stream()
            .map(
                name ->
                    name.equals("summary")
                        ? name
                        : "try_cast(%1$s AS DOUBLE) AS %1$s".formatted(name))
            .toArray(String[]::new);
    // Sums of 5,400 values round in the ninth digit.
    expect(compute("the summary", () -> summary.selectExpr(numbers)))
        .as("the summary")
        .within(1e-4)
        .toHaveRowsInOrder(right);
  }

  @Check(task = 2, points = 9, seconds = 60)
  void theScaleIsTheOneThatMakesTheColumnMoreSymmetric(NotebookChartsLab lab, Given given) {
    Dataset<Row> frame = given.frame(Inputs.NUMBERS);
    Map<String, ChartSpec> charts = new LinkedHashMap<>();
    for (String column : Inputs.NUMBERS.columns()) {
      charts.put(column, lab.histogram(frame, column, 7));
    }
    judgeScales(charts, List.of("ratio", "debts"));
    judgeBins(charts.get("ratio"), "ratio", Inputs.NUMBERS, true, 7);
    judgeBins(charts.get("power"), "power", Inputs.NUMBERS, false, 7);
  }

  @Check(task = 2, points = 6, seconds = 60)
  void pricesThatNobodyHasSeenAreBinnedInSpark(NotebookChartsLab lab, Listings listings) {
    Map<String, ChartSpec> charts = new LinkedHashMap<>();
    for (String column : List.of("price", "review_scores_rating")) {
      charts.put(column, lab.histogram(listings.canary(), column, 12));
    }
    // Guests give good scores: the ratings lean to the left, and their logarithms more so.
    judgeScales(charts, List.of("price"));
    judgeBins(charts.get("price"), "price", listings.truth().canary(), true, 12);
  }

  private static void judgeScales(Map<String, ChartSpec> charts, List<String> logarithmic) {
    List<String> found = new ArrayList<>(charts.keySet());
    found.removeIf(name -> !charts.get(name).encodes("x") || !charts.get(name).encoding("x").log());
    expect(found)
        .as("the columns with a log scale")
        .toHaveElementsInOrder(logarithmic)
        .diagnose(
            "never-log",
            names -> names.isEmpty(),
            "No column got a log scale. Yet some values grow by equal ratios, such as from 1 to 148: on a linear scale most of them share the first bar. Compare the skewness before and after `ln`.");
  }

  private static void judgeBins(ChartSpec chart, String column, Table df, boolean log, int bins) {
    expect(chart.mark()).as("the mark of the histogram of " + column).toBe("bar");
    List<Map<String, Object>> rows = chart.rows();
    expect(rows.size())
        .as("the number of bars of " + column)
        .toBe(bins)
        .diagnose(
            "raw-rows",
            size -> size > 2 * bins,
            "The chart holds the values themselves: they were collected, and the browser is left to count them. That works until the table is large. Let Spark count: one row per bin is all a histogram needs.");
    Map<String, Double> found = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      found.put("bin %d, start".formatted(i + 1), number(chart, "x", rows.get(i)));
      found.put("bin %d, end".formatted(i + 1), number(chart, "x2", rows.get(i)));
      found.put("bin %d, rows".formatted(i + 1), number(chart, "y", rows.get(i)));
    }
    expect(found)
        .as("the bins of " + column)
        .within(1e-6)
        .toHaveEntries(RightAnswers.histogram(df.values(column), log, bins));
  }

  private static double number(ChartSpec chart, String channel, Map<String, Object> row) {
    return field(chart, channel, row) instanceof Double number ? number : Double.NaN;
  }

  private static Object field(ChartSpec chart, String channel, Map<String, Object> row) {
    return chart.encodes(channel) ? row.get(chart.encoding(channel).field()) : null;
  }

  @Check(task = 3, points = 9, seconds = 60)
  void theSampleIsRandomAndSmallAndTheRestStaysInSpark(NotebookChartsLab lab, Given given) {
    new Samples(given.spark()).judge(lab);
  }

  @Check(task = 3, points = 3, seconds = 60)
  void theSeedDecides(NotebookChartsLab lab, Given given) {
    new Samples(given.spark()).judgeSeeds(lab);
  }

  @Check(task = 3, points = 3)
  void fewPointsAreAllDrawn(NotebookChartsLab lab, Given given) {
    Table right = Inputs.POINTS.complete("x", "y").select("y", "x");
    Dataset<Row> frame = given.frame(Inputs.POINTS);
    for (int most : List.of(right.size(), 20)) {
      Samples.ERRORS.during(
          () ->
              expect(lab.scatterSample(frame, "y", "x", most, 7))
                  .as("the sample of five points")
                  .toHaveRows(right)
                  .help(
                      "Rows with a null cannot be drawn; all others belong to it, also equal ones."));
    }
  }

  @Check(task = 4, points = 12, seconds = 60)
  void ranksAreCorrelatedOverCompleteRows(NotebookChartsLab lab, Given given) {
    judgeCorrelations(
        lab, given.frame(Inputs.CORRELATED), Inputs.CORRELATED, List.of("c", "a", "b"));
  }

  @Check(task = 4, points = 8, seconds = 60)
  void listingsAreCorrelatedTheSameWay(NotebookChartsLab lab, Listings listings) {
    judgeCorrelations(
        lab,
        listings.canary(),
        listings.truth().canary(),
        List.of("price", "host_income", "bathrooms", "accommodates"));
  }

  private static void judgeCorrelations(
      NotebookChartsLab lab, Dataset<Row> frame, Table df, List<String> columns) {
    Table right = RightAnswers.correlations(df, columns);
    expect(lab.correlations(frame, columns))
        .as("the correlations")
        .within(ROUNDING)
        .toHaveRows(right)
        .diagnose(
            "half-the-matrix",
            rows -> rows.count() < right.size(),
            "There are too few rows: a heat map has a cell for each ordered pair of columns, on both sides of its diagonal and on it.");
  }

  /** No border between two bins meets a point, so rounding cannot move one. */
  @Check(task = 5, points = 8, seconds = 60)
  void aParabolaIsFoundWhereTheCorrelationIsZero(NotebookChartsLab lab, Given given) {
    Table parabola = Inputs.curve(41, x -> x * x);
    judgeRelation(lab.relate(given.frame(parabola), "x", "y", 7), parabola, 7);
  }

  @Check(task = 5, points = 7, seconds = 60)
  void aCurveThatBendsTwiceIsMeasuredToo(NotebookChartsLab lab, Given given) {
    Table curve = Inputs.curve(54, x -> 30 * Math.sin(x / 4) + 0.02 * Math.exp(x));
    Dataset<Row> homes =
        given.frame(curve).withColumnRenamed("x", "size").withColumnRenamed("y", "rent");
    judgeRelation(lab.relate(given.repartitioned(homes, 3), "size", "rent", 4), curve, 4);
  }

  private static void judgeRelation(Relation relation, Table df, int bins) {
    Table points = df.complete();
    double[] x = points.numbers("x");
    double[] y = points.numbers("y");
    double spearman = Correlations.spearman(x, y);
    double explained = RightAnswers.explained(points, bins);
    expect(relation.correlation()).as("the correlation").within(ROUNDING).toBe(spearman);
    expect(relation.explained())
        .as("the share explained")
        .within(ROUNDING)
        .toBe(explained)
        .diagnose(
            "correlation-squared",
            value ->
                Stream.of(spearman, Correlations.pearson(x, y))
                    .anyMatch(r -> Math.abs(value.doubleValue() - r * r) < ROUNDING),
            "This is the square of a correlation, so it misses what the correlation misses: where `y` first falls and then rises, the two halves cancel out in a correlation, not in the means of the bins of `x`.");
  }

  @Check(task = 6, points = 6)
  void cellsReachBelowZero(NotebookChartsLab lab, Given given) {
    judgeCells(lab.mapCells(given.frame(Inputs.HOMES), 0.5), Inputs.HOMES, 0.5);
  }

  @Check(task = 6, points = 4)
  void listingsLieInTheirCells(NotebookChartsLab lab, Listings listings) {
    judgeCells(lab.mapCells(listings.canary(), 0.03125), listings.truth().canary(), 0.03125);
  }

  private static void judgeCells(Dataset<Row> cells, Table df, double degrees) {
    List<Object> prices = df.column("price");
    expect(cells)
        .as("the cells")
        .toHaveRows(RightAnswers.cells(df, degrees))
        .diagnoseCells(
            "approximate-median",
            cell ->
                cell.isIn("median_price")
                    && (long) cell.row().get("homes") % 2 == 0
                    && prices.contains(cell.yours()),
            "`median_price` of cell {lat_cell}, {lon_cell} is {yours}, the price of one home, and {expected} lies halfway between the two in the middle of {homes}. `percentile_approx` takes one of the two; `median` goes halfway.");
  }

  @Check(task = 7, points = 8, seconds = 60)
  void sharesAreOfTheRowsOfEachGroup(NotebookChartsLab lab, Given given) {
    List<String> columns = List.of("rooms", "rent", "name");
    ChartSpec chart = lab.missingness(given.frame(Inputs.GAPS), columns, "street");
    judgeMissing(chart, RightAnswers.missing(Inputs.GAPS, columns, "street"));
  }

  @Check(task = 7, points = 7, seconds = 60)
  void theWordsSayWhatTheListingsShow(NotebookChartsLab lab, Listings listings) {
    ChartSpec chart = lab.missingness(listings.train(), GAPS, "room_type");
    judgeMissing(chart, RightAnswers.missing(listings.truth().train(), GAPS, "room_type"));
  }

  private static void judgeMissing(ChartSpec chart, Map<String, Double> right) {
    expect(chart.mark()).as("the mark").toBe("rect");
    Map<String, Double> shown = new LinkedHashMap<>();
    for (Map<String, Object> row : chart.rows()) {
      String cell = field(chart, "x", row) + ", " + field(chart, "y", row);
      shown.put(cell, number(chart, "color", row));
    }
    expect(shown).as("the shares, by group and column,").within(ROUNDING).toHaveEntries(right);
    expect(chart.rows().size())
        .as("the number of rows of the chart")
        .toBe(right.size())
        .help("Cells lie on top of each other. Aggregate in Spark: one row for each cell.");
    expect(chart.encoding("color").type()).as("the type of `color`").toBe("quantitative");
    expect(chart.title())
        .as("the title")
        .toSatisfy("it says something", title -> !title.isBlank())
        .help("Say in a few words what the chart shows.");
    String most = Collections.max(right.entrySet(), Map.Entry.comparingByValue()).getKey();
    long percent = Math.round(100 * right.get(most));
    List<String> words = List.of(most.split(", "));
    expect(chart.description())
        .as("the description")
        .toSatisfy(
            "it names '%s', '%s' and %d %%".formatted(words.get(0), words.get(1), percent),
            said ->
                words.stream().allMatch(word -> names(said, Pattern.quote(word)))
                    && names(said, "(?<![.,])" + percent + "\\s?%"))
        .diagnose(
            "text-not-from-data",
            said -> words.stream().noneMatch(word -> names(said, Pattern.quote(word))),
            "The description does not say what these data show. Find the greatest share in the frame and put it into the text, with its column and its group; a text that is typed in, or left to `Chart`, is wrong for the next data.")
        .help("Most is missing where the *share* is greatest: take all three from that row.");
  }

  /** Whether a text has this as a word of its own. */
  private static boolean names(String text, String word) {
    return Pattern.compile("(?<!\\w)" + word + "(?!\\w)").matcher(text).find();
  }
}
