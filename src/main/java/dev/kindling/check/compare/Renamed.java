package dev.kindling.check.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds rows of which nothing but the key went wrong: among the rows that were not recognised,
 * those that agree in all other columns with one row of the other side, and with one only.
 */
final class Renamed {

  /** More rows than are ever shown; the search is quadratic. */
  private static final int LIMIT = 200;

  private final List<KeyedRow> expected;
  private final List<KeyedRow> actual;
  private final boolean comparable;

  Renamed(RowKey key, RowSet expected, RowSet actual, Tolerances tolerances) {
    List<String> others =
        expected.columns().stream().filter(column -> !key.columns().contains(column)).toList();
    this.expected = KeyedRow.all(expected.inOrderOf(others), tolerances);
    this.actual = KeyedRow.all(actual.inOrderOf(others), tolerances);
    this.comparable = !others.isEmpty();
  }

  /** Pairs for all of these rows, most of them perhaps with nothing. */
  List<RowPair> pair(List<Integer> missing, List<Integer> extra) {
    List<Integer> left = new ArrayList<>(extra);
    List<RowPair> pairs = new ArrayList<>();
    boolean searched = comparable && missing.size() <= LIMIT && extra.size() <= LIMIT;
    for (int row : missing) {
      List<Integer> alike =
          searched ? extra.stream().filter(other -> same(row, other)).toList() : List.of();
      boolean sure =
          alike.size() == 1
              && missing.stream().filter(other -> same(other, alike.get(0))).count() == 1;
      pairs.add(new RowPair(row, sure ? alike.get(0) : -1));
      if (sure) {
        left.remove(alike.get(0));
      }
    }
    left.forEach(row -> pairs.add(new RowPair(-1, row)));
    return pairs;
  }

  private boolean same(int row, int other) {
    return expected.get(row).matches(actual.get(other));
  }
}
