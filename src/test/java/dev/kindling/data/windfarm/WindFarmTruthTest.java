package dev.kindling.data.windfarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planted holds for every seed; plain Java, no Spark. */
class WindFarmTruthTest {

  private static WindFarmTruth truth(long seed) {
    return new WindFarmGenerator().generate(seed).truth();
  }

  @Test
  void aCurveStartsRisesStaysAndStops() {
    PowerCurve curve = new PowerCurve(3, 12, 20, 6000);
    assertThat(curve.power(0)).isZero();
    assertThat(curve.power(2.99)).isZero();
    assertThat(curve.power(3)).isZero();
    assertThat(curve.power(6)).isCloseTo(6000 * 189 / 1701.0, within(1e-9));
    assertThat(curve.power(12)).isEqualTo(6000);
    assertThat(curve.power(19.99)).isEqualTo(6000);
    assertThat(curve.power(20)).isZero();
    assertThatThrownBy(() -> new PowerCurve(12, 3, 20, 6000)).hasMessageContaining("'12.0'");
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void everyDayOccursOnceInItsFrameWithoutNull(long seed) {
    WindFarmTruth truth = truth(seed);
    assertThat(truth.canary().column("date")).isEqualTo(days("2022-01-01", "2023-01-01"));
    assertThat(truth.train().column("date"))
        .hasSize(731)
        .isEqualTo(days("2023-01-01", "2025-01-01"));
    assertThat(truth.validation().column("date"))
        .hasSize(181)
        .isEqualTo(days("2025-01-01", "2025-07-01"));
    assertThat(truth.test().column("date"))
        .hasSize(184)
        .isEqualTo(days("2025-07-01", "2026-01-01"));
    assertThat(truth.all().rows())
        .hasSize(1096)
        .allSatisfy(row -> assertThat(row).doesNotContainNull());
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void weatherHasItsRangesAndSeasons(long seed) {
    Table all = truth(seed).all();
    for (String hour : List.of("00", "08", "16")) {
      Values direction = all.values("wind_direction_" + hour);
      assertThat(direction.quantile(0)).isNotNegative();
      assertThat(direction.quantile(1)).isLessThan(360);
      assertThat(direction.median()).isBetween(200.0, 300.0);
      assertThat(all.values("wind_speed_" + hour).quantile(0)).isNotNegative();
      assertThat(all.values("wind_speed_" + hour).quantile(1)).isBetween(19.5, 45.0);
      assertThat(mean(all, "wind_speed_" + hour, Set.of(12, 1, 2)))
          .isGreaterThan(1.15 * mean(all, "wind_speed_" + hour, Set.of(6, 7, 8)));
      assertThat(mean(all, "temperature_" + hour, Set.of(6, 7, 8)))
          .isGreaterThan(10 + mean(all, "temperature_" + hour, Set.of(12, 1, 2)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void powerIsTheCurveAndTheNoise(long seed) {
    WindFarmTruth truth = truth(seed);
    Table all = truth.all();
    List<Object> errors = new ArrayList<>();
    for (List<Object> row : all.rows()) {
      double sum = 0;
      for (String hour : List.of("00", "08", "16")) {
        sum += truth.curve().power(cell(all, row, "wind_speed_" + hour));
      }
      assertThat(truth.expectedPower(column -> cell(all, row, column)))
          .isCloseTo(sum / 3, within(1e-9));
      errors.add(cell(all, row, "power") - sum / 3);
    }
    // The standard error of the mean is 1/33 of the noise, that of the deviation 1/47.
    assertThat(new Values(errors).mean()).isCloseTo(0, within(truth.noise() / 6));
    assertThat(new Values(errors).sd()).isCloseTo(truth.noise(), within(truth.noise() / 9));
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void everyPartOfTheCurveIsSeenInTrain(long seed) {
    WindFarmTruth truth = truth(seed);
    PowerCurve curve = truth.curve();
    int[] seen = new int[4];
    for (Object value : truth.train().column("wind_speed_08")) {
      double speed = (Double) value;
      seen[
          speed < curve.cutIn() ? 0 : speed < curve.rated() ? 1 : speed < curve.cutOut() ? 2 : 3]++;
    }
    assertThat(Arrays.stream(seen).boxed())
        .as("calm, rising, full, stopped")
        .allMatch(count -> count >= 5);
    assertThat(seen[1]).isGreaterThan(300);
    assertThat(seen[2]).isGreaterThan(80);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void theFloorIsTheNoiseAndTheMeanIsFarAbove(long seed) {
    WindFarmTruth truth = truth(seed);
    // The standard error of a deviation of 181 days is 1/19 of it.
    double mean = truth.train().values("power").mean();
    assertThat(mean).isBetween(1800.0, 3600.0);
    for (Table days : List.of(truth.validation(), truth.test())) {
      double floor = truth.floorRmse(days);
      assertThat(floor).isCloseTo(truth.noise(), within(truth.noise() / 4));
      double squares =
          days.stream().mapToDouble(day -> Math.pow(day.number("power") - mean, 2)).sum();
      assertThat(Math.sqrt(squares / days.size()))
          .as("who predicts the mean of train")
          .isGreaterThan(4 * floor);
    }
  }

  @Test
  void theCardTellsTheNumbersOfTheGenerator() {
    WindFarmTruth truth = truth(42);
    assertThat(Path.of("datasets", "windfarm", "README.md"))
        .content()
        .contains(
            "standard deviation %.0f kW".formatted(truth.noise()),
            "rated power of 6,000 kW",
            "| `train()` | %d |".formatted(truth.train().size()),
            "| `validation()` | %d |".formatted(truth.validation().size()),
            "| `test()` | %d |".formatted(truth.test().size()),
            "| `canary()` | %d |".formatted(truth.canary().size()))
        .contains(Arrays.stream(WindFarm.SCHEMA.fieldNames()).map(c -> "`" + c + "`").toList());
    assertThat(truth.curve().ratedPower()).isEqualTo(6000);
  }

  private static List<Object> days(String from, String to) {
    return LocalDate.parse(from).datesUntil(LocalDate.parse(to)).map(Object.class::cast).toList();
  }

  private static double mean(Table table, String column, Set<Integer> months) {
    List<Object> dates = table.column("date");
    List<Object> values = table.column(column);
    List<Object> chosen = new ArrayList<>();
    for (int i = 0; i < dates.size(); i++) {
      if (months.contains(((LocalDate) dates.get(i)).getMonthValue())) {
        chosen.add(values.get(i));
      }
    }
    return new Values(chosen).mean();
  }

  private static double cell(Table table, List<Object> row, String column) {
    return ((Number) row.get(table.columns().indexOf(column))).doubleValue();
  }
}
