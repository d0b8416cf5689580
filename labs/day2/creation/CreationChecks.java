package day2.creation;

import static org.apache.spark.sql.functions.col;

import dev.kindling.check.Check;
import dev.kindling.data.Table;
import dev.kindling.data.houseinfo.HouseInfo;
import dev.kindling.data.listings.Listings;
import dev.kindling.data.listings.ListingsTruth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Each task is judged on small hand-made rows and on rows that nobody has seen, both against plain
 * Java. What is right for a task, and which mistakes are known, is in a class of its own.
 */
final class CreationChecks {

  private static final int SLOTS = 16;

  @Check(task = 1, points = 7)
  void pricesBecomeNumbersAndOtherTextsNull(CreationLab lab, SparkSession spark) {
    List<String> columns = List.of("rent", "deposit");
    Dataset<Row> offers = HandMade.frame(spark, HandMade.SOME_OFFERS, HandMade.OFFERS);
    new Prices(Rows.of(HandMade.SOME_OFFERS), columns)
        .judge(() -> lab.parsePrices(offers, columns));
  }

  /** The dearest listings, and a hundred others. */
  @Check(task = 1, points = 5)
  void listingsOfTenThousandDollarsAreParsed(CreationLab lab, Listings listings) {
    List<String> columns = List.of("price_per_guest", "price");
    ListingsTruth truth = listings.truth();
    Set<String> ids = new TreeSet<>();
    truth.outlierIds().forEach(id -> ids.add(id.toString()));
    truth.test().column("id").stream().limit(100).forEach(id -> ids.add(id.toString()));
    Rows texts =
        Rows.of(truth.all())
            .select("id", "room_type", "price_per_guest", "price")
            .each(row -> row.put("id", row.get("id").toString()))
            .where(row -> ids.contains(row.get("id")))
            .each(
                row -> columns.forEach(column -> row.computeIfPresent(column, (c, v) -> text(v))));
    Dataset<Row> raw =
        listings
            .raw()
            .where(col("id").isInCollection(ids))
            .select("id", "room_type", "price_per_guest", "price");
    new Prices(texts, columns).judge(() -> lab.parsePrices(raw, columns));
  }

  @Check(task = 2, points = 8)
  void recordsBecomeColumnsWhateverIsMissing(CreationLab lab, SparkSession spark) {
    Dataset<Row> lines = HandMade.frame(spark, HandMade.RECORDS, "value STRING");
    new Houses(Rows.of(HandMade.FLAT_RECORDS)).judge(lab.flattenHouses(lines, SLOTS));
  }

  @Check(task = 2, points = 4)
  void housesThatNobodyHasSeenAreFlattened(CreationLab lab, HouseInfo houses) {
    Rows flat =
        Rows.of(houses.truth().canary().flat()).each(row -> row.keySet().remove("house_number"));
    new Houses(flat).judge(lab.flattenHouses(houses.canaryLines(), SLOTS));
  }

  @Check(task = 2, points = 6)
  void aStreetHasTheSameSlotInEveryFrame(CreationLab lab, HouseInfo houses) {
    new HashedStreets(SLOTS)
        .judge(
            lab.flattenHouses(houses.lines(), SLOTS),
            lab.flattenHouses(houses.canaryLines(), SLOTS));
  }

  @Check(task = 3, points = 8)
  void timesAreTakenApart(CreationLab lab, SparkSession spark) {
    Dataset<Row> rides = HandMade.frame(spark, HandMade.SOME_RIDES, HandMade.RIDES);
    new Clock(Rows.of(HandMade.SOME_RIDES), "started").judge(lab.timeFeatures(rides, "started"));
  }

  @Check(task = 3, points = 6)
  void everyHourOfAWeekHasItsPointOnTheCircle(CreationLab lab, SparkSession spark) {
    Table hours = HandMade.hours();
    Dataset<Row> frame = HandMade.frame(spark, hours, HandMade.HOURS).repartition(3, col("temp"));
    new Clock(Rows.of(hours), "at").judge(lab.timeFeatures(frame, "at"));
  }

  @Check(task = 4, points = 9)
  void ratiosAreNullWhereNothingCanBeDivided(CreationLab lab, SparkSession spark) {
    new Ratios(Rows.of(HandMade.SOME_FLATS), HandMade.FLAT_RATIOS, "rent")
        .judge(
            () -> lab.ratioStage(HandMade.FLAT_RATIOS, "rent"),
            HandMade.frame(spark, HandMade.SOME_FLATS, HandMade.FLATS));
  }

  @Check(task = 4, points = 7)
  void listingsWithoutAPriceGetTheirRatios(CreationLab lab, Listings listings) {
    List<Ratio> ratios =
        List.of(
            new Ratio("price_per_bedroom", "price", "bedrooms"),
            new Ratio("guests_per_bedroom", "accommodates", "bedrooms"),
            new Ratio("income_per_guest", "host_income", "accommodates"));
    String[] columns = {"id", "host_income", "accommodates", "bedrooms"};
    new Ratios(Rows.of(listings.truth().canary()).select(columns), ratios, "price")
        .judge(() -> lab.ratioStage(ratios, "price"), select(listings.canary(), columns));
  }

