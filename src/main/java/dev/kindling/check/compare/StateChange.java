package dev.kindling.check.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a method made of a state that it found, such as what a server knows: where the state is not
 * as expected, whether the method changed what should have stayed, or left what it should have
 * changed.
 *
 * @param before the state that the method found
 * @param expected what the method should have left
 * @param left what the method left
 * @param tolerance how near numbers must be
 */
public record StateChange(
    Map<?, ?> before, Map<?, ?> expected, Map<?, ?> left, Tolerance tolerance) {

  private static final int NAMED = 3;

  /** Words about entries that were right before; empty unless all that differs was. */
  public Optional<String> disturbed() {
    return differing().stream().allMatch(key -> same(key, before, expected))
        ? words(
            "is not as it was before your method ran: nothing should have changed about it.",
            "are not as they were before your method ran: nothing should have changed about them.")
        : Optional.empty();
  }

  /** Words about entries that are as before; empty unless all that differs is. */
  public Optional<String> untouched() {
    return differing().stream().allMatch(key -> same(key, before, left))
        ? words(
            "is as it was before your method ran, which should have changed it.",
            "are as they were before your method ran, which should have changed them.")
        : Optional.empty();
  }

  private Optional<String> words(String one, String many) {
    List<Object> keys = differing();
    if (keys.isEmpty()) {
      return Optional.empty();
    }
    String names =
        ColumnWords.quoted(keys.stream().limit(NAMED).map(CellText::of).toList())
            + (keys.size() > NAMED ? " and %d more".formatted(keys.size() - NAMED) : "");
    return Optional.of("%s %s".formatted(names, keys.size() == 1 ? one : many));
  }

  private List<Object> differing() {
    Set<Object> keys = new LinkedHashSet<>(expected.keySet());
    keys.addAll(left.keySet());
    List<Object> differing = new ArrayList<>(keys);
    differing.removeIf(key -> same(key, expected, left));
    differing.sort(Comparator.comparing(CellText::exact));
    return differing;
  }

  private boolean same(Object key, Map<?, ?> one, Map<?, ?> other) {
    return one.containsKey(key) == other.containsKey(key)
        && (Objects.equals(one.get(key), other.get(key))
            || Same.values(one.get(key), other.get(key), tolerance));
  }
}
