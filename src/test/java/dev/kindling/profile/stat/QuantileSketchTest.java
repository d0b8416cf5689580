package dev.kindling.profile.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class QuantileSketchTest {

  private static QuantileSketch of(double... values) {
    QuantileSketch sketch = new QuantileSketch();
    sketch.addAll(values, values.length);
    return sketch;
  }

  @Test
  void aQuantileIsTheSmallestValueWithThatShareAtOrBelowIt() {
    QuantileSketch sketch = of(40, 10, 30, 20);

    assertThat(sketch.quantiles(0, 0.25, 0.26, 0.5, 0.75, 1))
        .containsExactly(10, 10, 20, 20, 30, 40);
    assertThat(sketch.rankError()).isZero();
  }

  @Test
  void noValueHasNoQuantile() {
    assertThat(of().quantiles(0.5)).containsOnly(Double.NaN);
  }

  @Test
  void countsBelowLimitsFollowTheValues() {
    assertThat(of(1, 2, 2, 5).atOrBelow(0, 1, 2, 4, 5)).containsExactly(0, 1, 3, 3, 4);
  }

  @Test
  void manyValuesAreWithinTheStatedBound() {
    double[] all = shuffled(500_000);
    QuantileSketch sketch = of(all);

    assertThat(sketch.rankError()).isBetween(1e-6, 1e-3);
    for (double share : new double[] {0.01, 0.25, 0.5, 0.9, 0.999}) {
      // The values are 0 to n - 1, so a value is its own rank.
      double rank = sketch.quantiles(share)[0] + 1;
      assertThat(Math.abs(rank / all.length - share)).isLessThanOrEqualTo(sketch.rankError());
    }
  }

  @Test
  void sortedValuesAreWithinTheBoundToo() {
    double[] all = shuffled(300_000);
    Arrays.sort(all);
    QuantileSketch sketch = of(all);

    assertThat(Math.abs(sketch.quantiles(0.5)[0] + 1 - 150_000) / all.length)
        .isLessThanOrEqualTo(sketch.rankError());
  }

  @Test
  void partsMergeWithinTheBoundAndForgetNothing() {
    double[] all = shuffled(400_000);
    QuantileSketch merged = new QuantileSketch();
    for (int start = 0; start < all.length; start += 37_777) {
      merged.merge(of(Arrays.copyOfRange(all, start, Math.min(all.length, start + 37_777))));
    }

    assertThat(merged.count()).isEqualTo(all.length);
    assertThat(merged.atOrBelow(all.length)).containsExactly((double) all.length);
    assertThat(Math.abs(merged.quantiles(0.25)[0] + 1 - 100_000) / all.length)
        .isLessThanOrEqualTo(merged.rankError());
  }

  @Test
  void theSameValuesGiveTheSameAnswer() {
    double[] all = shuffled(200_000);

    assertThat(of(all).quantiles(0.3)).isEqualTo(of(all).quantiles(0.3));
  }

  private static double[] shuffled(int n) {
    double[] values = new double[n];
    SplittableRandom random = new SplittableRandom(n);
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      values[i] = values[j];
      values[j] = i;
    }
    return values;
  }
}
