package dev.kindling.profile.page;

import dev.kindling.plot.spec.ChartSpec;
import dev.kindling.plot.spec.SpecDraft;
import dev.kindling.profile.report.Bin;
import dev.kindling.profile.report.ColumnProfile;
import dev.kindling.profile.report.CorrelationMatrix;
import dev.kindling.profile.report.Frequency;
import dev.kindling.profile.report.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The charts of a report, from figures that are there already: nothing is read again. */
final class Charts {

  private static final int MOST_BARS = 60;

  private Charts() {}

  /** How the values of a column are spread; null where there is nothing to draw. */
  static @Nullable ChartSpec distribution(ColumnProfile column) {
    if (column.kind() == Kind.NUMERIC || column.kind() == Kind.DATE) {
      return column.histogram().size() < 2 ? null : histogram(column);
    }
    boolean categories = column.kind() == Kind.CATEGORICAL || column.kind() == Kind.BOOLEAN;
    return categories && column.mostFrequent().size() > 1 ? frequencies(column) : null;
  }

  private static ChartSpec histogram(ColumnProfile column) {
    SpecDraft draft = new SpecDraft("bar");
    boolean dates = column.kind() == Kind.DATE;
    for (Bin bin : column.histogram()) {
      Map<String, Object> row = new LinkedHashMap<>();
      if (dates) {
        row.put("day", day((bin.from() + bin.to()) / 2));
      } else {
        row.put("from", bin.from());
        row.put("to", bin.to());
      }
      row.put("rows", bin.count());
      draft.row(row);
    }
    String name = Shown.text(column.name());
    if (dates) {
      draft.encode("x", "day", "temporal", name);
    } else {
      draft.encode("x", "from", "quantitative", name).putObject("bin").put("binned", true);
      draft.encode("x2", "to", null, null);
    }
    draft.encode("y", "rows", "quantitative", "rows");
    return draft
        .title(name, List.of())
        .description(
            "Histogram of %s in %d bins of equal width.".formatted(name, column.histogram().size()))
        .spec();
  }

  private static String day(double millis) {
    return Instant.ofEpochMilli(Math.round(millis)).toString();
  }

  private static ChartSpec frequencies(ColumnProfile column) {
    Map<String, Object> bars = new LinkedHashMap<>();
    long listed = 0;
    for (Frequency frequency : column.mostFrequent()) {
      bars.put(Shown.text(frequency.value()), frequency.count());
      listed += frequency.count();
    }
    if (listed < column.count()) {
      bars.put("(others)", column.count() - listed);
    }
    if (column.missing() > 0) {
      bars.put("(missing)", column.missing());
    }
    return bars(
        Shown.text(column.name()),
        "rows",
        bars,
        "The most frequent values of %s.".formatted(Shown.text(column.name())));
  }

  /** The shares of missing cells; null if no cell is missing. */
  static @Nullable ChartSpec missing(List<ColumnProfile> columns) {
    Map<String, Object> bars = new LinkedHashMap<>();
    columns.stream()
        .filter(column -> column.missing() > 0)
        .sorted((one, other) -> Double.compare(other.missingShare(), one.missingShare()))
        .limit(MOST_BARS)
        .forEach(column -> bars.put(Shown.text(column.name()), 100 * column.missingShare()));
    return bars.isEmpty()
        ? null
        : bars(
            "Missing",
            "percent of the rows",
            bars,
            "The share of missing cells of each column that has any.");
  }

  private static ChartSpec bars(
      String title, String length, Map<String, Object> bars, String description) {
    SpecDraft draft = new SpecDraft("bar");
    bars.forEach(
        (name, value) -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("value", name);
          row.put("size", value);
          draft.row(row);
        });
    draft.encode("y", "value", "nominal", "").putNull("sort");
    draft.encode("x", "size", "quantitative", length);
    return draft.title(title, List.of()).description(description).spec();
  }

  /**
   * A matrix as a heat map.
   *
   * @param signed whether values run from -1 to 1, not from 0
   */
  static ChartSpec matrix(String title, CorrelationMatrix matrix, boolean signed) {
    SpecDraft draft = new SpecDraft("rect");
    List<String> names = distinct(matrix.columns());
    for (int i = 0; i < names.size(); i++) {
      for (int j = 0; j < names.size(); j++) {
        Double value = matrix.at(i, j);
        if (value != null) {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("one", names.get(i));
          row.put("other", names.get(j));
          row.put("value", Math.rint(value * 100) / 100);
          draft.row(row);
        }
      }
    }
    draft.encode("x", "one", "nominal", "").putNull("sort");
    draft.encode("y", "other", "nominal", "").putNull("sort");
    var scale = draft.encode("color", "value", "quantitative", title).putObject("scale");
    scale.put("scheme", signed ? "blueorange" : "blues");
    if (signed) {
      scale.put("reverse", true).put("domainMid", 0);
    }
    scale.putArray("domain").add(signed ? -1 : 0).add(1);
    return draft
        .title(title, List.of())
        .description(
            String.format(
                Locale.ROOT,
                signed
                    ? "%s of %d columns, from %s. Blue is above 0, orange below."
                    : "%s of %d columns, from %s.",
                title,
                names.size(),
                matrix.sampled()
                    ? String.format(Locale.ROOT, "a random sample of %,d rows", matrix.rows())
                    : String.format(Locale.ROOT, "all %,d rows", matrix.rows())))
        .spec();
  }

  /** Names as they are shown; a second one of the same name gets a number. */
  private static List<String> distinct(List<String> columns) {
    List<String> names = new ArrayList<>();
    for (String column : columns) {
      String name = Shown.text(column);
      String free = name;
      for (int i = 2; names.contains(free); i++) {
        free = name + " (" + i + ")";
      }
      names.add(free);
    }
    return names;
  }
}
