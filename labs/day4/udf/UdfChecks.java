package day4.udf;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static dev.kindling.check.Expect.expectPlan;
import static org.apache.spark.sql.RowFactory.create;
import static org.apache.spark.sql.functions.col;

import dev.kindling.check.Check;
import dev.kindling.check.CheckScope;
import dev.kindling.data.Table;
import dev.kindling.data.listings.Listings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;

/** Judges the functions by what they give, and by how Spark has to treat them. */
final class UdfChecks {

  private static final String NUMBERS = "id INT, x BIGINT, y BIGINT";

  /**
   * As a list, because Spark 4.2 computes the column first for {@code wave <= 5}, and for a list
   * only where the function is known to draw.
   */
  private static final List<Integer> EARLY = List.of(1, 2, 3, 4, 5);

  @Check(task = 1, points = 5)
  void oneTwoThreeGiveOneFourNine(UdfLab lab, SparkSession spark) {
    Table numbers = Table.of("id", "x", "y").row(1, 1L, 1L).row(2, 2L, 2L).row(3, 3L, 3L);
    UdfErrors.ANY.during(
        () ->
            expect(products(lab, spark, numbers))
                .as("the products")
                .toHaveRows(Tables.with(numbers, "product", 1L, 4L, 9L)));
  }

  @Check(task = 1, points = 5)
  void bothColumnsCount(UdfLab lab, SparkSession spark) {
    Table numbers =
        Table.of("id", "x", "y")
            .row(1, 2L, 5L)
            .row(2, -3L, 7L)
            .row(3, 0L, 9L)
            .row(4, 3_000_000_000L, 2L);
    UdfErrors.ANY.during(
        () ->
            expect(products(lab, spark, numbers))
                .as("the products")
                .toHaveRows(Tables.with(numbers, "product", 10L, -21L, 0L, 6_000_000_000L))
                .diagnose(
                    "same-column-twice",
                    Tables.with(numbers, "product", 4L, 9L, 0L, 9_000_000_000_000_000_000L),
                    "These are the squares of x: the function got the column x twice. It shows only where x and y"
                        + " differ. Give it col(\"x\") and col(\"y\").")
                .diagnose(
                    "same-column-twice",
                    Tables.with(numbers, "product", 25L, 49L, 81L, 4L),
                    "These are the squares of y: the function got the column y twice. It shows only where x and y"
                        + " differ. Give it col(\"x\") and col(\"y\").")
                .diagnose(
                    "int-overflow",
                    Tables.with(
                        numbers, "product", 10L, -21L, 0L, (long) ((int) 3_000_000_000L * 2)),
                    "The last product does not fit into an int, and Java's int arithmetic overflows without a word."
                        + " Multiply as long."));
  }

  /** As bigint whatever type it has: a function that fails says more than its declared type. */
  private static Dataset<Row> products(UdfLab lab, SparkSession spark, Table numbers) {
    Dataset<Row> result = lab.multiply(new SmallFrames(spark).of(NUMBERS, Tables.rows(numbers)));
    expect(result).as("the numbers with products").toHaveColumns("id", "x", "y", "product");
    return compute(
        "the products", () -> result.withColumn("product", col("product").cast("bigint")));
  }

  @Check(task = 1, points = 5)
  void aFunctionNamedMultiplyFuncGivesBigints(UdfLab lab, SparkSession spark) {
    UdfErrors.ANY.during(
        () -> {
          Dataset<Row> result = lab.multiply(new SmallFrames(spark).of(NUMBERS, create(1, 2L, 3L)));
          expectPlan(result)
              .toContain("multiply_func(")
              .diagnose(
                  "function-not-named",
                  frame -> plan(frame).contains("UDF("),
                  "The plan calls the function UDF, as it calls all that have no name. Give it one with"
                      + " withName(\"multiply_func\"): whoever reads the plan will thank you.")
              .diagnose(
                  "built-in-instead",
                  frame -> plan(frame).matches("(?s).*\\(\\w+#\\d+L? \\* \\w+#\\d+L?\\).*"),
                  "Spark multiplies by itself here, without a UDF. Outside of this task that is the better way, because"
                      + " the optimizer understands it; here, wrap the multiplication into a UDF2.");
          // The rows fail first where the function does not keep what it declares.
          compute("the products", () -> result.select("product").collectAsList());
          expect(result).as("the numbers with products").toHaveType("product", DataTypes.LongType);
        });
  }

