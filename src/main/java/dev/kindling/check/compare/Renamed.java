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

  private final RowKey key;
  private final RowSet expected;
  private final RowSet actual;
  private final Tolerances tolerances;

  Renamed(RowKey key, RowSet expected, RowSet actual, Tolerances tolerances) {
    this.key = key;
    this.expected = expected;
    this.actual = actual;
    this.tolerances = tolerances;
  }

  /** Pairs for all of these rows, most of them perhaps with nothing. */
  List<RowPair> pair(List<Integer> missing, List<Integer> extra) {
    List<String> others =
        expected.columns().stream().filter(column -> !key.columns().contains(column)).toList();
    List<Integer> left = new ArrayList<>(extra);
    List<RowPair> pairs = new ArrayList<>();
    boolean searched =
        !others.isEmpty() && missing.size() <= LIMIT && extra.size() <= LIMIT && !extra.isEmpty();
    if (searched) {
      List<KeyedRow> wanted = rows(expected, others, missing);
      List<KeyedRow> found = rows(actual, others, extra);
      for (KeyedRow row : wanted) {
        List<KeyedRow> alike = found.stream().filter(row::matches).toList();
        boolean sure =
            alike.size() == 1 && wanted.stream().filter(alike.get(0)::matches).count() == 1;
        int partner = sure ? extra.get(alike.get(0).index()) : -1;
        left.remove((Integer) partner);
        pairs.add(new RowPair(missing.get(row.index()), partner));
      }
    } else {
      missing.forEach(row -> pairs.add(new RowPair(row, -1)));
    }
    left.forEach(row -> pairs.add(new RowPair(-1, row)));
    return pairs;
  }

  /** Some rows in some columns; each has its place among the chosen ones as its index. */
  private List<KeyedRow> rows(RowSet all, List<String> columns, List<Integer> chosen) {
    RowSet some =
        new RowSet(all.columns(), all.types(), chosen.stream().map(all.rows()::get).toList());
    return KeyedRow.all(some.inOrderOf(columns), tolerances);
  }
}
