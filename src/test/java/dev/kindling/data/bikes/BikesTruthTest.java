package dev.kindling.data.bikes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.Table;
import dev.kindling.data.TableRow;
import dev.kindling.data.Values;
import dev.kindling.reference.Correlations;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is planted holds for every seed; plain Java, no Spark. */
class BikesTruthTest {

  private static List<BikesTruth> truths() {
    return Made.ALL;
  }

  /** Made once: all tests look at the same hours. */
  private static final class Made {
    private static final List<BikesTruth> ALL = List.of(truth(42), truth(7), truth(2026));

    private static BikesTruth truth(long seed) {
      return new BikesGenerator().generate(seed).truth();
    }
  }

  @ParameterizedTest
  @MethodSource("truths")
  void fortyFourHoursOfTwoYearsWereNotCounted(BikesTruth truth) {
    Table hours = truth.hours();
    assertThat(hours.size()).isEqualTo(17_500);
    assertThat(hours.complete().size()).isEqualTo(17_500);
    assertThat(hours.column("instant"))
        .isEqualTo(IntStream.rangeClosed(1, 17_500).boxed().toList());
    assertThat(truth.canary().column("instant"))
        .isEqualTo(IntStream.rangeClosed(17_501, 17_900).boxed().toList());
    List<LocalDate> order = hours.map(hour -> hour.date("dteday"));
    assertThat(order).isSorted().startsWith(LocalDate.of(2023, 1, 1));
    assertThat(order).endsWith(LocalDate.of(2024, 12, 31));
    assertThat(hours.select("dteday", "hr").distinct().size()).isEqualTo(17_500);
    assertThat(gaps(hours)).as("the two times when the counter was broken").endsWith(12, 12);
    assertThat(gaps(hours).stream().mapToInt(gap -> gap).sum()).isEqualTo(44);
  }

