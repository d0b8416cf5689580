package dev.kindling.profile.scan;

import dev.kindling.profile.stat.ValueCounts;
import dev.kindling.profile.stat.ValueCounts.Counted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds in the sample which values of a column may be the most frequent of all rows. */
final class Candidates {

  private Candidates() {}

  /**
   * The values that occur most often in the sample, more often than once: a value that one row in a
   * thousand has is among them all but surely. Twice as many as will be shown, since their order in
   * the sample is not their order in all rows.
   */
  static Set<Object> of(List<Object[]> sample, int column, int shown) {
    Map<Object, long[]> counts = new HashMap<>();
    for (Object[] row : sample) {
      if (row[column] != null) {
        counts.computeIfAbsent(row[column], key -> new long[1])[0]++;
      }
    }
    List<Counted> repeated = new ArrayList<>();
    counts.forEach(
        (value, count) -> {
          if (count[0] > 1) {
            repeated.add(new Counted(value, count[0]));
          }
        });
    repeated.sort(ValueCounts.order());
    Set<Object> candidates = new HashSet<>();
    repeated.stream().limit(2L * shown).forEach(counted -> candidates.add(counted.value()));
    return candidates;
  }
}
