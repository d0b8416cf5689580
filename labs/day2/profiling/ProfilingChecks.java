package day2.profiling;

import static dev.kindling.check.Expect.expect;
import static dev.kindling.check.Expect.expectJobs;

import dev.kindling.check.Check;
import dev.kindling.check.JobsExpectation;
import dev.kindling.check.ThrowingSupplier;
import dev.kindling.data.survey.Survey;
import dev.kindling.data.survey.SurveyTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Each task is judged on small hand-made rows and on the survey, both against plain Java. What is
 * right for a task, and which mistakes are known, is in a class of its own.
 */
final class ProfilingChecks {

  @Check(task = 1, points = 7)
  void onlyNullsAreMissingAndOnlyWholeRowsRepeat(ProfilingLab lab, SparkSession spark) {
    Dataset<Row> flats = HandMade.frame(spark, HandMade.SOME_FLATS, HandMade.FLATS);
    new Wholes(HandMade.SOME_FLATS).judge(lab.overview(flats));
  }

  @Check(task = 1, points = 5)
  void theRawSurveyIsLookedAtInAFewJobs(ProfilingLab lab, Survey survey, SparkSession spark) {
    Dataset<Row> raw = survey.raw();
    // One for the counts, one for the different rows, one to spare.
    Overview overview = inJobs(spark, "the overview", 3, () -> lab.overview(raw)).result();
    new Wholes(survey.truth().raw()).judge(overview);
  }

  @Check(task = 2, points = 8)
  void everyTypeHasItsKind(ProfilingLab lab, SparkSession spark) {
    Kinds.judge(lab.inferKinds(Kinds.frame(spark)));
    Kinds.judgeManyRows(lab.inferKinds(Kinds.manyRows(spark)));
  }

  @Check(task = 2, points = 6)
  void theKindsOfTheSurveyAreFoundInOneLook(ProfilingLab lab, Survey survey, SparkSession spark) {
    Dataset<Row> answers = survey.answers();
    Map<String, String> kinds =
        inJobs(spark, "the kinds", 2, () -> lab.inferKinds(answers)).result();
    expect(kinds).as("the kinds of the survey").toHaveEntries(survey.truth().kinds());
  }

  @Check(task = 3, points = 12)
  void figuresAreOfFiniteValuesAndGapsHaveTheirOwnLine(ProfilingLab lab, SparkSession spark) {
    List<String> columns = List.of("weight", "pieces", "fee");
    Dataset<Row> parcels = HandMade.frame(spark, HandMade.SOME_PARCELS, HandMade.PARCELS);
    new Summaries(HandMade.SOME_PARCELS, columns).judge(lab.summarise(parcels, columns));
  }

  @Check(task = 3, points = 8)
  void theNumbersOfTheSurveyAreSummarisedInOnePass(
      ProfilingLab lab, Survey survey, SparkSession spark) {
    List<String> columns = List.of("spend", "wait_per_boat", "rating");
    Dataset<Row> answers = survey.answers();
    Dataset<Row> figures =
        inJobs(
                spark,
                "the figures",
                2,
                () -> {
                  Dataset<Row> found = lab.summarise(answers, columns);
                  return spark.createDataFrame(found.collectAsList(), found.schema());
                })
            .result();
    new Summaries(survey.truth().answers(), columns).judge(figures);
  }

  @Check(task = 4, points = 7)
  void quantilesAreValuesOfTheColumn(ProfilingLab lab, SparkSession spark) {
    List<String> columns = List.of("depth", "waves", "tide");
    Dataset<Row> depths = HandMade.frame(spark, HandMade.SOME_DEPTHS, HandMade.DEPTHS);
    new QuantileTable(HandMade.SOME_DEPTHS, columns).judge(lab.quantiles(depths, columns));
  }

  @Check(task = 4, points = 5)
  void theQuantilesOfTheSurveyAreExact(ProfilingLab lab, Survey survey, SparkSession spark) {
    List<String> columns = List.of("spend", "minutes", "age", "rating");
    Dataset<Row> answers = survey.answers();
    Map<String, List<Double>> quantiles =
        inJobs(spark, "the quantiles", 2, () -> lab.quantiles(answers, columns)).result();
    new QuantileTable(survey.truth().answers(), columns).judge(quantiles);
  }

  @Check(task = 5, points = 11)
  void eachPairIsCorrelatedOverItsOwnRows(ProfilingLab lab, SparkSession spark) {
    List<String> numeric = List.of("length", "crew", "price");
    List<String> categorical = List.of("sail", "flag");
    Dataset<Row> boats = HandMade.frame(spark, HandMade.SOME_BOATS, HandMade.BOATS);
    new Associations(HandMade.SOME_BOATS, numeric, categorical)
        .judge(lab.correlate(boats, numeric, categorical));
  }

  @Check(task = 5, points = 7)
  void twinsOfTheSurveyAreFound(ProfilingLab lab, Survey survey) {
    List<String> categorical = List.of("cabin", "needs_lift");
    List<Correlation> found = lab.correlate(survey.canary(), SurveyTruth.TWINS, categorical);
    new Associations(survey.truth().canary(), SurveyTruth.TWINS, categorical).judge(found);
  }

  @Check(task = 6, points = 9)
  void everyRuleKeepsItsLimit(ProfilingLab lab) {
    AlertTable.judge(lab.findAlerts(AlertTable.FIGURES));
  }

  @Check(task = 6, points = 5)
  void thePlantedFaultsOfTheSurveyAreFound(ProfilingLab lab, Survey survey) {
    SurveyTruth truth = survey.truth();
    List<Finding> right = new ArrayList<>();
    truth
        .alerts()
        .forEach(
            (column, alerts) -> alerts.forEach(alert -> right.add(new Finding(alert, column))));
    expect(lab.findAlerts(SurveyFigures.of(truth)))
        .as("the alerts of the survey")
        .toHaveElements(right);
  }

  @Check(task = 7, points = 6)
  void theSurveyIsTidiedAndItsDriftIsSeen(ProfilingLab lab, Survey survey) {
    Advice right =
        new Advice(
            2000,
            List.of("answer_id", "season", "minutes", "remark", "stops"),
            List.of("sailed_on"),
            List.of("cabin", "age", "rating"));
    new AdviceTable(right, 2600, "distance_km", "cabin")
        .judge(lab.readReport(survey.answers(), survey.autumn()));
  }

  @Check(task = 7, points = 4)
  void anotherFrameGetsOtherAdvice(ProfilingLab lab, SparkSession spark) {
    Advice right = new Advice(240, List.of("miles", "port"), List.of("arrived"), List.of("mood"));
    new AdviceTable(right, 300, "km", "mood")
        .judge(lab.readReport(SmallReports.train(spark), SmallReports.later(spark)));
  }

  /** A look at all columns costs a few jobs; a look at each costs one per column. */
  private static <T> JobsExpectation<T> inJobs(
      SparkSession spark, String what, int most, ThrowingSupplier<T> call) {
    return expectJobs(spark, call)
        .as(what)
        .toBeAtMost(most)
        .diagnose(
            "one-job-per-column",
            jobs -> jobs > most,
            jobs ->
                "This started %d Spark jobs, and each reads all rows again; with more columns it would be more. One `agg` (or one `approxQuantile`) takes all columns at once."
                    .formatted(jobs));
  }
}
