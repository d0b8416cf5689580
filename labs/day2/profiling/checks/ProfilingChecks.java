package day2.profiling.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static dev.kindling.check.Expect.expectJobs;

import day2.profiling.Advice;
import day2.profiling.Correlation;
import day2.profiling.Finding;
import day2.profiling.Overview;
import day2.profiling.ProfilingLab;
import dev.kindling.check.Check;
import dev.kindling.check.DifferingCell;
import dev.kindling.check.FrameExpectation;
import dev.kindling.check.Given;
import dev.kindling.check.JobsExpectation;
import dev.kindling.check.ThrowingSupplier;
import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import dev.kindling.data.survey.Survey;
import dev.kindling.data.survey.SurveyTruth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Each task is judged on small hand-made rows and on the survey, both against plain Java. */
final class ProfilingChecks {

  private static final double ROUNDING = 1e-6; // of figures up to 60,000

  private static final Set<String> NUMBERS = Set.of("numeric", "unsupported");

  @Check(task = 1, points = 7)
  void onlyNullsAreMissingAndOnlyWholeRowsRepeat(ProfilingLab lab, Given given) {
    judgeOverview(lab.overview(given.frame(HandMade.FLATS)), HandMade.FLATS);
  }

  @Check(task = 1, points = 5)
  void theRawSurveyIsLookedAtInAFewJobs(ProfilingLab lab, Survey survey, Given given) {
    Dataset<Row> raw = survey.raw().union(survey.canary());
    // One for the counts, one for the different rows, one to spare.
    Overview overview = inJobs(given, "the overview", 3, () -> lab.overview(raw)).result();
    judgeOverview(overview, survey.truth().raw().union(survey.truth().canary()));
  }

  private static void judgeOverview(Overview overview, Table table) {
    Overview right = RightFigures.overview(table);
    expect(overview)
        .as("the overview")
        .fact("duplicates", () -> overview.duplicateRows())
        .fact("missing", () -> overview.missingCells())
        .toBe(right)
        .diagnose(
            "sample-for-the-whole",
            wrong -> wrong.rows() < right.rows(),
            wrong ->
                "The overview is that of %,d of the %,d rows: a part of the frame, taken for the whole, and nothing in it says so. Count all rows."
                    .formatted(wrong.rows(), right.rows()))
        .diagnose(
            "value-is-missing",
            wrong -> RightFigures.mistaken(table, wrong).isPresent(),
            wrong -> RightFigures.mistaken(table, wrong).orElseThrow());
  }

  @Check(task = 2, points = 8)
  void everyTypeHasItsKind(ProfilingLab lab, Given given) {
    Map<String, String> kinds = lab.inferKinds(HandMade.kinds(given.spark()));
    HandMade.KINDS.judge(kinds::forEach, "no kind", "the kinds", given);
  }

  @Check(task = 2, points = 6)
  void manyValuesAreCountedExactlyAndInOneLook(ProfilingLab lab, Given given) {
    Dataset<Row> many = HandMade.manyKinds(given.spark());
    expect(inJobs(given, "the kinds", 2, () -> lab.inferKinds(many)).result())
        .as("the kinds of 2,000 rows")
        .toHaveEntries(Map.of("half", "categorical", "more", "text", "few", "categorical"))
        .diagnose(
            "distinct-is-a-guess",
            wrong -> "categorical".equals(wrong.get("more")),
            "Of 2,000 values in each column, `half` has 1,000 different ones and is categorical, `more` has 1,001 and is text. So close to the limit, neither `approx_count_distinct` nor a part of the rows can tell: use `countDistinct` on all rows.");
  }

  @Check(task = 3, points = 12)
  void figuresAreOfFiniteValuesAndGapsHaveTheirOwnLine(ProfilingLab lab, Given given) {
    List<String> columns = List.of("weight", "pieces", "fee");
    judgeSummary(lab.summarise(given.frame(HandMade.BOATS), columns), HandMade.BOATS, columns);
  }

