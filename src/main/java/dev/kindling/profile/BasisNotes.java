package dev.kindling.profile;

import dev.kindling.profile.report.Basis;
import dev.kindling.profile.report.ColumnProfile;
import dev.kindling.profile.report.Kind;
import dev.kindling.profile.report.ProfileSettings;
import dev.kindling.profile.scan.FrameScan;
import dev.kindling.profile.scan.SeriesScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what a profile's figures were taken from, so that nobody takes a sample for the whole. */
final class BasisNotes {

  private final FrameScan scan;
  private final List<ColumnProfile> columns;
  private final ProfileSettings settings;
  private final List<String> notes = new ArrayList<>();

  BasisNotes(FrameScan scan, List<ColumnProfile> columns, ProfileSettings settings) {
    this.scan = scan;
    this.columns = columns;
    this.settings = settings;
  }

  /**
   * @param series null without a time column
   */
  Basis basis(@Nullable SeriesScan series) {
    long sample = scan.sample().size();
    boolean sampled = sample < scan.rows();
    double error =
        columns.stream()
            .filter(column -> column.numbers() != null)
            .mapToDouble(column -> column.numbers().quantiles().rankError())
            .max()
            .orElse(0);
    note(
        "Counts, distinct values, moments, histograms, Pearson's correlation and duplicate rows are from all %,d rows.",
        scan.rows());
    if (error > 0) {
      note(
          "Quantiles are from all rows, approximate within ±%.3f percent of the rows.",
          100 * error);
    } else {
      note("Quantiles are exact.");
    }
    if (sampled) {
      note(
          "Spearman's correlation and Cramér's V are from a random sample of %,d of the %,d rows (seed %d).",
          sample, scan.rows(), settings.seed());
    } else {
      note("Spearman's correlation and Cramér's V are from all rows.");
    }
    frequencies(sampled);
    leftOut();
    if (series != null) {
      note(
          series.stepped()
              ? "Time series are means over 2,000 equal steps of '%s'."
              : "Time series are means at each value of '%s'; a lag counts values, gaps or not.",
          settings.timeColumn());
    }
    return new Basis(sample, sampled, error, notes);
  }

  private void frequencies(boolean sampled) {
    List<String> partly =
        columns.stream()
            .filter(column -> !column.frequenciesComplete())
            .map(ColumnProfile::name)
            .toList();
    if (!partly.isEmpty()) {
      note(
          "Of columns with more than 2,000 different values (%d), the most frequent values are those that repeat in %s, with their count in all rows.",
          partly.size(), sampled ? "the sample" : "the rows");
    }
  }

  private void leftOut() {
    long numeric = columns.stream().filter(column -> column.kind() == Kind.NUMERIC).count();
    if (numeric > settings.correlatedColumns()) {
      note(
          "Only the first %d of %d numeric columns are correlated.",
          settings.correlatedColumns(), numeric);
    }
    long wide =
        columns.stream()
            .filter(column -> column.kind() == Kind.CATEGORICAL)
            .filter(
                column ->
                    column.distinct() != null && column.distinct() > settings.correlatedLevels())
            .count();
    if (wide > 0) {
      note(
          "Cramér's V leaves out categorical columns with more than %d levels (%d).",
          settings.correlatedLevels(), wide);
    }
  }

  private void note(String text, @Nullable Object... values) {
    notes.add(String.format(Locale.ROOT, text, values));
  }
}
