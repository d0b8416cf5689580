package day2.creation.checks;

import static day2.creation.checks.RightAnswers.bucket;
import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import day2.creation.CreationLab;
import dev.kindling.check.Check;
import dev.kindling.check.DifferingCell;
import dev.kindling.check.Given;
import dev.kindling.check.KnownErrors;
import dev.kindling.data.Table;
import dev.kindling.data.TableRow;
import dev.kindling.data.houseinfo.HouseInfo;
import dev.kindling.data.listings.Listings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Each task is judged on small hand-made rows and on rows that nobody has seen. */
final class CreationChecks {

  private static final int SLOTS = 16;

  @Check(
      task = 1,
      points = 6,
      cases = {"offers", "listings"})
  void pricesBecomeNumbersAndOtherTextsNull(
      CreationLab lab, Listings listings, Given given, String rows) {
    List<String> columns = rows.equals("offers") ? List.of("price", "deposit") : List.of("price");
    Table prices = listings.truth().test().head(300).select("id", "price");
    Table df =
        rows.equals("offers")
            ? Inputs.OFFERS
            : prices.with(
                "price:string", row -> String.format(Locale.ROOT, "$%,.2f", row.number("price")));
    for (String column : columns) {
      df = df.with(column + "_written:string", row -> row.get(column));
    }
    expect(lab.parsePrices(given.frame(df), columns))
        .as("the parsed frame")
        .toHaveRows(RightAnswers.prices(df, columns))
        .diagnoseCells(
            "another-reading",
            cell -> (cell.expected() == null) != (cell.yours() == null),
            "The `{column}` {{column}_written} became {yours}, and {expected} is expected. A text is a price if it is a number once its dollar sign and its commas are taken away, and only then; any other is null, not 0 and not what digits it has.");
  }

  @Check(task = 2, points = 9)
  void recordsBecomeColumnsWhateverIsMissing(CreationLab lab, Given given) {
    Dataset<Row> flat = lab.flattenHouses(given.frame(Inputs.RECORDS), SLOTS);
    expect(flat).as("the houses").toHaveType("street_hashed", SQLDataTypes.VectorType());
    expect(flat.drop("street_hashed"))
        .as("the houses")
        .toHaveRows(Inputs.FLAT_RECORDS)
        .diagnoseCells(
            "sentinel-kept",
            cell -> cell.expected() == null && cell.number() == -1,
            "The `{column}` of id {id} is {yours}, and null is expected. To a model a house with -1 basement rooms is one with a little less than none, and one that was built in the year -1 is very old. In all five numbers of `house_info`, -1 means that nobody knows.")
        .diagnoseCells(
            "zero-is-unknown",
            cell -> cell.expected() instanceof Double number && number == 0 && cell.yours() == null,
            "A 0 became null, too. Zero basement rooms means that there is no basement: somebody looked. Only -1 means that nobody knows.");
  }

  @Check(task = 2, points = 9)
  void aStreetHasTheSameSlotInEveryFrame(CreationLab lab, HouseInfo houses, Given given) {
    Table some = hashed(given, lab.flattenHouses(houses.lines(), SLOTS), "first");
    Table hashed =
        some.union(hashed(given, lab.flattenHouses(houses.canaryLines(), SLOTS), "second"));
    Table right =
        hashed
            .drop("street_hashed")
            .with("length:int", row -> SLOTS)
            .with("filled:int", row -> row.isNull("street_name") ? 0 : 1)
            .with("sum:double", row -> row.isNull("street_name") ? 0.0 : 1.0)
            .with("same:boolean", row -> true);
    expect(given.frame(compute("the hashed streets", () -> RightAnswers.hashed(hashed))))
        .as("the hashed streets")
        .toHaveRows(right)
        .diagnoseCells(
            "other-number-of-slots",
            cell -> cell.isIn("length"),
            "The vectors are {length} long, and {expected} slots are asked for. Without `setNumFeatures(slots)` a hasher takes 262,144, which is a lot of coefficients for 60 streets.")
        .diagnoseCells(
            "slots-learned-from-frame",
            cell -> cell.isIn("length") || "second".equals(cell.row().get("frame")),
            "`{street_name}` has another slot in another frame: something was learned from the frame, as `StringIndexer` does, and a model cannot know what the slot means next time. `FeatureHasher` computes it from the name alone.")
        .diagnoseCells(
            "missing-street-in-a-slot",
            cell -> cell.row().get("street_name") == null,
            "Houses without a street have a 1 in some slot, so a text was put in place of null before it was hashed. They now share that slot with every street that happens to fall there. The hasher leaves nulls out by itself: all zeros.")
        .diagnoseCells(
            "more-than-the-street",
            cell -> !cell.isIn("length"),
            "Something else than the street's name, whole, decides about its slots: the vector of id {id} in `{street_name}` has {filled} filled slots, and that it is the same as for the first house of the street is {same}. Give the hasher `street_name` as its only input column.");
    // About 60 streets fall into 16 slots: by chance, any good hash leaves one or two empty.
    expect(some.complete("street_name").select("street_hashed").distinct().size())
        .as("the number of different slots, of 16, that 60 streets have")
        .toBeAtLeast(SLOTS / 2.0);
  }

