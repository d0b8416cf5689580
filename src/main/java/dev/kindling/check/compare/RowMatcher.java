package dev.kindling.check.compare;

import dev.kindling.data.Lookup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares two frames as multisets of rows. Columns and types agree already. */
final class RowMatcher {

  /** The rows of one key. */
  private record Group(List<KeyedRow> expected, List<KeyedRow> actual) {}

  private final Map<Object, Group> groups = new LinkedHashMap<>();
  private final List<RowPair> matched = new ArrayList<>();
  private final List<KeyedRow> missing = new ArrayList<>();
  private final List<KeyedRow> extra = new ArrayList<>();

  RowMatcher(RowSet expected, RowSet actual, Tolerances tolerances) {
    KeyedRow.all(expected, tolerances).forEach(row -> group(row).expected().add(row));
    KeyedRow.all(actual, tolerances).forEach(row -> group(row).actual().add(row));
    groups.values().forEach(this::match);
    missing.sort(Comparator.comparingInt(KeyedRow::index));
    extra.sort(Comparator.comparingInt(KeyedRow::index));
  }

  private Group group(KeyedRow row) {
    return groups.computeIfAbsent(
        row.key(), key -> new Group(new ArrayList<>(1), new ArrayList<>(1)));
  }

  private void match(Group group) {
    List<KeyedRow> expected = group.expected();
    List<KeyedRow> actual = group.actual();
    boolean hashed = expected.isEmpty() || actual.isEmpty() || expected.get(0).numbers().isEmpty();
    if (hashed) {
      int pairs = Math.min(expected.size(), actual.size());
      for (int i = 0; i < pairs; i++) {
        matched.add(new RowPair(expected.get(i).index(), actual.get(i).index()));
      }
      missing.addAll(expected.subList(pairs, expected.size()));
      extra.addAll(actual.subList(pairs, actual.size()));
      return;
    }
    int[] partners = new NearPairs(expected, actual).partners();
    boolean[] taken = new boolean[actual.size()];
    for (int e = 0; e < partners.length; e++) {
      if (partners[e] < 0) {
        missing.add(expected.get(e));
      } else {
        taken[partners[e]] = true;
        matched.add(new RowPair(expected.get(e).index(), actual.get(partners[e]).index()));
      }
    }
    for (int a = 0; a < taken.length; a++) {
      if (!taken[a]) {
        extra.add(actual.get(a));
      }
    }
  }

  /** Rows that are equal, in no order. */
  List<RowPair> matched() {
    return matched;
  }

  /** Expected rows without a counterpart, by position. */
  List<KeyedRow> missing() {
    return missing;
  }

  /** Actual rows without a counterpart, by position. */
  List<KeyedRow> extra() {
    return extra;
  }

  /** Whether every extra row is a copy of an expected one. */
  boolean extraAreCopies() {
    return extra.stream()
        .allMatch(row -> Lookup.of(groups, row.key()).expected().stream().anyMatch(row::matches));
  }
}
