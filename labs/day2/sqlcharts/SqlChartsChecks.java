package day2.sqlcharts;

import dev.kindling.check.Check;
import dev.kindling.data.Table;
import dev.kindling.data.listings.Listings;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Each task is judged on small hand-made rows and on listings, both against plain Java. What is
 * right for a task, and which mistakes are known, is in a class of its own.
 */
final class SqlChartsChecks {

  @Check(task = 1, points = 8)
  void everyBinHasItsRowAlsoAnEmptyOneAndThatOfNull(SqlChartsLab lab, SparkSession spark) {
    Dataset<Row> incomes = HandMade.frame(spark, HandMade.SOME_INCOMES, HandMade.INCOMES);
    new IncomeBins(
            HandMade.SOME_INCOMES.column("host_income"),
            HandMade.LEAST,
            HandMade.MOST,
            HandMade.BINS)
        .judge(lab.incomeBins(incomes, HandMade.LEAST, HandMade.MOST, HandMade.BINS));
  }

  /** Incomes come in steps of 2,500, so many lie on an edge. */
  @Check(task = 1, points = 6)
  void incomesThatNobodyHasSeenAreBinned(SqlChartsLab lab, Listings listings) {
    int bins = 10;
    double low = 20_000;
    double high = 70_000;
    new IncomeBins(listings.truth().canary().column("host_income"), low, high, bins)
        .judge(lab.incomeBins(listings.canary(), low, high, bins));
  }

  @Check(task = 2, points = 8)
  void studiosAreInNoBoxButEveryRoomTypeHasOne(SqlChartsLab lab, SparkSession spark) {
    Dataset<Row> rooms = HandMade.frame(spark, HandMade.SOME_ROOMS, HandMade.ROOMS);
    new PriceBoxes(Rows.of(HandMade.SOME_ROOMS)).judge(() -> lab.priceBoxes(rooms));
  }

  @Check(task = 2, points = 6)
  void boxesOfListingsAreExact(SqlChartsLab lab, Listings listings) {
    new PriceBoxes(Rows.of(listings.truth().train())).judge(() -> lab.priceBoxes(listings.train()));
  }

  @Check(task = 3, points = 8)
  void eachMonthIsOneRowAndEachRoomTypeAColumn(SqlChartsLab lab, SparkSession spark) {
    new MonthlyPrices(Rows.of(HandMade.SOME_PRICES))
        .judge(lab.monthlyPrices(HandMade.frame(spark, HandMade.SOME_PRICES, HandMade.PRICES)));
  }

  @Check(task = 3, points = 6)
  void monthsOfListingsHaveTheirMedians(SqlChartsLab lab, Listings listings) {
    new MonthlyPrices(Rows.of(listings.truth().test())).judge(lab.monthlyPrices(listings.test()));
  }

  @Check(task = 4, points = 9)
  void totalsAndGapsAreNotMixedUp(SqlChartsLab lab, SparkSession spark) {
    new RatingTotals(Rows.of(HandMade.SOME_RATINGS))
        .judge(lab.ratingTotals(HandMade.frame(spark, HandMade.SOME_RATINGS, HandMade.RATINGS)));
  }

  @Check(task = 4, points = 7)
  void hostsWhoDoNotTellCountInEveryTotal(SqlChartsLab lab, Listings listings) {
    new RatingTotals(Rows.of(listings.truth().test())).judge(lab.ratingTotals(listings.test()));
  }

  @Check(task = 5, points = 9)
  void aWeekHasSevenDaysAlsoWhenNothingHappens(SqlChartsLab lab, SparkSession spark) {
    new WeeklyAverages(scraped(HandMade.SOME_DAYS))
        .judge(lab.weeklyAverages(HandMade.frame(spark, HandMade.SOME_DAYS, HandMade.DAYS)));
  }

  /** There are fewer of these listings than days would need, so many days have none. */
  @Check(task = 5, points = 7)
  void daysOfListingsThatNobodyHasSeenAreSmoothed(SqlChartsLab lab, Listings listings) {
    new WeeklyAverages(scraped(listings.truth().canary()))
        .judge(lab.weeklyAverages(listings.canary()));
  }

  @Check(task = 6, points = 9)
  void textsBecomeNumbersBeforeTheyAreRanked(SqlChartsLab lab, SparkSession spark) {
    int n = 2;
    Dataset<Row> raw = HandMade.frame(spark, HandMade.SOME_TEXTS, HandMade.TEXTS);
    new DearestHomes(
            Rows.of(HandMade.SOME_TEXTS).stream().map(Home::ofTexts).toList(),
            HandMade.QUOTED_TYPE,
            n)
        .judge(() -> lab.dearestHomes(raw, HandMade.QUOTED_TYPE, n));
  }

  @Check(task = 6, points = 5)
  void everyNeighbourhoodHasItsOwnRanking(SqlChartsLab lab, Listings listings) {
    int n = 3;
    String roomType = "Private room";
    new DearestHomes(
            Stream.of(listings.truth().train(), listings.truth().test())
                .flatMap(part -> Rows.of(part).stream())
                .map(Home::ofNumbers)
                .toList(),
            roomType,
            n)
        .judge(() -> lab.dearestHomes(listings.raw(), roomType, n));
  }

  @Check(task = 7, points = 7)
  void theHighestMediansAreDrawnInTheirOrder(SqlChartsLab lab, SparkSession spark) {
    int n = 3;
    Dataset<Row> listings =
        HandMade.frame(spark, HandMade.SOME_NEIGHBOURHOODS, HandMade.NEIGHBOURHOODS);
    new DearestBars(Rows.of(HandMade.SOME_NEIGHBOURHOODS), n)
        .judge(() -> lab.dearestNeighbourhoods(listings, n));
  }

  @Check(task = 7, points = 5)
  void neighbourhoodsOfListingsAreDrawn(SqlChartsLab lab, Listings listings) {
    int n = 8;
    new DearestBars(Rows.of(listings.truth().train()), n)
        .judge(() -> lab.dearestNeighbourhoods(listings.train(), n));
  }

  private static List<LocalDate> scraped(Table listings) {
    return listings.column("last_scraped").stream().map(LocalDate.class::cast).toList();
  }
}
