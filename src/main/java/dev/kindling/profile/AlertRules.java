package dev.kindling.profile;

import dev.kindling.profile.report.Alert;
import dev.kindling.profile.report.AlertType;
import dev.kindling.profile.report.ColumnProfile;
import dev.kindling.profile.report.Correlations;
import dev.kindling.profile.report.Kind;
import dev.kindling.profile.report.NumberSummary;
import dev.kindling.profile.report.Overview;
import dev.kindling.profile.report.SeriesSummary;
import dev.kindling.profile.report.TextSummary;
import dev.kindling.profile.report.Thresholds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is worth an alert: first the frame, then its columns from left to right, then pairs.
 */
final class AlertRules {

  private final Thresholds limits;
  private final List<Alert> alerts = new ArrayList<>();

  AlertRules(Thresholds limits) {
    this.limits = limits;
  }

  List<Alert> alerts(Overview overview, List<ColumnProfile> columns, Correlations correlations) {
    if (overview.rows() == 0) {
      alerts.add(new Alert(AlertType.EMPTY, null, null, null, "The frame has no rows."));
      return List.copyOf(alerts);
    }
    if (overview.duplicateRows() > 0) {
      alerts.add(
          new Alert(
              AlertType.DUPLICATES,
              null,
              null,
              overview.duplicateShare(),
              "%s an earlier row (%s)."
                  .formatted(
                      count(overview.duplicateRows(), "row repeats", "rows repeat"),
                      percent(overview.duplicateShare()))));
    }
    columns.forEach(this::column);
    alerts.addAll(new PairRules(limits.correlation()).alerts(correlations));
    return List.copyOf(alerts);
  }

  private void column(ColumnProfile column) {
    if (column.count() == 0) {
      alert(AlertType.EMPTY, column, null, "'%s' has no value at all.");
      return;
    }
    if (column.missingShare() > limits.missing()) {
      alert(
          AlertType.MISSING,
          column,
          column.missingShare(),
          "'%s' is missing in " + percent(column.missingShare()) + " of the rows.");
    }
    if (column.kind() == Kind.UNSUPPORTED) {
      alert(
          AlertType.UNSUPPORTED,
          column,
          null,
          "'%s' is of the type "
              + shortened(column.type())
              + ", which a profile cannot look into.");
      return;
    }
    if (column.distinct() != null) {
      values(column, column.distinct());
    }
    if (column.numbers() != null) {
      numbers(column, column.numbers());
    }
    if (column.texts() != null) {
      texts(column, column.texts());
    }
    if (column.series() != null) {
      series(column, column.series());
    }
  }

  private void values(ColumnProfile column, long distinct) {
    if (distinct == 1) {
      alert(AlertType.CONSTANT, column, null, "All values of '%s' are the same.");
      return;
    }
    if (distinct == column.rows()) {
      alert(AlertType.UNIQUE, column, null, "No two values of '%s' are the same.");
    }
    if (column.uniformP() != null && column.uniformP() > limits.uniform()) {
      alert(
          AlertType.UNIFORM,
          column,
          column.uniformP(),
          "The values of '%s' are spread more evenly than chance would spread them.");
    }
    boolean dates = column.texts() != null && column.texts().dates();
    if (!dates && column.imbalance() != null && column.imbalance() > limits.imbalance()) {
      alert(
          AlertType.IMBALANCE,
          column,
          column.imbalance(),
          "'%s' is unbalanced: "
              + percent(column.mostFrequent().get(0).share())
              + " of its values are the most frequent one.");
    }
    if (!dates && column.kind() == Kind.CATEGORICAL && distinct > limits.cardinality()) {
      alert(
          AlertType.HIGH_CARDINALITY,
          column,
          (double) distinct,
          "'%s' has " + count(distinct, "category", "categories") + ".");
    }
  }

  private void numbers(ColumnProfile column, NumberSummary numbers) {
    if (numbers.infinite() > 0) {
      alert(
          AlertType.INFINITE,
          column,
          (double) numbers.infinite() / column.rows(),
          "'%s' has "
              + count(numbers.infinite(), "infinite value", "infinite values")
              + "; a mean over them would be infinite or NaN.");
    }
    if (numbers.zeroShare() > limits.zeros()) {
      alert(
          AlertType.ZEROS,
          column,
          numbers.zeroShare(),
          "'%s' is zero in " + percent(numbers.zeroShare()) + " of the rows.");
    }
    Double skewness = numbers.skewness();
    if (skewness != null && Math.abs(skewness) > limits.skewness()) {
      alert(
          AlertType.SKEWED,
          column,
          skewness,
          "'%s' is skewed (skewness " + number(skewness) + "): a few values are far out.");
    }
  }

  private void texts(ColumnProfile column, TextSummary texts) {
    if (texts.dates()) {
      alert(
          AlertType.TYPE_DATE,
          column,
          null,
          "'%s' holds texts that are all dates: convert them with to_date or to_timestamp.");
    } else if (column.distinct() != null
        && column.distinct() > 2
        && texts.longest() != null
        && texts.longest().equals(texts.shortest())) {
      alert(
          AlertType.CONSTANT_LENGTH,
          column,
          (double) texts.longest(),
          "All texts of '%s' are " + count(texts.longest(), "character", "characters") + " long.");
    }
  }

  private void series(ColumnProfile column, SeriesSummary series) {
    if (Boolean.FALSE.equals(series.stationary())
        && series.dickeyFuller() != null
        && series.critical() != null) {
      alert(
          AlertType.NON_STATIONARY,
          column,
          series.dickeyFuller(),
          "'%s' is not stationary: it has a trend or wanders (Dickey–Fuller "
              + number(series.dickeyFuller())
              + ", not below "
              + number(series.critical())
              + ").");
    }
    series.autocorrelations().stream()
        .filter(
            lag ->
                lag.peak()
                    && lag.autocorrelation() != null
                    && lag.autocorrelation() > limits.seasonal())
        .forEach(
            lag ->
                alert(
                    AlertType.SEASONAL,
                    column,
                    lag.autocorrelation(),
                    "'%s' repeats itself every "
                        + lag.lag()
                        + " steps (autocorrelation "
                        + number(lag.autocorrelation())
                        + ")."));
  }

  /** The name goes in last and by itself, so a percent sign in it does no harm. */
  private void alert(AlertType type, ColumnProfile column, @Nullable Double value, String message) {
    alerts.add(
        new Alert(type, column.name(), null, value, message.replaceFirst("%s", quoted(column))));
  }

  private static String quoted(ColumnProfile column) {
    return java.util.regex.Matcher.quoteReplacement(column.name());
  }

  private static String shortened(String type) {
    return type.length() <= 40 ? type : type.substring(0, 40) + "…";
  }

  private static String count(long count, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : many);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3g", 100 * share).replaceFirst("\\.0+$", "") + " %";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
