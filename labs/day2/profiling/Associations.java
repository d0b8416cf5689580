package day2.profiling;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Correlations in plain Java: right ones, and those of known mistakes. */
record Associations(Table table, List<String> numeric, List<String> categorical) {

  /** Rounding of sums in another order; all values are at most 1. */
  private static final double ROUNDING = 1e-9;

  /** Both cells of the rows in which both columns have a value. */
  private record Pair(List<Object> first, List<Object> second) {

    double[] x() {
      return numbers(first);
    }

    double[] y() {
      return numbers(second);
    }

    private static double[] numbers(List<Object> cells) {
      return cells.stream()
          .mapToDouble(cell -> cell instanceof Number number ? number.doubleValue() : 0)
          .toArray();
    }
  }

  Map<String, Double> right() {
    return all(Associations::complete, Associations::meanRanks, Associations::cramersV);
  }

  private Map<String, Double> all(
      Function<Pair, Pair> rows, Function<double[], double[]> ranks, Function<Pair, Double> v) {
    Map<String, Double> found = new TreeMap<>();
    pairs(
        numeric,
        (first, second) -> {
          Pair pair = rows.apply(pair(first, second));
          found.put(key(first, second, "pearson"), pearson(pair.x(), pair.y()));
          return found.put(
              key(first, second, "spearman"),
              pearson(ranks.apply(pair.x()), ranks.apply(pair.y())));
        });
    pairs(
        categorical,
        (first, second) ->
            found.put(key(first, second, "cramers_v"), v.apply(rows.apply(pair(first, second)))));
    return found;
  }

