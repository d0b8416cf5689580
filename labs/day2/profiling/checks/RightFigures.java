package day2.profiling.checks;

import day2.profiling.Correlation;
import day2.profiling.Figures;
import day2.profiling.Overview;
import dev.kindling.data.Table;
import dev.kindling.data.TableBuilder;
import dev.kindling.data.TableRow;
import dev.kindling.data.Values;
import dev.kindling.reference.Contingency;
import dev.kindling.reference.Correlations;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The figures of tables in plain Java. */
final class RightFigures {

  private static final List<Double> SHARES = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

  private static final String SUMMARY =
      "column:string count:long missing:long distinct:long infinite:long zeros:long mean:double std:double min:double max:double skewness:double";

  private RightFigures() {}

  static Overview overview(Table table) {
    long missing = table.rows().stream().flatMap(List::stream).filter(Objects::isNull).count();
    long repeated = (long) table.size() - table.distinct().size();
    return new Overview(table.size(), table.columns().size(), missing, repeated);
  }

  /** Says which values were taken for missing, if there are exactly as many as was miscounted. */
  static Optional<String> mistaken(Table table, Overview wrong) {
    long extra = wrong.missingCells() - overview(table).missingCells();
    List<String> cells =
        table.rows().stream().flatMap(List::stream).map(RightFigures::plain).toList();
    return Stream.of("", "NaN", "Infinity", "0")
        .filter(value -> extra > 0 && Collections.frequency(cells, value) == extra)
        .findFirst()
        .map(
            value ->
                "The missing cells are %,d too many, exactly as many as hold '%s'. That is a value, if an odd one; only null is missing. Look for `isnan`, `na()`, or a comparison with an empty text or 0."
                    .formatted(extra, value));
  }

  private static String plain(Object value) {
    return String.valueOf(value).replaceFirst("\\.0$", "");
  }

  private static Values finite(Values values) {
    return new Values(
        values.present().stream()
            .filter(value -> Double.isFinite(((Number) value).doubleValue()))
            .toList());
  }

  private static long zeros(Values values) {
    return values.present().stream().filter(v -> ((Number) v).doubleValue() == 0).count();
  }

  static Table summaries(Table table, List<String> columns) {
    TableBuilder summaries = Table.builder(SUMMARY.split(" "));
    for (String column : columns) {
      Values all = table.values(column);
      Values finite = finite(all);
      summaries.row(
          column,
          (long) all.size(),
          (long) table.size() - all.size(),
          (long) all.counts().size(),
          (long) all.size() - finite.size(),
          zeros(all),
          finite.mean(),
          finite.sd(),
          finite.min(),
          finite.max(),
          finite.skewness());
    }
    return summaries.build();
  }

  static Map<String, List<Double>> quantiles(Table table, List<String> columns) {
    Map<String, List<Double>> quantiles = new LinkedHashMap<>();
    for (String column : columns) {
      quantiles.put(column, SHARES.stream().map(table.values(column)::quantile).toList());
    }
    return quantiles;
  }

  /** A row for each measure of each pair, over the rows in which both have a value. */
  static Table correlations(Table table, List<String> numeric, List<String> categorical) {
    TableBuilder found = Table.builder("of:string", "value:double");
    eachPair(
        numeric,
        (first, second) -> {
          Table both = table.complete(first, second);
          double[] x = both.numbers(first);
          double[] y = both.numbers(second);
          found.row(named("pearson", first, second), Correlations.pearson(x, y));
          found.row(named("spearman", first, second), Correlations.spearman(x, y));
        });
    eachPair(
        categorical,
        (first, second) -> {
          Table both = table.complete(first, second);
          found.row(
              named("cramers_v", first, second),
              Contingency.of(both.column(first), both.column(second)).cramersV());
        });
    return found.build();
  }

  static Table named(List<Correlation> correlations) {
    TableBuilder named = Table.builder("of:string", "value:double");
    correlations.forEach(c -> named.row(named(c.measure(), c.first(), c.second()), c.value()));
    return named.build();
  }

  private static String named(String measure, String first, String second) {
    return "%s of %s and %s".formatted(measure, first, second);
  }

  private static void eachPair(List<String> columns, BiConsumer<String, String> pair) {
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i + 1; j < columns.size(); j++) {
        pair.accept(columns.get(i), columns.get(j));
      }
    }
  }

  /** The figures that a row of {@link HandMade#FIGURES} holds. */
  static Figures read(TableRow row) {
    return new Figures(
        row.text("of"),
        row.text("kind"),
        row.whole("rows"),
        row.whole("missing"),
        row.whole("distinct"),
        row.whole("zeros"),
        row.whole("infinite"),
        row.numberOrNull("skewness"),
        frequencies(row),
        row.numberOrNull("uniformP"),
        (int) row.whole("shortest"),
        (int) row.whole("longest"),
        row.flag("dates"));
  }

  private static List<Long> frequencies(TableRow row) {
    return ((List<?>) row.get("frequencies")).stream().map(Long.class::cast).toList();
  }
}
