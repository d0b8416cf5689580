package dev.kindling.profile;

import dev.kindling.profile.report.ColumnDrift;
import dev.kindling.profile.report.ColumnProfile;
import dev.kindling.profile.report.DriftAlert;
import dev.kindling.profile.report.DriftThresholds;
import dev.kindling.profile.report.DriftType;
import dev.kindling.profile.report.NumberSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds which differences of two frames are worth an alert. */
final class DriftRules {

  private static final int SHOWN = 5;

  private final Profile first;
  private final Profile second;
  private final DriftThresholds limits;
  private final List<DriftAlert> alerts = new ArrayList<>();

  DriftRules(Profile first, Profile second, DriftThresholds limits) {
    this.first = first;
    this.second = second;
    this.limits = limits;
  }

  List<DriftAlert> alerts(List<ColumnDrift> columns) {
    columns.forEach(this::column);
    return List.copyOf(alerts);
  }

  private void column(ColumnDrift drift) {
    if (drift.first() == null) {
      alert(DriftType.COLUMN_NEW, drift, null, "is only in %s.".formatted(second.title()));
    } else if (drift.second() == null) {
      alert(DriftType.COLUMN_GONE, drift, null, "is only in %s.".formatted(first.title()));
    } else {
      if (!drift.first().equals(drift.second())) {
        alert(
            DriftType.TYPE_CHANGED,
            drift,
            null,
            "is %s in %s and %s in %s."
                .formatted(drift.first(), first.title(), drift.second(), second.title()));
      }
      if (above(drift.missingDifference(), limits.missing())) {
        alert(
            DriftType.MISSING_MOVED,
            drift,
            drift.missingDifference(),
            "is missing in %.1f %% of the rows of %s and in %.1f %% of those of %s.",
            100 * first.column(drift.name()).missingShare(),
            first.title(),
            100 * second.column(drift.name()).missingShare(),
            second.title());
      }
      numbers(drift);
      categories(drift);
    }
  }

  private void numbers(ColumnDrift drift) {
    if (above(drift.psi(), limits.psi())) {
      alert(
          DriftType.NUMBERS_MOVED,
          drift,
          drift.psi(),
          "is spread differently in %s: its population stability index is %.2f.",
          second.title(),
          drift.psi());
    }
    if (drift.meanDifference() != null && above(drift.meanDifference(), limits.meanDifference())) {
      alert(
          DriftType.MEAN_MOVED,
          drift,
          drift.meanDifference(),
          "has a mean in %s that is %.2f standard deviations %s that of %s.",
          second.title(),
          Math.abs(drift.meanDifference()),
          drift.meanDifference() > 0 ? "above" : "below",
          first.title());
    }
    if (drift.psi() != null) {
      range(drift, first.column(drift.name()), second.column(drift.name()));
    }
  }

  private void range(ColumnDrift drift, ColumnProfile before, ColumnProfile after) {
    NumberSummary one = before.numbers();
    NumberSummary other = after.numbers();
    if (one == null || other == null) {
      return;
    }
    range(drift, one.min(), one.max(), other.min(), other.max());
  }

  private void range(
      ColumnDrift drift,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable Double newLow,
      @Nullable Double newHigh) {
    if (low == null || high == null || newLow == null || newHigh == null) {
      return;
    }
    // A value or two beyond the end is chance; as far as the whole range is not.
    double room = high - low;
    if (newHigh > high + room || newLow < low - room) {
      alert(
          DriftType.RANGE_LEFT,
          drift,
          null,
          "runs from %.4g to %.4g in %s, far outside of %.4g to %.4g in %s.",
          newLow,
          newHigh,
          second.title(),
          low,
          high,
          first.title());
    }
  }

  private void categories(ColumnDrift drift) {
    if (above(drift.jensenShannon(), limits.jensenShannon())) {
      alert(
          DriftType.CATEGORIES_MOVED,
          drift,
          drift.jensenShannon(),
          "has other shares in %s: the Jensen–Shannon distance is %.2f.",
          second.title(),
          drift.jensenShannon());
    }
    if (!drift.newValues().isEmpty()) {
      alert(
          DriftType.CATEGORY_NEW,
          drift,
          (double) drift.newValues().size(),
          "has categories in %s that %s has not: %s.",
          second.title(),
          first.title(),
          listed(drift.newValues()));
    }
    if (!drift.goneValues().isEmpty()) {
      alert(
          DriftType.CATEGORY_GONE,
          drift,
          (double) drift.goneValues().size(),
          "lacks categories in %s that %s has: %s.",
          second.title(),
          first.title(),
          listed(drift.goneValues()));
    }
  }

  private static boolean above(@Nullable Double value, double limit) {
    return value != null && Math.abs(value) > limit;
  }

  private static String listed(List<String> values) {
    String shown = String.join(", ", values.subList(0, Math.min(SHOWN, values.size())));
    return values.size() <= SHOWN ? shown : shown + " and " + (values.size() - SHOWN) + " more";
  }

  private void alert(
      DriftType type,
      ColumnDrift drift,
      @Nullable Double value,
      String text,
      @Nullable Object... parts) {
    String sentence = parts.length == 0 ? text : String.format(Locale.ROOT, text, parts);
    alerts.add(new DriftAlert(type, drift.name(), value, "'" + drift.name() + "' " + sentence));
  }
}
