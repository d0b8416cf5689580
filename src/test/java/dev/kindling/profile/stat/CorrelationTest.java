package dev.kindling.profile.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class CorrelationTest {

  private static final double NONE = Double.NaN;

  private static CoMoments of(double[]... rows) {
    CoMoments moments = new CoMoments(rows[0].length);
    for (double[] row : rows) {
      moments.add(row);
    }
    return moments;
  }

  /** x: 1 2 3 4, y: 2 1 4 3; sums of squares 5 and 5, of products 3. */
  @Test
  void pearsonIsTheSumOfProductsOverTheRootOfTheSquares() {
    CoMoments moments = of(row(1, 2), row(2, 1), row(3, 4), row(4, 3));

    assertThat(moments.correlation(0, 1)).isCloseTo(0.6, within(1e-12));
    assertThat(moments.correlation(1, 0)).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void rowsInWhichOneIsMissingDoNotCount() {
    CoMoments moments =
        of(
            row(1, 2),
            row(2, 1),
            row(NONE, 99),
            row(3, 4),
            row(7, Double.POSITIVE_INFINITY),
            row(4, 3));

    assertThat(moments.correlation(0, 1)).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void partsWithOtherFirstValuesMergeToTheWhole() {
    CoMoments merged = of(row(1, 2), row(2, 1));
    merged.merge(of(row(4, 3), row(3, 4)));

    assertThat(merged.correlation(0, 1)).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void aPartThatHasSeenNothingMerges() {
    CoMoments merged = new CoMoments(2);
    merged.merge(of(row(1, 2), row(2, 1), row(3, 4), row(4, 3)));
    merged.merge(new CoMoments(2));

    assertThat(merged.correlation(0, 1)).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void largeNumbersKeepTheirDigits() {
    CoMoments moments = of(row(1e9 + 1, 2), row(1e9 + 2, 1), row(1e9 + 3, 4), row(1e9 + 4, 3));

    assertThat(moments.correlation(0, 1)).isCloseTo(0.6, within(1e-9));
  }

  @Test
  void aConstantGoesWithNothing() {
    assertThat(of(row(1, 5), row(2, 5), row(3, 5)).correlation(0, 1)).isNaN();
    assertThat(of(row(1, 5)).correlation(0, 1)).isNaN();
  }

  @Test
  void spearmanSeesOnlyTheOrder() {
    assertThat(new Ranks(1, 2, 3, 4).spearman(new Ranks(1, 10, 100, 1e6)))
        .isCloseTo(1, within(1e-12));
    assertThat(new Ranks(1, 2, 3, 4).spearman(new Ranks(2, 1, 4, 3))).isCloseTo(0.6, within(1e-12));
  }

  @Test
  void equalValuesShareTheMeanOfTheirRanks() {
    Ranks values = new Ranks(10, 20, 20, NONE, 30);

    assertThat(values.amongThoseOf(values)).containsExactly(1, 2.5, 2.5, 0, 4);
  }

  @Test
  void ranksAreTakenAmongTheRowsThatHaveBoth() {
    Ranks one = new Ranks(5, 1, 2, 3, 4);
    Ranks other = new Ranks(NONE, 2, 1, 4, 3);

    assertThat(one.spearman(other)).isCloseTo(0.6, within(1e-12));
  }

  /**
   * Two by two, 30 and 10 against 10 and 30: χ² is 20 of 80, φ² is .25, corrected for bias (.25 −
   * 1/79) over (2 − 1/79 − 1).
   */
  @Test
  void cramersVIsCorrectedForBias() {
    Object[] one = new Object[80];
    Object[] other = new Object[80];
    for (int i = 0; i < 80; i++) {
      one[i] = i < 40 ? "a" : "b";
      other[i] = i % 40 < 30 == i < 40 ? "x" : "y";
    }
    double expected = Math.sqrt((0.25 - 1 / 79.0) / (1 - 1 / 79.0));

    assertThat(new Levels(one).cramersV(new Levels(other))).isCloseTo(expected, within(1e-12));
  }

  @Test
  void aColumnDeterminesItselfAndNothingDeterminesAConstant() {
    Levels levels = new Levels("a", "b", "c", "a", null, "b", "c", "a");
    Levels constant = new Levels("a", "a", "a", "a", "a", "a", "a", "a");

    assertThat(levels.cramersV(levels)).isCloseTo(1, within(1e-12));
    assertThat(levels.cramersV(constant)).isNaN();
  }

  private static double[] row(double... values) {
    return values;
  }
}
