package day2.onehot;

import dev.kindling.check.Check;
import dev.kindling.data.Table;
import dev.kindling.data.listings.Listings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Each task is judged on small hand-made rows and on listings, both against plain Java. What is
 * right for a task, and which mistakes are known, is in a class of its own.
 */
final class OneHotChecks {

  /** Rare neighbourhoods have about sixty rows, so this changes their number visibly. */
  private static final double SMOOTHING = 20;

  @Check(task = 1, points = 9)
  void frequentLevelsComeFirstAndUnknownOnesLast(OneHotLab lab, SparkSession spark) {
    Dataset<Row> train = HandMade.frame(spark, HandMade.PETS_TO_LEARN, HandMade.PETS);
    Dataset<Row> test = HandMade.frame(spark, HandMade.PETS_TO_JUDGE, HandMade.PETS);
    OneHotErrors.ANY.during(
        () ->
            new Indexed(
                    Rows.of(HandMade.PETS_TO_LEARN),
                    Rows.of(HandMade.PETS_TO_JUDGE),
                    HandMade.PET_COLUMNS)
                .judge(lab.fitIndexer(train, test, HandMade.PET_COLUMNS), test));
  }

  @Check(task = 1, points = 7)
  void laterListingsAreIndexedByTheLevelsOfTrain(OneHotLab lab, Listings listings) {
    List<String> columns = List.of("neighbourhood_cleansed", "property_type", "room_type");
    List<String> shown = with("id", columns);
    Dataset<Row> train = select(listings.train(), shown);
    Dataset<Row> test = select(listings.test(), shown);
    OneHotErrors.ANY.during(
        () ->
            new Indexed(
                    rows(listings.truth().train(), shown),
                    rows(listings.truth().test(), shown),
                    columns)
                .judge(lab.fitIndexer(train, test, columns), test));
  }

  @Check(task = 2, points = 7)
  void newLevelsAndNullsAreUnknown(OneHotLab lab, SparkSession spark) {
    List<String> columns = List.of("town", "door", "pet");
    new Unseen(Rows.of(HandMade.PETS_TO_LEARN), Rows.of(HandMade.PETS_TO_JUDGE), columns)
        .judge(
            lab.countUnseen(
                HandMade.frame(spark, HandMade.PETS_TO_LEARN, HandMade.PETS),
                HandMade.frame(spark, HandMade.PETS_TO_JUDGE, HandMade.PETS),
                columns));
  }

  @Check(task = 2, points = 5)
  void laterListingsHaveLevelsThatTrainHasNot(OneHotLab lab, Listings listings) {
    List<String> columns = List.of("property_type", "room_type", "host_response_time");
    // Train has no null here, so that it cannot matter whether null is taken for a level.
    new Unseen(
            rows(listings.truth().train(), columns)
                .where(row -> row.get("host_response_time") != null),
            rows(listings.truth().test(), columns),
            columns)
        .judge(
            lab.countUnseen(
                select(listings.train(), columns).where("host_response_time is not null"),
                select(listings.test(), columns),
                columns));
  }

  @Check(task = 3, points = 11)
  void everyLevelOfTrainHasItsSlot(OneHotLab lab, SparkSession spark) {
    List<String> numeric = List.of("size");
    new OneHotFeatures(Rows.of(HandMade.PETS_TO_LEARN), HandMade.PET_COLUMNS, numeric)
        .judge(
            lab.oneHotPipeline(HandMade.PET_COLUMNS, numeric),
            HandMade.frame(spark, HandMade.PETS_TO_LEARN, HandMade.PETS),
            HandMade.frame(spark, HandMade.PETS_TO_JUDGE, HandMade.PETS),
            Rows.of(HandMade.PETS_TO_JUDGE));
  }

  @Check(task = 3, points = 9)
  void laterListingsKeepEveryRow(OneHotLab lab, Listings listings) {
    List<String> nominal = List.of("property_type", "cancellation_policy", "host_response_time");
    List<String> numeric = List.of("bedrooms", "accommodates");
    List<String> shown = Stream.of(List.of("id"), nominal, numeric).flatMap(List::stream).toList();
    new OneHotFeatures(rows(listings.truth().train(), shown), nominal, numeric)
        .judge(
            lab.oneHotPipeline(nominal, numeric),
            select(listings.train(), shown),
            select(listings.test(), shown).where("bedrooms = 2"),
            rows(listings.truth().test(), shown).where(row -> (Integer) row.get("bedrooms") == 2));
  }

  @Check(task = 4, points = 6)
  void theOrderComesFromTheListNotFromTheData(OneHotLab lab, SparkSession spark) {
    new Ordinals(Rows.of(HandMade.SOME_SIZES), "size", HandMade.SIZE_ORDER)
        .judge(
            lab.encodeOrdinal(
                HandMade.frame(spark, HandMade.SOME_SIZES, HandMade.SIZES),
                "size",
                HandMade.SIZE_ORDER));
  }

  @Check(task = 4, points = 4)
  void responseTimesAreOrdered(OneHotLab lab, Listings listings) {
    List<String> shown = List.of("id", "host_response_time");
    new Ordinals(
            rows(listings.truth().canary(), shown), "host_response_time", Orders.RESPONSE_TIMES)
        .judge(
            lab.encodeOrdinal(
                select(listings.canary(), shown), "host_response_time", Orders.RESPONSE_TIMES));
  }

