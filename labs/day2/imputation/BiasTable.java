package day2.imputation;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The bias of filled values in plain Java: as it should be, and as known mistakes have it.
 *
 * @param surrogates what is filled in, by column
 * @param marked the rows with their gaps
 * @param truth what was really there, each id once
 */
record BiasTable(Map<String, Double> surrogates, Table marked, Table truth) {

  private static final DoubleBinaryOperator OFF = (surrogate, actual) -> surrogate - actual;

  Table right() {
    return table(gap -> gap, Values::median, OFF);
  }

  /** Every row counts, though nothing was filled in most of them. */
  Table overAllRows() {
    return table(gap -> true, Values::median, OFF);
  }

  /** The rows with a value count, instead of those with a gap. */
  Table overTold() {
    return table(gap -> !gap, Values::median, OFF);
  }

  Table signTurned() {
    return table(gap -> gap, Values::median, (surrogate, actual) -> actual - surrogate);
  }

  Table ofMeans() {
    return table(gap -> gap, Values::mean, OFF);
  }

  private Table table(
      Predicate<Boolean> counts, Function<Values, Double> middle, DoubleBinaryOperator off) {
    Map<Object, Map<String, Object>> byId = new HashMap<>();
    NamedRows.of(truth).forEach(row -> byId.put(row.get("id"), row));
    List<Map<String, Object>> rows = NamedRows.of(marked);
    List<List<Object>> lines = new ArrayList<>();
    surrogates.forEach(
        (column, surrogate) -> {
          long missing = rows.stream().filter(row -> row.get(column) == null).count();
          Values values =
              new Values(
                  rows.stream()
                      .filter(row -> counts.test(row.get(column) == null))
                      .map(row -> byId.get(row.get("id")).get(column))
                      .toList());
          Double actual = values.present().isEmpty() ? null : middle.apply(values);
          Double bias = actual == null ? null : off.applyAsDouble(surrogate, actual);
          lines.add(Arrays.asList(column, missing, surrogate, actual, bias));
        });
    return new Table(List.of("column", "missing", "surrogate", "actual", "bias"), lines);
  }
}
