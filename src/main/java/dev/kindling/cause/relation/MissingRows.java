package dev.kindling.cause.relation;

import dev.kindling.cause.Cause;
import dev.kindling.check.compare.CellText;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Rows did not come, and what they have in common tells why. */
final class MissingRows implements Relation {

  @Override
  public Optional<Cause> of(Paired paired) {
    List<Integer> missing = paired.missing();
    int all = paired.expected().size();
    if (missing.isEmpty() || missing.size() == all || !paired.differing().isEmpty()) {
      return Optional.empty();
    }
    Set<Integer> gone = new HashSet<>(missing);
    List<Integer> nulls = NullColumns.of(paired, gone, column -> true);
    if (!nulls.isEmpty()) {
      return said(
          "null-rows-gone",
          missing.size(),
          all,
          "%s is null: a comparison, an inner join or a filter drops them, since null equals nothing"
              .formatted(NullColumns.names(paired, nulls)));
    }
    for (int column = 0; column < paired.expected().columns().size(); column++) {
      String name = paired.name(column);
      if (paired.key().contains(column) && all > 2) {
        continue;
      }
      Object value = paired.expected().rows().get(missing.get(0)).get(column);
      boolean telling = missing.size() > 1 && !(value instanceof Double) && value != null;
      if (telling && exactly(paired, gone, column, other -> text(other).equals(text(value)))) {
        return said(
            "rows-of-one-value-gone",
            missing.size(),
            all,
            "%s is %s".formatted(name, CellText.quoted(value)));
      }
    }
    return Optional.empty();
  }

  private static boolean exactly(
      Paired paired, Set<Integer> gone, int column, Predicate<Object> condition) {
    List<List<Object>> rows = paired.expected().rows();
    for (int i = 0; i < rows.size(); i++) {
      if (gone.contains(i) != condition.test(rows.get(i).get(column))) {
        return false;
      }
    }
    return true;
  }

  private static String text(Object value) {
    return CellText.exact(value);
  }

  private static Optional<Cause> said(String id, int gone, int all, String where) {
    return Optional.of(
        new Cause(
            id,
            "%,d of %,d rows %s missing, and %s exactly %s in which %s."
                .formatted(
                    gone,
                    all,
                    gone == 1 ? "is" : "are",
                    gone == 1 ? "it is" : "they are",
                    gone == 1 ? "the one" : "those",
                    where)));
  }
}
