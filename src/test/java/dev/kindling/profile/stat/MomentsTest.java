package dev.kindling.profile.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class MomentsTest {

  private static Moments of(double... values) {
    Moments moments = new Moments();
    moments.addAll(values, values.length);
    return moments;
  }

  /** 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares 32, cubes 42, fourth powers 356. */
  @Test
  void figuresOfEightNumbersAreThoseOfPaperAndPencil() {
    Moments moments = of(2, 4, 4, 4, 5, 5, 7, 9);

    assertThat(moments.count()).isEqualTo(8);
    assertThat(moments.mean()).isEqualTo(5);
    assertThat(moments.std()).isCloseTo(Math.sqrt(32 / 7.0), within(1e-12));
    assertThat(moments.skewness()).isCloseTo((42 / 8.0) / 8, within(1e-12));
    assertThat(moments.kurtosis()).isCloseTo((356 / 8.0) / 16 - 3, within(1e-12));
    assertThat(moments.min()).isEqualTo(2);
    assertThat(moments.max()).isEqualTo(9);
  }

  @Test
  void zerosAndNegativesAreCounted() {
    Moments moments = of(-1, 0, -0.0, 3, -2.5);

    assertThat(moments.zeros()).isEqualTo(2);
    assertThat(moments.negative()).isEqualTo(2);
  }

  @Test
  void partsMergeToTheWhole() {
    SplittableRandom random = new SplittableRandom(1);
    double[] all = random.doubles(5000).map(x -> Math.exp(5 * x) + 1e9).toArray();
    Moments merged = new Moments();
    for (int start = 0; start < all.length; start += 700) {
      merged.merge(of(Arrays.copyOfRange(all, start, Math.min(all.length, start + 700))));
    }
    Moments whole = of(all);

    assertThat(merged.count()).isEqualTo(5000);
    assertThat(merged.mean()).isCloseTo(whole.mean(), within(1e-6));
    assertThat(merged.std()).isCloseTo(whole.std(), within(1e-6));
    assertThat(merged.skewness()).isCloseTo(whole.skewness(), within(1e-6));
    assertThat(merged.kurtosis()).isCloseTo(whole.kurtosis(), within(1e-6));
  }

  @Test
  void aConstantHasNoSkewnessEvenIfItsSumHasRoundingErrors() {
    double[] constant = new double[1000];
    Arrays.fill(constant, 0.1);

    assertThat(of(constant).mean()).isEqualTo(0.1);
    assertThat(of(constant).std()).isZero();
    assertThat(of(constant).skewness()).isNaN();
  }

  @Test
  void fewerThanTwoNumbersHaveNoSpread() {
    assertThat(of(3).mean()).isEqualTo(3);
    assertThat(of(3).std()).isNaN();
    assertThat(of().mean()).isNaN();
    assertThat(of().min()).isNaN();
  }
}
