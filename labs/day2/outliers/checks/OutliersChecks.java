package day2.outliers.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;

import day2.outliers.Cleaned;
import day2.outliers.Fence;
import day2.outliers.OutliersLab;
import dev.kindling.check.Check;
import dev.kindling.check.Given;
import dev.kindling.check.KnownErrors;
import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import dev.kindling.data.Values;
import dev.kindling.data.listings.Listings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Each task is judged on small hand-made rows and on listings, both against plain Java. */
final class OutliersChecks {

  @Check(task = 1, points = 8)
  void everyKindOfNumberGetsAFence(OutliersLab lab, Given given) {
    List<String> numeric =
        List.of("rooms", "rent", "score", "reviews", "tax", "floor", "lifts", "side");
    judgeFences(lab, given, HandMade.FLATS, numeric, List.of("id", "year"), 2);
  }

  @Check(task = 1, points = 8)
  void fencesOfListingsAreExact(OutliersLab lab, Listings listings, Given given) {
    List<String> numeric =
        List.of("minimum_nights", "latitude", "longitude", "number_of_reviews", "price");
    String[] columns = {
      "id", "minimum_nights", "room_type", "latitude", "longitude", "number_of_reviews", "price"
    };
    Table train = someOfTrain(listings, columns);
    judgeFences(lab, given, train, numeric, List.of("id"), 1.5);
  }

  /**
   * So many train listings that all definitions of a quantile agree, whatever the share of it is in
   * percent: a hundred times some number, and one more; and none of them twice. (Not more than
   * about 4,000, so that {@code percentile_approx} with its default accuracy is exact.)
   */
  private static Table someOfTrain(Listings listings, String... columns) {
    Set<Integer> twins = listings.truth().duplicates();
    return listings
        .truth()
        .train()
        .where(row -> !twins.contains((int) row.whole("id")))
        .head(4001)
        .select(columns);
  }

  private static void judgeFences(
      OutliersLab lab,
      Given given,
      Table train,
      List<String> numeric,
      List<String> leftOut,
      double k) {
    List<Fence> fences = lab.learnFences(given.frame(train), leftOut, k);
    Table found = compute("the fences", () -> Fencing.table(fences));
    List<Object> fenced = found.column("column");
    List<String> missed = numeric.stream().filter(name -> !fenced.contains(name)).toList();
    expect(given.frame(found))
        .as("the fences")
        .fact("k", k)
        .toHaveRows(Fencing.table(Fencing.learn(train, numeric, k)))
        .diagnose(
            "types-missed",
            frame -> !missed.isEmpty() && numeric.containsAll(fenced),
            frame ->
                "Some numeric columns have no fence: %s. All types of numbers extend `NumericType`, and a column of such a type has a fence unless `leftOut` names it."
                    .formatted(
                        given
                            .frame(train)
                            .selectExpr(missed.toArray(String[]::new))
                            .schema()
                            .toDDL()))
        .diagnose(
            "left-out-fenced",
            frame -> leftOut.stream().anyMatch(fenced::contains),
            "A column of `leftOut` has a fence. The numbers of an id or a year say nothing about what is odd; leave all of these columns out.")
        .diagnose(
            "approximate-quartiles",
            frame -> train.size() > 100 && Fencing.isNear(found, train, k),
            "The quartiles are only near. The last argument of `approxQuantile` is how many ranks it may be off, as a share of all rows (and `percentile_approx` has an accuracy). With 0.0 it is exact, and on data of this size just as fast.");
  }

  @Check(task = 2, points = 7)
  void onlyValuesBeyondAFenceAreFlagged(OutliersLab lab, Given given) {
    judgeFlags(
        lab,
        given,
        HandMade.OFFERS,
        new Fence("rent", 100, 1100),
        new Fence("change", -10, 20),
        new Fence("rooms", 1, 5));
  }

