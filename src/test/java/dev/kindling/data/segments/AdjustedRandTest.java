package dev.kindling.data.segments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AdjustedRandTest {

  @Test
  void namesOfGroupsDoNotMatter() {
    assertThat(AdjustedRand.of(List.of(0, 0, 1, 1, 2), List.of("b", "b", "c", "c", "a"))).isOne();
  }

  @Test
  void theIndexOfAnExampleByHandIsRight() {
    // Together: 1 pair in both, 2 in the first, 1 in the second, of 6 in all.
    assertThat(AdjustedRand.of(List.of(0, 0, 1, 1), List.of(0, 0, 1, 2)))
        .isCloseTo((1 - 2 / 6.0) / (1.5 - 2 / 6.0), within(1e-12));
    assertThat(AdjustedRand.of(List.of(0, 0, 1, 1), List.of(0, 1, 0, 1)))
        .isCloseTo((0 - 4 / 6.0) / (2 - 4 / 6.0), within(1e-12));
  }

  @Test
  void oneGroupForAllIsWorthNothing() {
    assertThat(AdjustedRand.of(List.of(0, 0, 1, 1), List.of(5, 5, 5, 5))).isZero();
    assertThat(AdjustedRand.of(List.of(3, 3), List.of(5, 5))).isOne();
  }

  @Test
  void groupingsOfDifferentThingsAreRefused() {
    assertThatThrownBy(() -> AdjustedRand.of(List.of(1), List.of(1, 2)))
        .hasMessageContaining("has 1 things and the second 2");
  }
}
