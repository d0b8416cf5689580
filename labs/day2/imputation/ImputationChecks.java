package day2.imputation;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static dev.kindling.check.Expect.expectJobs;

import dev.kindling.check.Check;
import dev.kindling.check.JobsExpectation;
import dev.kindling.data.Table;
import dev.kindling.data.listings.Listings;
import dev.kindling.data.listings.ListingsTruth;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Each task is judged on small hand-made rows and on listings, both against plain Java. What is
 * right for a task, and which mistakes are known, is in a class of its own.
 */
final class ImputationChecks {

  private static final List<String> GAPS = ListingsTruth.NUMERIC_GAPS;
  private static final String LABEL = "price";

  @Check(task = 1, points = 7)
  void onlyNullsCountAlsoInTwoColumnsAtOnce(ImputationLab lab, SparkSession spark) {
    List<String> columns = List.of("rent", "title", "rooms", "beds");
    Dataset<Row> flats = HandMade.frame(spark, HandMade.SOME_FLATS, HandMade.FLATS);
    new GapCounts(HandMade.SOME_FLATS, columns).judge(lab.countGaps(flats, columns));
  }

  @Check(task = 1, points = 5)
  void allListingsAreCountedInOnePass(ImputationLab lab, Listings listings, SparkSession spark) {
    List<String> columns =
        List.of(
            "host_income",
            ListingsTruth.CATEGORICAL_GAP,
            "bathrooms",
            "review_scores_rating",
            "review_scores_location");
    Dataset<Row> train = listings.train();
    // One job for the counts, one for the number of rows, one to spare; a job per pair would be 15.
    JobsExpectation<Dataset<Row>> counted =
        expectJobs(
                spark,
                () -> {
                  Dataset<Row> counts = lab.countGaps(train, columns);
                  return spark.createDataFrame(counts.collectAsList(), counts.schema());
                })
            .as("counting")
            .toBeAtMost(3)
            .diagnose(
                "one-job-per-count",
                jobs -> jobs >= columns.size(),
                jobs ->
                    "Counting the gaps of %d columns started %d Spark jobs: each `count()` reads all rows again. Put all counts into one `agg`; it is one job, however many columns there are."
                        .formatted(columns.size(), jobs));
    new GapCounts(listings.truth().train(), columns).judge(counted.result());
  }

  @Check(task = 2, points = 10)
  void sentinelsOfAColumnBecomeMarkedGaps(ImputationLab lab, SparkSession spark) {
    List<String> columns = List.of("rooms", "rent", "beds");
    Dataset<Row> flats = HandMade.frame(spark, HandMade.SOME_FLATS, HandMade.FLATS);
    new Marks(columns, HandMade.ROOMS_UNKNOWN)
        .judge(lab.markGaps(flats, columns, HandMade.ROOMS_UNKNOWN), HandMade.SOME_FLATS);
  }

  @Check(task = 2, points = 8)
  void listingsThatNobodyHasSeenAreMarkedToo(ImputationLab lab, Listings listings) {
    new Marks(GAPS, MarkedFrames.SENTINELS)
        .judge(
            lab.markGaps(listings.canary(), GAPS, MarkedFrames.SENTINELS),
            listings.truth().canary());
  }

  @Check(task = 3, points = 12)
  void mediansComeFromTheTrainingRows(ImputationLab lab, Listings listings) {
    ListingsTruth truth = listings.truth();
    new LearnedMedians(
            MarkedFrames.of(truth.train(), GAPS), MarkedFrames.of(truth.test(), GAPS), GAPS)
        .judge(
            lab.fitMedians(
                MarkedFrames.of(listings.train(), GAPS),
                MarkedFrames.of(listings.test(), GAPS),
                GAPS));
  }

  @Check(task = 3, points = 8)
  void testRowsAreFilledWithMediansOfTrainUnderNewNames(ImputationLab lab, SparkSession spark) {
    List<String> columns = List.of("rent", "floor");
    Dataset<Row> train = HandMade.frame(spark, HandMade.RENTS_TO_LEARN, HandMade.RENTS);
    Dataset<Row> test = HandMade.frame(spark, HandMade.RENTS_TO_FILL, HandMade.RENTS);
    ImputerModel model = lab.fitMedians(train, test, columns);
    LearnedMedians medians =
        new LearnedMedians(HandMade.RENTS_TO_LEARN, HandMade.RENTS_TO_FILL, columns);
    medians.judge(model);
    expect(compute("the filled test rows", () -> model.transform(test)))
        .as("the filled test rows")
        .toHaveRows(medians.filledTest());
  }

  @Check(task = 4, points = 7)
  void gapsBecomeALevelOrTheModeOfTrain(ImputationLab lab, SparkSession spark) {
    new CategoryFills(
            HandMade.HEATING_TO_LEARN,
            HandMade.HEATING_TO_FILL,
            List.of("view"),
            List.of("heating"))
        .judge(
            lab,
            HandMade.frame(spark, HandMade.HEATING_TO_LEARN, HandMade.HEATING),
            HandMade.frame(spark, HandMade.HEATING_TO_FILL, HandMade.HEATING));
  }

