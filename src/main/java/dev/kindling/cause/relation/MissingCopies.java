package dev.kindling.cause.relation;

import dev.kindling.cause.Cause;
import dev.kindling.check.compare.CellText;
import dev.kindling.check.compare.Compared;
import dev.kindling.check.compare.RowSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rows that are there more than once came less often, and nothing else is wrong. */
final class MissingCopies {

  private MissingCopies() {}

  static Optional<Cause> cause(Compared compared) {
    if (compared.expected().isEmpty()) {
      return Optional.empty();
    }
    RowSet expected = compared.expected().get();
    if (!new HashSet<>(expected.columns()).equals(new HashSet<>(compared.actual().columns()))) {
      return Optional.empty();
    }
    Map<String, Integer> wanted = counts(expected.rows());
    Map<String, Integer> found = counts(compared.actual().inOrderOf(expected.columns()).rows());
    if (!wanted.keySet().equals(found.keySet())) {
      return Optional.empty();
    }
    int gone = 0;
    Set<Integer> left = new HashSet<>();
    for (Map.Entry<String, Integer> row : wanted.entrySet()) {
      int missing = row.getValue() - found.getOrDefault(row.getKey(), 0);
      if (missing < 0) {
        return Optional.empty();
      }
      gone += missing;
      left.add(missing == 0 ? 0 : found.getOrDefault(row.getKey(), 0));
    }
    return gone == 0 || left.stream().anyMatch(times -> times > 1)
        ? Optional.empty()
        : Optional.of(
            new Cause(
                "copies-gone",
                "%,d %s missing, and each is a copy of a row that is there: look for `distinct()`, `dropDuplicates(…)`, `except`, a set, or a join on keys that are there once."
                    .formatted(gone, gone == 1 ? "row is" : "rows are")));
  }

  private static Map<String, Integer> counts(List<List<Object>> rows) {
    Map<String, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(CellText.exact(row), 1, Integer::sum));
    return counts;
  }
}