  private static Table hashed(Given given, Dataset<Row> houses, String frame) {
    return compute(
        "the hashed streets",
        () ->
            given
                .table(houses.select("id", "street_name", "street_hashed"))
                .with("frame:string", row -> frame));
  }

  @Check(
      task = 3,
      points = 7,
      cases = {"every hour", "every minute"})
  void timesAreTakenApartAndHoursPutOnACircle(CreationLab lab, Given given, String rows) {
    boolean hourly = rows.equals("every hour");
    Table df =
        Inputs.times(hourly ? "2025-09-26T00:00:00Z" : "2024-12-24T00:10:00Z", hourly ? 60 : 97);
    Table right = RightAnswers.clock(df, "at");
    Map<Object, Object> hours = right.lookup("id", "hour");
    Predicate<DifferingCell> ofTheDay = cell -> cell.isIn("weekday") || cell.isIn("is_weekend");
    expect(lab.timeFeatures(given.repartitioned(given.frame(df), 3), "at"))
        .as("the frame with the parts of the time")
        .toHaveRows(right)
        .diagnoseCells(
            "week-starts-on-sunday",
            ofTheDay.and(cell -> day(cell.row()) == day(cell.expectedRow()) % 7 + 1),
            "At {at}, `{column}` is {yours}, and {expected} is expected: `dayofweek` begins its week on Sunday, with 1. Here 1 is Monday, and 6 and 7 are the weekend. `weekday` begins with Monday, and counts from 0.")
        .diagnoseCells(
            "week-starts-at-zero",
            ofTheDay.and(cell -> day(cell.row()) == day(cell.expectedRow()) - 1),
            "At {at}, `{column}` is {yours}, and {expected} is expected: Spark's `weekday` counts from 0, as pandas does. Here 1 is Monday, and 6 and 7 are the weekend; add 1.")
        .diagnoseCells(
            "hour-of-twelve",
            cell -> cell.isIn("hour") && Math.abs(cell.number() - (int) cell.expected()) == 12,
            "At {at}, `hour` is {yours}, and {expected} is expected: that is a clock with twelve hours (the pattern `h`). Use `hour(…)`, which counts from 0 to 23.")
        .diagnose(
            "another-time-zone",
            frame ->
                given.table(frame).lookup("id", "hour").entrySet().stream()
                    .noneMatch(hours.entrySet()::contains),
            "Every `hour` is another one: the times were moved before they were taken apart. The column holds moments, and the session reads them in UTC; take them as they are.")
        .diagnoseCells(
            "another-turn",
            cell -> IntStream.of(12, 23, 48).anyMatch(turn -> isOnCircle(cell.row(), turn)),
            "At {at} the point is not where {hour} o'clock belongs on a circle of 24 hours: with 2π/12 a day goes round twice, with 2π/23 the last hour is where the first one is, with π/24 it goes half way round. One hour is 2π/24.");
  }

  private static int day(Map<String, Object> row) {
    return (int) row.get("weekday");
  }

  private static boolean isOnCircle(Map<String, Object> row, int hours) {
    double angle = 2 * Math.PI * (int) row.get("hour") / hours;
    double off = (double) row.get("hour_sin") - Math.sin(angle);
    return Math.hypot(off, (double) row.get("hour_cos") - Math.cos(angle)) < 1e-9;
  }

