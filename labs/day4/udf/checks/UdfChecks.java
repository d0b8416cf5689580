package day4.udf.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static dev.kindling.check.Expect.expectPlan;
import static org.apache.spark.sql.functions.col;

import day4.udf.UdfLab;
import dev.kindling.check.Check;
import dev.kindling.check.Given;
import dev.kindling.data.Table;
import dev.kindling.data.TableRow;
import dev.kindling.data.listings.Listings;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Judges the functions by what they give, and by how Spark has to treat them. */
final class UdfChecks {

  private static final String RATING = "review_scores_rating";
  private static final String PLACE = "neighbourhood_cleansed";
  private static final double BELOW = 120;

  /** As bigint whatever type it has: a function that fails says more than its declared type. */
  @Check(
      task = 1,
      points = 5,
      cases = {"1, 2 and 3", "other numbers"})
  void productsOfTwoColumns(UdfLab lab, Given given, String numbers) {
    Table course = UdfTables.PRODUCTS.head(3);
    Table expected =
        numbers.equals("1, 2 and 3")
            ? course
            : UdfTables.PRODUCTS.where(row -> row.whole("id") > 3);
    Dataset<Row> result = lab.multiply(onExecutors(given, expected.drop("product")));
    expect(result).as("the numbers with products").toHaveColumns("id", "name", "x", "y", "product");
    expect(result.withColumn("product", col("product").cast("bigint")))
        .as("the numbers with products")
        .toHaveRows(expected);
  }

  @Check(task = 1, points = 5)
  void aFunctionNamedMultiplyFuncGivesBigints(UdfLab lab, Given given) {
    Dataset<Row> result = lab.multiply(onExecutors(given, UdfTables.PRODUCTS.drop("product")));
    expect(compute("the plan", () -> PlannedFunctions.formula(result, "product")))
        .as("what the plan says of product")
        .toBe("multiply_func(x, y)")
        .diagnose(
            "built-in-instead",
            formula -> formula.contains(" * "),
            "Spark multiplies by itself here. Outside of this task that is the better way, because the optimizer"
                + " understands it; here, wrap the multiplication into a UDF2, whose result is the product.");
    // The rows fail first where the function does not keep what it declares.
    compute("the products", () -> result.select("product").collectAsList());
    expect(result).as("the numbers with products").toHaveType("product", DataTypes.LongType);
  }

  @Check(
      task = 2,
      points = 5,
      cases = {"all of them rated", "some without a rating"})
  void ratingsBecomeHalfStars(UdfLab lab, Given given, String listings) {
    Table all = UdfTables.STARS;
    Table expected = listings.equals("all of them rated") ? all.complete(RATING) : all;
    judgeStars(lab.withStars(onExecutors(given, expected.drop("stars"))), expected);
  }

  @Check(task = 2, points = 5)
  void listingsThatNobodyHasSeenGetTheirStars(UdfLab lab, Listings listings) {
    Table canary = listings.truth().canary();
    // In whole numbers, so that no rounding of Java or Spark is involved.
    Function<TableRow, Double> stars =
        row -> row.isNull(RATING) ? null : (row.whole(RATING) + 5) / 10 / 2.0;
    judgeStars(lab.withStars(listings.canary()), canary.with("stars:double", stars));
  }

  private static void judgeStars(Dataset<Row> result, Table expected) {
    expect(result)
        .as("the listings with stars")
        .toHaveRows(expected)
        .diagnose(
            "stars-without-rating",
            frame -> !frame.where(RATING + " IS NULL AND stars IS NOT NULL").isEmpty(),
            "A listing without a rating has a number for its stars. Nobody has rated it, so whatever stands there is"
                + " invented: 0 is worse than the worst, a mean is nobody's opinion, and NaN is a number to Spark that"
                + " spoils every mean. Return null.");
  }

  private static final Point HERE = new Point(52, 13);
  private static final Point THERE = new Point(-33.9, 151.2);

  @Check(task = 3, points = 7)
  void distancesFromOnePoint(UdfLab lab, Given given) {
    judgeDistances(
        distances(lab, onExecutors(given, UdfTables.PLACES), HERE), UdfTables.PLACES, HERE);
  }

  @Check(task = 3, points = 7)
  void eachCallKeepsItsOwnPoint(UdfLab lab, Given given) {
    Dataset<Row> frame = onExecutors(given, UdfTables.PLACES);
    // Both calls are over before either result is computed.
    Dataset<Row> here = distances(lab, frame, HERE);
    Dataset<Row> there = distances(lab, frame, THERE);
    judgeDistances(here, UdfTables.PLACES, HERE);
    judgeDistances(there, UdfTables.PLACES, THERE);
  }

  @Check(task = 3, points = 6)
  void distancesOfListingsThatNobodyHasSeen(UdfLab lab, Listings listings) {
    judgeDistances(distances(lab, listings.canary(), HERE), listings.truth().canary(), HERE);
  }

  private static Dataset<Row> distances(UdfLab lab, Dataset<Row> listings, Point from) {
    return lab.withDistance(listings, from.latitude(), from.longitude());
  }

