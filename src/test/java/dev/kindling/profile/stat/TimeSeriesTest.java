package dev.kindling.profile.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TimeSeriesTest {

  private static final int N = 400;

  /** 1, 2, 3, 4: deviations -1.5, -.5, .5, 1.5; products of neighbours .75 - .25 + .75. */
  @Test
  void autocorrelationComparesWithTheOwnPast() {
    assertThat(TimeSeries.autocorrelation(new double[] {1, 2, 3, 4}, 1))
        .isCloseTo(1.25 / 5, within(1e-12));
    assertThat(TimeSeries.autocorrelation(new double[] {1, 1, 1}, 1)).isNaN();
    assertThat(TimeSeries.autocorrelation(new double[] {1, 2}, 2)).isNaN();
  }

  @Test
  void aLineIsTakenOff() {
    assertThat(TimeSeries.detrended(3, 5, 7, 9)).containsOnly(new double[] {0}, within(1e-12));
  }

  @Test
  void aRandomWalkIsNotStationaryAndItsStepsAre() {
    double[] walk = walk(7);
    double critical = TimeSeries.dickeyFullerCritical(N);

    assertThat(critical).isCloseTo(-2.87, within(0.01));
    assertThat(TimeSeries.dickeyFuller(walk)).isGreaterThan(critical);
    assertThat(TimeSeries.dickeyFuller(TimeSeries.differences(walk))).isLessThan(critical);
  }

  @Test
  void whatIsShortOrConstantIsNotJudged() {
    assertThat(TimeSeries.dickeyFuller(new double[10])).isNaN();
    assertThat(TimeSeries.dickeyFuller(new double[100])).isNaN();
  }

  private static double[] walk(long seed) {
    Random random = new Random(seed);
    double[] at = new double[1];
    return IntStream.range(0, N).mapToDouble(i -> at[0] += random.nextGaussian()).toArray();
  }
}