  @Check(
      task = 4,
      points = 8,
      cases = {"with the label", "without the label"})
  void ratiosAreNullWhereNothingCanBeDivided(CreationLab lab, Given given, String rows) {
    String label = "rent";
    Table df = rows.equals("with the label") ? Inputs.FLATS : Inputs.FLATS.drop(label);
    SQLTransformer stage = lab.ratioStage(Inputs.FLAT_RATIOS, label);
    expect(compute("the statement", stage::getStatement))
        .as("the statement of the stage")
        .toSatisfy(
            "it reads FROM __THIS__, whatever frame it is given, and no view that one session has",
            text -> text.contains("__THIS__"));
    expect(compute("the frame with the ratios", () -> stage.transform(given.frame(df))))
        .as("the frame with the ratios")
        .toHaveRows(RightAnswers.ratios(df, Inputs.FLAT_RATIOS, label))
        .diagnose(
            "feature-from-label",
            frame ->
                Inputs.FLAT_RATIOS.stream()
                    .filter(ratio -> RightAnswers.usesLabel(ratio, label))
                    .anyMatch(ratio -> List.of(frame.columns()).contains(ratio.name())),
            "A ratio was made from `%1$s`. But `%1$s` is what the model is to predict. In training the feature gives the answer away and every metric is splendid; a new row has no such value, and the stage cannot run. Leave out every ratio in which the label occurs, above or below."
                .formatted(label))
        .diagnoseCells(
            "denominator-replaced",
            cell -> cell.expected() == null && cell.number() != 0,
            "The `{column}` of id {id} is {yours}, and null is expected: there a denominator is 0, or one of the two is null, and something else was put in its place. Not known is null: `try_divide` leaves it so.");
  }

  @Check(
      task = 5,
      points = 7,
      cases = {"quarters", "halves"})
  void everyNumberAndNullFallIntoABucket(CreationLab lab, Given given, String rows) {
    int buckets = rows.equals("quarters") ? 4 : 2;
    List<Double> limits = rows.equals("quarters") ? List.of(3.0, 7.0, 28.0) : List.of(5.0, 9.0);
    // Limits that were looked up once are of no use.
    double more = given.draws("rents").below(50) / 4.0;
    Table train = Inputs.STAYS_TO_LEARN.change("rent", rent -> plus(rent, more));
    Table test = train.change("rent", rent -> plus(rent, 4000));
    Table df = Inputs.STAYS_TO_CUT.change("rent", rent -> plus(rent, more));
    List<Double> learned = RightAnswers.quantiles(train.values("rent"), buckets);
    Table right =
        df.with("nights_bucket:double", row -> bucket(row.numberOrNull("nights"), limits))
            .with("rent_bucket:double", row -> bucket(row.numberOrNull("rent"), learned));
    KnownErrors.none()
        .diagnose(
            "no-infinite-ends",
            error -> error.says("out of Bucketizer bounds"),
            "A value lies outside of all buckets, and that stops the job. N splits give N - 1 buckets: %d limits take %d splits, minus infinity, the limits, and plus infinity. The smallest and the largest value of train are no ends, since tomorrow somebody stays longer; nor is `Double.MIN_VALUE`, which is a tiny positive number."
                .formatted(limits.size(), limits.size() + 2))
        .during(
            () -> {
              PipelineModel model =
                  lab.fitBuckets(
                      given.frame(train), given.frame(test), "nights", limits, "rent", buckets);
              Dataset<Row> cut =
                  compute(
                      "the buckets",
                      () ->
                          model
                              .transform(given.frame(df))
                              .selectExpr(right.columns().toArray(String[]::new)));
              expect(cut)
                  .as("the frame with buckets")
                  .fact("limits", limits.size())
                  .fact("splits", limits.size() + 2)
                  .toHaveRows(right);
            });
  }

  private static Double plus(Object rent, double more) {
    return rent == null ? null : (Double) ((double) rent + more);
  }