  @Check(task = 3, points = 8)
  void theNumbersOfTheSurveyAreSummarisedInOnePass(ProfilingLab lab, Survey survey, Given given) {
    List<String> columns = List.of("spend", "wait_per_boat", "rating");
    Dataset<Row> answers = survey.answers();
    Dataset<Row> figures =
        inJobs(
                given,
                "the figures",
                2,
                () -> {
                  Dataset<Row> found = lab.summarise(answers, columns);
                  return given.spark().createDataFrame(found.collectAsList(), found.schema());
                })
            .result();
    judgeSummary(figures, survey.truth().answers(), columns);
  }

  private static void judgeSummary(Dataset<Row> figures, Table table, List<String> columns) {
    Set<String> moments = Set.of("mean", "std", "min", "max", "skewness");
    FrameExpectation judged =
        expect(figures)
            .as("the figures")
            .within(ROUNDING)
            .toHaveRows(RightFigures.summaries(table, columns))
            .diagnose(
                "sample-for-the-whole",
                wrong -> !wrong.where("count + missing + infinite < " + table.size()).isEmpty(),
                "`count` and `missing` together are fewer than the rows: the figures were taken from a part of the frame, and nothing says so. A sample misses what is rare, such as one infinite value. Take them from all rows; one pass is cheap enough.")
            .diagnoseCells(
                "infinite-in-mean",
                cell -> moments.contains(cell.column()) && !Double.isFinite(cell.number()),
                "`{column}` of `{row.column}` is {yours}, where {expected} was expected: one infinite value is enough for that, and it hides all others. Count such values in `infinite`, and take the other figures of what is finite.")
            .diagnoseCells(
                "distinct-is-a-guess",
                cell -> cell.isIn("distinct") && isNear(cell.number(), cell.expected()),
                "The numbers of different values are close, not right, such as {yours} for {expected} of `{row.column}`: `approx_count_distinct` is off by a few percent. That is fine for a first look, if the report says so. Here use `countDistinct`.");
    DEFINITIONS.forEach(
        (column, words) ->
            judged.diagnoseCells(
                "wrong-" + column,
                cell -> cell.isIn(column),
                "Only `{column}` is off, {yours} for `{row.column}` where {expected} was expected: "
                    + words));
  }

  private static final Map<String, String> DEFINITIONS =
      Map.of(
          "count", "it counts the cells that are not null, infinite values and zeros too.",
          "infinite", "it counts Infinity and -Infinity; `abs` makes one of both.",
          "skewness",
              "it is the mean of (x − mean)³ of the finite values over the cube of the standard deviation that is divided by n, Spark's `skewness`. (`kurtosis` is another thing, and what pandas gives is corrected for small samples.)");

  private static boolean isNear(double yours, Object expected) {
    double right = ((Number) expected).doubleValue();
    return Math.abs(yours - right) > 1 && Math.abs(yours - right) < 0.1 * right;
  }

  @Check(task = 4, points = 7)
  void quantilesAreValuesOfTheColumn(ProfilingLab lab, Given given) {
    List<String> columns = List.of("depth", "waves", "tide");
    Dataset<Row> boats = given.frame(HandMade.BOATS);
    judgeQuantiles(lab.quantiles(boats, columns), HandMade.BOATS, columns);
  }

  @Check(task = 4, points = 5)
  void theQuantilesOfTheSurveyAreExact(ProfilingLab lab, Survey survey, Given given) {
    List<String> columns = List.of("spend", "minutes", "age", "rating");
    Dataset<Row> answers = survey.answers();
    Map<String, List<Double>> quantiles =
        inJobs(given, "the quantiles", 2, () -> lab.quantiles(answers, columns)).result();
    judgeQuantiles(quantiles, survey.truth().answers(), columns);
  }

  private static void judgeQuantiles(
      Map<String, List<Double>> quantiles, Table table, List<String> columns) {
    expect(quantiles)
        .as("the quantiles")
        .toHaveEntries(RightFigures.quantiles(table, columns))
        .diagnose(
            "too-coarse",
            wrong ->
                wrong.entrySet().stream()
                    .allMatch(
                        five -> {
                          double[] values = table.values(five.getKey()).sorted();
                          return five.getValue().stream()
                              .allMatch(value -> Arrays.binarySearch(values, value) >= 0);
                        }),
            "All of these are values of the columns, but some are not those that were asked for: their ranks are off. The last argument of `approxQuantile` is how far a rank may be off, and 0.0 is exact; quantiles of a sample are off by chance, and a report made from one has to say so; and a rank that is no whole number is rounded up.");
  }