  @Check(task = 2, points = 5)
  void listingsThatNobodyHasSeenAreFlaggedToo(OutliersLab lab, Listings listings, Given given) {
    String[] columns = {"id", "host_income", "bathrooms", "number_of_reviews"};
    judgeFlags(
        lab,
        given,
        listings.truth().canary().select(columns),
        new Fence("bathrooms", 1, 2.5),
        new Fence("number_of_reviews", 1, 60),
        new Fence("host_income", 30_000, 60_000));
  }

  private static void judgeFlags(OutliersLab lab, Given given, Table df, Fence... fences) {
    Table right = df;
    for (Fence fence : fences) {
      right = right.with(fence.column() + "_outlier:boolean", row -> Fencing.isBeyond(row, fence));
    }
    long rows = right.size();
    expect(lab.flagOutliers(given.frame(df), List.of(fences)))
        .as("the flagged frame")
        .toHaveRows(right)
        .diagnose(
            "rows-deleted",
            frame -> frame.count() < rows,
            frame ->
                "%d of %d rows are gone. Whoever deletes cannot look at what was deleted, and a row that is odd in one column is lost for all of them. Flag first; whether to delete is a later question."
                    .formatted(rows - frame.count(), rows));
  }

  @Check(task = 3, points = 10)
  void outliersLeaveTrainAndStayInTest(OutliersLab lab, Given given) {
    judgeCleaned(
        lab,
        given,
        HandMade.RENTS_TO_LEARN,
        HandMade.RENTS_TO_JUDGE,
        List.of("rooms", "rent"),
        1.5);
  }

  @Check(task = 3, points = 8)
  void laterListingsMeetTheFencesOfTrain(OutliersLab lab, Listings listings, Given given) {
    String[] columns = {"id", "minimum_nights", "number_of_reviews", "price"};
    judgeCleaned(
        lab,
        given,
        someOfTrain(listings, columns),
        listings.truth().test().select(columns),
        List.of("number_of_reviews", "minimum_nights", "price"),
        2);
  }

  /** Judges test first: which rows of train go follows from the same fences. */
  private static void judgeCleaned(
      OutliersLab lab, Given given, Table train, Table test, List<String> columns, double k) {
    Cleaned cleaned = lab.removeOutliers(given.frame(train), given.frame(test), columns, k);
    List<Fence> fences = Fencing.learn(train, columns, k);
    long rows = test.size();
    expect(compute("the result", () -> cleaned.test()))
        .as("test")
        .toHaveRows(test.with("is_outlier:boolean", Fencing.beyondAny(fences)::test))
        .diagnose(
            "test-rows-removed",
            frame -> frame.count() < rows,
            frame ->
                "%d of %d rows of test are gone. A model in use cannot choose what it is asked, so it must be judged on odd rows as well; an error measured on what is left is too kind. Keep every row of test, and mark the odd ones."
                    .formatted(rows - frame.count(), rows))
        .diagnose(
            "null-flag",
            frame -> !frame.where(col("is_outlier").isNull()).isEmpty(),
            "`is_outlier` is null in some rows: a comparison with null is neither true nor false. Without a value nothing is odd; put `coalesce(…, lit(false))` around each comparison.");
    expect(compute("the result", () -> cleaned.train()))
        .as("train")
        .toHaveRows(Fencing.within(train, fences));
  }

  @Check(task = 4, points = 10)
  void anOutlierCannotHideFromTheMedian(OutliersLab lab, Given given) {
    Table train = HandMade.STAYS_TO_LEARN;
    judgeScores(lab, given, train, HandMade.STAYS_TO_SCORE, "nights", 4.2);
  }

  @Check(task = 4, points = 8)
  void pricesThatNobodyHasSeenAreScored(OutliersLab lab, Listings listings, Given given) {
    Table train = someOfTrain(listings, "id", "price");
    Table df = listings.truth().canary().select("id", "price");
    double cutoff = Scale.of(train, "price").cutoffNear(2, df);
    judgeScores(lab, given, train, df, "price", cutoff);
  }