  @Check(task = 2, points = 5)
  void ratingsBecomeHalfStars(UdfLab lab, SparkSession spark) {
    Ratings ratings = Ratings.of(100, 93, 97, 90, 64, 20, 0);
    UdfErrors.ANY.during(() -> ratings.judge(lab.withStars(ratings.frame(new SmallFrames(spark)))));
  }

  @Check(task = 2, points = 6)
  void aMissingRatingStaysMissing(UdfLab lab, SparkSession spark) {
    Ratings ratings = Ratings.of(96, null, 46, 85, null);
    UdfErrors.ANY.during(() -> ratings.judge(lab.withStars(ratings.frame(new SmallFrames(spark)))));
  }

  @Check(task = 2, points = 4)
  void listingsThatNobodyHasSeenGetTheirStars(UdfLab lab, Listings listings) {
    UdfErrors.ANY.during(
        () -> new Ratings(listings.truth().canary()).judge(lab.withStars(listings.canary())));
  }

  private static final Point HERE = new Point(52, 13);
  private static final Point THERE = new Point(-33.9, 151.2);

  private static final Table PLACES =
      Table.of("id", "latitude", "longitude")
          .row(1, 52.0, 13.0)
          .row(2, 53.0, 13.0)
          .row(3, 48.1, 11.6)
          .row(4, -33.9, 151.2)
          .row(5, 40.4, -3.7);

  @Check(task = 3, points = 7)
  void distancesFromOnePoint(UdfLab lab, SparkSession spark) {
    Places places = new Places(PLACES.row(6, null, 13.0).row(7, 52.0, null));
    UdfErrors.ANY.during(
        () ->
            places.judge(distances(lab, places.frame(new SmallFrames(spark)), HERE), HERE, THERE));
  }

  @Check(task = 3, points = 7)
  void eachCallKeepsItsOwnPoint(UdfLab lab, SparkSession spark) {
    Places places = new Places(PLACES);
    UdfErrors.ANY.during(
        () -> {
          Dataset<Row> frame = places.frame(new SmallFrames(spark));
          // Both calls are over before either result is computed.
          Dataset<Row> here = distances(lab, frame, HERE);
          Dataset<Row> there = distances(lab, frame, THERE);
          places.judge(here, HERE, THERE);
          places.judge(there, THERE, HERE);
        });
  }

  @Check(task = 3, points = 6)
  void distancesOfListingsThatNobodyHasSeen(UdfLab lab, Listings listings) {
    Point centre = new Point(45.1, -59.8);
    UdfErrors.ANY.during(
        () ->
            new Places(listings.truth().canary())
                .judge(distances(lab, listings.canary(), centre), centre, HERE));
  }

  private static Dataset<Row> distances(UdfLab lab, Dataset<Row> listings, Point from) {
    return lab.withDistance(listings, from.latitude(), from.longitude());
  }

  @Check(task = 4, points = 8)
  void textsBecomeStructs(UdfLab lab, SparkSession spark) {
    Stays stays =
        new Stays(
            Stays.NO_STAYS
                .row(1, "2-30", false, 2, 30)
                .row(2, "3+", false, 3, null)
                .row(3, "5", false, 5, 5)
                .row(4, null, true, null, null));
    UdfErrors.STRUCT.during(() -> stays.judge(lab.withNights(stays.frame(new SmallFrames(spark)))));
  }

  @Check(task = 4, points = 7)
  void otherTextsToo(UdfLab lab, SparkSession spark) {
    Stays stays =
        new Stays(
            Stays.NO_STAYS
                .row(11, null, true, null, null)
                .row(12, "28+", false, 28, null)
                .row(13, "1-1125", false, 1, 1125)
                .row(14, "7", false, 7, 7)
                .row(15, "14-21", false, 14, 21)
                .row(16, "30", false, 30, 30));
    UdfErrors.STRUCT.during(() -> stays.judge(lab.withNights(stays.frame(new SmallFrames(spark)))));
  }

  private static final String OFFER = "id INT, price DOUBLE, accommodates INT, nights BIGINT";