  @Check(task = 5, points = 11)
  void eachPairIsCorrelatedOverItsOwnRows(ProfilingLab lab, Given given) {
    List<String> numeric = List.of("length", "crew", "price");
    List<String> categorical = List.of("sail", "flag", "motor");
    judgeCorrelations(lab, given, HandMade.BOATS, numeric, categorical);
  }

  @Check(task = 5, points = 7)
  void twinsOfTheSurveyAreFound(ProfilingLab lab, Survey survey, Given given) {
    List<String> categorical = List.of("route", "needs_lift");
    Table canary = survey.truth().canary().drop("stops", "remark");
    judgeCorrelations(lab, given, canary, SurveyTruth.TWINS, categorical);
  }

  private static void judgeCorrelations(
      ProfilingLab lab, Given given, Table table, List<String> numeric, List<String> categorical) {
    List<Correlation> correlations = lab.correlate(given.frame(table), numeric, categorical);
    Table found = compute("the correlations", () -> RightFigures.named(correlations));
    Map<Object, Object> values = found.lookup("of", "value");
    expect(given.frame(found))
        .as("the correlations")
        .within(ROUNDING)
        .toHaveRows(RightFigures.correlations(table, numeric, categorical))
        .diagnoseCells(
            "spearman-of-values",
            cell ->
                of(cell).startsWith("spearman")
                    && isSame(cell, values.get(of(cell).replace("spearman", "pearson"))),
            "Spearman's correlations are the same as Pearson's. Spearman looks at ranks, so that one price of 900 does not decide: pass \"spearman\" to `Correlation.corr`, or rank both columns first.")
        .diagnoseCells(
            "wrong-ranks",
            cell -> of(cell).startsWith("spearman"),
            "Pearson's correlations are right and Spearman's are not, {yours} where {expected} was expected: so it is the ranks. Rank the values among the rows of this pair, those in which both columns have a value. Equal values share the mean of their ranks: three at places 2, 3 and 4 all have rank 3. (`rank()` gives all the lowest, `dense_rank()` leaves no gaps, `row_number()` takes them in turn.)")
        .diagnoseCells(
            "squared",
            cell ->
                of(cell).startsWith("cramers_v")
                    && isSame(cell, Math.pow((double) cell.expected(), 2)),
            "These values of V are too small, they are its squares: take the root of χ² over n times (levels − 1).")
        .diagnoseCells(
            "another-v",
            cell -> of(cell).startsWith("cramers_v") && cell.number() < (double) cell.expected(),
            "Pearson and Spearman are right, Cramér's V is too small: {yours} where {expected} was expected. V is the *root* of χ² / (n · (k − 1)): over the rows in which both have a value, with every pair of their levels, those that never occur too, k the smaller number of levels in these rows, and without a correction for small samples.");
  }

  private static boolean isSame(DifferingCell cell, Object value) {
    return value instanceof Double number && Math.abs(cell.number() - number) < ROUNDING;
  }

  private static String of(DifferingCell cell) {
    return (String) cell.row().get("of");
  }

  @Check(task = 6, points = 9)
  void everyRuleAboutNumbersKeepsItsLimit(ProfilingLab lab, Given given) {
    judgeAlerts(lab, given, HandMade.FIGURES.where(row -> NUMBERS.contains(row.text("kind"))));
  }

  @Check(task = 6, points = 5)
  void everyRuleAboutCategoriesKeepsItsLimit(ProfilingLab lab, Given given) {
    judgeAlerts(lab, given, HandMade.FIGURES.where(row -> !NUMBERS.contains(row.text("kind"))));
  }

