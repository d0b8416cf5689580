package day2.outliers;

import static org.apache.spark.sql.functions.col;

import dev.kindling.check.Check;
import dev.kindling.data.listings.Listings;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Each task is judged on small hand-made rows and on listings, both against plain Java. What is
 * right for a task, and which mistakes are known, is in a class of its own.
 */
final class OutliersChecks {

  private static final double HAND_MADE_CUTOFF = 4.2;
  private static final double USUAL_CUTOFF = 3.5;

  @Check(task = 1, points = 8)
  void everyKindOfNumberGetsAFence(OutliersLab lab, SparkSession spark) {
    Dataset<Row> flats = HandMade.frame(spark, HandMade.FLATS_TO_LEARN, HandMade.FLATS);
    Rows rows = Rows.of(HandMade.FLATS_TO_LEARN);
    new LearnedFences(flats.schema(), rows, HandMade.FLATS_LEFT_OUT, 2)
        .judge(lab.learnFences(flats, HandMade.FLATS_LEFT_OUT, 2));
  }

  @Check(task = 1, points = 8)
  void fencesOfListingsAreExact(OutliersLab lab, Listings listings) {
    List<String> leftOut = List.of("id");
    SomeListings train =
        SomeListings.of(
            listings,
            List.of(
                "id",
                "minimum_nights",
                "room_type",
                "latitude",
                "longitude",
                "number_of_reviews",
                "price"));
    new LearnedFences(train.frame().schema(), train.rows(), leftOut, 1.5)
        .judge(lab.learnFences(train.frame(), leftOut, 1.5));
  }

  @Check(task = 2, points = 7)
  void onlyValuesBeyondAFenceAreFlagged(OutliersLab lab, SparkSession spark) {
    new Flags(Rows.of(HandMade.SOME_OFFERS), HandMade.OFFER_FENCES)
        .judge(
            lab.flagOutliers(
                HandMade.frame(spark, HandMade.SOME_OFFERS, HandMade.OFFERS),
                HandMade.OFFER_FENCES));
  }

  @Check(task = 2, points = 5)
  void listingsThatNobodyHasSeenAreFlaggedToo(OutliersLab lab, Listings listings) {
    List<String> columns = List.of("id", "host_income", "bathrooms", "number_of_reviews");
    List<Fence> fences =
        List.of(
            new Fence("bathrooms", 1, 2.5),
            new Fence("number_of_reviews", 1, 60),
            new Fence("host_income", 30_000, 60_000));
    new Flags(Rows.of(listings.truth().canary()).select(columns), fences)
        .judge(lab.flagOutliers(select(listings.canary(), columns), fences));
  }

  @Check(task = 3, points = 10)
  void outliersLeaveTrainAndStayInTest(OutliersLab lab, SparkSession spark) {
    List<String> columns = List.of("rooms", "rent");
    new Removal(
            Rows.of(HandMade.RENTS_TO_LEARN),
            Rows.of(HandMade.RENTS_TO_JUDGE),
            new Fencing(columns, 1.5))
        .judge(
            lab.removeOutliers(
                HandMade.frame(spark, HandMade.RENTS_TO_LEARN, HandMade.ROOMS_AND_RENTS),
                HandMade.frame(spark, HandMade.RENTS_TO_JUDGE, HandMade.ROOMS_AND_RENTS),
                columns,
                1.5));
  }

  @Check(task = 3, points = 8)
  void laterListingsMeetTheFencesOfTrain(OutliersLab lab, Listings listings) {
    List<String> columns = List.of("bedrooms", "minimum_nights", "price");
    List<String> shown = List.of("id", "bedrooms", "minimum_nights", "price");
    SomeListings train = SomeListings.of(listings, shown);
    new Removal(
            train.rows(), Rows.of(listings.truth().test()).select(shown), new Fencing(columns, 1.5))
        .judge(lab.removeOutliers(train.frame(), select(listings.test(), shown), columns, 1.5));
  }

  @Check(task = 4, points = 10)
  void anOutlierCannotHideFromTheMedian(OutliersLab lab, SparkSession spark) {
    new Scores(
            Rows.of(HandMade.STAYS_TO_LEARN),
            Rows.of(HandMade.STAYS_TO_SCORE),
            "nights",
            HAND_MADE_CUTOFF)
        .judge(
            () ->
                lab.scoreOutliers(
                    HandMade.frame(spark, HandMade.STAYS_TO_LEARN, HandMade.STAYS),
                    HandMade.frame(spark, HandMade.STAYS_TO_SCORE, HandMade.STAYS),
                    "nights",
                    HAND_MADE_CUTOFF));
  }