  @Check(task = 5, points = 8)
  void everyNumberAndNullFallIntoABucket(CreationLab lab, SparkSession spark) {
    Dataset<Row> train = HandMade.frame(spark, HandMade.STAYS_TO_LEARN, HandMade.STAYS);
    Dataset<Row> test = HandMade.frame(spark, HandMade.STAYS_TO_CUT, HandMade.STAYS);
    Rows cut = Rows.of(HandMade.STAYS_TO_CUT);
    List<Double> limits = HandMade.NIGHT_LIMITS;
    new Buckets(Rows.of(HandMade.STAYS_TO_LEARN), cut, "nights", limits, "rent", 4)
        .judge(lab.fitBuckets(train, test, "nights", limits, "rent", 4), test, cut);
  }

  /** Only listings whose bucket does not depend on how exactly a quantile is computed. */
  @Check(task = 5, points = 6)
  void bucketsOfIncomesComeFromTheTrainingRows(CreationLab lab, Listings listings) {
    String[] columns = {"id", "minimum_nights", "host_income"};
    String byQuantiles = "host_income";
    int buckets = 4;
    List<Double> limits = List.of(2.0, 4.0, 8.0);
    Rows train = Rows.of(listings.truth().train()).select(columns);
    Rows test = Rows.of(listings.truth().test()).select(columns);
    Predicate<Double> isClear =
        Cuts.isClear(train.values(byQuantiles), buckets, 0.005)
            .and(Cuts.isClear(train.and(test).values(byQuantiles), buckets, 0.005));
    Rows clear =
        Rows.of(listings.truth().canary())
            .select(columns)
            .where(row -> isClear.test(Rows.number(row, byQuantiles)));
    Dataset<Row> shown =
        select(listings.canary(), columns)
            .where(col("id").isInCollection(clear.values("id").present()));
    new Buckets(train, test, "minimum_nights", limits, byQuantiles, buckets)
        .judge(
            lab.fitBuckets(
                select(listings.train(), columns),
                select(listings.test(), columns),
                "minimum_nights",
                limits,
                byQuantiles,
                buckets),
            shown,
            clear);
  }

  @Check(task = 6, points = 7)
  void theVectorEndsWithTheProduct(CreationLab lab, SparkSession spark) {
    List<String> columns = List.of("length", "windows", "width");
    new Products(columns, "width", "length")
        .judge(
            lab.interactionPipeline(columns, "width", "length"),
            HandMade.frame(spark, HandMade.SOME_ROOMS, HandMade.ROOMS),
            Rows.of(HandMade.SOME_ROOMS));
  }

  /** Of whole homes only: rooms all have one bedroom, so there the product is no new number. */
  @Check(task = 6, points = 5)
  void theProductTellsWhatASumCannot(CreationLab lab, Listings listings) {
    List<String> columns = List.of("bedrooms", "accommodates");
    String[] shown = {"id", "price", "bedrooms", "accommodates"};
    Column wholeHome = col("room_type").equalTo("Entire home/apt");
    new PriceFit(columns, "bedrooms", "accommodates")
        .judge(
            lab.interactionPipeline(columns, "bedrooms", "accommodates"),
            select(listings.completeTrain().where(wholeHome), shown),
            select(listings.completeTest().where(wholeHome), shown));
  }

  @Check(task = 7, points = 8)
  void eachDayKnowsTheDaysBeforeIt(CreationLab lab, SparkSession spark) {
    List<String> parts = List.of("casual", "registered");
    Table days = BikeDays.days();
    new Lags(Rows.of(days), "station", "day", "count", parts)
        .judge(
            lab.lagFeatures(
                HandMade.frame(spark, days, BikeDays.DAYS), "station", "day", "count", parts));
  }

  @Check(task = 7, points = 6)
  void hoursLookBackAcrossMidnight(CreationLab lab, SparkSession spark) {
    List<String> parts = List.of("members", "guests");
    Table hours = BikeDays.hours();
    Dataset<Row> frame = HandMade.frame(spark, hours, BikeDays.HOURS).repartition(3, col("guests"));
    new Lags(Rows.of(hours), "dock", "at", "rides", parts)
        .judge(lab.lagFeatures(frame, "dock", "at", "rides", parts));
  }

  private static Dataset<Row> select(Dataset<Row> df, String... columns) {
    return df.select(Stream.of(columns).map(name -> col(name)).toArray(Column[]::new));
  }

  /** A price as the CSV file has it. */
  private static String text(Object dollars) {
    return String.format(Locale.ROOT, "$%,.2f", (Double) dollars);
  }
}
