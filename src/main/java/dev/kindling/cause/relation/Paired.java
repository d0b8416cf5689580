package dev.kindling.cause.relation;

import dev.kindling.check.compare.Compared;
import dev.kindling.check.compare.Pairing;
import dev.kindling.check.compare.RowPair;
import dev.kindling.check.compare.RowSet;
import dev.kindling.check.compare.Same;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Expected rows beside those that came, paired by their place or by a column that names them.
 *
 * @param compared what was compared
 * @param expected the rows that were expected
 * @param actual the rows that came, with the columns in the same order
 * @param pairs of an expected row the one that came, by position; -1 where none did
 * @param key the columns that name the rows; none where their place does
 * @param differing the columns in which at least one pair differs
 */
record Paired(
    Compared compared,
    RowSet expected,
    RowSet actual,
    int[] pairs,
    Set<Integer> key,
    List<Integer> differing) {

  /** Empty where columns differ, or nothing tells which rows belong together. */
  static Optional<Paired> of(Compared compared) {
    if (compared.expected().isEmpty()) {
      return Optional.empty();
    }
    RowSet wanted = compared.expected().get();
    if (!new HashSet<>(wanted.columns()).equals(new HashSet<>(compared.actual().columns()))) {
      return Optional.empty();
    }
    RowSet found = compared.actual().inOrderOf(wanted.columns());
    if (compared.ordered() && wanted.size() == found.size()) {
      int[] places = new int[wanted.size()];
      for (int i = 0; i < places.length; i++) {
        places[i] = i;
      }
      return Optional.of(of(compared, wanted, found, places, Set.of()));
    }
    // Rows that are there twice would leave no column that names a row.
    RowSet expected = wanted.distinct();
    RowSet actual = found.distinct();
    Pairing pairing = Pairing.of(expected, actual, compared.tolerances());
    if (!pairing.isByKey() || pairing.pairs().stream().anyMatch(RowPair::isExtra)) {
      return Optional.empty();
    }
    int[] pairs = pairing.pairs().stream().mapToInt(RowPair::actual).toArray();
    Set<Integer> key =
        pairing.key().stream().map(expected.columns()::indexOf).collect(Collectors.toSet());
    return Optional.of(of(compared, expected, actual, pairs, key));
  }

  private static Paired of(
      Compared compared, RowSet expected, RowSet actual, int[] pairs, Set<Integer> key) {
    Paired all = new Paired(compared, expected, actual, pairs, key, List.of());
    return new Paired(compared, expected, actual, pairs, key, all.findDiffering());
  }

  /** The two values of each whole pair in a column, those that agree included. */
  List<Two> values(int column) {
    List<Two> values = new ArrayList<>();
    for (int i = 0; i < pairs.length; i++) {
      if (pairs[i] >= 0) {
        values.add(
            new Two(expected.rows().get(i).get(column), actual.rows().get(pairs[i]).get(column)));
      }
    }
    return values;
  }

  private List<Integer> findDiffering() {
    List<Integer> differing = new ArrayList<>();
    for (int column = 0; column < expected.columns().size(); column++) {
      int at = column;
      if (values(column).stream().anyMatch(two -> !same(at, two))) {
        differing.add(column);
      }
    }
    return differing;
  }

  /** Whether two values count as equal in a column. */
  boolean same(int column, Two two) {
    return Same.values(
        two.expected(), two.actual(), compared.tolerances().of(expected.columns().get(column)));
  }

  /** The expected rows that did not come, by position. */
  List<Integer> missing() {
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < pairs.length; i++) {
      if (pairs[i] < 0) {
        missing.add(i);
      }
    }
    return missing;
  }

  /** How a sentence calls a column; a value that is no frame has none. */
  String name(int column) {
    return expected.columns().equals(List.of("value"))
        ? ""
        : "`" + expected.columns().get(column) + "`";
  }

  /**
   * What was expected beside what came; either may be null.
   *
   * @param expected the value of the check
   * @param actual the value of the answer
   */
  record Two(Object expected, Object actual) {}
}
