package day2.sqlcharts.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.*;

import day2.sqlcharts.SqlChartsLab;
import dev.kindling.check.Check;
import dev.kindling.check.DifferingCell;
import dev.kindling.check.FrameExpectation;
import dev.kindling.check.Given;
import dev.kindling.check.KnownErrors;
import dev.kindling.data.ColumnType;
import dev.kindling.data.Table;
import dev.kindling.data.Values;
import dev.kindling.data.listings.Listings;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** The tables behind charts, each judged on small hand-made rows and on listings. */
final class SqlChartsChecks {

  private static final String BY_HAND = "hand-made rows";
  private static final String LISTINGS = "listings";

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "price-cast-fails",
              error -> error.hasCondition("CAST_INVALID_INPUT"),
              error ->
                  "The text '%s' is no number, and in ANSI mode one such text stops the whole query. Take `$` and `,` away first, with `translate(price, '$,', '')`; and because some texts are no price at all, use `try_cast`, which gives null for them."
                      .formatted(error.group("The value '([^']*)'").orElse("$1,234.00")))
          .diagnose(
              "json-glued",
              error -> error.says("The specification is not JSON"),
              "The specification works until a name has a quote in it, such as `The \"Old\" Quay`: glued into the text, the name ends at its quote. `toJSON()` writes rows with their quotes escaped, and so does `quoted` in the starter for a single text.");

  @Check(
      task = 1,
      points = 7,
      cases = {BY_HAND, LISTINGS})
  void everyBinHasItsRow(SqlChartsLab lab, Given given, Listings listings, String rows) {
    if (rows.equals(BY_HAND)) {
      judgeBins(lab, given, Inputs.INCOMES, 1000.5, 6003, 5);
      judgeBins(lab, given, Inputs.INCOMES.complete(), -50, 4450, 3);
    } else {
      // Incomes come in steps of 2,500, so many lie on the last edge, and none on another.
      Table all = listings.truth().all().union(listings.truth().canary());
      judgeBins(lab, given, all.select("id", "host_income"), 20_100, 70_000, 10);
    }
  }

  private static void judgeBins(
      SqlChartsLab lab, Given given, Table listings, double low, double high, int bins) {
    Table right = RightAnswers.bins(listings, low, high, bins);
    expectResult("the bins", lab.incomeBins(given.frame(listings), low, high, bins), right)
        .toHaveRows(right)
        .diagnoseCells(
            "edges-cut",
            cell ->
                cell.column().endsWith("_income")
                    && cell.number() < (double) cell.expected()
                    && (double) cell.expected() - cell.number() <= bins,
            "The counts are right, but `{column}` of bin {bin} is {yours}, and {expected} is expected. A bin is (high - low) / bins wide; a cast to int, or the division of two ints, drops what is behind the point.");
  }

  @Check(
      task = 2,
      points = 7,
      cases = {BY_HAND, LISTINGS})
  void studiosAreInNoBox(SqlChartsLab lab, Given given, Listings listings, String rows) {
    Table table = rows.equals(BY_HAND) ? Inputs.ROOMS : listings.truth().train();
    Table right = RightAnswers.boxes(table);
    Table shares = RightAnswers.perBedroom(table);
    expectResult("the boxes", lab.priceBoxes(given.frame(table)), right)
        .toHaveRows(right)
        .diagnoseCells(
            "approximate-quartiles",
            cell ->
                isNextTo(
                    cell, shares.where("room_type", cell.row().get("room_type")).values("each")),
            "`{column}` of '{room_type}' is {yours}, one of the values, and {expected} lies between two of them: `percentile_approx` and `percentile_disc` choose one of the values, and with few listings that is visibly off. `percentile(value, 0.25)` is exact.")
        .diagnoseCells(
            "counts-every-row",
            cell -> cell.isIn("listings") && cell.number() > (long) cell.expected(),
            "The five numbers are right, but `listings` of '{room_type}' is {yours}, and {expected} rows have a price per bedroom. `count(*)` counts rows, `count(per_bedroom)` counts values.");
  }

  /** Whether a cell holds one of these values, the next to what was expected. */
  private static boolean isNextTo(DifferingCell cell, Values values) {
    double yours = cell.number();
    double low = Math.min(yours, (double) cell.expected()) + 1e-9;
    double high = Math.max(yours, (double) cell.expected()) - 1e-9;
    double[] all = values.numbers();
    return Arrays.stream(all).anyMatch(value -> Math.abs(value - yours) < 1e-9)
        && Arrays.stream(all).noneMatch(value -> value > low && value < high);
  }

  @Check(
      task = 3,
      points = 7,
      cases = {BY_HAND, LISTINGS})
  void eachMonthIsOneRow(SqlChartsLab lab, Given given, Listings listings, String rows) {
    Table table = rows.equals(BY_HAND) ? Inputs.PRICES : listings.truth().test();
    Table right = RightAnswers.months(table);
    Table byMonth = RightAnswers.byMonth(table);
    expectResult("the months", lab.monthlyPrices(given.frame(table)), right)
        .toHaveRows(right)
        .diagnose(
            "month-without-year",
            frame -> frame.count() < right.size(),
            "There are too few rows: months of several years are one row, or months are left out. `trunc(last_scraped, 'MM')` keeps the year, and every month in which anything was scraped has its row.")
        .diagnoseCells(
            "approximate-median",
            cell ->
                isNextTo(
                    cell,
                    byMonth
                        .where("month", cell.expectedRow().get("month"))
                        .where("room_type", RightAnswers.MONTHLY.get(cell.column()))
                        .values("price")),
            "`{column}` of {month} is {yours}, one of the prices, and {expected} lies halfway between two of them: of an even number of prices, `percentile_approx` takes one of the two in the middle. `median` goes halfway.");
  }

  @Check(
      task = 4,
      points = 8,
      cases = {BY_HAND, LISTINGS})
  void totalsAndGapsStayApart(SqlChartsLab lab, Given given, Listings listings, String rows) {
    Table table = rows.equals(BY_HAND) ? Inputs.RATINGS : listings.truth().test();
    Table right = RightAnswers.totals(table);
    expectResult("the totals", lab.ratingTotals(given.frame(table)), right)
        .fact("all", table.size())
        .fact("told", table.complete("room_type", "host_response_time").size())
        .toHaveRows(right)
        .diagnose(
            "rows-missing",
            frame -> frame.count() < right.size(),
            "There are too few rows. Four kinds belong to the heat map: each pair that occurs, each room type over all response times, each response time over all room types, and one over everything; and those who do not tell are `Not told` in all of them. `GROUP BY CUBE (room_type, host_response_time)` makes them all, `ROLLUP` leaves out the totals of its last column alone, and a filter or an inner join drops those who do not tell.")
        .diagnoseCells(
            "counts-ratings",
            cell -> cell.isIn("listings"),
            "The means are right, but `listings` of '{room_type}', '{host_response_time}' is {yours}, and it has {expected} rows: `count(review_scores_rating)` passes over nulls, and `count(*)` counts rows.")
        .diagnoseCells(
            "total-too-small",
            cell ->
                cell.row().containsValue("All")
                    && (long) cell.row().get("listings")
                        < (long) cell.expectedRow().get("listings"),
            "The cells are right, but the total of '{room_type}', '{host_response_time}' counts {listings} listings, fewer than its parts together: some rows were filtered out before it was made. A total is over all rows of its group, those that do not tell included.")
        .diagnoseCells(
            "average-of-averages",
            cell -> cell.row().containsValue("All") && cell.isIn("mean_rating"),
            "The cells are right, but the mean of the total '{room_type}', '{host_response_time}' is {yours}, and over its rows it is {expected}. An average of averages counts a cell with one listing as much as a cell with a thousand. A total's mean is taken over its rows; `CUBE` does that in one query.");
  }

  @Check(
      task = 5,
      points = 8,
      cases = {BY_HAND, LISTINGS})
  void quietDaysCountToo(SqlChartsLab lab, Given given, Listings listings, String rows) {
    // There are fewer listings in the canary than days would need, so many days have none.
    Table table = rows.equals(BY_HAND) ? Inputs.DAYS : listings.truth().canary();
    Table right = RightAnswers.week(table);
    expectResult("the days", lab.weeklyAverages(given.frame(table.select("last_scraped"))), right)
        .toHaveRows(right)
        .diagnose(
            "quiet-days-missing",
            frame -> frame.count() < right.size(),
            "The calendar has more days from the first to the last. A day without a listing has no row, so six rows back can be more than six days back, and the line runs straight across the hole. Make every day with `sequence` and left join the counts.")
        .diagnose(
            "quiet-day-is-null",
            frame -> !frame.where("listings IS NULL").isEmpty(),
            "Days without a listing have null instead of 0. Nothing happened on them, and that is known: `coalesce(listings, 0)`, before the average is taken.");
  }

  @Check(
      task = 6,
      points = 7,
      cases = {BY_HAND, LISTINGS})
  void eachGroupHasItsRanking(SqlChartsLab lab, Given given, Listings listings, String rows) {
    boolean byHand = rows.equals(BY_HAND);
    Table homes = byHand ? Inputs.HOMES : listings.truth().all();
    Dataset<Row> raw = byHand ? given.frame(Inputs.RAW_HOMES) : listings.raw();
    String type = byHand ? Inputs.CABIN : "Private room";
    int n = byHand ? 2 : 3;
    ERRORS.during(() -> judgeRanking(lab.dearestHomes(raw, type, n), homes, type, n));
  }

  private static void judgeRanking(Dataset<Row> result, Table homes, String type, int n) {
    Table right = RightAnswers.dearest(homes, type, n);
    expectResult("the ranking", result, right)
        .toHaveRows(right)
        .diagnose(
            "not-to-be-ranked",
            frame -> stranger(frame, homes, type).isPresent(),
            frame -> stranger(frame, homes, type).orElseThrow())
        .diagnose(
            "rank-for-row-number",
            frame ->
                frame.select("neighbourhood_cleansed", "place").distinct().count() < frame.count(),
            "Some homes of a neighbourhood share a place: `rank` and `dense_rank` give equal prices the same one, so a group can have more than `n` rows. `row_number` gives each row a place of its own, and `ORDER BY price DESC, id` says which.")
        .diagnose(
            "limit-for-group",
            frame -> frame.count() == n && right.size() > n,
            "There are `n` rows in all: `LIMIT` counts the rows of the whole result, and every neighbourhood is to have up to `n`. Number the rows of each group with `row_number() OVER (PARTITION BY …)` and keep those up to `:n`.")
        .diagnose(
            "thousands-lost",
            frame -> frame.where("price >= 1000").isEmpty() && right.values("price").max() >= 1000,
            "No home in your ranking costs $1,000 or more, and there are some: a price such as `$1,234.00` has a comma in it. Take it away as you do the dollar sign: `translate(price, '$,', '')`.");
  }

  /** What to say of a home in the ranking that is of another type or has no price. */
  private static Optional<String> stranger(Dataset<Row> ranking, Table homes, String type) {
    Map<Object, Object> types =
        homes
            .where(row -> !type.equals(row.get("room_type")) || row.isNull("price"))
            .lookup("id", "room_type");
    return ranking.select("id").collectAsList().stream()
        .map(row -> ((Long) row.get(0)).intValue())
        .filter(types::containsKey)
        .findFirst()
        .map(
            id ->
                "Home %s, of room type '%s', is in your ranking. Leave out what is of another room type or has no price before you rank: compare the whole room type as it is, `room_type = :roomType`; null, and any text that is not written like `$1,234.00`, is no price."
                    .formatted(id, types.get(id)));
  }

  @Check(
      task = 7,
      points = 6,
      cases = {BY_HAND, LISTINGS})
  void theHighestBarComesFirst(SqlChartsLab lab, Given given, Listings listings, String rows) {
    boolean byHand = rows.equals(BY_HAND);
    Table table = byHand ? Inputs.NEIGHBOURHOODS : listings.truth().train();
    int n = byHand ? 3 : 8;
    ERRORS.during(
        () ->
            new DearestBars(RightAnswers.medians(table), n)
                .judge(lab.dearestNeighbourhoods(given.frame(table), n)));
  }

  /** Of a result with the right columns, whose numbers may have any type: a chart does not care. */
  private static FrameExpectation expectResult(String subject, Dataset<Row> result, Table right) {
    expect(result)
        .as(subject)
        .toHaveColumns(right.columns().toArray(String[]::new))
        .help("Give every column its name with AS, and select no other.");
    return expect(
            compute(
                subject,
                () ->
                    result.select(
                        Arrays.stream(result.schema().fields())
                            .map(field -> typed(field, right.types().get(field.name())))
                            .toArray(Column[]::new))))
        .as(subject);
  }

  private static Column typed(StructField field, ColumnType type) {
    Column column = col(field.name());
    // A fraction where a whole number belongs is none of ours.
    boolean whole = type == ColumnType.Scalar.LONG;
    Column kept = whole ? when(column.equalTo(floor(column)), column) : column;
    boolean number = field.dataType() instanceof NumericType;
    return number ? kept.cast(type.text()).as(field.name()) : column;
  }
}
