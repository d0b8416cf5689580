package dev.kindling.check.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ToleranceTest {

  @Test
  void theOrderOfAdditionDoesNotMatterByDefault() {
    double sum = 0.1 + 0.2 + 0.3;
    double other = 0.3 + 0.2 + 0.1;
    assertThat(sum).isNotEqualTo(other);
    assertThat(Tolerance.DEFAULT.allows(sum, other)).isTrue();
    assertThat(Tolerance.DEFAULT.allows(0, 1e-17)).isTrue();
    assertThat(Tolerance.DEFAULT.allows(1_000_000, 1_000_000.01)).isFalse();
  }

  @Test
  void theEdgeOfAToleranceIsWithinIt() {
    assertThat(1.1 - 1.0).isGreaterThan(0.1);
    assertThat(Tolerance.within(0.1).allows(1.0, 1.1)).isTrue();
    assertThat(Tolerance.within(0.1).allows(1.0, 1.1001)).isFalse();
  }

  @Test
  void zeroAsksForTheVerySameNumber() {
    assertThat(Tolerance.within(0).allows(0.1 + 0.2, 0.3)).isFalse();
    assertThat(Tolerance.within(0).allows(0.0, -0.0)).isTrue();
  }

  @Test
  void nanAndInfinityEqualThemselvesAlone() {
    Tolerance wide = Tolerance.within(1e9);
    assertThat(wide.allows(Double.NaN, Double.NaN)).isTrue();
    assertThat(wide.allows(Double.NaN, 1)).isFalse();
    assertThat(wide.allows(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)).isTrue();
    assertThat(wide.allows(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)).isFalse();
    assertThat(wide.allows(Double.POSITIVE_INFINITY, 1)).isFalse();
  }

  @Test
  void aNegativeToleranceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Tolerance.within(-1))
        .withMessage("A tolerance of '-1.0' makes no sense: give zero or a positive number.");
    assertThatIllegalArgumentException().isThrownBy(() -> Tolerance.within(Double.NaN));
  }
}