  private static void judgeAlerts(ProfilingLab lab, Given given, Table figures) {
    List<Finding> findings = lab.findAlerts(figures.map(RightFigures::read));
    new Rules(figures.select("of", "is", "why"))
        .judge(said -> tell(findings, said), "no alert", "the alerts", given);
  }

  private static void tell(List<Finding> findings, BiConsumer<String, String> said) {
    findings.forEach(finding -> said.accept(finding.column(), finding.alert()));
  }

  @Check(task = 7, points = 6)
  void theSurveyIsTidiedAndItsDriftIsSeen(ProfilingLab lab, Survey survey, Given given) {
    Advice right =
        new Advice(
            2000,
            List.of("answer_id", "season", "minutes", "remark", "stops"),
            List.of("sailed_on"),
            List.of("cabin", "age", "rating"));
    Dataset<Row> train = survey.answers();
    judgeAdvice(lab.readReport(train, survey.autumn()), right, train.columns(), given);
  }

  @Check(task = 7, points = 4)
  void anotherFrameGetsOtherAdvice(ProfilingLab lab, Given given) {
    Advice right = new Advice(240, List.of("miles", "port"), List.of("arrived"), List.of("mood"));
    Dataset<Row> train = HandMade.ferries(given.spark(), 240, "calm");
    Dataset<Row> later = HandMade.ferries(given.spark(), 60, "rough");
    judgeAdvice(lab.readReport(train, later), right, train.columns(), given);
  }

  private static void judgeAdvice(Advice advice, Advice right, String[] columns, Given given) {
    expect(compute("the advice", () -> advice.rows()))
        .as("the number of rows that the profile was made of")
        .toBe(right.rows())
        .diagnose(
            "sample-for-the-whole",
            rows -> rows.longValue() < right.rows(),
            "The profile was not made of all rows of train. A sample misses what is rare: two bookings of a whole boat, the last gap. `Profile` samples by itself where it must, and its basis says so; give it all rows.");
    Map<String, String> becomes = new LinkedHashMap<>();
    tell(right, becomes::put);
    TableBuilder whole = Table.builder("of:string", "is:string", "why:string");
    for (String column : columns) {
      String is = becomes.getOrDefault(column, "keep");
      whole.row(column, is, WHY.get(is));
    }
    new Rules(whole.build()).judge(said -> tell(advice, said), "keep", "the advice", given);
    expect(advice)
        .as("the advice")
        .toBe(right)
        .diagnose(
            "other-column-order",
            wrong -> true,
            "The lists hold the right columns in another order. The order of train comes by itself if you loop over `train.columns()`.");
  }

  private static final Map<String, String> WHY =
      Map.of(
          "drop",
          "it has one of the alerts CONSTANT, UNIQUE, EMPTY and UNSUPPORTED, or is `other()` in one of HIGH_CORRELATION. Such a column is in no other list.",
          "convert",
          "it has the alert TYPE_DATE. Later days are no drift: a column of `convert` is in no other list.",
          "drifted",
          "the comparison of train (first) with later (second) raises MEAN_MOVED, NUMBERS_MOVED, MISSING_MOVED or CATEGORY_NEW for it.",
          "keep",
          "none of the alerts that count is raised for it. (Of a pair with HIGH_CORRELATION the first column stays: if both go, what they say goes with them. `alertsOf` gives the alert for both; only `other()` goes.)");

  private static void tell(Advice advice, BiConsumer<String, String> said) {
    advice.drop().forEach(column -> said.accept(column, "drop"));
    advice.convert().forEach(column -> said.accept(column, "convert"));
    advice.drifted().forEach(column -> said.accept(column, "drifted"));
  }

  /** A look at all columns costs a few jobs; a look at each costs one per column. */
  private static <T> JobsExpectation<T> inJobs(
      Given given, String what, int most, ThrowingSupplier<T> call) {
    return expectJobs(given.spark(), call)
        .as(what)
        .toBeAtMost(most)
        .diagnose(
            "one-job-per-column",
            jobs -> jobs > most,
            jobs ->
                "This started %d Spark jobs, and each reads the rows again; with more columns it would be more. One `agg` (or one `approxQuantile`) takes all columns at once."
                    .formatted(jobs));
  }
}
