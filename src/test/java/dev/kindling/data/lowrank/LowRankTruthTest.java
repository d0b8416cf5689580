package dev.kindling.data.lowrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.Values;
import dev.kindling.reference.PrincipalComponents;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planted holds for every seed; plain Java, no Spark. */
class LowRankTruthTest {

  private static LowRankTruth truth(long seed) {
    return new LowRankGenerator().generate(seed).truth();
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void rowsAddUp(long seed) {
    LowRankTruth truth = truth(seed);
    assertThat(List.of(truth.train().size(), truth.test().size(), truth.canary().size()))
        .containsExactly(1500, 500, 400);
    assertThat(truth.causes().size()).isEqualTo(2400);
    assertThat(truth.all().rows())
        .hasSize(2000)
        .allSatisfy(row -> assertThat(row).doesNotContainNull());
    assertThat(new HashSet<>(truth.all().column("id")))
        .hasSize(2000)
        .doesNotContainAnyElementsOf(truth.canary().column("id"));
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void sensorsHaveTheirScalesAndMeansFarFromZero(long seed) {
    LowRankTruth truth = truth(seed);
    truth
        .sensors()
        .forEach(
            (name, sensor) -> {
              Values train = truth.train().values(name);
              // 1,500 rows: standard errors of 0.026 and 0.018 scales.
              assertThat(train.mean())
                  .as(name)
                  .isCloseTo(sensor.mean(), within(0.13 * sensor.scale()));
              assertThat(train.sd()).isCloseTo(sensor.scale(), within(0.1 * sensor.scale()));
              assertThat(train.quantile(0)).isPositive();
              assertThat(sensor.mean() / sensor.scale()).isBetween(5.0, 8.0);
            });
    assertThat(truth.sensors().keySet()).containsExactlyElementsOf(LowRank.SENSORS);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void directionsAreOrthogonalAndOfLengthOne(long seed) {
    List<List<Double>> directions = truth(seed).directions();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(dot(directions.get(i), directions.get(j)))
            .isCloseTo(i == j ? 1 : 0, within(1e-12));
      }
      assertThat(directions.get(i))
          .allSatisfy(number -> assertThat(Math.abs(number)).isGreaterThan(0.2));
    }
    assertThat(directions).isNotEqualTo(truth(seed + 1).directions());
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026, 3, 4, 5, 6, 8, 9})
  void threeComponentsOfTheScaledSensorsAreTheCauses(long seed) {
    LowRankTruth truth = truth(seed);
    PrincipalComponents train = truth.trainComponents();
    List<Double> expected = expectedShares(truth);
    for (int k = 0; k < 12; k++) {
      assertThat(train.shares().get(k)).isCloseTo(expected.get(k), within(0.03));
    }
    assertThat(train.shares().get(0) + train.shares().get(1)).isLessThan(0.8);
    assertThat(train.needed(0.95)).isEqualTo(3);
    for (int cause = 0; cause < 3; cause++) {
      List<Double> direction = truth.directions().get(cause);
      List<Double> learned = train.vectors().get(cause);
      double sign = Math.signum(dot(direction, learned));
      for (int i = 0; i < 12; i++) {
        assertThat(sign * learned.get(i)).isCloseTo(direction.get(i), within(0.15));
      }
    }
    PrincipalComponents unscaled = PrincipalComponents.unscaled(truth.train(), LowRank.SENSORS);
    assertThat(unscaled.shares().get(0)).isGreaterThan(0.96);
    assertThat(Math.abs(unscaled.vectors().get(0).get(11))).isGreaterThan(0.97);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void testIsALaterPeriodWithMoreLoad(long seed) {
    LowRankTruth truth = truth(seed);
    Map<Object, List<Double>> causes = truth.causesById();
    for (int cause = 0; cause < 3; cause++) {
      int index = cause;
      Values train =
          new Values(
              truth.train().column("id").stream()
                  .<Object>map(id -> causes.get(id).get(index))
                  .toList());
      Values test =
          new Values(
              truth.test().column("id").stream()
                  .<Object>map(id -> causes.get(id).get(index))
                  .toList());
      assertThat(train.mean()).isCloseTo(0, within(0.13));
      assertThat(test.mean()).isCloseTo(cause == 0 ? 0.7 : 0, within(0.23));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void accuracyNeedsAllThreeCauses(long seed) {
    LowRankTruth truth = truth(seed);
    assertThat(truth.expectedAccuracy(0)).isCloseTo(0.5, within(1e-6));
    assertThat(truth.expectedAccuracy(1)).isCloseTo(0.62, within(0.01));
    assertThat(truth.expectedAccuracy(2)).isCloseTo(0.70, within(0.01));
    assertThat(truth.expectedAccuracy(3)).isCloseTo(0.89, within(0.01));
    double onTest = FaultModel.expectedAccuracy(3, LowRankTruth.TEST_LOAD);
    assertThat(onTest).isBetween(0.88, 0.93);
    // Standard errors of 0.008 and 0.014.
    assertThat(truth.bestAccuracy(truth.train()))
        .isCloseTo(truth.expectedAccuracy(3), within(0.04));
    assertThat(truth.bestAccuracy(truth.test())).isCloseTo(onTest, within(0.07));
  }

  @Test
  void theCardTellsTheNumbersOfTheGenerator() {
    List<Double> shares = expectedShares(truth(42));
    assertThat(Path.of("datasets", "lowrank", "README.md"))
        .content()
        .contains(
            "| `train()` | 1,500 |",
            "| `test()` | %d |".formatted(LowRankGenerator.TEST),
            "| `canary()` | %d |".formatted(LowRankGenerator.CANARY),
            "mean of the load is %s.".formatted(LowRankTruth.TEST_LOAD),
            "noise with standard deviation %s.".formatted(LowRankTruth.NOISE),
            "%s times the load plus %s times the heat plus %s times the wear"
                .formatted(FaultModel.WEIGHTS.toArray()),
            String.format(
                Locale.ROOT,
                "%.1f, %.1f and %.1f percent",
                shares.subList(0, 3).stream().map(s -> 100 * s).toArray()))
        .contains(LowRank.SENSORS.stream().map(sensor -> "| `" + sensor + "` |").toList())
        .contains(
            Sensor.SCALES.stream().map(s -> String.format(Locale.ROOT, "| %,.0f |", s)).toList());
    assertThat(shares.stream().mapToDouble(s -> s).sum()).isCloseTo(1, within(1e-12));
    double variances = Sensor.SCALES.stream().mapToDouble(s -> s * s).sum();
    assertThat(1e8 / variances).isCloseTo(0.967, within(5e-4));
  }

  /**
   * The share of each component of the scaled sensors in the variance, if there were rows without
   * end: three causes, and noise in every direction.
   */
  private static List<Double> expectedShares(LowRankTruth truth) {
    double noise = LowRankTruth.NOISE * LowRankTruth.NOISE;
    return IntStream.range(0, 12)
        .mapToObj(
            i ->
                i < LowRankTruth.RANK
                    ? truth.sensors().values().stream()
                        .mapToDouble(sensor -> Math.pow(sensor.loadings().get(i), 2))
                        .sum()
                    : 0.0)
        .map(strength -> (strength + noise) / 12)
        .toList();
  }

  private static double dot(List<Double> first, List<Double> second) {
    double sum = 0;
    for (int i = 0; i < first.size(); i++) {
      sum += first.get(i) * second.get(i);
    }
    return sum;
  }
}
