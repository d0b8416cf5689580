package dev.kindling.profile;

import dev.kindling.profile.report.Alert;
import dev.kindling.profile.report.AlertType;
import dev.kindling.profile.report.CorrelationMatrix;
import dev.kindling.profile.report.Correlations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Alerts of two columns that say much the same; the stronger of two measures counts. */
final class PairRules {

  private final double limit;

  PairRules(double limit) {
    this.limit = limit;
  }

  List<Alert> alerts(Correlations correlations) {
    List<Alert> alerts = new ArrayList<>();
    CorrelationMatrix pearson = correlations.pearson();
    CorrelationMatrix spearman = correlations.spearman();
    for (int i = 0; i < pearson.columns().size(); i++) {
      for (int j = i + 1; j < pearson.columns().size(); j++) {
        Double line = pearson.at(i, j);
        Double ranks = spearman.at(i, j);
        boolean byRank = size(ranks) > size(line);
        add(
            alerts,
            pearson,
            i,
            j,
            byRank ? ranks : line,
            byRank ? "Spearman's correlation" : "Pearson's correlation");
      }
    }
    CorrelationMatrix categories = correlations.cramersV();
    for (int i = 0; i < categories.columns().size(); i++) {
      for (int j = i + 1; j < categories.columns().size(); j++) {
        add(alerts, categories, i, j, categories.at(i, j), "Cramér's V");
      }
    }
    return alerts;
  }

  private static double size(Double value) {
    return value == null ? 0 : Math.abs(value);
  }

  private void add(
      List<Alert> alerts, CorrelationMatrix matrix, int one, int other, Double value, String name) {
    if (size(value) > limit) {
      String first = matrix.columns().get(one);
      String second = matrix.columns().get(other);
      alerts.add(
          new Alert(
              AlertType.HIGH_CORRELATION,
              first,
              second,
              value,
              "'%s' and '%s' go together: %s is %s."
                  .formatted(first, second, name, String.format(Locale.ROOT, "%.2f", value))));
    }
  }
}
