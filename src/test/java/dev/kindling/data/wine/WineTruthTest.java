package dev.kindling.data.wine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.ExpectedAuc;
import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planted holds for every seed; plain Java, no Spark. */
class WineTruthTest {

  private static WineTruth truth(long seed) {
    return new WineGenerator().generate(seed).truth();
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void rowsAddUpWithoutNullOrDuplicate(long seed) {
    WineTruth truth = truth(seed);
    assertThat(List.of(truth.red().size(), truth.white().size(), truth.canary().size()))
        .containsExactly(1600, 4900, 400);
    assertThat(truth.canary().values("is_red").counts()).isEqualTo(Map.of(1, 100L, 0, 300L));
    Table all = truth.all();
    assertThat(all.rows()).hasSize(6500).allSatisfy(row -> assertThat(row).doesNotContainNull());
    assertThat(new HashSet<>(all.rows()))
        .hasSize(6500)
        .doesNotContainAnyElementsOf(truth.canary().rows());
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void chemistryIsThatOfWine(long seed) {
    Table all = truth(seed).all();
    Map<String, List<Double>> ranges =
        Map.ofEntries(
            Map.entry("fixed acidity", List.of(3.8, 15.9)),
            Map.entry("volatile acidity", List.of(0.08, 1.58)),
            Map.entry("citric acid", List.of(0.0, 1.66)),
            Map.entry("residual sugar", List.of(0.6, 65.8)),
            Map.entry("chlorides", List.of(0.009, 0.611)),
            Map.entry("free sulfur dioxide", List.of(1.0, 289.0)),
            Map.entry("total sulfur dioxide", List.of(6.0, 440.0)),
            Map.entry("density", List.of(0.98, 1.04)),
            Map.entry("pH", List.of(2.72, 4.01)),
            Map.entry("sulphates", List.of(0.22, 2.0)),
            Map.entry("alcohol", List.of(8.0, 14.9)));
    ranges.forEach(
        (column, range) -> {
          Values values = all.values(column);
          assertThat(values.quantile(0)).as(column).isBetween(range.get(0), range.get(1));
          assertThat(values.quantile(1)).as(column).isBetween(range.get(0), range.get(1));
          assertThat(values.counts()).as(column).hasSizeGreaterThan(40);
        });
    List<Object> free = all.column("free sulfur dioxide");
    List<Object> total = all.column("total sulfur dioxide");
    for (int i = 0; i < free.size(); i++) {
      assertThat((Double) free.get(i)).isLessThan((Double) total.get(i));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void aFifthIsGoodAndEveryQualityOccurs(long seed) {
    WineTruth truth = truth(seed);
    assertThat(truth.goodRate()).isCloseTo(0.197, within(0.003));
    int red = good(truth.red());
    int white = good(truth.white());
    assertThat(red / 1600.0).isBetween(0.10, 0.30);
    assertThat(white / 4900.0).isBetween(0.15, 0.25);
    assertThat(6500 * truth.goodRate()).isCloseTo(red + white, within(1e-6));
    assertThat(truth.all().values("quality").counts()).containsOnlyKeys(3, 4, 5, 6, 7, 8, 9);
    assertThat(truth.all().values("quality").mode()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void theTrueProbabilityIsAsGoodAsPlanted(long seed) {
    WineTruth truth = truth(seed);
    double[] probabilities =
        truth.all().stream().mapToDouble(wine -> truth.probability(wine::number)).toArray();
    assertThat(ExpectedAuc.of(probabilities))
        .as("the area to expect if qualities were drawn again")
        .isCloseTo(0.92, within(1e-6));
    assertThat(truth.bestAuc()).isCloseTo(0.92, within(0.003));
    assertThat(Arrays.stream(probabilities).average().orElseThrow())
        .as("mean probability")
        .isCloseTo(0.197, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void goodWinesComeAsOftenAsTheirProbabilitySays(long seed) {
    WineTruth truth = truth(seed);
    Table all = truth.all();
    double[] expected = new double[5];
    double[] variance = new double[5];
    int[] good = new int[5];
    for (List<Object> row : all.rows()) {
      double p = truth.probability(column -> cell(all, row, column));
      int bin = Math.min(4, (int) (5 * p));
      expected[bin] += p;
      variance[bin] += p * (1 - p);
      good[bin] += cell(all, row, "quality") >= Wines.GOOD ? 1 : 0;
    }
    for (int bin = 0; bin < 5; bin++) {
      assertThat((double) good[bin])
          .as("good wines with a probability from %s", bin / 5.0)
          .isCloseTo(expected[bin], within(5 * Math.sqrt(variance[bin])));
    }
  }

  @Test
  void coefficientsKeepTheirSignsAndSeedsDiffer() {
    for (long seed : new long[] {42, 1, 7, 2026}) {
      WineTruth truth = truth(seed);
      assertThat(truth.coefficient("alcohol")).isPositive();
      assertThat(truth.coefficient("alcohol:sulphates")).isPositive();
      assertThat(truth.coefficient("volatile acidity")).isNegative();
      assertThat(truth.coefficient("residual sugar:pH")).isNegative();
      assertThat(truth.coefficient(QualityModel.SQUARE)).isNegative();
      assertThat(truth.model().cuts().keySet()).containsExactly(4, 5, 6, 7, 8, 9);
      assertThat(List.copyOf(truth.model().cuts().values())).isSorted();
    }
    assertThat(truth(42).model()).isNotEqualTo(truth(7).model());
    assertThatThrownBy(() -> truth(42).coefficient("oak"))
        .hasMessageStartingWith("There is no term 'oak' in the score");
  }

  @Test
  void theCardTellsTheNumbersOfTheGenerator() {
    assertThat(Path.of("datasets", "wine", "README.md"))
        .content()
        .contains(
            "the mean " + Calibration.SHARES.get(Wines.GOOD),
            "ROC curve of " + Calibration.BEST_AUC,
            "| `red()` | 1,600 |",
            "| `white()` | 4,900 |",
            "| `canary()` | %d |".formatted(WineGenerator.CANARY))
        .contains(Arrays.stream(Wines.SCHEMA.fieldNames()).map(c -> "| `" + c + "` |").toList());
  }

  private static int good(Table wines) {
    return wines.where(wine -> wine.number("quality") >= Wines.GOOD).size();
  }

  private static double cell(Table table, List<Object> row, String column) {
    return ((Number) row.get(table.columns().indexOf(column))).doubleValue();
  }
}
