package dev.kindling.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FigureTest {

  @Test
  void aRatioSaysHowManyTimesFasterOursIs() {
    Figure figure = Figure.faster("a save", 500, 12_000, 20, "Maven");
    assertThat(figure.ratio()).isEqualTo(24);
    assertThat(figure.met()).isTrue();
    assertThat(figure.target()).isEqualTo("at least 20 times faster");
  }

  @Test
  void aRatioBelowTheTargetIsNotMet() {
    assertThat(Figure.faster("a save", 500, 9_999, 20, "Maven").met()).isFalse();
  }

  @Test
  void aLimitIsMetBelowItOnly() {
    assertThat(Figure.below("list", 499, 500, "ms").met()).isTrue();
    assertThat(Figure.below("list", 500, 500, "ms").met()).isFalse();
  }

  @Test
  void theMedianOfAnEvenNumberIsBetweenTheMiddleTwo() {
    assertThat(Stopwatch.median(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(3);
    assertThat(Stopwatch.median(List.of(4.0, 1.0, 9.0))).isEqualTo(4);
  }

  @Test
  void noTimesHaveNoMedian() {
    assertThatThrownBy(() -> Stopwatch.median(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
