package dev.kindling.profile;

import dev.kindling.profile.report.SeriesSummary;
import dev.kindling.profile.report.SeriesSummary.Lag;
import dev.kindling.profile.stat.TimeSeries;
import java.util.ArrayList;
import java.util.List;

/** Makes the summary of a time series. */
final class SeriesMaker {

  /** Too few periods say nothing about a period. */
  private static final int FEWEST_PERIODS = 3;

  private final List<Integer> lags;

  SeriesMaker(List<Integer> lags) {
    this.lags = lags;
  }

  SeriesSummary make(double... series) {
    if (series.length < TimeSeries.SHORTEST) {
      return new SeriesSummary(series.length, null, null, null, List.of());
    }
    double statistic = TimeSeries.dickeyFuller(series);
    double critical = TimeSeries.dickeyFullerCritical(series.length);
    boolean known = Double.isFinite(statistic);
    boolean wanders = known && statistic >= critical;
    double[] level = wanders ? TimeSeries.differences(series) : TimeSeries.detrended(series);
    List<Lag> found = new ArrayList<>();
    for (int lag : lags) {
      found.add(lag(level, lag));
    }
    return new SeriesSummary(
        series.length,
        known ? statistic : null,
        known ? critical : null,
        known ? !wanders : null,
        found);
  }

  private static Lag lag(double[] level, int lag) {
    double here = TimeSeries.autocorrelation(level, lag);
    if (!Double.isFinite(here) || level.length < FEWEST_PERIODS * lag) {
      return new Lag(lag, null, false);
    }
    boolean peak =
        lag > 1
            && here > TimeSeries.autocorrelation(level, lag - 1)
            && here > TimeSeries.autocorrelation(level, lag + 1);
    return new Lag(lag, here, peak);
  }
}
