package dev.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExpectedAucTest {

  @Test
  void theExpectedAreaOfSureThingsIsOneAndOfCoinsIsAHalf() {
    assertThat(ExpectedAuc.of(1, 0, 0)).isCloseTo(1, within(1e-12));
    assertThat(ExpectedAuc.of(0.5, 0.5, 0.5)).isCloseTo(0.5, within(1e-12));
  }
}
