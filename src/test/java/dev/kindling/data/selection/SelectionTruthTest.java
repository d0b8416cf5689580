package dev.kindling.data.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindling.data.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is planted holds for every seed; plain Java, no Spark. */
class SelectionTruthTest {

  private static SelectionTruth truth(long seed) {
    return new SelectionGenerator().generate(seed).truth();
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void everyColumnHasOneRole(long seed) {
    SelectionTruth truth = truth(seed);
    Roles roles = truth.roles();
    assertThat(List.of(truth.train().size(), truth.test().size(), truth.canary().size()))
        .containsExactly(3000, 1000, 400);
    assertThat(truth.train().rows()).allSatisfy(row -> assertThat(row).doesNotContainNull());
    List<String> numbers = new ArrayList<>(roles.relevant());
    numbers.addAll(roles.noise());
    assertThat(numbers).containsExactlyInAnyOrderElementsOf(Signals.NUMBERS);
    assertThat(roles.informative()).hasSize(5);
    assertThat(roles.redundant().values()).containsExactlyElementsOf(roles.informative());
    assertThat(roles.noise()).contains(roles.nearConstant());
    List<String> categories = new ArrayList<>(roles.informativeCategories());
    categories.addAll(roles.noiseCategories());
    assertThat(categories).containsExactlyInAnyOrderElementsOf(Signals.CATEGORIES);
    assertThat(roles.noiseCategories()).hasSize(5).contains(roles.highCardinality());
    assertThat(roles).isNotEqualTo(truth(seed + 1).roles());
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void correlationsAreAsPlanted(long seed) {
    SelectionTruth truth = truth(seed);
    Table train = truth.train();
    truth
        .roles()
        .redundant()
        .forEach(
            (copy, original) ->
                // 1 / sqrt(1.08) = 0.962, with a standard error of 0.0014.
                assertThat(SelectionTruth.correlation(train, copy, original))
                    .isCloseTo(0.962, within(0.008)));
    for (String one : Signals.NUMBERS) {
      for (String other : Signals.NUMBERS) {
        boolean twins =
            one.equals(truth.roles().redundant().get(other))
                || other.equals(truth.roles().redundant().get(one));
        if (!twins && one.compareTo(other) < 0) {
          // A redundant number has 0.19 of a second one; a standard error is 0.018.
          assertThat(SelectionTruth.correlation(train, one, other))
              .as("%s and %s", one, other)
              .isBetween(-0.45, 0.45);
        }
      }
    }
    for (String column : truth.roles().relevant()) {
      assertThat(Math.abs(SelectionTruth.correlation(train, column, Signals.TARGET)))
          .isGreaterThan(0.2);
    }
    for (String column : truth.roles().noise()) {
      for (String label : List.of(Signals.TARGET, Signals.LABEL)) {
        // A p-value above 0.1 is |r| below 1.645 / sqrt(3000).
        assertThat(SelectionTruth.correlation(train, column, label))
            .isBetween(-1.645 / Math.sqrt(3000), 1.645 / Math.sqrt(3000));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void oneNumberHardlyChangesAndOneCategoryHasManyLevels(long seed) {
    SelectionTruth truth = truth(seed);
    for (String column : Signals.NUMBERS) {
      double sd = truth.train().values(column).sd();
      if (column.equals(truth.roles().nearConstant())) {
        // 12 of 3,000 rows, give or take 3.5: a standard deviation of 0.063.
        assertThat(sd).isBetween(0.02, 0.11);
        assertThat(truth.train().values(column).counts()).hasSize(2);
      } else {
        assertThat(sd).isGreaterThan(0.9);
      }
    }
    for (String column : Signals.CATEGORIES) {
      Map<Object, Long> counts = truth.train().values(column).counts();
      boolean many = column.equals(truth.roles().highCardinality());
      assertThat(counts.size()).isBetween(many ? 200 : 3, many ? 200 : 6);
      assertThat(counts.keySet()).allSatisfy(level -> assertThat((Integer) level).isNotNegative());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026})
  void labelsComeAboutAsPlanted(long seed) {
    SelectionTruth truth = truth(seed);
    // Standard errors: 1 / sqrt(2 n).
    assertThat(truth.floorRmse(truth.train())).isCloseTo(1, within(0.065));
    assertThat(truth.floorRmse(truth.test())).isCloseTo(1, within(0.112));
    assertThat(truth.train().values(Signals.TARGET).sd()).isBetween(2.3, 3.3);
    assertThat(truth.bestAccuracy(truth.train())).isBetween(0.84, 0.91);
    assertThat(truth.bestAccuracy(truth.test())).isBetween(0.82, 0.93);
    assertThat(truth.train().values(Signals.LABEL).mean()).isBetween(0.45, 0.55);
    assertThat(truth.model().coefficients().keySet())
        .containsExactlyElementsOf(truth.roles().informative());
    assertThat(truth.model().effects().keySet())
        .containsExactlyElementsOf(truth.roles().informativeCategories());
  }

  @ParameterizedTest
  @ValueSource(longs = {42, 1, 7, 2026, 3, 4, 5, 6, 8, 9})
  void choosingOnAllWideRowsFlattersAndChoosingOnTrainDoesNot(long seed) {
    Wide wide = truth(seed).wide();
    assertThat(List.of(wide.train().size(), wide.test().size())).containsExactly(80, 40);
    assertThat(wide.biasedAuc()).isGreaterThanOrEqualTo(0.8);
    assertThat(wide.honestAuc()).isCloseTo(0.5, within(0.1));
    List<Object> labels = new ArrayList<>(wide.train().column("label"));
    labels.addAll(wide.test().column("label"));
    assertThat(labels).filteredOn(label -> label.equals(1.0)).hasSize(60);
    assertThat(new HashSet<>(wide.train().column("values"))).hasSize(80);
  }

  @Test
  void theJaccardIndexIsTheShareOfWhatBothHave() {
    assertThat(SelectionTruth.jaccard(List.of("a", "b", "c"), List.of("b", "c", "d")))
        .isEqualTo(0.5);
    assertThat(SelectionTruth.jaccard(List.of("a", "a"), List.of("a"))).isOne();
    assertThat(SelectionTruth.jaccard(List.of("a"), List.of())).isZero();
    assertThat(SelectionTruth.jaccard(List.of(), List.of())).isOne();
  }

  @Test
  void theCardTellsTheNumbersOfTheGenerator() {
    assertThat(Path.of("datasets", "selection", "README.md"))
        .content()
        .contains(
            "| `train()` | 3,000 |",
            "| `test()` | 1,000 |",
            "| `canary()` | %d |".formatted(SelectionGenerator.CANARY),
            "%d to learn from and %d to judge with".formatted(Wide.TRAIN, Wide.TEST),
            "`id` (up to %d in".formatted(Wide.TRAIN),
            "has %d levels".formatted(SelectionGenerator.MANY_LEVELS),
            "about one row in %d has".formatted(SelectionGenerator.ONE_CHANGE_IN),
            "`target` is %.0f plus".formatted(SignalModel.CONSTANT),
            "standard deviation %.0f.".formatted(SignalModel.NOISE),
            "logistic function of %s times".formatted(SignalModel.STEEPNESS),
            "chooses the %d numbers".formatted(Wide.CHOSEN),
            "ROC curve of %s or more".formatted(Wide.LEAST_BIASED),
            "comes to 0.4 to\n0.6");
    assertThat(SelectionGenerator.SECOND).isEqualTo(SelectionGenerator.BLUR).isEqualTo(0.2);
    assertThat(Wide.HONEST_MARGIN).isEqualTo(0.1);
  }
}
