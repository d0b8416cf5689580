package dev.kindling.profile.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class SharesTest {

  /** χ² is 4 with one degree of freedom: the p-value of two standard deviations. */
  @Test
  void uniformPIsTheTailOfChiSquare() {
    assertThat(Shares.uniformP(60, 40)).isCloseTo(0.0455, within(1e-4));
    assertThat(Shares.uniformP(50, 50)).isEqualTo(1);
  }

  @Test
  void fewRowsSayNothingAboutUniformity() {
    assertThat(Shares.uniformP(4, 4)).isNaN();
    assertThat(Shares.uniformP(100)).isNaN();
  }

  @Test
  void imbalanceIsWhatIsMissingFromTheLargestEntropy() {
    assertThat(Shares.imbalance(50, 50)).isCloseTo(0, within(1e-12));
    // Entropy of .95 and .05 is .2864 bits.
    assertThat(Shares.imbalance(95, 5)).isCloseTo(0.7136, within(1e-4));
    assertThat(Shares.imbalance(7)).isNaN();
  }

  @Test
  void psiSumsDifferencesTimesLogRatios() {
    // (.4 - .5) ln(.4/.5) + (.6 - .5) ln(.6/.5)
    assertThat(Shares.psi(new double[] {50, 50}, new double[] {4, 6}))
        .isCloseTo(0.0405, within(1e-4));
    assertThat(Shares.psi(new double[] {1, 3}, new double[] {2, 6})).isZero();
    assertThat(Shares.psi(new double[] {1, 0}, new double[] {0, 1})).isGreaterThan(5).isFinite();
    assertThat(Shares.psi(new double[] {0, 0}, new double[] {0, 1})).isNaN();
  }

  @Test
  void jensenShannonGoesFromZeroToOne() {
    assertThat(Shares.jensenShannon(new double[] {1, 3}, new double[] {2, 6})).isZero();
    assertThat(Shares.jensenShannon(new double[] {5, 0}, new double[] {0, 7}))
        .isCloseTo(1, within(1e-12));
    // Half of the mass moved: the divergence of (1, 0) and (.5, .5) is .3113 bits.
    assertThat(Shares.jensenShannon(new double[] {2, 0}, new double[] {1, 1}))
        .isCloseTo(Math.sqrt(0.3113), within(1e-4));
  }
}
