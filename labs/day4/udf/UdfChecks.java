package day4.udf;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static dev.kindling.check.Expect.expectPlan;
import static org.apache.spark.sql.RowFactory.create;
import static org.apache.spark.sql.functions.col;

import dev.kindling.check.Check;
import dev.kindling.data.Table;
import dev.kindling.data.listings.Listings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Judges the functions by what they give, and by how Spark has to treat them. */
final class UdfChecks {

  // Task 1

  private static final String NUMBERS = "id INT, x BIGINT, y BIGINT";

  @Check(task = 1, points = 5)
  void oneTwoThreeGiveOneFourNine(UdfLab lab, SparkSession spark) {
    UdfErrors.ANY.during(
        () ->
            expect(
                    lab.multiply(
                        new SmallFrames(spark)
                            .of(NUMBERS, create(1, 1L, 1L), create(2, 2L, 2L), create(3, 3L, 3L))))
                .as("the products")
                .toHaveRows(
                    Table.of("id", "x", "y", "product")
                        .row(1, 1L, 1L, 1L)
                        .row(2, 2L, 2L, 4L)
                        .row(3, 3L, 3L, 9L)));
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
            expect(lab.multiply(new SmallFrames(spark).of(NUMBERS, rows(numbers))))
                .as("the products")
                .toHaveRows(with(numbers, "product", 10L, -21L, 0L, 6_000_000_000L))
                .diagnose(
                    "same-column-twice",
                    with(numbers, "product", 4L, 9L, 0L, 9_000_000_000_000_000_000L),
                    "These are the squares of x: the function got the column x twice. It shows only where x and y"
                        + " differ. Give it col(\"x\") and col(\"y\").")
                .diagnose(
                    "same-column-twice",
                    with(numbers, "product", 25L, 49L, 81L, 4L),
                    "These are the squares of y: the function got the column y twice. It shows only where x and y"
                        + " differ. Give it col(\"x\") and col(\"y\").")
                .diagnose(
                    "int-overflow",
                    with(numbers, "product", 10L, -21L, 0L, (long) ((int) 3_000_000_000L * 2)),
                    "The last product does not fit into an int, and Java's int arithmetic overflows without a word."
                        + " Multiply as long."));
  }

  @Check(task = 1, points = 5)
  void thePlanCallsMultiplyFunc(UdfLab lab, SparkSession spark) {
    UdfErrors.ANY.during(
        () ->
            expectPlan(lab.multiply(new SmallFrames(spark).of(NUMBERS, create(1, 2L, 3L))))
                .toContain("multiply_func(")
                .diagnose(
                    "function-not-named",
                    frame -> plan(frame).contains("UDF("),
                    "The plan calls the function UDF, as it calls all that have no name. Give it one with"
                        + " withName(\"multiply_func\"): whoever reads the plan will thank you.")
                .diagnose(
                    "built-in-instead",
                    frame -> plan(frame).matches("(?s).*\\(\\w+#\\d+L? \\* \\w+#\\d+L?\\).*"),
                    "Spark multiplies by itself here, without a UDF. Outside of this task that is the better way,"
                        + " because the optimizer understands it; here, wrap the multiplication into a UDF2."));
  }

  // Task 2

  @Check(task = 2, points = 5)
  void ratingsBecomeHalfStars(UdfLab lab, SparkSession spark) {
    judgeStars(lab, spark, ratings(100, 93, 97, 90, 64, 20, 0));
  }

  @Check(task = 2, points = 6)
  void aMissingRatingStaysMissing(UdfLab lab, SparkSession spark) {
    judgeStars(lab, spark, ratings(96, null, 43, 85, null));
  }

  @Check(task = 2, points = 4)
  void listingsNobodyHasSeenGetTheirStars(UdfLab lab, Listings listings) {
    judgeStars(() -> lab.withStars(listings.canary()), listings.truth().canary());
  }

  private static Table ratings(Integer... ratings) {
    Table table = Table.of("id", "review_scores_rating");
    for (int i = 0; i < ratings.length; i++) {
      table = table.row(i + 1, ratings[i]);
    }
    return table;
  }

  private static void judgeStars(UdfLab lab, SparkSession spark, Table ratings) {
    judgeStars(
        () ->
            lab.withStars(
                new SmallFrames(spark).of("id INT, review_scores_rating INT", rows(ratings))),
        ratings);
  }

  private static void judgeStars(FrameCall call, Table ratings) {
    Function<Integer, Double> right = rating -> rating == null ? null : (rating + 5) / 10 / 2.0;
    Table rated =
        new Table(
            ratings.columns(),
            ratings.rows().stream()
                .filter(row -> row.get(ratings.columns().indexOf("review_scores_rating")) != null)
                .toList());
    UdfErrors.ANY.during(
        () -> {
          Dataset<Row> result = call.frame();
          expect(result).as("the listings with stars").toContainColumns("id", "stars");
          expect(compute("the stars", () -> result.select("id", "stars")))
              .as("the stars")
              .toHaveRows(stars(ratings, right))
              .diagnose(
                  "rows-dropped",
                  stars(rated, right),
                  ("%d of %d listings are gone: those without a rating. A function of columns gives every row a value,"
                          + " and null is one. Keep the rows, and return null.")
                      .formatted(ratings.size() - rated.size(), ratings.size()))
              .diagnose(
                  "null-becomes-zero",
                  stars(ratings, rating -> rating == null ? 0.0 : right.apply(rating)),
                  "Listings without a rating have 0 stars here, worse than the worst. Not known is not 0: return null.")
              .diagnose(
                  "null-becomes-nan",
                  stars(ratings, rating -> rating == null ? Double.NaN : right.apply(rating)),
                  "Listings without a rating have NaN here. NaN is a number to Spark: isNull does not find it, and it"
                      + " spoils every mean. Return null.")
              .diagnose(
                  "integer-division",
                  stars(ratings, rating -> rating == null ? null : (rating / 10) / 2.0),
                  "97 gives 4.5 instead of 5.0: an int divided by an int cuts off what is behind the point, before"
                      + " anything is rounded. Divide by 10.0.")
              .diagnose(
                  "integer-division",
                  stars(
                      ratings, rating -> rating == null ? null : (double) ((rating + 5) / 10 / 2)),
                  "93 gives 4.0 instead of 4.5: an int divided by an int cuts off the half star. Divide by 2.0.")
              .diagnose(
                  "half-to-even",
                  stars(ratings, rating -> rating == null ? null : Math.rint(rating / 10.0) / 2),
                  "85 gives 4.0 instead of 4.5: 8.5 was rounded to the even neighbour, as Math.rint and bround do. The"
                      + " task rounds a half up, as Math.round and round do.");
        });
  }

  private static Table stars(Table ratings, Function<Integer, Double> star) {
    Table table = Table.of("id", "stars");
    List<List<Object>> rows = new ArrayList<>();
    List<Object> ids = ratings.column("id");
    List<Object> values = ratings.column("review_scores_rating");
    for (int i = 0; i < ids.size(); i++) {
      rows.add(Arrays.asList(ids.get(i), star.apply((Integer) values.get(i))));
    }
    return new Table(table.columns(), rows);
  }

  // Task 3

  private static final Point HERE = new Point(52, 13);
  private static final Point THERE = new Point(-33.9, 151.2);

  private static final Table PLACES =
      Table.of("id", "latitude", "longitude")
          .row(1, 52.0, 13.0)
          .row(2, 53.0, 13.0)
          .row(3, 48.1, 11.6)
          .row(4, -33.9, 151.2)
          .row(5, 40.4, -3.7);

  private static final String PLACE = "id INT, latitude DOUBLE, longitude DOUBLE";

  @Check(task = 3, points = 7)
  void distancesFromOnePoint(UdfLab lab, SparkSession spark) {
    Table places = PLACES.row(6, null, 13.0).row(7, 52.0, null);
    UdfErrors.ANY.during(
        () ->
            judgeDistances(
                lab.withDistance(
                    new SmallFrames(spark).of(PLACE, rows(places)),
                    HERE.latitude(),
                    HERE.longitude()),
                places,
                HERE,
                THERE));
  }

  @Check(task = 3, points = 7)
  void eachResultKeepsItsOwnPoint(UdfLab lab, SparkSession spark) {
    Dataset<Row> places = new SmallFrames(spark).of(PLACE, rows(PLACES));
    UdfErrors.ANY.during(
        () -> {
          // Both frames exist before either is computed.
          var here = lab.withDistance(places, HERE.latitude(), HERE.longitude());
          var there = lab.withDistance(places, THERE.latitude(), THERE.longitude());
          judgeDistances(here, PLACES, HERE, THERE);
          judgeDistances(there, PLACES, THERE, HERE);
        });
  }

  @Check(task = 3, points = 6)
  void distancesOfListingsNobodyHasSeen(UdfLab lab, Listings listings) {
    Point centre = new Point(45.1, -59.8);
    UdfErrors.ANY.during(
        () ->
            judgeDistances(
                lab.withDistance(listings.canary(), centre.latitude(), centre.longitude()),
                listings.truth().canary(),
                centre,
                THERE));
  }

  /** Both ways to a distance err by some 1e-9 km; a micrometre more is never a mistake. */
  private static void judgeDistances(
      Dataset<Row> result, Table places, Point from, Point ofAnotherCall) {
    expect(result).as("the listings with distances").toContainColumns("id", "km");
    expect(compute("the distances", () -> result.select("id", "km")))
        .as("the distances")
        .within(1e-6)
        .toHaveRows(distances(places, place -> from.km(place)))
        .diagnose(
            "shared-field",
            distances(places, place -> ofAnotherCall.km(place)),
            UdfErrors.SHARED_FIELD)
        .diagnose(
            "shared-field",
            distances(places, place -> new Point(0, 0).km(place)),
            UdfErrors.SHARED_FIELD)
        .diagnose(
            "swapped-columns",
            distances(places, place -> from.km(place.swapped())),
            "These are the distances if longitude and latitude change places. Two doubles look alike, so nobody"
                + " complains: give the columns in the order of the function's arguments.")
        .diagnose(
            "swapped-columns",
            distances(places, place -> from.swapped().km(place)),
            "These are the distances from the point with its longitude and latitude in each other's place. Two doubles"
                + " look alike, so nobody complains: pass them in the order of the formula's arguments.");
  }

  private static Table distances(Table places, Function<Point, Double> km) {
    List<List<Object>> rows = new ArrayList<>();
    List<Object> ids = places.column("id");
    List<Object> latitudes = places.column("latitude");
    List<Object> longitudes = places.column("longitude");
    for (int i = 0; i < ids.size(); i++) {
      Double latitude = (Double) latitudes.get(i);
      Double longitude = (Double) longitudes.get(i);
      boolean known = latitude != null && longitude != null;
      rows.add(Arrays.asList(ids.get(i), known ? km.apply(new Point(latitude, longitude)) : null));
    }
    return new Table(List.of("id", "km"), rows);
  }

  // Task 4

  @Check(task = 4, points = 8)
  void staysBecomeStructs(UdfLab lab, SparkSession spark) {
    judgeNights(
        lab,
        spark,
        Table.of("id", "stay", "none", "min", "max")
            .row(1, "2-30", false, 2, 30)
            .row(2, "3+", false, 3, null)
            .row(3, "5", false, 5, 5)
            .row(4, null, true, null, null));
  }

  @Check(task = 4, points = 7)
  void otherStaysToo(UdfLab lab, SparkSession spark) {
    judgeNights(
        lab,
        spark,
        Table.of("id", "stay", "none", "min", "max")
            .row(11, null, true, null, null)
            .row(12, "28+", false, 28, null)
            .row(13, "1-1125", false, 1, 1125)
            .row(14, "7", false, 7, 7)
            .row(15, "14-21", false, 14, 21)
            .row(16, "30", false, 30, 30));
  }

  private static void judgeNights(UdfLab lab, SparkSession spark, Table stays) {
    Table expected = columns(stays, "id", "none", "min", "max");
    UdfErrors.STRUCT.during(
        () -> {
          Dataset<Row> result =
              lab.withNights(
                  new SmallFrames(spark)
                      .of("id INT, stay STRING", rows(columns(stays, "id", "stay"))));
          expect(result)
              .as("the listings with nights")
              .toHaveColumns("id", "stay", "nights")
              .toHaveType(
                  "nights",
                  new StructType()
                      .add("min", DataTypes.IntegerType)
                      .add("max", DataTypes.IntegerType));
          expect(
                  compute(
                      "the nights",
                      () ->
                          result.select(
                              col("id"),
                              col("nights").isNull().as("none"),
                              col("nights.min"),
                              col("nights.max"))))
              .as("the nights")
              .toHaveRows(expected)
              .diagnose(
                  "swapped-fields",
                  map(
                      expected,
                      row -> Arrays.asList(row.get(0), row.get(1), row.get(3), row.get(2))),
                  "min and max have changed places. The values of a Row go to the fields by position, not by name: give"
                      + " them in the order in which the struct declares its fields.")
              .diagnose(
                  "struct-of-nulls",
                  map(expected, row -> Arrays.asList(row.get(0), false, row.get(2), row.get(3))),
                  "Where stay is null there is a struct with two nulls, and nights.isNull() does not find it. Return"
                      + " null itself there, not a Row of nulls.")
              .diagnose(
                  "open-end-invented",
                  frame ->
                      frame.where("max IS NOT NULL").join(openEnded(spark, stays), "id").count()
                          > 0,
                  "A stay such as \"3+\" has no upper end, and there is a number in max. A made-up number looks like a"
                      + " real one to all who come later: put null there.");
        });
  }

  private static Dataset<Row> openEnded(SparkSession spark, Table stays) {
    return new SmallFrames(spark)
        .of(
            "id INT",
            stays.rows().stream()
                .filter(row -> String.valueOf(row.get(1)).endsWith("+"))
                .map(row -> create(row.get(0)))
                .toArray(Row[]::new));
  }

  // Task 5

  private static final Table OFFERS =
      Table.of("id", "price", "accommodates", "nights")
          .row(1, 120.0, 2, 3L)
          .row(2, 90.0, 4, 5L)
          .row(3, null, 2, 3L)
          .row(4, 80.0, null, 2L)
          .row(5, 70.0, 0, 9L);

  private static final String OFFER = "id INT, price DOUBLE, accommodates INT, nights BIGINT";

  @Check(task = 5, points = 5)
  void aQueryUsesTheFunction(UdfLab lab, SparkSession spark) {
    Table expected =
        Table.of("id", "each").row(1, 60.0).row(2, 22.5).row(3, null).row(4, null).row(5, null);
    UdfErrors.SQL.during(
        () ->
            expect(
                    lab.askInSql(
                        new SmallFrames(spark).of(OFFER, rows(OFFERS)),
                        "SELECT id, guest_price(price, accommodates) AS each FROM listings"))
                .as("the answer to the query")
                .toHaveRows(expected)
                .diagnose(
                    "infinity-for-no-guests",
                    map(expected, row -> row.get(0).equals(5) ? List.of(5, 1 / 0.0) : row),
                    "A price divided by no guests gave Infinity: Java's double division does not fail, it goes on with"
                        + " a number that spoils every mean. Return null where there are no guests."));
  }

  @Check(task = 5, points = 5)
  void otherListingsAndOtherTypesOfNumbers(UdfLab lab, SparkSession spark) {
    SmallFrames frames = new SmallFrames(spark);
    UdfErrors.SQL.during(
        () -> {
          String query =
              "SELECT id, guest_price(99.50, accommodates) AS fixed, guest_price(nights, 2L) AS pairs FROM listings"
                  + " WHERE guest_price(price, accommodates) < 70";
          lab.askInSql(frames.of(OFFER, rows(OFFERS)), query);
          expect(
                  lab.askInSql(
                      frames.of(
                          OFFER,
                          create(21, 100.0, 2, 7L),
                          create(22, 300.0, 3, 1L),
                          create(23, 50.0, 1, null)),
                      query))
              .as("the answer about the second listings")
              .within(1e-9)
              .toHaveRows(Table.of("id", "fixed", "pairs").row(21, 49.75, 3.5).row(23, 99.5, null))
              .diagnose(
                  "stale-view",
                  Table.of("id", "fixed", "pairs").row(1, 49.75, 1.5).row(2, 24.875, 2.5),
                  "This is the answer about the listings of the call before. The name listings was left to them:"
                      + " replace the view in every call, with createOrReplaceTempView.");
        });
  }

  // Task 6

  private static final String HOME = "id INT, neighbourhood_cleansed STRING, accommodates INT";

  @Check(task = 6, points = 8)
  void predictionsAreThoseOfTheModel(UdfLab lab, SparkSession spark) {
    Table homes =
        Table.of("id", "neighbourhood_cleansed", "accommodates")
            .row(1, "Ashgrove", 2)
            .row(2, "Fernhollow", 4)
            .row(3, "Nowhere", 3)
            .row(4, null, 2)
            .row(5, "Ashgrove", null);
    Map<String, Double> one = weights(4, 0.1, Map.of("Ashgrove", 0.5, "Fernhollow", -0.2));
    Map<String, Double> other = weights(3, 0.3, Map.of("Fernhollow", 1.0));
    UdfErrors.MODEL.during(
        () -> {
          Dataset<Row> frame = new SmallFrames(spark).of(HOME, rows(homes));
          // Both frames exist before either is computed.
          Dataset<Row> first = lab.predict(frame, one);
          Dataset<Row> second = lab.predict(frame, other);
          judgePredictions(first, homes, one, other);
          judgePredictions(second, homes, other, one);
        });
  }

  /** A function with a broadcast variable takes some 2,000 bytes; these weights take a million. */
  @Check(task = 6, points = 7)
  void aLargeModelDoesNotTravelWithEachTask(UdfLab lab, SparkSession spark) {
    Map<String, Double> many = new HashMap<>();
    for (int i = 0; i < 30_000; i++) {
      many.put("Neighbourhood " + i, i / 30_000.0);
    }
    UdfErrors.MODEL.during(
        () -> {
          Dataset<Row> result =
              lab.predict(
                  new SmallFrames(spark).of(HOME, create(1, "Neighbourhood 7", 2)),
                  weights(4, 0.1, many));
          expect(compute("the function", () -> ClosureSize.of(result)))
              .as("the bytes that travel with each task")
              .toBeAtMost(100_000)
              .diagnose(
                  "model-in-closure",
                  bytes -> bytes.longValue() > 100_000,
                  bytes ->
                      ("With %,d weights, every task carries %,d bytes of function: the lambda captured the map, not the"
                              + " broadcast variable. Capture the variable, and call value() inside the lambda.")
                          .formatted(many.size() + 2, bytes.longValue()));
        });
  }

  private static Map<String, Double> weights(
      double intercept, double perGuest, Map<String, Double> neighbourhoods) {
    Map<String, Double> weights = new HashMap<>();
    weights.put("(intercept)", intercept);
    weights.put("accommodates", perGuest);
    neighbourhoods.forEach((name, w) -> weights.put("neighbourhood_cleansed=" + name, w));
    return weights;
  }

  private static void judgePredictions(
      Dataset<Row> result, Table homes, Map<String, Double> weights, Map<String, Double> others) {
    expect(result)
        .as("the predictions")
        .within(1e-6)
        .toHaveRows(predictions(homes, weights, Math::exp))
        .diagnose("shared-field", predictions(homes, others, Math::exp), UdfErrors.SHARED_FIELD)
        .diagnose(
            "log-not-undone",
            predictions(homes, weights, log -> log),
            "These are the sums of the weights, and they predict the logarithm of the price. Undo it with Math.exp.");
  }

  private static Table predictions(
      Table homes, Map<String, Double> weights, Function<Double, Double> undo) {
    List<List<Object>> rows = new ArrayList<>();
    for (List<Object> home : homes.rows()) {
      Object name = home.get(1);
      Integer guests = (Integer) home.get(2);
      Double price = null;
      if (name != null && guests != null) {
        double log = weights.get("(intercept)") + guests * weights.get("accommodates");
        price = undo.apply(log + weights.getOrDefault("neighbourhood_cleansed=" + name, 0.0));
      }
      List<Object> row = new ArrayList<>(home);
      row.add(price);
      rows.add(row);
    }
    return new Table(List.of("id", "neighbourhood_cleansed", "accommodates", "prediction"), rows);
  }

  // Task 7

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
            "udf-blocks-push-down",
            frame ->
                plan(frame).matches("(?s).*Filter [^\n]*\\w+\\(price#.*")
                    && !plan(frame).contains("cast(price"),
            "The price filter is a function of yours. Spark cannot look into it, so the file hands over every listing"
                + " (PushedFilters is empty), and each price becomes a Java object to be judged. Compare the column:"
                + " col(\"price\").lt(below).")
        .diagnose(
            "cast-blocks-push-down",
            frame -> plan(frame).contains("cast(price"),
            "The filter compares the price after a cast. The file knows the price as it is stored, not what becomes of"
                + " it, so it cannot filter. Compare the plain column.");
  }

  @Check(task = 7, points = 3)
  void affordableListingsDrawFromOneToTen(UdfLab lab, Listings listings) {
    Table train = listings.truth().train();
    // A price that some listing has, so that "below" and "at most" differ.
    double below = train.values("price").sorted()[train.size() / 2];
    List<Object> affordable =
        train.column("price").stream().filter(p -> p != null && (Double) p < below).toList();
    Dataset<Row> result = lab.drawWaves(listings.train(), below);
    expect(result)
        .as("the draw")
        .toHaveColumns(
            Stream.concat(Arrays.stream(Listings.SCHEMA.fieldNames()), Stream.of("wave"))
                .toArray(String[]::new))
        .toHaveType("wave", DataTypes.IntegerType);
    List<Row> drawn = compute("the draw", () -> result.select("price", "wave").collectAsList());
    expect(drawn.stream().map(row -> (Object) row.get(0)).sorted().toList().size())
        .as("the number of affordable listings")
        .toBe(affordable.size())
        .diagnose(
            "at-most-instead-of-below",
            train.column("price").stream().filter(p -> p != null && (Double) p <= below).count(),
            "Listings that cost exactly %s are among them. Affordable is what costs less: lt, not leq."
                .formatted(below));
    expect(drawn.stream().filter(row -> row.isNullAt(0) || row.getDouble(0) >= below).count())
        .as("the number of listings that cost too much")
        .toBe(0);
    Map<Object, Long> waves = new TreeMap<>();
    drawn.forEach(row -> waves.merge(row.get(1), 1L, Long::sum));
    expect(List.copyOf(waves.keySet()))
        .as("the waves that were drawn")
        .toHaveElements(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))
        .diagnose(
            "off-by-one",
            List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9),
            "The waves go from 0 to 9: nextInt(10) starts at 0 and leaves 10 out. Draw from 1 to 10, nextInt(1, 11).");
    // Of n draws, 1 and 10 together get n/5 with a standard deviation of 0.4·√n: about 540 ± 21.
    // Rounding instead of cutting off halves them, which is more than ten deviations away.
    expect(waves.get(1) + waves.get(10))
        .as("how often 1 and 10 were drawn")
        .toBeAtLeast(drawn.size() * 3 / 20)
        .diagnose(
            "uneven-draw",
            ends -> true,
            "1 and 10 come about half as often as the others: rounding gives the two ends only half a unit each. Cut off"
                + " instead, or draw a whole number with nextInt.");
  }

  @Check(task = 7, points = 3)
  void aDrawnWaveStaysAndAnotherCallDrawsAnew(UdfLab lab, Listings listings) {
    List<Map<Object, Integer>> draws = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Dataset<Row> result = lab.drawWaves(listings.canary(), 120);
      expect(result).as("the draw").toContainColumns("id", "wave");
      List<Row> early =
          compute(
              "the early waves",
              () -> result.filter(col("wave").leq(5)).select("id", "wave").collectAsList());
      expect(early.stream().filter(row -> row.getInt(1) > 5).count())
          .as("the number of listings with a wave above 5 after a filter on wave <= 5")
          .toBe(0)
          .diagnose(
              "deterministic-random",
              late -> late.longValue() > 0,
              late ->
                  ("%d of %d rows that passed the filter wave <= 5 show a later wave. Spark believes that your function"
                          + " always gives the same, so it called it once for the filter and again for the column."
                          + " Declare it asNondeterministic().")
                      .formatted(late.longValue(), early.size()));
      Map<Object, Integer> waves = new HashMap<>();
      early.forEach(row -> waves.put(row.get(0), row.getInt(1)));
      draws.add(waves);
    }
    expect(draws.get(0).equals(draws.get(1)))
        .as("whether two calls drew the same")
        .toBe(false)
        .diagnose(
            "same-draw",
            true,
            "Two calls gave every listing the same wave, so nothing was drawn: the wave follows from the listing or from"
                + " a fixed seed. Draw without a seed.");
  }

  // Tables and frames

  /** Makes a frame; may throw what the answer throws. */
  @FunctionalInterface
  private interface FrameCall {
    Dataset<Row> frame();
  }

  private static Row[] rows(Table table) {
    return table.rows().stream().map(row -> create(row.toArray())).toArray(Row[]::new);
  }

  private static Table with(Table table, String column, Object... values) {
    List<String> columns = new ArrayList<>(table.columns());
    columns.add(column);
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < table.size(); i++) {
      List<Object> row = new ArrayList<>(table.rows().get(i));
      row.add(values[i]);
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  private static Table columns(Table table, String... columns) {
    List<Integer> places = Stream.of(columns).map(table.columns()::indexOf).toList();
    return new Table(
        List.of(columns),
        table.rows().stream()
            .map(row -> Arrays.asList(places.stream().map(row::get).toArray()))
            .toList());
  }

  private static Table map(Table table, Function<List<Object>, List<Object>> change) {
    return new Table(table.columns(), table.rows().stream().map(change).toList());
  }

  private static String plan(Dataset<Row> frame) {
    return frame.queryExecution().executedPlan().treeString();
  }
}
