package dev.kindling.data.listings;

import dev.kindling.data.Lookup;
import dev.kindling.data.Table;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was planted in {@link Listings}, in plain Java.
 *
 * <p>Every median of a column with gaps is clear by construction, over the rows as they are,
 * duplicates and outliers included, nulls and the sentinels of {@code host_response_rate} not: all
 * values within half a percent of the middle rank are the same, so the lower, the upper and Spark's
 * approximate median are exactly equal.
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

  /** The column in which {@link #SENTINELS} stand for a missing value. */
  public static final String SENTINEL_COLUMN = Gaps.SENTINEL_COLUMN;

  /** The numbers that mean "not known" in {@link #SENTINEL_COLUMN}. */
  public static final List<Integer> SENTINELS = List.of(Gaps.UNKNOWN, Gaps.NOT_MEASURED);

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
   * The smallest RMSE of the log price that a model can have on the test rows: what noise leaves.
   */
  public double testRmseFloor() {
    return Math.sqrt(
        test.column("id").stream()
            .mapToInt(id -> (Integer) id)
            .mapToDouble(id -> Math.log(Lookup.of(prices, id)) - Lookup.of(expectedLogPrices, id))
            .map(off -> off * off)
            .average()
            .orElseThrow());
  }

  /** The rows of train and test together. */
  public Table all() {
    return train.union(test);
  }
}
