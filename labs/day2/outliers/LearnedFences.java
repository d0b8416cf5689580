package day2.outliers;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/**
 * What learning fences should give, and what known mistakes give.
 *
 * @param schema the columns of train
 * @param train the rows to learn from
 * @param leftOut the columns without a fence
 * @param k how many interquartile ranges a value may lie beyond a quartile
 */
record LearnedFences(StructType schema, Rows train, List<String> leftOut, double k) {

  /** Also what {@code approxQuantile} gives with an error of one twentieth, often far less. */
  private static final double RANKS_OFF = 0.051;

  private static final double USUAL = 1.5;
  private static final double ROUNDING = 1e-6;

  /** Judges learned fences. */
  void judge(List<Fence> fences) {
    expect(compute("the fences", () -> fences.stream().map(Fence::column).toList()))
        .as("the columns that have a fence")
        .toHaveElements(columns())
        .diagnose(
            "type-never-matches",
            names -> names.isEmpty() && !columns().isEmpty(),
            "Not one column has a fence: none passed your test for numbers, and nothing failed, so nobody would notice. `DataTypes.DoubleType.toString()` is \"DoubleType\", not \"double\", and a type is no string. Ask `field.dataType() instanceof NumericType`.")
        .diagnose(
            "types-missed",
            names -> columns().containsAll(names),
            names ->
                "Some numeric columns have no fence: %s. Your test knows only some types of numbers. All of them extend `NumericType`."
                    .formatted(typed(without(names))))
        .diagnose(
            "left-out-fenced",
            names -> leftOut.stream().anyMatch(names::contains),
            "A column of `leftOut` has a fence: %s. The numbers of an id or a year say nothing about what is odd; leave these columns out."
                .formatted(typed(leftOut)));

    expect(compute("the fences", () -> byColumn(fences)))
        .as("the fences, from lower to upper")
        .toHaveEntries(byColumn(right()))
        .diagnose(
            "k-ignored",
            found -> areLike(found, new Fencing(columns(), USUAL).learn(train)),
            "These are the fences for a `k` of 1.5, and here `k` is %s. Use the parameter."
                .formatted(k))
        .diagnose(
            "quartiles-only",
            found -> areLike(found, new Fencing(columns(), 0).learn(train)),
            "These are the quartiles themselves, so half of all values would be outliers. A fence is `k` interquartile ranges away: `q1 - k * (q3 - q1)` and `q3 + k * (q3 - q1)`.")
        .diagnose(
            "standard-deviations",
            found -> areLike(found, ofStandardDeviations()),
            found ->
                "These fences are the mean plus and minus `k` standard deviations: %s. An outlier pulls both of them towards itself and makes room for itself. Quartiles do not move, however large the largest value is."
                    .formatted(farthest(found)))
        .diagnose(
            "around-the-median",
            found -> areLike(found, aroundTheMedian()),
            "These fences are `k` interquartile ranges away from the median. Tukey's start at the quartiles: down from the first, up from the third.")
        .diagnose(
            "one-filter-after-the-other",
            found ->
                areLike(found, oneAfterTheOther(false)) || areLike(found, oneAfterTheOther(true)),
            found ->
                "Each column was fenced after the outliers of the columns before it had been filtered out: %s. So the fences depend on the order of the columns. Learn all of them from the same rows."
                    .formatted(farthest(found)))
        .diagnose(
            "nulls-as-zeros",
            found -> areLike(found, withZeros()),
            found ->
                "Nulls were counted as zeros: %s. A null is no value, and quartiles skip it; do not fill before you learn."
                    .formatted(farthest(found)))
        .diagnose(
            "approximate-quartiles",
            this::areApproximate,
            found ->
                "The quartiles are only near: %s. The last argument of `approxQuantile` is how many ranks it may be off, as a share of all rows (and `percentile_approx` has an accuracy). With 0.0 it is exact, and on data of this size just as fast."
                    .formatted(farthest(found)));
  }

  /** The numeric columns that are not left out. */
  private List<String> columns() {
    return Arrays.stream(schema.fields())
        .filter(field -> field.dataType() instanceof NumericType)
        .map(field -> field.name())
        .filter(name -> !leftOut.contains(name))
        .toList();
  }