  @Check(task = 4, points = 8)
  void pricesThatNobodyHasSeenAreScored(OutliersLab lab, Listings listings) {
    List<String> shown = List.of("id", "price");
    SomeListings train = SomeListings.of(listings, shown);
    Rows canary = Rows.of(listings.truth().canary()).select(shown);
    double cutoff = Scores.cutoffNear(USUAL_CUTOFF, train.rows(), canary, "price");
    new Scores(train.rows(), canary, "price", cutoff)
        .judge(
            () ->
                lab.scoreOutliers(
                    train.frame(), select(listings.canary(), shown), "price", cutoff));
  }

  @Check(task = 5, points = 7)
  void extremeValuesArePulledInToTheCutsOfTrain(OutliersLab lab, SparkSession spark) {
    List<String> columns = List.of("rent", "size");
    new Cuts(
            Rows.of(HandMade.SIZES_TO_LEARN),
            Rows.of(HandMade.SIZES_TO_CHANGE),
            columns,
            HandMade.SIZES_SHARE)
        .judge(
            lab.winsorise(
                HandMade.frame(spark, HandMade.SIZES_TO_LEARN, HandMade.SIZES),
                HandMade.frame(spark, HandMade.SIZES_TO_CHANGE, HandMade.SIZES),
                columns,
                HandMade.SIZES_SHARE));
  }

  @Check(task = 5, points = 7)
  void oneListingInAHundredIsPulledInOnEachSide(OutliersLab lab, Listings listings) {
    List<String> columns = List.of("price", "minimum_nights");
    List<String> shown = List.of("id", "minimum_nights", "price", "host_income");
    SomeListings train = SomeListings.of(listings, shown);
    new Cuts(train.rows(), Rows.of(listings.truth().test()).select(shown), columns, 0.01)
        .judge(lab.winsorise(train.frame(), select(listings.test(), shown), columns, 0.01));
  }

  @Check(task = 6, points = 6)
  void fiveOfFifteenFlaggedRowsAreOutliers(OutliersLab lab, SparkSession spark) {
    List<String> flags = List.of("by_fence", "never", "always");
    List<Integer> outliers = HandMade.FLAGGED_OUTLIERS;
    new FlagQuality(Rows.of(HandMade.FLAGGED_ROWS), outliers, flags)
        .judge(
            () ->
                lab.judgeFlags(
                    HandMade.frame(spark, HandMade.FLAGGED_ROWS, HandMade.FLAGGED),
                    outliers,
                    flags));
  }

  @Check(task = 6, points = 6)
  void plantedOutliersOfTrainAreFoundOrMissed(OutliersLab lab, Listings listings) {
    List<String> flags = List.of("is_expensive", "is_free");
    Rows train =
        Rows.of(listings.truth().train())
            .with("is_expensive", row -> Rows.number(row, "price") > 1000)
            .with("is_free", row -> Rows.number(row, "price") <= 0);
    Dataset<Row> flagged =
        listings
            .train()
            .select(
                col("id"),
                col("price").gt(1000).as("is_expensive"),
                col("price").leq(0).as("is_free"));
    // Those of test are in the list, too, and do not occur.
    List<Integer> outliers = new ArrayList<>(listings.truth().outlierIds());
    new FlagQuality(train, outliers, flags).judge(() -> lab.judgeFlags(flagged, outliers, flags));
  }

  @Check(task = 7, points = 5)
  void testKeepsItsOddRowsWhenAModelIsJudged(OutliersLab lab, SparkSession spark) {
    List<String> features = List.of("size");
    new TestError(
            Rows.of(HandMade.PRICED_TO_LEARN),
            Rows.of(HandMade.PRICED_TO_JUDGE),
            HandMade.PRICED_FENCES,
            features,
            "price")
        .judge(
            lab.testRmse(
                HandMade.frame(spark, HandMade.PRICED_TO_LEARN, HandMade.PRICED),
                HandMade.frame(spark, HandMade.PRICED_TO_JUDGE, HandMade.PRICED),
                HandMade.PRICED_FENCES,
                features,
                "price"));
  }

  @Check(task = 7, points = 5)
  void plausiblePricesAreLearnedFrom(OutliersLab lab, Listings listings) {
    List<String> features = List.of("accommodates", "bedrooms");
    List<String> shown = List.of("accommodates", "bedrooms", "minimum_nights", "price");
    new TestError(
            Rows.of(listings.truth().train()),
            Rows.of(listings.truth().test()),
            Plausible.FENCES,
            features,
            "price")
        .judge(
            lab.testRmse(
                select(listings.train(), shown),
                select(listings.test(), shown),
                Plausible.FENCES,
                features,
                "price"));
  }

  private static Dataset<Row> select(Dataset<Row> frame, List<String> columns) {
    return frame.selectExpr(columns.toArray(String[]::new));
  }
}
