package dev.kindling.data.listings;

import dev.kindling.data.Lookup;
import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was planted in {@link Listings}, in plain Java.
 *
 * <p>Medians, means and modes are over the rows as they are, duplicates and outliers included;
 * nulls never count, and neither do the sentinels of {@code host_response_rate}. Every median of a
 * column with gaps is clear by construction: all values within half a percent of the middle rank
 * are the same, so the lower, the upper and Spark's approximate median are exactly equal.
 *
 * @param coefficients of the log price, by term: {@code (intercept)}, {@code bathrooms}, {@code
 *     bedrooms:accommodates}, {@code room_type=Private room}; base levels are there with 0
 * @param noise the standard deviation of the log price around its sum of terms
 * @param expectedLogPrices the log price without noise, by id, of all frames
 * @param prices the price before outliers, by id, of all frames
 * @param outliers the ids of each kind of outlier
 * @param removed by column with gaps: the value that was taken away, by id, of all frames
 * @param duplicates the ids that occur twice, with all cells equal
 * @param train the rows of the train frame
 * @param test the rows of the test frame
 * @param canary the rows of the canary frame
 */
public record ListingsTruth(
    Map<String, Double> coefficients,
    double noise,
    Map<Integer, Double> expectedLogPrices,
    Map<Integer, Double> prices,
    Map<Outlier, Set<Integer>> outliers,
    Map<String, Map<Integer, Object>> removed,
    Set<Integer> duplicates,
    Table train,
    Table test,
    Table canary) {

  public ListingsTruth {
    // Several sessions share one truth.
    coefficients = Collections.unmodifiableMap(coefficients);
    expectedLogPrices = Collections.unmodifiableMap(expectedLogPrices);
    prices = Collections.unmodifiableMap(prices);
    outliers = Collections.unmodifiableMap(outliers);
    removed = Collections.unmodifiableMap(removed);
    duplicates = Collections.unmodifiableSet(duplicates);
  }

  /** The column that is made from the price, so that a model which uses it knows the answer. */
  public static final String LEAK = "price_per_guest";

  /** The column in which {@link #SENTINELS} stand for a missing value. */
  public static final String SENTINEL_COLUMN = Gaps.SENTINEL_COLUMN;

  /** The numbers that mean "not known" in {@link #SENTINEL_COLUMN}. */
  public static final List<Integer> SENTINELS = List.of(Gaps.UNKNOWN, Gaps.NOT_MEASURED);

  /** The level of {@code property_type} that only test rows have. */
  public static final String TEST_ONLY = Homes.TEST_ONLY_PROPERTY;

  /** The numeric columns with gaps, sentinels included, in the order of the schema. */
  public static final List<String> NUMERIC_GAPS = Gaps.NUMERIC;

  /** The text column with gaps; null is more frequent in it than any level. */
  public static final String CATEGORICAL_GAP = Gaps.RESPONSE_TIME;

  /** One coefficient, such as that of {@code room_type=Private room}. */
  public double coefficient(String term) {
    Double value = coefficients.get(term);
    if (value == null) {
      throw new IllegalArgumentException(
          "There is no term '%s' in the price; there are %s."
              .formatted(term, coefficients.keySet()));
    }
    return value;
  }

  /** The ids of one kind of outlier. */
  public Set<Integer> outliers(Outlier kind) {
    return Lookup.of(outliers, kind);
  }

  /** The ids of all outliers. */
  public Set<Integer> outlierIds() {
    return outliers.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  /** The ids of all frames whose value in {@code column} was taken away. */
  public Set<Integer> missing(String column) {
    return Lookup.of(removed, column).keySet();
  }

  /**
   * The medians of train: one row, one column per name; of {@link #NUMERIC_GAPS} if none is given.
   */
  public Table trainMedians(String... columns) {
    return statistics(train, Values::median, columns);
  }

  /** The medians of train and test together: what a model learns that was fitted on all rows. */
  public Table allMedians(String... columns) {
    return statistics(all(), Values::median, columns);
  }

  /** The medians of test. */
  public Table testMedians(String... columns) {
    return statistics(test, Values::median, columns);
  }

  /** The means of train. */
  public Table trainMeans(String... columns) {
    return statistics(train, Values::mean, columns);
  }

  /** The means of train and test together. */
  public Table allMeans(String... columns) {
    return statistics(all(), Values::mean, columns);
  }

  /** The median of one column of train. */
  public double trainMedian(String column) {
    return told(train, column).median();
  }

  /** The mean of one column of train. */
  public double trainMean(String column) {
    return told(train, column).mean();
  }

  /** The median of {@link #SENTINEL_COLUMN} in train if the sentinels are taken for numbers. */
  public double trainMedianWithSentinels() {
    return train.values(SENTINEL_COLUMN).median();
  }

  /** The mean of {@link #SENTINEL_COLUMN} in train if the sentinels are taken for numbers. */
  public double trainMeanWithSentinels() {
    return train.values(SENTINEL_COLUMN).mean();
  }

  /** The most frequent level in train; null does not count as a level. */
  public String trainMode(String column) {
    return (String) train.values(column).mode();
  }

  /** The most frequent level in train and test together. */
  public String allMode(String column) {
    return (String) all().values(column).mode();
  }

  /** The medians of train by {@code by}: one row per level, sorted, the level first. */
  public Table trainMediansBy(String by, String... columns) {
    List<String> names = new ArrayList<>(List.of(by));
    names.addAll(orGaps(columns));
    List<List<Object>> rows = new ArrayList<>();
    for (Object level : new TreeSet<>(train.values(by).present())) {
      List<Object> row = new ArrayList<>(List.of(level));
      row.addAll(statistics(train.where(by, level), Values::median, columns).rows().get(0));
      rows.add(row);
    }
    return new Table(names, rows);
  }

  /**
   * How many nulls each column of train has: one row per column of the frame, {@code column} and
   * {@code missing} (a long). Sentinels are numbers here, not gaps.
   */
  public Table trainMissing() {
    List<List<Object>> rows = new ArrayList<>();
    for (String column : train.columns()) {
      long missing = train.column(column).stream().filter(Objects::isNull).count();
      rows.add(List.of(column, missing));
    }
    return new Table(List.of("column", "missing"), rows);
  }

  /** The mean that a column of train would have, had nothing been taken away. */
  public double trainMeanBeforeGaps(String column) {
    return before(train, column).mean();
  }

  /**
   * The smallest RMSE of the log price that a model can have on the test rows: what noise leaves.
   */
  public double testRmseFloor() {
    return rmse(test, expectedLogPrices::get);
  }

  /** The largest R² of the log price that a model can have on the test rows. */
  public double testR2Ceiling() {
    Values logs = logPrices(test);
    double mean = logs.mean();
    double total = logs.present().stream().mapToDouble(v -> square((Double) v - mean)).sum();
    return 1 - square(testRmseFloor()) * test.size() / total;
  }

  /** The rows of train and test together. */
  public Table all() {
    return train.union(test);
  }

  private double rmse(Table table, Function<Integer, Double> expected) {
    return Math.sqrt(
        table.column("id").stream()
            .mapToInt(id -> (Integer) id)
            .mapToDouble(id -> square(Math.log(Lookup.of(prices, id)) - expected.apply(id)))
            .average()
            .orElseThrow());
  }

  private Values logPrices(Table table) {
    return new Values(
        table.column("id").stream().map(id -> (Object) Math.log(Lookup.of(prices, id))).toList());
  }

  private Values before(Table table, String column) {
    Map<Integer, Object> taken = removed.getOrDefault(column, Map.of());
    List<Object> ids = table.column("id");
    List<Object> values = new ArrayList<>(table.column(column));
    for (int i = 0; i < values.size(); i++) {
      Integer id = (Integer) ids.get(i);
      if (taken.containsKey(id)) {
        values.set(i, taken.get(id));
      }
    }
    return new Values(values);
  }

  private static Table statistics(
      Table table, Function<Values, Object> statistic, String... columns) {
    List<String> names = orGaps(columns);
    List<Object> row = new ArrayList<>();
    for (String name : names) {
      row.add(statistic.apply(told(table, name)));
    }
    return new Table(names, List.of(row));
  }

  private static List<String> orGaps(String... columns) {
    return columns.length == 0 ? NUMERIC_GAPS : Arrays.asList(columns);
  }

  /** The values of a column that are neither null nor a sentinel. */
  private static Values told(Table table, String column) {
    Values values = table.values(column);
    return column.equals(SENTINEL_COLUMN)
        ? new Values(values.present().stream().filter(v -> !SENTINELS.contains(v)).toList())
        : values;
  }

  private static double square(double value) {
    return value * value;
  }
}