  private static final Row[] OFFERS = {
    create(1, 120.0, 2, 3L),
    create(2, 90.0, 4, 5L),
    create(3, null, 2, 3L),
    create(4, 80.0, null, 2L),
    create(5, 70.0, 0, 9L)
  };

  @Check(task = 5, points = 5)
  void aQueryUsesTheFunction(UdfLab lab, SparkSession spark) {
    Table expected =
        Table.of("id", "each").row(1, 60.0).row(2, 22.5).row(3, null).row(4, null).row(5, null);
    inSql(
        spark,
        () ->
            expect(
                    lab.askInSql(
                        new SmallFrames(spark).of(OFFER, OFFERS),
                        "SELECT id, guest_price(price, accommodates) AS each FROM listings"))
                .as("the answer to the query")
                .toHaveRows(expected)
                .diagnose(
                    "infinity-for-no-guests",
                    Tables.map(expected, row -> row.get(0).equals(5) ? List.of(5, 1 / 0.0) : row),
                    "A price divided by no guests gave Infinity: Java's double division does not fail, it goes on with"
                        + " a number that spoils every mean. Return null where there are no guests."));
  }

  @Check(task = 5, points = 5)
  void otherListingsAndOtherTypesOfNumbers(UdfLab lab, SparkSession spark) {
    SmallFrames frames = new SmallFrames(spark);
    String query =
        "SELECT id, guest_price(99.50, accommodates) AS fixed, guest_price(nights, 2L) AS pairs FROM listings"
            + " WHERE guest_price(price, accommodates) < 70";
    inSql(
        spark,
        () -> {
          lab.askInSql(frames.of(OFFER, OFFERS), query);
          expect(
                  lab.askInSql(
                      frames.of(
                          OFFER,
                          create(21, 100.0, 2, 7L),
                          create(22, 300.0, 3, 1L),
                          create(23, 50.0, 1, null)),
                      query))
              .as("the answer about the second listings")
              .toHaveRows(Table.of("id", "fixed", "pairs").row(21, 49.75, 3.5).row(23, 99.5, null))
              .diagnose(
                  "stale-view",
                  Table.of("id", "fixed", "pairs").row(1, 49.75, 1.5).row(2, 24.875, 2.5),
                  "This is the answer about the listings of the call before. The name listings was left to them:"
                      + " replace the view in every call, with createOrReplaceTempView.");
        });
  }

  /** The task asks for a view and a function, so nobody is told off for leaving them behind. */
  private static void inSql(SparkSession spark, CheckScope.Body check) {
    try {
      UdfErrors.SQL.during(check);
    } finally {
      spark.sql("DROP TEMPORARY FUNCTION IF EXISTS guest_price");
      spark.catalog().dropTempView("listings");
    }
  }

  @Check(task = 6, points = 8)
  void predictionsAreThoseOfTheModel(UdfLab lab, SparkSession spark) {
    Homes homes =
        new Homes(
            Table.of("id", "neighbourhood_cleansed", "accommodates")
                .row(1, "Ashgrove", 2)
                .row(2, "Fernhollow", 4)
                .row(3, "Nowhere", 3)
                .row(4, null, 2)
                .row(5, "Ashgrove", null));
    Map<String, Double> one = Homes.weights(4, 0.1, Map.of("Ashgrove", 0.5, "Fernhollow", -0.2));
    Map<String, Double> other = Homes.weights(3, 0.3, Map.of("Fernhollow", 1.0));
    UdfErrors.MODEL.during(
        () -> {
          Dataset<Row> frame = homes.frame(new SmallFrames(spark));
          // Both calls are over before either result is computed.
          Dataset<Row> first = lab.predict(frame, one);
          Dataset<Row> second = lab.predict(frame, other);
          homes.judge(first, one, other);
          homes.judge(second, other, one);
        });
  }

