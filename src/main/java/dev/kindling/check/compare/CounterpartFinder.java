package dev.kindling.check.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Guesses which missing row an unexpected row was meant to be, so that a learner sees the cells
 * that differ. Rows that agree in the most telling cells belong together: an id tells more than a
 * flag.
 */
final class CounterpartFinder {

  /** More rows than are ever shown; the search is quadratic. */
  private static final int LIMIT = 200;

  private record Candidate(RowPair pair, double score) {}

  private final RowSet expected;
  private final RowSet actual;
  private final Tolerances tolerances;

  CounterpartFinder(RowSet expected, RowSet actual, Tolerances tolerances) {
    this.expected = expected;
    this.actual = actual;
    this.tolerances = tolerances;
  }

  /** Pairs in the order of the expected rows, then the rows that stay unexpected. */
  List<RowPair> pair(List<KeyedRow> missing, List<KeyedRow> extra) {
    List<Candidate> candidates = candidates(head(missing), head(extra));
    candidates.sort(
        Comparator.comparingDouble(Candidate::score)
            .reversed()
            .thenComparingInt(candidate -> candidate.pair().expected())
            .thenComparingInt(candidate -> candidate.pair().actual()));
    Set<Integer> missingLeft = indices(missing);
    Set<Integer> extraLeft = indices(extra);
    List<RowPair> pairs = new ArrayList<>();
    for (Candidate candidate : candidates) {
      RowPair pair = candidate.pair();
      if (missingLeft.contains(pair.expected()) && extraLeft.contains(pair.actual())) {
        missingLeft.remove(pair.expected());
        extraLeft.remove(pair.actual());
        pairs.add(pair);
      }
    }
    if (missing.size() == extra.size()) {
      // As many rows as expected, so each of them is somebody's wrong value.
      var next = extraLeft.iterator();
      missingLeft.forEach(index -> pairs.add(new RowPair(index, next.next())));
      extraLeft.clear();
    } else {
      missingLeft.forEach(index -> pairs.add(new RowPair(index, -1)));
    }
    pairs.sort(Comparator.comparingInt(RowPair::expected));
    extraLeft.forEach(index -> pairs.add(new RowPair(-1, index)));
    return pairs;
  }

  private List<Candidate> candidates(List<KeyedRow> missing, List<KeyedRow> extra) {
    List<List<Cell>> expectedCells = cells(missing, expected);
    List<List<Cell>> actualCells = cells(extra, actual);
    List<Integer> weights = weights(expectedCells);
    List<Candidate> candidates = new ArrayList<>();
    for (int e = 0; e < missing.size(); e++) {
      for (int a = 0; a < extra.size(); a++) {
        double score = 0;
        for (int column = 0; column < weights.size(); column++) {
          if (expectedCells.get(e).get(column).matches(actualCells.get(a).get(column))) {
            score += weights.get(column);
          }
        }
        if (score > 0) {
          candidates.add(
              new Candidate(new RowPair(missing.get(e).index(), extra.get(a).index()), score));
        }
      }
    }
    return candidates;
  }

  /** How many different values each column has. */
  private List<Integer> weights(List<List<Cell>> rows) {
    List<Integer> weights = new ArrayList<>();
    for (int column = 0; column < expected.columns().size(); column++) {
      Set<Object> distinct = new HashSet<>();
      for (List<Cell> row : rows) {
        // A number is no key, and telling numbers apart by tolerance is not worth the effort.
        distinct.add(row.get(column).key());
      }
      weights.add(distinct.size());
    }
    return weights;
  }

  private List<List<Cell>> cells(List<KeyedRow> rows, RowSet frame) {
    List<List<Cell>> all = new ArrayList<>(rows.size());
    for (KeyedRow row : rows) {
      List<Cell> cells = new ArrayList<>();
      for (int column = 0; column < frame.columns().size(); column++) {
        Object value = frame.rows().get(row.index()).get(column);
        cells.add(Cell.of(value, tolerances.of(frame.columns().get(column))));
      }
      all.add(cells);
    }
    return all;
  }

  private static List<KeyedRow> head(List<KeyedRow> rows) {
    return rows.subList(0, Math.min(LIMIT, rows.size()));
  }

  private static Set<Integer> indices(List<KeyedRow> rows) {
    Set<Integer> indices = new LinkedHashSet<>();
    rows.forEach(row -> indices.add(row.index()));
    return indices;
  }
}
