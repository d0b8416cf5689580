package dev.kindling.data.wine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AucTest {

  @Test
  void theAreaIsTheShareOfPairsInOrderAndATieIsHalfAPair() {
    double[] scores = {0.1, 0.4, 0.4, 0.8};
    assertThat(Auc.of(scores, new boolean[] {false, false, true, true}))
        .isCloseTo(3.5 / 4, within(1e-12));
    assertThat(Auc.of(scores, new boolean[] {true, false, false, false})).isZero();
    assertThat(Auc.of(scores, new boolean[4])).isNaN();
  }

  @Test
  void theExpectedAreaOfSureThingsIsOneAndOfCoinsIsAHalf() {
    assertThat(Auc.expected(new double[] {1, 0, 0})).isCloseTo(1, within(1e-12));
    assertThat(Auc.expected(new double[] {0.5, 0.5, 0.5})).isCloseTo(0.5, within(1e-12));
  }
}
