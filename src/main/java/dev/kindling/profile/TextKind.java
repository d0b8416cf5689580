package dev.kindling.profile;

import dev.kindling.profile.report.Kind;
import dev.kindling.profile.scan.ColumnScan;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells what a column of texts holds. */
final class TextKind {

  /** Texts that come in two are booleans if they are one of these pairs, in any case. */
  private static final List<Set<String>> PAIRS =
      List.of(Set.of("true", "false"), Set.of("t", "f"), Set.of("yes", "no"), Set.of("y", "n"));

  /** A category is told more than once. */
  private static final double MOST_DISTINCT = 0.5;

  private TextKind() {}

  static Kind of(ColumnScan scan, long distinct) {
    if (distinct == 2 && PAIRS.contains(lowerCase(scan))) {
      return Kind.BOOLEAN;
    }
    return distinct > 0 && distinct <= MOST_DISTINCT * scan.count() ? Kind.CATEGORICAL : Kind.TEXT;
  }

  private static Set<String> lowerCase(ColumnScan scan) {
    return scan.values().byFrequency().stream()
        .map(counted -> counted.value().toString().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
