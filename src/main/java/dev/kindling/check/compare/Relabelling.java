package dev.kindling.check.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What expected labels are called by the answer: the pairs of labels that come together most often
 * go first, and no two labels get the same name. Null is no label.
 */
final class Relabelling {

  private record Match(Object expected, Object actual, int times) {}

  private final Map<Object, Object> names = new HashMap<>();

  /**
   * @param expected the labels of rows that are on both sides
   * @param actual what the answer calls them, in the same order
   * @param all the labels of all expected rows
   * @param given the labels of all rows of the answer
   */
  Relabelling(List<?> expected, List<?> actual, Collection<?> all, Collection<?> given) {
    Map<List<Object>, Integer> together = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      if (expected.get(i) != null && actual.get(i) != null) {
        together.merge(List.of(expected.get(i), actual.get(i)), 1, Integer::sum);
      }
    }
    List<Match> matches = new ArrayList<>();
    together.forEach((pair, times) -> matches.add(new Match(pair.get(0), pair.get(1), times)));
    matches.sort(Comparator.comparingInt(Match::times).reversed());
    Set<Object> taken = new HashSet<>();
    for (Match match : matches) {
      if (!names.containsKey(match.expected()) && taken.add(match.actual())) {
        names.put(match.expected(), match.actual());
      }
    }
    taken.addAll(given);
    for (Object label : all) {
      if (label != null && !names.containsKey(label)) {
        Object free = free(label, taken);
        taken.add(free);
        names.put(label, free);
      }
    }
  }

  /** Labels of the same rows, in the same order. */
  Relabelling(List<?> expected, List<?> actual) {
    this(expected, actual, expected, actual);
  }

  /** A label that the answer never gives: this one if it can be. */
  private static Object free(Object label, Set<Object> taken) {
    if (!taken.contains(label)) {
      return label;
    }
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> another(label, i))
        .filter(candidate -> !taken.contains(candidate))
        .findFirst()
        .orElseThrow();
  }

  private static Object another(Object label, int number) {
    if (label instanceof Integer) {
      return number;
    }
    if (label instanceof Long) {
      return (long) number;
    }
    return label instanceof Double ? (Object) (double) number : label + " (" + number + ")";
  }

  /** The name that the answer has for an expected label. */
  @Nullable Object of(Object label) {
    return label == null ? null : names.getOrDefault(label, label);
  }
}
