package dev.kindling.cause.relation;

import dev.kindling.cause.Cause;
import dev.kindling.check.compare.CellText;
import java.util.List;
import java.util.Optional;

/** Two columns hold each other's values. */
final class SwappedColumns implements Relation {

  @Override
  public Optional<Cause> of(Paired paired) {
    List<Integer> differing = paired.differing();
    if (differing.size() != 2) {
      return Optional.empty();
    }
    List<Paired.Two> first = paired.values(differing.get(0));
    List<Paired.Two> second = paired.values(differing.get(1));
    for (int i = 0; i < first.size(); i++) {
      if (!same(first.get(i).actual(), second.get(i).expected())
          || !same(second.get(i).actual(), first.get(i).expected())) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Cause(
            "columns-swapped",
            "%s and %s hold each other's values."
                .formatted(paired.name(differing.get(0)), paired.name(differing.get(1)))));
  }

  private static boolean same(Object one, Object other) {
    return CellText.exact(one).equals(CellText.exact(other));
  }
}
