package dev.kindling.cause.relation;

import dev.kindling.cause.Cause;
import dev.kindling.check.compare.CellText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Some rows differ, and what they have in common points to why. */
final class DifferingRows implements Relation {

  private static final int FEWEST = 2;

  @Override
  public Optional<Cause> of(Paired paired) {
    Set<Integer> wrong = wrong(paired);
    int all = paired.expected().size();
    if (wrong.isEmpty() || wrong.size() == all || !paired.missing().isEmpty()) {
      return Optional.empty();
    }
    List<Integer> nulls =
        NullColumns.of(paired, wrong, column -> !paired.differing().contains(column));
    if (!nulls.isEmpty()) {
      return said(
          "differs-where-null",
          wrong.size(),
          "%s is null: look at what your code makes of a null"
              .formatted(NullColumns.names(paired, nulls)));
    }
    for (int column = 0; column < paired.expected().columns().size(); column++) {
      if (paired.differing().contains(column) || paired.key().contains(column)) {
        continue;
      }
      String name = paired.name(column);
      Object value = first(paired, wrong, column);
      if (wrong.size() >= FEWEST
          && value != null
          && exactly(
              paired,
              wrong,
              column,
              other -> CellText.exact(other).equals(CellText.exact(value)))) {
        return said(
            "differs-for-one-value",
            wrong.size(),
            "%s is %s".formatted(name, CellText.quoted(value)));
      }
    }
    return Optional.empty();
  }

  private static Set<Integer> wrong(Paired paired) {
    Set<Integer> wrong = new HashSet<>();
    for (int column : paired.differing()) {
      List<Paired.Two> values = paired.values(column);
      for (int i = 0; i < values.size(); i++) {
        if (!paired.same(column, values.get(i))) {
          wrong.add(i);
        }
      }
    }
    return wrong;
  }

  private static Object first(Paired paired, Set<Integer> wrong, int column) {
    return paired.expected().rows().get(wrong.iterator().next()).get(column);
  }

  private static boolean exactly(
      Paired paired, Set<Integer> wrong, int column, Predicate<Object> condition) {
    List<List<Object>> rows = paired.expected().rows();
    for (int i = 0; i < rows.size(); i++) {
      if (wrong.contains(i) != condition.test(rows.get(i).get(column))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Cause> said(String id, int wrong, String where) {
    return Optional.of(
        new Cause(
            id,
            wrong == 1
                ? "The row that differs is exactly the one in which %s.".formatted(where)
                : "The %,d rows that differ are exactly those in which %s."
                    .formatted(wrong, where)));
  }
}