  private static void pairs(
      List<String> columns, java.util.function.BiFunction<String, String, Double> each) {
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i + 1; j < columns.size(); j++) {
        each.apply(columns.get(i), columns.get(j));
      }
    }
  }

  private static String key(String first, String second, String measure) {
    return "%s of %s and %s".formatted(measure, first, second);
  }

  private Pair pair(String first, String second) {
    return new Pair(table.column(first), table.column(second));
  }

  private static Pair complete(Pair pair) {
    return kept(pair, i -> pair.first().get(i) != null && pair.second().get(i) != null);
  }

  private static Pair kept(Pair pair, java.util.function.IntPredicate row) {
    int[] rows = IntStream.range(0, pair.first().size()).filter(row).toArray();
    return new Pair(
        IntStream.of(rows).mapToObj(i -> pair.first().get(i)).toList(),
        IntStream.of(rows).mapToObj(i -> pair.second().get(i)).toList());
  }

  /** Only rows in which no column of the list lacks a value. */
  private Map<String, Double> listwise() {
    List<String> all = new ArrayList<>(numeric);
    all.addAll(categorical);
    return new Associations(without(all), numeric, categorical).right();
  }

  private Map<String, Double> listwiseInEachList() {
    Map<String, Double> found = new TreeMap<>(right());
    found.putAll(new Associations(without(numeric), numeric, List.of()).right());
    found.putAll(new Associations(without(categorical), List.of(), categorical).right());
    return found;
  }

  /** The rows in which each of some columns has a value. */
  private Table without(List<String> columns) {
    List<Integer> places = columns.stream().map(table.columns()::indexOf).toList();
    return new Table(
        table.columns(),
        table.rows().stream()
            .filter(row -> places.stream().allMatch(place -> row.get(place) != null))
            .toList());
  }

  private Map<String, Double> withZeros() {
    return all(Function.identity(), Associations::meanRanks, pair -> cramersV(complete(pair)));
  }

  private Map<String, Double> withoutRanks() {
    return all(Associations::complete, Function.identity(), Associations::cramersV);
  }

  private Map<String, Double> withLowRanks() {
    return all(Associations::complete, Associations::lowRanks, Associations::cramersV);
  }

  private Map<String, Double> squared() {
    return all(Associations::complete, Associations::meanRanks, p -> Math.pow(cramersV(p), 2));
  }

  private Map<String, Double> perLevel() {
    return all(
        Associations::complete,
        Associations::meanRanks,
        p -> Math.sqrt(chiSquare(p, true) / (p.first().size() * (double) smaller(p))));
  }

  private Map<String, Double> ofSeenCells() {
    return all(Associations::complete, Associations::meanRanks, p -> v(p, chiSquare(p, false)));
  }

  private static double[] meanRanks(double... values) {
    return ranks(0.5, values);
  }

  /** As SQL's {@code rank()} has it: equal values get the lowest of their ranks. */
  private static double[] lowRanks(double... values) {
    return ranks(0, values);
  }

  private static double[] ranks(double tie, double... values) {
    return IntStream.range(0, values.length)
        .mapToDouble(
            i -> {
              long below =
                  IntStream.range(0, values.length).filter(j -> values[j] < values[i]).count();
              long equal =
                  IntStream.range(0, values.length).filter(j -> values[j] == values[i]).count();
              return below + 1 + tie * (equal - 1);
            })
        .toArray();
  }

  private static double pearson(double[] x, double[] y) {
    double meanX = java.util.Arrays.stream(x).average().orElseThrow();
    double meanY = java.util.Arrays.stream(y).average().orElseThrow();
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
      xy += (x[i] - meanX) * (y[i] - meanY);
    }
    return xy / Math.sqrt(xx * yy);
  }

  private static double cramersV(Pair pair) {
    return v(pair, chiSquare(pair, true));
  }

  private static double v(Pair pair, double chiSquare) {
    return Math.sqrt(chiSquare / (pair.first().size() * (double) (smaller(pair) - 1)));
  }

  private static long smaller(Pair pair) {
    return Math.min(
        pair.first().stream().distinct().count(), pair.second().stream().distinct().count());
  }

  /**
   * @param all whether cells that never occur count, with their expected number, as they should
   */
  private static double chiSquare(Pair pair, boolean all) {
    double n = pair.first().size();
    Map<Object, Double> rows = counts(pair.first());
    Map<Object, Double> columns = counts(pair.second());
    List<List<Object>> both =
        IntStream.range(0, pair.first().size())
            .mapToObj(i -> List.of(pair.first().get(i), pair.second().get(i)))
            .toList();
    Map<Object, Double> cells = counts(new ArrayList<>(both));
    double chi = 0;
    for (Object row : rows.keySet()) {
      for (Object column : columns.keySet()) {
        double expected = rows.get(row) * columns.get(column) / n;
        double observed = cells.getOrDefault(List.of(row, column), 0.0);
        chi += all || observed > 0 ? (observed - expected) * (observed - expected) / expected : 0;
      }
    }
    return chi;
  }

  private static Map<Object, Double> counts(List<Object> values) {
    Map<Object, Double> counts = new HashMap<>();
    values.forEach(value -> counts.merge(value, 1.0, Double::sum));
    return counts;
  }

  void judge(List<Correlation> correlations) {
    Map<String, Double> found = new TreeMap<>();
    correlations.forEach(c -> found.put(key(c.first(), c.second(), c.measure()), c.value()));
    expect(correlations.size()).as("the number of correlations").toBe(right().size());
    expect(found)
        .as("the correlations")
        .within(ROUNDING)
        .toHaveEntries(right())
        .diagnose("rows-without-any-gap", listwise(), LISTWISE)
        .diagnose("rows-without-any-gap", listwiseInEachList(), LISTWISE)
        .diagnose(
            "nulls-as-zeros",
            withZeros(),
            "Nulls were counted as zeros. A row in which one of two columns is missing says nothing about how they go together: leave it out for this pair.")
        .diagnose(
            "spearman-of-values",
            withoutRanks(),
            "Spearman's correlations are the same as Pearson's. Spearman looks at ranks, so that one price of 900 does not decide: pass \"spearman\" to `Correlation.corr`, or rank both columns first.")
        .diagnose(
            "ranks-with-gaps",
            withLowRanks(),
            "Equal values got the lowest of their ranks, as `rank()` gives it. In Spearman's correlation they share the mean: three values at places 2, 3 and 4 all have rank 3.")
        .diagnose(
            "squared",
            squared(),
            "These values of V are too small, they are its squares: take the root of χ² over n times (levels − 1).")
        .diagnose(
            "levels-not-minus-one",
            perLevel(),
            "V cannot reach 1 like this: divide χ² by n times the smaller number of levels *minus one*.")
        .diagnose(
            "only-seen-cells",
            ofSeenCells(),
            "χ² lacks the pairs of levels that never occur. They were expected too: each adds (0 − expected)² / expected. Loop over all pairs of levels, or use Σ count² / (row sum · column sum) − 1, to which they add nothing.");
  }

  private static final String LISTWISE =
      "Rows were dropped because a *third* column lacks a value. Each pair has its own rows: select the two columns first, then drop the nulls. A vector of all columns with handleInvalid \"skip\" drops too much.";
}
