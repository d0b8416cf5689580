package dev.kindling.profile.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A numeric column along the time column: the mean at each time, in order. Steps are from one time
 * to the next, gaps or not.
 *
 * @param points the number of times with a value
 * @param dickeyFuller the statistic of the augmented Dickey–Fuller test with a constant; null for a
 *     series that is too short, constant, or determined by its own past
 * @param critical what it must be below, at the level of 5 percent, to count as stationary
 * @param stationary whether it is; null if not known
 * @param autocorrelations at each lag, after the trend is taken off (or, if not stationary, of the
 *     steps)
 */
public record SeriesSummary(
    int points,
    @Nullable Double dickeyFuller,
    @Nullable Double critical,
    @Nullable Boolean stationary,
    List<Lag> autocorrelations) {

  /**
   * A lag.
   *
   * @param lag in steps
   * @param autocorrelation null if the series is too short or constant
   * @param peak whether it is above those of the lags beside it
   */
  public record Lag(int lag, @Nullable Double autocorrelation, boolean peak) {}

  public SeriesSummary {
    autocorrelations = List.copyOf(autocorrelations);
  }
}