  @Check(
      task = 6,
      points = 6,
      cases = {"rooms", "bikes"})
  void theVectorEndsWithTheProduct(CreationLab lab, Given given, String rows) {
    boolean rooms = rows.equals("rooms");
    List<String> columns =
        rooms ? List.of("length", "windows", "width") : List.of("casual", "registered");
    String first = rooms ? "width" : "casual";
    String second = rooms ? "length" : "registered";
    Table df = rooms ? Inputs.ROOMS : Inputs.days(given.draws("bikes"));
    Table right = RightAnswers.products(df, columns, first, second);
    Dataset<Row> frame = given.frame(df);
    Dataset<Row> transformed =
        compute(
            "the features",
            () ->
                lab.interactionPipeline(columns, first, second)
                    .fit(frame)
                    .transform(frame)
                    .selectExpr(right.columns().toArray(String[]::new)));
    expect(transformed)
        .as("the features")
        .fact("first", first)
        .fact("second", second)
        .toHaveRows(right)
        .diagnoseCells(
            "not-the-product",
            cell ->
                cell.yours() instanceof Vector vector
                    && vector.size() == columns.size() + 1
                    && Arrays.mismatch(vector.toArray(), ((Vector) cell.expected()).toArray())
                        == columns.size(),
            "The features of id {id} are {yours}, and {expected} is expected: the last element is not `%s` times `%s`."
                .formatted(first, second));
  }

  @Check(
      task = 7,
      points = 7,
      cases = {"days", "hours"})
  void eachRowKnowsTheRowsBeforeIt(CreationLab lab, Given given, String rows) {
    String time = rows.equals("days") ? "day" : "at";
    String label = rows.equals("days") ? "count" : "registered";
    List<String> parts = List.of("casual", rows.equals("days") ? "registered" : "count");
    Table df = Inputs.days(given.draws("bikes"));
    Table right = RightAnswers.lags(df, "station", time, label, parts);
    expect(lab.lagFeatures(given.repartitioned(given.frame(df), 3), "station", time, label, parts))
        .as("the frame with the past")
        .toHaveRows(right)
        .diagnose(
            "parts-of-the-label",
            frame -> parts.stream().anyMatch(List.of(frame.columns())::contains),
            "The columns `%s` tell `%s` in every row: a linear model that has them finds it as a sum or a difference and reaches an R² of 1.0, and nobody knows any of them before the time is over. Drop them all."
                .formatted(String.join("`, `", parts), label))
        .diagnose(
            "another-row",
            frame -> anotherRow(given.table(frame), right, time, label).isPresent(),
            frame ->
                "%s `lag` looks back by rows of one group, in ascending order of time as a time: look at `partitionBy`, `orderBy` and the sign."
                    .formatted(anotherRow(given.table(frame), right, time, label).orElseThrow()))
        .diagnose(
            "another-window",
            frame -> window(given.table(frame), time, label).isPresent(),
            frame ->
                "`%s_mean7` holds the rows from %s, where 0 is the row itself. It is to hold the seven rows before it: `rowsBetween(-7, -1)`."
                    .formatted(label, window(given.table(frame), time, label).orElseThrow()));
  }

  private static Optional<String> anotherRow(Table lagged, Table right, String time, String label) {
    String lag = label + "_lag1";
    Map<Object, Object> wanted = right.lookup("id", lag);
    return lagged.stream()
        .filter(row -> !row.isNull(lag) && !row.get(lag).equals(wanted.get(row.get("id"))))
        .filter(row -> right.where(label, row.get(lag)).size() == 1)
        .findFirst()
        .map(
            row -> {
              TableRow from = right.where(label, row.get(lag)).only();
              return "For %s at %s, `%s` is the value of %s at %s."
                  .formatted(
                      row.get("station"), row.get(time), lag, from.get("station"), from.get(time));
            });
  }

  /** The window that a mean was taken over, if it is another one and all that is wrong. */
  private static Optional<String> window(Table lagged, String time, String label) {
    List<Table> series = List.copyOf(lagged.sortBy(time).groupBy("station").tables().values());
    for (int from = -9; from <= 9; from++) {
      for (int to = from; to <= 9; to++) {
        int first = from;
        int last = to;
        if (series.stream()
            .allMatch(
                rows ->
                    RightAnswers.means(rows.column(label), first, last)
                        .equals(rows.column(label + "_mean7")))) {
          return from == -7 && to == -1 ? Optional.empty() : Optional.of(from + " to " + to);
        }
      }
    }
    return Optional.empty();
  }
}
