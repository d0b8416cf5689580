package dev.kindling.reference;

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
}
