package dev.kindling.data.selection;

import dev.kindling.data.Table;
import dev.kindling.reference.Correlations;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What was planted in {@link Signals}, in plain Java. There is no null.
 *
 * @param roles which column is what
 * @param model how the labels come about
 * @param train the rows of the train frame
 * @param test the rows of the test frame
 * @param canary the rows of the canary frame
 * @param wide the rows of the wide frame
 */
public record SelectionTruth(
    Roles roles, SignalModel model, Table train, Table test, Table canary, Wide wide) {

  /**
   * How far two sets of columns are the same: the size of what they share, divided by that of both
   * together. 1 is the same, 0 nothing in common; names that occur twice count once.
   */
  public static double jaccard(Collection<String> first, Collection<String> second) {
    Set<String> both = new HashSet<>(first);
    both.addAll(second);
    Set<String> shared = new HashSet<>(first);
    shared.retainAll(new HashSet<>(second));
    return both.isEmpty() ? 1 : shared.size() / (double) both.size();
  }

  /**
   * The RMSE of the target without noise on the rows of a table: about {@link SignalModel#NOISE}.
   */
  public double floorRmse(Table rows) {
    double squares = 0;
    for (List<Object> row : rows.rows()) {
      ToDoubleFunction<String> value = value(rows, row);
      double off = value.applyAsDouble(Signals.TARGET) - model.expected(value);
      squares += off * off;
    }
    return Math.sqrt(squares / rows.size());
  }

  /** The share of labels on the rows of a table that the true probability gets right. */
  public double bestAccuracy(Table rows) {
    int right = 0;
    for (List<Object> row : rows.rows()) {
      ToDoubleFunction<String> value = value(rows, row);
      boolean one = model.probability(value) > 0.5;
      right += one == (value.applyAsDouble(Signals.LABEL) == 1) ? 1 : 0;
    }
    return right / (double) rows.size();
  }

  /** The correlation of two columns of a table. */
  public static double correlation(Table rows, String first, String second) {
    return Correlations.pearson(numbers(rows, first), numbers(rows, second));
  }

  private static double[] numbers(Table rows, String column) {
    return rows.column(column).stream().mapToDouble(v -> ((Number) v).doubleValue()).toArray();
  }

  private static ToDoubleFunction<String> value(Table table, List<Object> row) {
    return column -> ((Number) row.get(table.columns().indexOf(column))).doubleValue();
  }
}