  private List<Fence> right() {
    return new Fencing(columns(), k).learn(train);
  }

  private List<Fence> ofStandardDeviations() {
    return each(
        values -> values.mean() - k * values.sd(), values -> values.mean() + k * values.sd());
  }

  private List<Fence> aroundTheMedian() {
    return each(
        values -> values.median() - k * range(values),
        values -> values.median() + k * range(values));
  }

  private static double range(Values values) {
    return values.quantile(0.75) - values.quantile(0.25);
  }

  private List<Fence> each(Function<Values, Double> lower, Function<Values, Double> upper) {
    return columns().stream()
        .map(
            column -> {
              Values values = train.values(column);
              return new Fence(column, lower.apply(values), upper.apply(values));
            })
        .toList();
  }

  private List<Fence> oneAfterTheOther(boolean dropNulls) {
    return new Fencing(columns(), k).learnOneAfterTheOther(train, dropNulls);
  }

  private List<Fence> withZeros() {
    Rows filled = train;
    for (String column : columns()) {
      filled = filled.with(column, row -> row.get(column) == null ? 0 : row.get(column));
    }
    return new Fencing(columns(), k).learn(filled);
  }

  /** Whether every fence comes from two values that are near the quartiles, or at both ends. */
  private boolean areApproximate(Map<String, List<Double>> found) {
    return found.entrySet().stream()
        .allMatch(
            entry -> {
              double lower = entry.getValue().get(0);
              double upper = entry.getValue().get(1);
              double range = (upper - lower) / (1 + 2 * k);
              double[] sorted = train.values(entry.getKey()).sorted();
              return isNear(sorted, lower + k * range, 0.25)
                  && isNear(sorted, upper - k * range, 0.75);
            });
  }

  private static boolean isNear(double[] sorted, double quartile, double share) {
    double slack = ROUNDING * Math.max(1, Math.abs(quartile));
    double below = Arrays.stream(sorted).filter(value -> value < quartile - slack).count();
    double upTo = Arrays.stream(sorted).filter(value -> value <= quartile + slack).count();
    double end = share < 0.5 ? sorted[0] : sorted[sorted.length - 1];
    boolean inside =
        below / sorted.length <= share + RANKS_OFF && upTo / sorted.length >= share - RANKS_OFF;
    return upTo > below && (inside || Math.abs(quartile - end) <= slack);
  }

  /** Names the column whose fence is most off, with both fences. */
  private String farthest(Map<String, List<Double>> found) {
    Fence right =
        right().stream()
            .max(Comparator.comparing(fence -> off(fence, found.get(fence.column()))))
            .orElseThrow();
    List<Double> wrong = found.get(right.column());
    return "`%s` has %,.2f to %,.2f, and right is %,.2f to %,.2f"
        .formatted(right.column(), wrong.get(0), wrong.get(1), right.lower(), right.upper());
  }

  private static double off(Fence right, List<Double> found) {
    return (Math.abs(found.get(0) - right.lower()) + Math.abs(found.get(1) - right.upper()))
        / Math.max(right.upper() - right.lower(), ROUNDING);
  }

  private static boolean areLike(Map<String, List<Double>> found, List<Fence> fences) {
    return fences.stream().allMatch(fence -> off(fence, found.get(fence.column())) <= ROUNDING);
  }

  private static Map<String, List<Double>> byColumn(List<Fence> fences) {
    Map<String, List<Double>> entries = new TreeMap<>();
    fences.forEach(fence -> entries.put(fence.column(), List.of(fence.lower(), fence.upper())));
    return entries;
  }

  private List<String> without(List<String> names) {
    List<String> rest = new ArrayList<>(columns());
    rest.removeAll(names);
    return rest;
  }

  /** Columns with their types, as a sentence names them. */
  private String typed(List<String> names) {
    return names.stream()
        .map(name -> "`%s` (%s)".formatted(name, schema.apply(name).dataType().simpleString()))
        .collect(Collectors.joining(", "));
  }
}