  /** Both scores first, then the flag that follows from one of them. */
  private static void judgeScores(
      OutliersLab lab, Given given, Table train, Table df, String column, double cutoff) {
    KnownErrors.none()
        .diagnose(
            "distances-without-abs",
            error -> error.hasCondition("DIVIDE_BY_ZERO"),
            "The median of the distances is 0, and dividing by it fails. Half of the signed differences lie on each side of the median, so their median is always 0: take `abs` before the second median.")
        .during(
            () -> {
              Dataset<Row> scored =
                  lab.scoreOutliers(given.frame(train), given.frame(df), column, cutoff);
              Scale scale = Scale.of(train, column);
              Table right = scale.scored(df, cutoff);
              for (String later : new String[] {column + "_outlier", ""}) {
                expect(scored.drop(later))
                    .as(later.isEmpty() ? "the scored frame" : "the scores")
                    // Who multiplies with 0.6745 instead of dividing by 1.4826 is 0.0014 % off;
                    // scores are below 700.
                    .within(column + "_robust_z", 0.01)
                    .fact("mean", "%,.1f".formatted(scale.mean()))
                    .fact("median", "%,.1f".formatted(scale.middle()))
                    .fact("largest", "%,.0f".formatted(train.values(column).max()))
                    .fact("sd", "%,.0f".formatted(scale.sd()))
                    .toHaveRows(later.isEmpty() ? right : right.drop(later));
              }
            });
  }

  @Check(task = 5, points = 7)
  void extremeValuesArePulledInToTheCutsOfTrain(OutliersLab lab, Given given) {
    Table later = HandMade.FLATS.where(row -> row.whole("id") > 4);
    judgeWinsorised(
        lab, given, HandMade.FLATS, later.union(later.head(1)), List.of("rent", "floor"), 0.25);
  }

  @Check(task = 5, points = 7)
  void oneListingInAHundredIsPulledInOnEachSide(OutliersLab lab, Listings listings, Given given) {
    String[] columns = {"id", "minimum_nights", "price", "host_income"};
    judgeWinsorised(
        lab,
        given,
        someOfTrain(listings, columns),
        listings.truth().test().select(columns),
        List.of("price", "minimum_nights"),
        0.01);
  }

  private static void judgeWinsorised(
      OutliersLab lab, Given given, Table train, Table df, List<String> columns, double share) {
    Table right = df;
    for (String column : columns) {
      Values learned = train.values(column);
      double low = learned.quantile(share);
      double high = learned.quantile(1 - share);
      right =
          right.with(
              column + ":double",
              row ->
                  row.isNull(column)
                      ? null
                      : (Double) Math.min(Math.max(row.number(column), low), high));
    }
    long rows = right.size();
    expect(lab.winsorise(given.frame(train), given.frame(df), columns, share))
        .as("the winsorised frame")
        .toHaveRows(right)
        .diagnose(
            "rows-trimmed",
            frame -> frame.count() < rows,
            frame ->
                "%d of %d rows are gone: that is trimming. Winsorising keeps every row and pulls its extreme values in to the cut."
                    .formatted(rows - frame.count(), rows));
  }

  @Check(task = 6, points = 6)
  void fiveOfFifteenFlaggedRowsAreOutliers(OutliersLab lab, Given given) {
    Table flagged = HandMade.FLAGGED;
    List<String> flags = List.of("by_fence", "never", "always");
    judgeQuality(lab, given, "the quality of the flags", flagged, HandMade.FLAGGED_OUTLIERS, flags);
    judgeQuality(
        lab, given, "the quality where none is an outlier", flagged, List.of(16, 17), flags);
  }

