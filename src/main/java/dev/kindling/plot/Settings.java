package dev.kindling.plot;

import dev.kindling.plot.spec.ChartSpec;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose for a chart.
 *
 * @param bins the number of bins
 * @param log whether the scale of the numbers is logarithmic
 * @param color the column that gives the colours, or null
 * @param sample how many rows are drawn at most, where rows are drawn
 * @param seed of the sample
 * @param title or null for the usual one
 * @param description or null for the usual one
 */
record Settings(
    int bins,
    boolean log,
    @Nullable String color,
    int sample,
    long seed,
    @Nullable String title,
    @Nullable String description) {

  static final Settings USUAL = new Settings(20, false, null, 1_000, 42, null, null);
  private static final int MOST_BINS = 200;

  Settings withBins(int number) {
    if (number < 1 || number > MOST_BINS) {
      throw new IllegalArgumentException(
          "A histogram has 1 to %d bins, not %d.".formatted(MOST_BINS, number));
    }
    return new Settings(number, log, color, sample, seed, title, description);
  }

  Settings withLog() {
    return new Settings(bins, true, color, sample, seed, title, description);
  }

  Settings withColor(String column) {
    return new Settings(bins, log, column, sample, seed, title, description);
  }

  Settings withSample(int rows, long newSeed) {
    if (rows < 1 || rows > ChartSpec.MOST_ROWS) {
      throw new IllegalArgumentException(
          "A chart draws 1 to %,d rows, not %,d: more dots than that hide each other."
              .formatted(ChartSpec.MOST_ROWS, rows));
    }
    return new Settings(bins, log, color, rows, newSeed, title, description);
  }

  Settings withTitle(String text) {
    return new Settings(bins, log, color, sample, seed, text, description);
  }

  Settings withDescription(String text) {
    return new Settings(bins, log, color, sample, seed, title, text);
  }
}
