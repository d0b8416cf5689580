package day2.imputation;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The middle of columns, computed in plain Java from the rows of a table. */
record Middles(Table rows) {

  /** Spark's Imputer is up to 0.001 of all ranks off; this leaves room for other approximations. */
  private static final double RANKS_OFF = 0.005;

  private static final double ROUNDING = 1e-9;

  Map<String, Double> medians(List<String> columns) {
    return each(columns, Values::median);
  }

  Map<String, Double> means(List<String> columns) {
    return each(columns, Values::mean);
  }

  /** Whether each number is a median of its column, however a median is defined. */
  boolean haveMedians(Map<String, Double> numbers) {
    return numbers.entrySet().stream()
        .allMatch(column -> isMedian(rows.values(column.getKey()), column.getValue()));
  }

  /** The same if every gap were a zero. */
  boolean haveMediansWithZeros(Map<String, Double> numbers) {
    return numbers.entrySet().stream()
        .allMatch(
            column ->
                isMedian(
                    new Values(
                        rows.column(column.getKey()).stream()
                            .map(value -> value == null ? (Object) 0.0 : value)
                            .toList()),
                    column.getValue()));
  }

  /** Whether each number is the mean of its column. */
  boolean haveMeans(Map<String, Double> numbers) {
    return numbers.entrySet().stream()
        .allMatch(
            column -> {
              double mean = rows.values(column.getKey()).mean();
              return Math.abs(column.getValue() - mean) <= ROUNDING * Math.abs(mean);
            });
  }

  /** Whether a number lies between the values whose ranks are just below and above the middle. */
  static boolean isMedian(Values values, double number) {
    double[] sorted = values.sorted();
    int away = (int) Math.floor(RANKS_OFF * sorted.length);
    int low = Math.max(0, (sorted.length - 1) / 2 - away);
    int high = Math.min(sorted.length - 1, sorted.length / 2 + away);
    return sorted.length > 0 && sorted[low] <= number && number <= sorted[high];
  }

  private Map<String, Double> each(List<String> columns, Function<Values, Double> statistic) {
    Map<String, Double> numbers = new TreeMap<>();
    columns.forEach(column -> numbers.put(column, statistic.apply(rows.values(column))));
    return numbers;
  }
}