  @Check(task = 5, points = 9)
  void theDroppedLevelHasAnEffectToo(OneHotLab lab, SparkSession spark) {
    List<String> nominal = List.of("door", "town");
    Rows rows = Rows.of(HandMade.RENTS_TO_LEARN);
    Dataset<Row> train = HandMade.frame(spark, HandMade.RENTS_TO_LEARN, HandMade.RENTS);
    PipelineModel model =
        LinearModel.pipeline(nominal, List.of("size"), "rent", "error").fit(train);
    List<String> doors = Levels.of(rows, "door").names();
    List<String> towns = Levels.of(rows, "town").names();
    new Effects(LinearModel.coefficients(model), doors.size() - 1, towns.size() - 1, towns, "Hill")
        .judge(lab.readEffects(model, model.transform(train), "town", "Hill"));
  }

  @Check(task = 5, points = 7)
  void effectsAreReadFromAModelThatKeepsTheUnknown(OneHotLab lab, Listings listings) {
    List<String> nominal = List.of("host_is_superhost", "room_type");
    List<String> shown = List.of("host_is_superhost", "room_type", "accommodates", "price");
    Rows rows = rows(listings.truth().canary(), shown);
    Dataset<Row> canary = select(listings.canary(), shown);
    PipelineModel model =
        LinearModel.pipeline(nominal, List.of("accommodates"), "price", "keep").fit(canary);
    List<String> rooms = Levels.of(rows, "room_type").names();
    new Effects(LinearModel.coefficients(model), 2, rooms.size(), rooms, "Private room")
        .judge(lab.readEffects(model, model.transform(canary), "room_type", "Private room"));
  }

  @Check(task = 6, points = 7)
  void aTreeGroupsManyLevelsAtOnce(OneHotLab lab, SparkSession spark) {
    List<String> nominal = List.of("pet", "zone");
    List<String> numeric = List.of("size");
    new TreeFeatures(Rows.of(HandMade.ZONES_TO_LEARN), nominal, numeric, "fee")
        .judge(
            lab.treePipeline(nominal, numeric, "fee", HandMade.ZONE_COUNT),
            HandMade.frame(spark, HandMade.ZONES_TO_LEARN, HandMade.ZONES),
            HandMade.frame(spark, HandMade.ZONES_TO_JUDGE, HandMade.ZONES),
            Rows.of(HandMade.ZONES_TO_JUDGE),
            true);
  }

  @Check(task = 6, points = 5)
  void aTreePricesLaterListings(OneHotLab lab, Listings listings) {
    List<String> nominal = List.of("neighbourhood_cleansed", "property_type");
    List<String> numeric = List.of("accommodates", "bedrooms");
    List<String> shown =
        Stream.of(List.of("id", "price"), nominal, numeric).flatMap(List::stream).toList();
    Rows train = rows(listings.truth().canary(), shown);
    new TreeFeatures(train, nominal, numeric, "price")
        .judge(
            lab.treePipeline(
                nominal, numeric, "price", Levels.of(train, "neighbourhood_cleansed").size()),
            select(listings.canary(), shown),
            select(listings.test(), shown).where("bedrooms = 2"),
            rows(listings.truth().test(), shown).where(row -> (Integer) row.get("bedrooms") == 2),
            false);
  }

  @Check(task = 7, points = 8)
  void eachLevelBecomesItsMeanLabelInTrain(OneHotLab lab, SparkSession spark) {
    OneHotErrors.ANY.during(
        () ->
            new TargetMeans(
                    Rows.of(HandMade.TOWNS_TO_LEARN),
                    Rows.of(HandMade.TOWNS_TO_ENCODE),
                    "town",
                    "price",
                    2)
                .judge(
                    lab.encodeByTarget(
                        HandMade.frame(spark, HandMade.TOWNS_TO_LEARN, HandMade.TOWNS),
                        HandMade.frame(spark, HandMade.TOWNS_TO_ENCODE, HandMade.TOWNS),
                        "town",
                        "price",
                        2)));
  }

  @Check(task = 7, points = 6)
  void thirtySixNeighbourhoodsBecomeOneNumber(OneHotLab lab, Listings listings) {
    List<String> shown = List.of("id", "neighbourhood_cleansed", "price");
    OneHotErrors.ANY.during(
        () ->
            new TargetMeans(
                    rows(listings.truth().train(), shown),
                    rows(listings.truth().canary(), shown),
                    "neighbourhood_cleansed",
                    "price",
                    SMOOTHING)
                .judge(
                    lab.encodeByTarget(
                        select(listings.train(), shown),
                        select(listings.canary(), shown),
                        "neighbourhood_cleansed",
                        "price",
                        SMOOTHING)));
  }

  private static List<String> with(String first, List<String> others) {
    List<String> all = new ArrayList<>(List.of(first));
    all.addAll(others);
    return all;
  }

  private static Rows rows(Table table, List<String> columns) {
    return Rows.of(table).select(columns);
  }

  private static Dataset<Row> select(Dataset<Row> frame, List<String> columns) {
    return frame.selectExpr(columns.toArray(String[]::new));
  }
}
