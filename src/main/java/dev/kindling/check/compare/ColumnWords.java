package dev.kindling.check.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How the names of columns differ, in words. */
public final class ColumnWords {

  private ColumnWords() {}

  /** Compares as sets, except that no name may come twice; empty if there is no difference. */
  public static Optional<String> difference(List<String> expected, List<String> actual) {
    return words(expected, actual, true);
  }

  /** The same, but more columns than expected are welcome. */
  public static Optional<String> missing(List<String> expected, List<String> actual) {
    return words(expected, actual, false);
  }

  private static Optional<String> words(
      List<String> expected, List<String> actual, boolean noOthers) {
    Set<String> missing = new LinkedHashSet<>(expected);
    actual.forEach(missing::remove);
    Set<String> others = new LinkedHashSet<>(actual);
    expected.forEach(others::remove);
    List<String> parts = new ArrayList<>();
    for (String name : List.copyOf(missing)) {
      others.stream()
          .filter(name::equalsIgnoreCase)
          .findFirst()
          .ifPresent(
              other -> {
                parts.add("column '%s' must be called '%s'".formatted(other, name));
                missing.remove(name);
                others.remove(other);
              });
    }
    add(parts, missing, "is missing", "are missing");
    if (noOthers) {
      add(parts, others, "is not expected", "are not expected");
    }
    Set<String> seen = new LinkedHashSet<>(noOthers ? actual : expected);
    for (String name : seen) {
      int times = Collections.frequency(actual, name);
      if (times > 1) {
        parts.add("column '%s' is there %d times".formatted(name, times));
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", parts));
  }

  private static void add(List<String> parts, Set<String> names, String one, String many) {
    if (!names.isEmpty()) {
      parts.add(
          (names.size() == 1 ? "column " : "columns ")
              + quoted(List.copyOf(names))
              + " "
              + (names.size() == 1 ? one : many));
    }
  }

  /** The names in quotes with commas; at most twelve. */
  public static String quoted(List<String> names) {
    String shown =
        names.stream().limit(12).map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    return names.size() <= 12 ? shown : shown + " and " + (names.size() - 12) + " more";
  }
}
