package dev.kindling.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CorrelationsTest {

  @Test
  void pearsonAsksForALineAndSpearmanForAnOrder() {
    double[] x = {1, 2, 3, 4};
    assertThat(Correlations.pearson(x, new double[] {1, 3, 2, 5}))
        .isCloseTo(5.5 / Math.sqrt(43.75), within(1e-12));
    assertThat(Correlations.spearman(x, new double[] {1, 10, 100, 1000}))
        .isCloseTo(1, within(1e-12));
    // The ranks 1, 2.5, 2.5, 4: products add to 4.5, squares to 5 and to 4.5.
    assertThat(Correlations.spearman(x, new double[] {5, 7, 7, 9}))
        .isCloseTo(4.5 / Math.sqrt(22.5), within(1e-12));
    assertThat(Correlations.pearson(x, new double[] {2, 2, 2, 2})).isNaN();
  }

  @Test
  void matricesHoldEachPairOfColumns() {
    double[][] rows = {{1, 1}, {2, 3}, {3, 2}, {4, 5}};
    double[][] covariances = Correlations.covariances(rows);
    assertThat(covariances[0][0]).isCloseTo(5 / 3.0, within(1e-12));
    assertThat(covariances[0][1]).isCloseTo(5.5 / 3, within(1e-12));
    assertThat(covariances[1][1]).isCloseTo(8.75 / 3, within(1e-12));
    assertThat(Correlations.pearson(rows)[1][0]).isCloseTo(5.5 / Math.sqrt(43.75), within(1e-12));
  }

  @Test
  void equalValuesShareTheirRanksAsAsked() {
    double[] values = {7, 3, 7, 9};
    assertThat(Ranks.of(values, Ranks.Ties.MEAN)).containsExactly(2.5, 1, 2.5, 4);
    assertThat(Ranks.of(values, Ranks.Ties.LOWEST)).containsExactly(2, 1, 2, 4);
    assertThat(Ranks.of(values, Ranks.Ties.HIGHEST)).containsExactly(3, 1, 3, 4);
    assertThat(Ranks.of(values, Ranks.Ties.IN_TURN)).containsExactly(2, 1, 3, 4);
    assertThat(Ranks.of(new double[] {Double.NaN, 1}, Ranks.Ties.MEAN)).containsExactly(2, 1);
  }

  @Test
  void mixedLabelsAreImpure() {
    assertThat(Impurity.entropy(List.of("a", "a", "b", "b"))).isCloseTo(1, within(1e-12));
    assertThat(Impurity.gini(List.of("a", "a", "b", "b"))).isCloseTo(0.5, within(1e-12));
    assertThat(Impurity.entropy(List.of(1, 1, 1, 2))).isCloseTo(0.8112781, within(1e-7));
    assertThat(Impurity.gini(List.of(1, 1, 1, 2))).isCloseTo(0.375, within(1e-12));
    assertThat(Impurity.entropy(Collections.nCopies(5, "a"))).isZero();
  }
}
