package dev.kindling.check.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which actual row stands for which expected one: all rows of both, each once.
 *
 * @param pairs in the order of the expected rows, then the actual rows that stand for none
 * @param key the columns by which rows were recognised; empty if there is no such key, and rows
 *     that are equal or most alike were paired
 */
public record Pairing(List<RowPair> pairs, List<String> key) {

  public Pairing {
    pairs = List.copyOf(pairs);
    key = List.copyOf(key);
  }

  /** Whether rows were recognised by a key. */
  public boolean isByKey() {
    return !key.isEmpty();
  }

  /**
   * Pairs rows by the best key of the expected rows, in linear time, or else by likeness. Columns
   * are matched by name; those that only one side has do not count, and without a common one no row
   * is paired.
   */
  public static Pairing of(RowSet expected, RowSet actual, Tolerances tolerances) {
    List<String> common = expected.columns().stream().filter(actual.columns()::contains).toList();
    RowSet wanted = expected.inOrderOf(common);
    RowSet found = actual.inOrderOf(common);
    return RowKey.of(wanted, found)
        .map(key -> by(key, wanted, found, tolerances))
        .orElseGet(() -> byLikeness(wanted, found, tolerances));
  }

  /** Pairs rows by a key that is known; the sets have the same columns. */
  static Pairing by(RowKey key, RowSet expected, RowSet actual, Tolerances tolerances) {
    List<KeyedRow> wanted = KeyedRow.all(expected, tolerances);
    List<KeyedRow> found = KeyedRow.all(actual, tolerances);
    Map<Object, Deque<KeyedRow>> candidates = new HashMap<>();
    List<List<Object>> keys = key.values(actual);
    for (KeyedRow row : found) {
      candidates.computeIfAbsent(keys.get(row.index()), k -> new ArrayDeque<>(1)).add(row);
    }
    List<RowPair> pairs = new ArrayList<>();
    List<Integer> missing = new ArrayList<>();
    boolean[] taken = new boolean[found.size()];
    List<List<Object>> wantedKeys = key.values(expected);
    for (KeyedRow row : wanted) {
      Deque<KeyedRow> same = candidates.get(wantedKeys.get(row.index()));
      if (same == null) {
        missing.add(row.index());
      } else {
        int partner = best(row, same);
        taken[partner] = true;
        pairs.add(new RowPair(row.index(), partner));
      }
    }
    List<Integer> extra = new ArrayList<>();
    for (int i = 0; i < taken.length; i++) {
      if (!taken[i]) {
        extra.add(i);
      }
    }
    pairs.addAll(new Renamed(key, expected, actual, tolerances).pair(missing, extra));
    pairs.sort(RowPair.ORDER);
    return new Pairing(pairs, key.columns());
  }

  /** Of several rows with the same key, one that is right. */
  private static int best(KeyedRow wanted, Deque<KeyedRow> candidates) {
    return candidates.stream()
        .filter(wanted::matches)
        .findFirst()
        .orElseGet(candidates::getFirst)
        .index();
  }

  private static Pairing byLikeness(RowSet expected, RowSet actual, Tolerances tolerances) {
    if (expected.columns().isEmpty()) {
      return alone(expected, actual);
    }
    RowMatcher matcher = new RowMatcher(expected, actual, tolerances);
    List<RowPair> pairs = new ArrayList<>(matcher.matched());
    pairs.addAll(
        new CounterpartFinder(expected, actual, tolerances)
            .pair(matcher.missing(), matcher.extra()));
    pairs.sort(RowPair.ORDER);
    return new Pairing(pairs, List.of());
  }

  private static Pairing alone(RowSet expected, RowSet actual) {
    return new Pairing(
        Stream.concat(
                IntStream.range(0, expected.size()).mapToObj(row -> new RowPair(row, -1)),
                IntStream.range(0, actual.size()).mapToObj(row -> new RowPair(-1, row)))
            .toList(),
        List.of());
  }

  /** The same pairing without the pairs whose rows are equal; the sets have the same columns. */
  Pairing differing(RowSet expected, RowSet actual, Tolerances tolerances) {
    List<KeyedRow> wanted = KeyedRow.all(expected, tolerances);
    List<KeyedRow> found = KeyedRow.all(actual, tolerances);
    return new Pairing(
        pairs.stream()
            .filter(
                pair ->
                    pair.isMissing()
                        || pair.isExtra()
                        || !wanted.get(pair.expected()).matches(found.get(pair.actual())))
            .toList(),
        key);
  }
}
