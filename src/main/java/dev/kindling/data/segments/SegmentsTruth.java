package dev.kindling.data.segments;

import dev.kindling.data.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What was planted in {@link Segments}, in plain Java.
 *
 * @param centres where the segments lie
 * @param spend how the label comes about
 * @param train the rows of the train frame
 * @param test the rows of the test frame
 * @param canary the rows of the canary frame
 * @param segments the segment of every customer of all frames, 0 to 3, or {@link #STRAY} for one of
 *     the few that belong to none
 */
public record SegmentsTruth(
    Centres centres,
    SpendModel spend,
    Table train,
    Table test,
    Table canary,
    Map<Integer, Integer> segments) {

  /** Stands for the segment of a customer who belongs to none. */
  public static final int STRAY = -1;

  public SegmentsTruth {
    segments = Map.copyOf(segments);
  }

  /** Train and test together. */
  public Table all() {
    return train.union(test);
  }

  /**
   * How well a grouping agrees with the segments, as {@link AdjustedRand} measures it. Strays do
   * not count.
   *
   * @param groups the group that was found for each customer id; a customer may be left out
   */
  public double agreement(Map<Integer, ?> groups) {
    List<Integer> ids =
        groups.keySet().stream().filter(id -> segments.getOrDefault(id, STRAY) != STRAY).toList();
    return AdjustedRand.of(
        ids.stream().map(segments::get).toList(), ids.stream().<Object>map(groups::get).toList());
  }

  /**
   * The agreement of cutting the rows of a table into four equal groups by {@code income} alone:
   * what a grouping by distance comes to if nobody scaled the columns, since income varies a
   * thousand times as much as the others. It is below 0.02 for every seed, as incomes of the
   * segments differ by a quarter of their standard deviation at most.
   */
  public double incomeAgreement(Table customers) {
    double[] sorted = customers.values(Segments.LOUD).sorted();
    List<Object> ids = customers.column("customer_id");
    List<Object> incomes = customers.column(Segments.LOUD);
    Map<Integer, Integer> quarters = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      int rank = Math.abs(Arrays.binarySearch(sorted, (Double) incomes.get(i)));
      quarters.put((Integer) ids.get(i), Math.min(3, 4 * rank / sorted.length));
    }
    return agreement(quarters);
  }

  /** The RMSE of the label without noise on the rows of a table: about the noise. */
  public double floorRmse(Table customers) {
    double squares = 0;
    for (List<Object> row : customers.rows()) {
      ToDoubleFunction<String> value = value(customers, row);
      double off = value.applyAsDouble(Segments.LABEL) - spend.expected(value);
      squares += off * off;
    }
    return Math.sqrt(squares / customers.size());
  }

  private static ToDoubleFunction<String> value(Table table, List<Object> row) {
    return column -> ((Number) row.get(table.columns().indexOf(column))).doubleValue();
  }
}
