package dev.kindling.check.compare;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Pairs rows of equal key whose numbers are near: as many pairs as there can be. Taking the first
 * partner that fits is not enough, because nearness is not transitive: with a tolerance of 1, the
 * expected 1 and 2 and the actual 2 and 3 pair up only if 2 does not take its equal. In one
 * dimension sorting is enough; in more, greedy pairs come first and augmenting paths mend them.
 */
final class NearPairs {

  private static final int SAMPLE = 1000;

  private final List<KeyedRow> expected;
  private final List<KeyedRow> actual;

  /** The position among the numbers that tells rows apart best. */
  private final int dimension;

  private final double[] projections;
  private final int[] partnerOfExpected;
  private final int[] partnerOfActual;

  /** Both lists are sorted in place; equal keys are the caller's promise. */
  NearPairs(List<KeyedRow> expected, List<KeyedRow> actual) {
    this.expected = expected;
    this.actual = actual;
    this.dimension = dimension();
    Comparator<KeyedRow> byProjection = Comparator.comparingDouble(this::projection);
    expected.sort(byProjection);
    actual.sort(byProjection);
    this.projections = actual.stream().mapToDouble(this::projection).toArray();
    this.partnerOfExpected = new int[expected.size()];
    this.partnerOfActual = new int[actual.size()];
    Arrays.fill(partnerOfExpected, -1);
    Arrays.fill(partnerOfActual, -1);
    pairGreedily();
    mend();
  }

  /** For each expected row, in sorted order, the index of its partner; -1 for none. */
  int[] partners() {
    return partnerOfExpected;
  }

  private double projection(KeyedRow row) {
    return row.numbers().get(dimension).projection();
  }

  private int dimension() {
    int best = 0;
    int most = -1;
    for (int i = 0; i < expected.get(0).numbers().size(); i++) {
      Set<Double> distinct = new HashSet<>();
      for (int row = 0; row < Math.min(SAMPLE, expected.size()); row++) {
        distinct.add(expected.get(row).numbers().get(i).projection());
      }
      if (distinct.size() > most) {
        most = distinct.size();
        best = i;
      }
    }
    return best;
  }

  private void pairGreedily() {
    // Where to look next for a free row; followed and shortened, so taken rows are skipped at once.
    int[] free = new int[actual.size() + 1];
    Arrays.setAll(free, i -> i);
    for (int e = 0; e < expected.size(); e++) {
      double last = last(e);
      for (int a = next(free, first(e));
          a < actual.size() && projections[a] <= last;
          a = next(free, a + 1)) {
        if (near(e, a)) {
          partnerOfExpected[e] = a;
          partnerOfActual[a] = e;
          free[a] = a + 1;
          break;
        }
      }
    }
  }

  private static int next(int[] free, int from) {
    int index = from;
    while (free[index] != index) {
      free[index] = free[free[index]];
      index = free[index];
    }
    return index;
  }

  private void mend() {
    boolean[] visited = new boolean[actual.size()];
    int[] from = new int[actual.size()];
    for (int e = 0; e < expected.size(); e++) {
      if (partnerOfExpected[e] < 0) {
        augment(e, visited, from);
      }
    }
  }

  /**
   * Looks for a chain of swaps that frees a partner for {@code start}. Rows that a vain search
   * visited stay marked: no later search can succeed through them.
   */
  private void augment(int start, boolean[] visited, int[] from) {
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    Deque<Integer> touched = new ArrayDeque<>();
    while (!open.isEmpty()) {
      int e = open.remove();
      double last = last(e);
      for (int a = first(e); a < projections.length && projections[a] <= last; a++) {
        if (visited[a] || !near(e, a)) {
          continue;
        }
        visited[a] = true;
        touched.add(a);
        from[a] = e;
        if (partnerOfActual[a] < 0) {
          swapBack(a, start, from);
          touched.forEach(index -> visited[index] = false);
          return;
        }
        open.add(partnerOfActual[a]);
      }
    }
  }

  private void swapBack(int end, int start, int[] from) {
    int a = end;
    while (true) {
      int e = from[a];
      int released = partnerOfExpected[e];
      partnerOfExpected[e] = a;
      partnerOfActual[a] = e;
      if (e == start) {
        return;
      }
      a = released;
    }
  }

  private boolean near(int e, int a) {
    return Cell.near(expected.get(e).numbers(), actual.get(a).numbers());
  }

  private int first(int e) {
    Fuzzy number = expected.get(e).numbers().get(dimension);
    double lowest = number.projection() - number.reach();
    int low = 0;
    int high = projections.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (projections[middle] < lowest) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private double last(int e) {
    Fuzzy number = expected.get(e).numbers().get(dimension);
    return number.projection() + number.reach();
  }
}