  @Check(task = 4, points = 5)
  void aModeIsNeverNullHoweverFrequentNullIs(ImputationLab lab, Listings listings) {
    List<String> shown = List.of("id", ListingsTruth.CATEGORICAL_GAP);
    new CategoryFills(
            NamedRows.select(listings.truth().train(), shown),
            NamedRows.select(listings.truth().canary(), shown),
            List.of(),
            List.of(ListingsTruth.CATEGORICAL_GAP))
        .judge(lab, listings.train(), listings.canary());
  }

  @Check(task = 5, points = 8)
  void everyGapGetsTheMedianOfItsGroupInTrain(ImputationLab lab, SparkSession spark) {
    new GroupFills(HandMade.AREAS_TO_LEARN, HandMade.AREAS_TO_FILL, "area", "quarter")
        .judge(
            lab.fillByGroup(
                HandMade.frame(spark, HandMade.AREAS_TO_LEARN, HandMade.AREAS),
                HandMade.frame(spark, HandMade.AREAS_TO_FILL, HandMade.AREAS),
                "area",
                "quarter"));
  }

  /** Only a few rows, or the table of differences would be long. */
  @Check(task = 5, points = 6)
  void incomesOfLaterRoomsAreFilledByRoomType(ImputationLab lab, Listings listings) {
    String column = "host_income";
    String group = "room_type";
    List<String> shown = List.of("id", group, column);
    Table rooms = NamedRows.select(listings.truth().test(), shown);
    new GroupFills(
            NamedRows.select(listings.truth().train(), shown),
            NamedRows.union(rooms.where(group, "Private room"), rooms.where(group, "Shared room")),
            column,
            group)
        .judge(
            lab.fillByGroup(
                listings.train(),
                listings.test().where("room_type in ('Private room', 'Shared room')"),
                column,
                group));
  }

  @Check(task = 6, points = 8)
  void featuresHoldFilledValuesAndIndicators(ImputationLab lab, SparkSession spark) {
    List<String> columns = HandMade.PRICED_COLUMNS;
    new FeatureRows(new Middles(HandMade.PRICED_TO_LEARN).medians(columns), columns, LABEL)
        .judge(
            lab.imputationPipeline(columns, LABEL),
            HandMade.frame(spark, HandMade.PRICED_TO_LEARN, HandMade.PRICED),
            HandMade.frame(spark, HandMade.PRICED_TO_FILL, HandMade.PRICED),
            HandMade.PRICED_TO_FILL);
  }

  @Check(task = 6, points = 6)
  void listingsThatNobodyHasSeenGetTheirFeatures(ImputationLab lab, Listings listings) {
    List<String> columns = List.of("host_income", LABEL, "bathrooms", "host_response_rate");
    ListingsTruth truth = listings.truth();
    Map<String, Double> medians =
        new Middles(MarkedFrames.of(truth.train(), columns)).medians(columns);
    new FeatureRows(medians, columns, LABEL)
        .judge(
            lab.imputationPipeline(columns, LABEL),
            MarkedFrames.of(listings.train(), columns),
            MarkedFrames.of(listings.canary(), columns),
            MarkedFrames.of(truth.canary(), columns));
  }

  @Check(task = 7, points = 5)
  void biasComparesTheFillingWithWhatWasHidden(ImputationLab lab, SparkSession spark) {
    List<String> columns = List.of("rent", "floor", "age");
    Dataset<Row> marked = HandMade.frame(spark, HandMade.KEPT_BACK, HandMade.MARKED_RENTS);
    Dataset<Row> truth = HandMade.frame(spark, HandMade.REALLY_THERE, HandMade.TRUE_RENTS);
    new BiasTable(
            new Middles(HandMade.KEPT_BACK).medians(columns),
            HandMade.KEPT_BACK,
            HandMade.REALLY_THERE)
        .judge(lab.measureBias(model(marked, columns), marked, truth));
  }

  @Check(task = 7, points = 5)
  void hostsWhoKeepTheirIncomeBackEarnMore(ImputationLab lab, Listings listings) {
    // One column for each reason to be missing: not at random, given the room type, at random.
    List<String> columns = List.of("host_income", "bathrooms", "beds");
    Dataset<Row> marked = MarkedFrames.of(listings.train(), columns);
    Table rows = MarkedFrames.of(listings.truth().train(), columns);
    new BiasTable(new Middles(rows).medians(columns), rows, withoutGaps(rows, listings.truth()))
        .judge(lab.measureBias(model(marked, columns), marked, listings.completeTrain()));
  }

  private static ImputerModel model(Dataset<Row> marked, List<String> columns) {
    return new Imputer()
        .setStrategy("median")
        .setInputCols(columns.toArray(String[]::new))
        .setOutputCols(columns.stream().map(c -> c + "_imputed").toArray(String[]::new))
        .fit(marked);
  }

  /** The rows with what was taken away from them. */
  private static Table withoutGaps(Table rows, ListingsTruth truth) {
    List<Map<String, Object>> complete = NamedRows.of(rows);
    for (Map<String, Object> row : complete) {
      row.replaceAll(
          (column, value) ->
              value == null ? truth.removed().get(column).get((Integer) row.get("id")) : value);
    }
    return NamedRows.table(complete);
  }
}