  /** The list has the outliers of test, too, which do not occur. */
  @Check(task = 6, points = 6)
  void plantedOutliersOfTrainAreFoundOrMissed(OutliersLab lab, Listings listings, Given given) {
    Table flagged =
        listings
            .truth()
            .train()
            .with("is_expensive:boolean", row -> row.number("price") > 1000)
            .with("is_free:boolean", row -> row.number("price") <= 0)
            .select("id", "is_expensive", "is_free");
    List<Integer> outliers = new ArrayList<>(listings.truth().outlierIds());
    List<String> flags = List.of("is_expensive", "is_free");
    judgeQuality(lab, given, "the quality of the flags", flagged, outliers, flags);
  }

  private static void judgeQuality(
      OutliersLab lab,
      Given given,
      String what,
      Table flagged,
      List<Integer> outlierIds,
      List<String> flags) {
    KnownErrors.none()
        .diagnose(
            "division-by-zero",
            error -> error.hasCondition("DIVIDE_BY_ZERO"),
            "A flag that is set in no row has no precision, 0 of 0, and where there is no outlier there is no recall. In Spark 4 a division by zero is an error, as the SQL standard has it. `try_divide` gives null instead.")
        .during(
            () ->
                expect(lab.judgeFlags(given.frame(flagged), outlierIds, flags))
                    .as(what)
                    .toHaveRows(quality(flagged, Set.copyOf(outlierIds), flags)));
  }

  private static Table quality(Table rows, Collection<Integer> ids, List<String> flags) {
    Table outliers = rows.where(row -> ids.contains((int) row.whole("id")));
    TableBuilder quality =
        Table.builder(
            "flag:string",
            "flagged:long",
            "hits:long",
            "missed:long",
            "precision:double",
            "recall:double");
    for (String flag : flags) {
      long flagged = rows.where(flag, true).size();
      long hits = outliers.where(flag, true).size();
      long missed = outliers.size() - hits;
      quality.row(flag, flagged, hits, missed, share(hits, flagged), share(hits, hits + missed));
    }
    return quality.build();
  }

  private static Double share(double part, long all) {
    return all == 0 ? null : (Double) (part / all);
  }

  @Check(task = 7, points = 5)
  void testKeepsItsOddRowsWhenAModelIsJudged(OutliersLab lab, Given given) {
    judgeError(
        lab,
        given,
        HandMade.FLATS.where(row -> row.whole("id") != 6 && row.whole("id") != 9),
        HandMade.FLATS.where(row -> row.whole("id") > 5),
        List.of(new Fence("rent", 0, 1000), new Fence("side", -10, 10), new Fence("rooms", 1, 9)),
        List.of("floor", "year"),
        "rooms");
  }

  @Check(task = 7, points = 5)
  void plausiblePricesAreLearnedFrom(OutliersLab lab, Listings listings, Given given) {
    String[] columns = {"accommodates", "bedrooms", "minimum_nights", "price"};
    judgeError(
        lab,
        given,
        listings.truth().train().select(columns),
        listings.truth().test().select(columns),
        Fencing.PLAUSIBLE,
        List.of("accommodates", "bedrooms"),
        "price");
  }

  private static void judgeError(
      OutliersLab lab,
      Given given,
      Table train,
      Table test,
      List<Fence> fences,
      List<String> features,
      String label) {
    Table kept = Fencing.within(train, fences);
    OLSMultipleLinearRegression line = new OLSMultipleLinearRegression();
    line.newSampleData(kept.numbers(label), kept.numbers(features));
    double[] weights = line.estimateRegressionParameters();
    double[] off = test.numbers(label);
    double[][] inputs = test.numbers(features);
    for (int row = 0; row < off.length; row++) {
      off[row] -= weights[0];
      for (int i = 0; i < features.size(); i++) {
        off[row] -= weights[i + 1] * inputs[row][i];
      }
    }
    expect(lab.testRmse(given.frame(train), given.frame(test), fences, features, label))
        .as("the RMSE on test")
        .within(0.001) // Spark's solver and ours round differently
        .toBe(Math.sqrt(StatUtils.sumSq(off) / off.length));
  }
}