  /** Two ways to compute differ by some 1e-9 km; a millimetre more is never a mistake. */
  private static void judgeDistances(Dataset<Row> result, Table listings, Point from) {
    expect(result)
        .as("the listings with distances")
        .within("km", 1e-6)
        .toHaveRows(listings.with("km:double", row -> distance(row, from)));
  }

  private static Double distance(TableRow place, Point from) {
    return place.isNull("latitude") || place.isNull("longitude")
        ? null
        : from.km(new Point(place.number("latitude"), place.number("longitude")));
  }

  @Check(
      task = 4,
      points = 5,
      cases = {"one text of each form", "numbers of several digits", "null first"})
  void textsBecomeStructs(UdfLab lab, Given given, String stays) {
    Table all = UdfTables.STAYS;
    Table expected =
        switch (stays) {
          case "one text of each form" -> all.head(4);
          case "null first" -> all.sortBy("stay");
          default -> all.where(row -> row.whole("id") > 4).complete("stay");
        };
    Dataset<Row> result = lab.withNights(onExecutors(given, expected.select("id", "city", "stay")));
    expect(result)
        .as("the listings with nights")
        .toHaveColumns("id", "city", "stay", "nights")
        .toHaveType(
            "nights",
            new StructType().add("min", DataTypes.IntegerType).add("max", DataTypes.IntegerType));
    expect(
            result.selectExpr(
                "id", "city", "stay", "nights IS NULL AS none", "nights.min", "nights.max"))
        .as("the nights")
        .toHaveRows(expected)
        .diagnose(
            "open-end-invented",
            frame -> !frame.where("stay LIKE '%+' AND max IS NOT NULL").isEmpty(),
            "A stay such as \"3+\" has no upper end, and there is a number in max. A made-up number looks like a real one"
                + " to all who come later: put null there.")
        .diagnose(
            "one-digit-read",
            frame -> !frame.where("stay RLIKE '^[0-9]{2}' AND min < 10").isEmpty(),
            "A number was taken for its first digit: \"14\" is fourteen, not 1. Cut the text at the dash and at the plus,"
                + " not after a number of characters.");
  }

  @Check(task = 5, points = 5)
  void aQueryUsesTheFunction(UdfLab lab, Given given) {
    expect(
            inSql(
                lab,
                given,
                "SELECT id, guest_price(price, accommodates) AS each FROM listings",
                UdfTables.OFFERS.drop("each")))
        .as("the answer to the query")
        .toHaveRows(UdfTables.OFFERS.select("id", "each"));
  }

  @Check(task = 5, points = 5)
  void otherListingsAndOtherTypesOfNumbers(UdfLab lab, Given given) {
    String query =
        """
        SELECT id, guest_price(99.50, accommodates) AS fixed, guest_price(nights, 2L) AS pairs,
          guest_price(price, beds) AS per_bed, guest_price(price, 0.00) AS nobody
        FROM listings WHERE guest_price(price, accommodates) < 70
        """;
    Table others =
        Table.parse(
            """
            id:int | price:double | accommodates:int | nights:long | beds:double
            21     | 100.0        | 2                | 7           | 0.5
            22     | 300.0        | 3                | 1           | 1.0
            23     | 50.0         | 1                | null        | 0.0
            24     | 61.5         | 4                | 4           | 1.5
            """);
    expect(inSql(lab, given, query, UdfTables.OFFERS, others))
        .as("the answer about the second listings")
        .toHaveRows(
            Table.parse(
                """
                id:int | fixed:double | pairs:double | per_bed:double | nobody:double
                21     | 49.75        | 3.5          | 200.0          | null
                23     | 99.5         | null         | null           | null
                24     | 24.875       | 2.0          | 41.0           | null
                """));
  }

  /**
   * Asks the same of one table after the other; the last answer. The task wants a view and a
   * function, so nobody is told off for leaving them behind.
   */
  private static Dataset<Row> inSql(UdfLab lab, Given given, String query, Table... listings) {
    try {
      Dataset<Row> answer = null;
      for (Table table : listings) {
        answer = lab.askInSql(onExecutors(given, table), query);
      }
      return answer;
    } finally {
      given.spark().sql("DROP TEMPORARY FUNCTION IF EXISTS guest_price");
      given.spark().catalog().dropTempView("listings");
    }
  }

  @Check(task = 6, points = 8)
  void predictionsAreThoseOfTheModel(UdfLab lab, Given given) {
    Map<String, Double> one = weights(4, 0.1, Map.of("Ashgrove", 0.5, "Fernhollow", -0.2));
    Map<String, Double> other = weights(3, 0.3, Map.of("Fernhollow", 1.0));
    Dataset<Row> frame = onExecutors(given, UdfTables.HOMES);
    // Both calls are over before either result is computed.
    Dataset<Row> first = lab.predict(frame, one);
    Dataset<Row> second = lab.predict(frame, other);
    expect(first).as("the predictions").toHaveRows(predictions(one));
    expect(second).as("the predictions of another model").toHaveRows(predictions(other));
  }