  /** A function with a broadcast variable takes some 2,000 bytes; these weights take a million. */
  @Check(task = 6, points = 7)
  void aLargeModelDoesNotTravelWithEachTask(UdfLab lab, SparkSession spark) {
    Map<String, Double> many = new HashMap<>();
    for (int i = 0; i < 30_000; i++) {
      many.put("Neighbourhood " + i, i / 30_000.0);
    }
    Map<String, Double> weights = Homes.weights(4, 0.1, many);
    Homes homes =
        new Homes(
            Table.of("id", "neighbourhood_cleansed", "accommodates").row(1, "Neighbourhood 7", 2));
    UdfErrors.MODEL.during(
        () -> {
          Dataset<Row> result = lab.predict(homes.frame(new SmallFrames(spark)), weights);
          expect(compute("the function", () -> ClosureSize.of(result)))
              .as("the bytes that travel with each task")
              .toBeAtMost(100_000)
              .diagnose(
                  "model-in-closure",
                  bytes -> bytes.longValue() > 100_000,
                  bytes ->
                      ("With %,d weights, every task carries %,d bytes of function: the lambda captured the map, not the"
                              + " broadcast variable. Capture the variable, and call value() inside the lambda.")
                          .formatted(weights.size(), bytes.longValue()));
        });
  }

  @Check(task = 7, points = 4)
  void theFileFiltersByPrice(UdfLab lab, Listings listings) {
    expectPlan(lab.drawWaves(listings.canary(), 120))
        .toPushFilterOn("price")
        .diagnose(
            "filter-after-random",
            frame -> plan(frame).matches("(?s)(?:\\*\\(\\d+\\) )?Filter [^\n]*price.*Project .*"),
            "The filter on the price comes after the draw. Spark may not move it before a function that draws, since"
                + " that would change who gets which number; so every listing is read and draws. Filter first.")
        .diagnose(
            "cast-blocks-push-down",
            frame -> plan(frame).contains("cast(price"),
            "The filter compares the price after a cast. The file knows the price as it is stored, not what becomes of"
                + " it, so it cannot filter. Compare the plain column.")
        .diagnose(
            "udf-blocks-push-down",
            frame -> plan(frame).matches("(?s).*Filter [^\n]*\\w+\\(price#.*"),
            "The price filter is a function of yours. Spark cannot look into it, so the file hands over every listing"
                + " (PushedFilters is empty), and each price becomes a Java object to be judged. Compare the column:"
                + " col(\"price\").lt(below).");
  }

  @Check(task = 7, points = 3)
  void affordableListingsDrawFromOneToTen(UdfLab lab, Listings listings) {
    List<Double> prices =
        listings.truth().train().values("price").present().stream()
            .map(Double.class::cast)
            .toList();
    // A price that some listings have, so that "below" and "at most" differ.
    double below = prices.stream().sorted().toList().get(prices.size() / 2);
    Dataset<Row> result = lab.drawWaves(listings.train(), below);
    expect(result)
        .as("the drawn listings")
        .toHaveColumns(Tables.names(listings.truth().train(), "wave"))
        .toHaveType("wave", DataTypes.IntegerType);
    Waves waves = waves(result);
    waves.judgePrices(prices, below);
    waves.judgeEvenness();
  }

  @Check(task = 7, points = 3)
  void aWaveStaysAndAnotherCallDrawsAnew(UdfLab lab, Listings listings) {
    Waves first = earlyWaves(lab, listings);
    first.judgeFilter(EARLY);
    Waves second = earlyWaves(lab, listings);
    second.judgeFilter(EARLY);
    expect(first.byId().equals(second.byId()))
        .as("whether two calls drew the same")
        .toBe(false)
        .diagnose(
            "same-draw",
            true,
            "Two calls gave every listing the same wave, so nothing was drawn: the wave follows from the listing or from"
                + " a fixed seed. Draw without a seed.");
  }

  private static Waves earlyWaves(UdfLab lab, Listings listings) {
    Dataset<Row> result = lab.drawWaves(listings.canary(), 120);
    expect(result)
        .as("the drawn listings")
        .toContainColumns("id", "price", "wave")
        .toHaveType("wave", DataTypes.IntegerType);
    return waves(
        compute("the early waves", () -> result.filter(col("wave").isin(EARLY.toArray()))));
  }

  private static Waves waves(Dataset<Row> drawn) {
    return new Waves(
        compute("the waves", () -> drawn.select("id", "price", "wave").collectAsList()));
  }

  private static String plan(Dataset<Row> frame) {
    return frame.queryExecution().executedPlan().treeString();
  }
}