  /** How many hours are missing between one row and the next, where any are; the longest last. */
  private static List<Integer> gaps(Table hours) {
    long[] numbers =
        hours.stream()
            .mapToLong(hour -> hour.date("dteday").toEpochDay() * 24 + hour.whole("hr"))
            .toArray();
    return IntStream.range(1, numbers.length)
        .mapToObj(i -> (int) (numbers[i] - numbers[i - 1] - 1))
        .filter(gap -> gap > 0)
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("truths")
  void theCalendarIsThatOfTheDay(BikesTruth truth) {
    Table all = truth.hours().union(truth.canary());
    for (TableRow hour : all.stream().toList()) {
      LocalDate day = hour.date("dteday");
      assertThat(hour.whole("yr")).isEqualTo(day.getYear() - 2023);
      assertThat(hour.whole("mnth")).isEqualTo(day.getMonthValue());
      assertThat(hour.whole("weekday")).isEqualTo(day.getDayOfWeek().getValue() % 7);
      boolean free = hour.whole("weekday") % 6 == 0 || hour.whole("holiday") == 1;
      assertThat(hour.whole("workingday")).isEqualTo(free ? 0 : 1);
    }
    assertThat(all.where("holiday", 1).select("dteday").distinct().size()).isEqualTo(20);
    assertThat(new HashSet<>(truth.canary().column("hr"))).hasSize(24);
    Map<Object, Object> seasons = truth.hours().lookup("dteday", "season");
    assertThat(seasons.get(LocalDate.of(2023, 3, 20))).isEqualTo(1);
    assertThat(seasons.get(LocalDate.of(2023, 3, 21))).isEqualTo(2);
    assertThat(seasons.get(LocalDate.of(2023, 6, 21))).isEqualTo(3);
    assertThat(seasons.get(LocalDate.of(2024, 9, 21))).isEqualTo(4);
    assertThat(seasons.get(LocalDate.of(2024, 12, 21))).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("truths")
  void casualAndRegisteredAddUpAndNothingIsBelowZero(BikesTruth truth) {
    Table all = truth.hours().union(truth.canary());
    for (TableRow hour : all.stream().toList()) {
      assertThat(hour.whole("casual")).isNotNegative();
      assertThat(hour.whole("registered")).isNotNegative();
      assertThat(hour.whole("casual") + hour.whole("registered")).isEqualTo(hour.whole("cnt"));
    }
    assertThat(all.values("cnt").min()).isLessThan(5);
    assertThat(all.values("cnt").max()).isGreaterThan(800);
  }

  @ParameterizedTest
  @MethodSource("truths")
  void weatherHasItsRangesAndFeelsAsItIs(BikesTruth truth) {
    Table hours = truth.hours();
    Map<Object, Long> situations = hours.values("weathersit").counts();
    assertThat(situations).containsOnlyKeys(1, 2, 3, 4);
    assertThat(situations.get(4)).isBetween(20L, 36L);
    assertThat(hours.values("hum").min()).isBetween(15.0, 45.0);
    assertThat(hours.values("hum").max()).isBetween(85.0, 100.0);
    assertThat(hours.values("temp").min()).isBetween(-20.0, 0.0);
    assertThat(hours.values("temp").max()).isBetween(28.0, 45.0);
    assertThat(hours.values("windspeed").min()).isNotNegative();
    assertThat(Correlations.pearson(hours.numbers("temp"), hours.numbers("atemp")))
        .isGreaterThan(0.98)
        .isLessThan(1);
  }

  @ParameterizedTest
  @MethodSource("truths")
  void workingDaysHaveTwoPeaksAndDaysOffHaveOne(BikesTruth truth) {
    assertThat(peaks(truth, 1)).hasSize(2).first().isEqualTo(8);
    assertThat(peaks(truth, 1).get(1)).isBetween(17, 18);
    assertThat(peaks(truth, 0))
        .singleElement()
        .satisfies(hour -> assertThat(hour).isBetween(13, 17));
  }

  /** The hours that are busier than the two before and the two after. */
  private static List<Integer> peaks(BikesTruth truth, int workingDay) {
    Map<Integer, Double> means = new HashMap<>();
    for (int hour = 0; hour < 24; hour++) {
      means.put(
          hour,
          truth.hours().where("workingday", workingDay).where("hr", hour).values("cnt").mean());
    }
    return IntStream.rangeClosed(2, 21)
        .filter(
            hour -> IntStream.of(-2, -1, 1, 2).allMatch(i -> means.get(hour) > means.get(hour + i)))
        .boxed()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("truths")
  void logarithmsScatterAroundTheLevelWithTheKnownNoise(BikesTruth truth) {
    // Where counts are large, rounding does not show.
    Table busy = truth.hours().where(hour -> truth.model().level(hour::get) > 4);
    assertThat(busy.size()).isGreaterThan(8000);
    Values off =
        new Values(
            busy.map(hour -> Math.log1p(hour.number("cnt")) - truth.model().level(hour::get)));
    double n = busy.size();
    assertThat(off.mean()).isCloseTo(0, within(4.5 * CountModel.NOISE / Math.sqrt(n)));
    assertThat(off.sd())
        .isCloseTo(CountModel.NOISE, within(4.5 * CountModel.NOISE / Math.sqrt(2 * n)));
    assertThat(off.skewness()).isCloseTo(0, within(4.5 * Math.sqrt(6 / n)));
  }

  @ParameterizedTest
  @MethodSource("truths")
  void residualsHaveNothingToDoWithAnyColumn(BikesTruth truth) {
    Table hours = truth.hours().where(hour -> truth.model().level(hour::get) > 4);
    double[] off =
        hours.stream()
            .mapToDouble(hour -> Math.log1p(hour.number("cnt")) - truth.model().level(hour::get))
            .toArray();
    for (String column :
        List.of("yr", "mnth", "hr", "workingday", "weathersit", "temp", "hum", "windspeed")) {
      assertThat(Correlations.pearson(off, hours.numbers(column)))
          .as(column)
          .isCloseTo(0, within(4.5 / Math.sqrt(off.length)));
    }
  }

  @ParameterizedTest
  @MethodSource("truths")
  void theFloorOfTheErrorIsTheNoiseAndWhatRoundingAdds(BikesTruth truth) {
    Table hours = truth.hours();
    // A rounded number is off by 1/sqrt(12); on the scale of logarithms that is divided by 1 + cnt.
    double rounding =
        hours.stream()
            .mapToDouble(hour -> Math.exp(-2 * truth.model().level(hour::get)) / 12)
            .average()
            .orElseThrow();
    double floor = Math.sqrt(CountModel.NOISE * CountModel.NOISE + rounding);
    assertThat(truth.floorRmsle(hours)).isCloseTo(floor, within(0.005));
    // The noise multiplies: the variance of a count is the square of its mean times exp(sd^2) - 1.
    double squares =
        hours.stream()
            .mapToDouble(
                hour ->
                    Math.exp(
                        2 * truth.model().level(hour::get) + CountModel.NOISE * CountModel.NOISE))
            .average()
            .orElseThrow();
    double expected = Math.sqrt(squares * Math.expm1(CountModel.NOISE * CountModel.NOISE));
    assertThat(truth.floorRmse(hours)).isCloseTo(expected, within(0.05 * expected));
    assertThat(hours.values("cnt").sd()).isGreaterThan(2.5 * truth.floorRmse(hours));
    assertThat(BikesTruth.meanPerMedian()).isCloseTo(1.0317, within(0.0001));
  }

  @ParameterizedTest
  @MethodSource("truths")
  void whoLearnsFromTheFirstYearIsWorseInTheSecondByAKnownFactor(BikesTruth truth) {
    Table second = truth.year(1);
    assertThat(truth.rmsleWithoutGrowth(truth.year(0))).isEqualTo(truth.floorRmsle(truth.year(0)));
    // A growth that comes evenly is off by its third in the mean of squares.
    double growth = truth.model().growth();
    double expected = Math.sqrt(1 + growth * growth / 3 / Math.pow(truth.floorRmsle(second), 2));
    assertThat(truth.optimism()).isCloseTo(expected, within(0.03)).isBetween(1.8, 2.2);
    assertThat(truth.rmseWithoutGrowth(second)).isGreaterThan(1.5 * truth.floorRmse(second));
    assertThat(second.values("cnt").mean()).isGreaterThan(1.3 * truth.year(0).values("cnt").mean());
  }

  @Test
  void aLevelIsTheSumOfItsTerms() {
    CountModel model = Made.ALL.get(0).model();
    Map<String, Object> hour = new HashMap<>();
    hour.put("dteday", LocalDate.of(2024, 7, 1));
    hour.put("hr", 8);
    hour.put("workingday", 1);
    hour.put("weathersit", 3);
    hour.put("temp", 14.0);
    hour.put("hum", 70);
    hour.put("windspeed", 21.0);
    double still =
        model.workingDay().at(8)
            + model.weather().get(3)
            + model.warmth()
            + 10 * model.humidity()
            + 10 * model.wind();
    assertThat(model.levelWithoutGrowth(hour::get)).isCloseTo(still, within(1e-9));
    assertThat(model.level(hour::get)).isCloseTo(still + model.growth() * 183 / 366, within(1e-9));
    hour.put("dteday", java.sql.Date.valueOf("2023-12-31"));
    hour.put("workingday", 0);
    assertThat(model.level(hour::get) - model.dayOff().at(8))
        .isCloseTo(still - model.workingDay().at(8), within(1e-9));
    DayCurve curve = new DayCurve(2, List.of(new DayCurve.Bump(8, 2, 1)));
    assertThat(curve.at(8)).isEqualTo(3);
    assertThat(curve.at(10)).isCloseTo(2 + Math.exp(-0.5), within(1e-12));
  }

  @Test
  void signsStayAndSizesDifferBetweenSeeds() {
    assertThat(Made.ALL.stream().map(BikesTruth::model)).doesNotHaveDuplicates();
    for (BikesTruth truth : Made.ALL) {
      CountModel model = truth.model();
      assertThat(model.growth()).isBetween(0.7, 0.8);
      assertThat(List.of(model.warmth(), model.humidity(), model.wind()))
          .allMatch(value -> value < 0);
      assertThat(model.weather().get(1)).isZero();
      assertThat(model.weather().get(3)).isLessThan(model.weather().get(2));
    }
  }

  @Test
  void theCardTellsTheNumbersOfTheGenerator() {
    assertThat(Path.of("datasets", "bike_hourly", "README.md"))
        .content()
        .contains(
            "deviation " + CountModel.NOISE,
            "| `hours()` | 17,500 |",
            "| `canary()` | %d |".formatted(BikesGenerator.CANARY),
            "%d hours".formatted(BikesGenerator.MISSING),
            "first 5,000")
        .contains(Arrays.stream(Bikes.SCHEMA.fieldNames()).map(c -> "`" + c + "`").toList());
    assertThat(BikesGenerator.SAMPLE).isEqualTo(5000);
    assertThat(BikesGenerator.SHOWN).isEqualTo(17_500);
  }
}