  private static Table predictions(Map<String, Double> weights) {
    return UdfTables.HOMES.with(
        "prediction:double",
        row ->
            row.isNull(PLACE) || row.isNull("accommodates")
                ? null
                : Math.exp(
                    weights.get("(intercept)")
                        + weights.get("accommodates") * row.number("accommodates")
                        + weights.getOrDefault(PLACE + "=" + row.text(PLACE), 0.0)));
  }

  /** By name, as the task describes them; an answer cannot change them. */
  private static Map<String, Double> weights(
      double intercept, double perGuest, Map<String, Double> places) {
    Map<String, Double> weights = new HashMap<>();
    weights.put("(intercept)", intercept);
    weights.put("accommodates", perGuest);
    places.forEach((name, weight) -> weights.put(PLACE + "=" + name, weight));
    return Collections.unmodifiableMap(weights);
  }

  /** A function with a broadcast variable takes some 2,000 bytes; these weights take a million. */
  @Check(task = 6, points = 7)
  void aLargeModelDoesNotTravelWithEachTask(UdfLab lab, Given given) {
    Map<String, Double> many =
        IntStream.range(0, 30_000)
            .boxed()
            .collect(Collectors.toMap(i -> "Neighbourhood " + i, i -> i / 30_000.0));
    Dataset<Row> result = lab.predict(onExecutors(given, UdfTables.HOMES), weights(4, 0.1, many));
    expect(compute("the function", () -> PlannedFunctions.bytes(result)))
        .as("the bytes that travel with each task")
        .toBeAtMost(100_000)
        .diagnose(
            "model-in-closure",
            bytes -> true,
            bytes ->
                ("With 30,000 weights, every task carries %,d bytes of function: the lambda captured the map, not the"
                        + " broadcast variable. Capture the variable, and call value() inside the lambda.")
                    .formatted(bytes.longValue()));
  }

  @Check(task = 7, points = 3)
  void theFileFiltersByPrice(UdfLab lab, Listings listings) {
    expectPlan(lab.drawWaves(listings.canary(), BELOW))
        .toPushFilterOn("price")
        .diagnose(
            "filter-after-random",
            frame -> plan(frame).matches("(?s)(?:\\*\\(\\d+\\) )?Filter [^\n]*price.*Project .*"),
            "The filter on the price comes after the draw. Spark may not move it before a function that draws, since"
                + " that would change who gets which number; so every listing is read and draws. Filter first.")
        .diagnose(
            "function-blocks-push-down",
            frame -> plan(frame).matches("(?s).*Filter [^\n]*\\w+\\(price#.*"),
            "The filter compares not the price but what a function makes of it: one of yours, or a cast. Spark cannot"
                + " look into a UDF, and the file knows the price as it is stored, so it hands over every listing and"
                + " each is judged one by one. Compare the plain column: col(\"price\").lt(below).");
  }

  private static String plan(Dataset<Row> frame) {
    return frame.queryExecution().executedPlan().treeString();
  }

  @Check(task = 7, points = 2)
  void whatCostsLessIsAffordable(UdfLab lab, Given given) {
    Dataset<Row> result = lab.drawWaves(onExecutors(given, UdfTables.PRICES), BELOW);
    expect(result)
        .as("the affordable listings")
        .toHaveColumns("id", "city", "price", "wave")
        .toHaveType("wave", DataTypes.IntegerType);
    expect(result.drop("wave"))
        .as("the affordable listings")
        .fact("limit", (long) BELOW)
        .toHaveRows(UdfTables.PRICES.complete("price").where(row -> row.number("price") < BELOW));
  }

  @Check(task = 7, points = 2)
  void wavesAreDrawnEvenlyFromOneToTen(UdfLab lab, Listings listings) {
    Waves.of(lab.drawWaves(listings.train().select("id", "price"), BELOW)).judgeEvenness();
  }

  @Check(task = 7, points = 3)
  void aWaveStaysAndAnotherCallDrawsAnew(UdfLab lab, Listings listings) {
    Dataset<Row> canary = listings.canary().select("id", "price");
    Dataset<Row> drawn = lab.drawWaves(canary, BELOW);
    // For a list Spark 4.2 still calls a function twice; for <= 5 it computes the column first.
    Waves early = Waves.of(drawn.filter(col("wave").isin(1, 2, 3, 4, 5)));
    expect(early.after(5))
        .as("the number of listings above wave 5 after a filter on wave IN (1, 2, 3, 4, 5)")
        .toBe(0)
        .diagnose(
            "deterministic-random",
            late -> true,
            late ->
                ("%d of %d rows that passed the filter wave IN (1, 2, 3, 4, 5) show a later wave. Spark believes that"
                        + " your function always gives the same, so it called it once for the filter and again for the"
                        + " column. Declare it asNondeterministic().")
                    .formatted(late.longValue(), early.drawn().size()));
    expect(Waves.of(drawn).shareAsIn(Waves.of(lab.drawWaves(canary, BELOW))))
        .as("the share of listings that have the same wave in two calls")
        .toBeAtMost(0.5);
  }

  /** The optimizer does not know these rows, so that it cannot call functions while it plans. */
  private static Dataset<Row> onExecutors(Given given, Table table) {
    return given.repartitioned(given.frame(table), 2);
  }
}
