package dev.kindling.profile.report;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a profile is made. Begin with {@link #defaults} and change what you need.
 *
 * @param title what the report is called
 * @param timeColumn the column that orders the rows in time, for the alerts of time series; null
 *     for none
 * @param bins how many bins a histogram has at most
 * @param mostFrequent how many of the most frequent values are listed per column
 * @param sampleRows how many rows the random sample for Spearman's correlation and Cramér's V has;
 *     frames with no more rows are not sampled
 * @param correlatedColumns how many columns of a kind are correlated at most, from the left
 * @param correlatedLevels a categorical column with more different values has no Cramér's V
 * @param seed of the sample
 * @param lags at which steps a time series is compared with itself
 * @param thresholds of the alerts
 */
public record ProfileSettings(
    String title,
    @Nullable String timeColumn,
    int bins,
    int mostFrequent,
    int sampleRows,
    int correlatedColumns,
    int correlatedLevels,
    long seed,
    List<Integer> lags,
    Thresholds thresholds) {

  public ProfileSettings {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(thresholds, "thresholds");
    lags = List.copyOf(lags);
    atLeast("bins", bins, 1);
    atLeast("mostFrequent", mostFrequent, 1);
    atLeast("sampleRows", sampleRows, 2);
    atLeast("correlatedColumns", correlatedColumns, 0);
    atLeast("correlatedLevels", correlatedLevels, 2);
    lags.forEach(lag -> atLeast("lags", lag, 1));
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(
          "The setting '%s' is %d: make it %d or more.".formatted(name, value, least));
    }
  }

  /** The usual settings. */
  public static ProfileSettings defaults() {
    return new ProfileSettings(
        "Profile",
        null,
        20,
        10,
        10_000,
        60,
        100,
        42,
        List.of(1, 7, 12, 24, 30),
        Thresholds.defaults());
  }

  public ProfileSettings withTitle(String newTitle) {
    return new ProfileSettings(
        newTitle,
        timeColumn,
        bins,
        mostFrequent,
        sampleRows,
        correlatedColumns,
        correlatedLevels,
        seed,
        lags,
        thresholds);
  }

  public ProfileSettings withTimeColumn(String column) {
    return new ProfileSettings(
        title,
        column,
        bins,
        mostFrequent,
        sampleRows,
        correlatedColumns,
        correlatedLevels,
        seed,
        lags,
        thresholds);
  }

  public ProfileSettings withBins(int most) {
    return new ProfileSettings(
        title,
        timeColumn,
        most,
        mostFrequent,
        sampleRows,
        correlatedColumns,
        correlatedLevels,
        seed,
        lags,
        thresholds);
  }

  public ProfileSettings withSample(int rows, long newSeed) {
    return new ProfileSettings(
        title,
        timeColumn,
        bins,
        mostFrequent,
        rows,
        correlatedColumns,
        correlatedLevels,
        newSeed,
        lags,
        thresholds);
  }

  public ProfileSettings withLags(List<Integer> steps) {
    return new ProfileSettings(
        title,
        timeColumn,
        bins,
        mostFrequent,
        sampleRows,
        correlatedColumns,
        correlatedLevels,
        seed,
        steps,
        thresholds);
  }

  public ProfileSettings withThresholds(Thresholds limits) {
    return new ProfileSettings(
        title,
        timeColumn,
        bins,
        mostFrequent,
        sampleRows,
        correlatedColumns,
        correlatedLevels,
        seed,
        lags,
        limits);
  }
}
