package dev.kindling.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LogitScaleTest {

  @Test
  void theWantedShareHasTheLabelAndIsToldApartAsWellAsWanted() {
    Draws draws = new Draws(1);
    double[] scores = new double[1000];
    Arrays.setAll(scores, i -> draws.normal(5, 1));
    LogitScale scale = new LogitScale(scores);
    double factor = scale.factor(0.3, 0.85);
    double cut = scale.cut(factor, 0.3);
    double[] probabilities =
        Arrays.stream(scores).map(score -> LogitScale.logistic(factor * score - cut)).toArray();
    assertThat(Arrays.stream(probabilities).average()).hasValueCloseTo(0.3, within(1e-6));
    assertThat(ExpectedAuc.of(probabilities)).isCloseTo(0.85, within(1e-6));
    assertThat(scale.factor(0.3, 0.9)).isGreaterThan(factor);
  }

  @Test
  void theLogisticFunctionOfLogOddsIsTheProbability() {
    assertThat(LogitScale.logistic(0)).isEqualTo(0.5);
    assertThat(LogitScale.logistic(Math.log(3))).isCloseTo(0.75, within(1e-12));
    assertThat(LogitScale.logistic(-1000)).isZero();
  }
}
