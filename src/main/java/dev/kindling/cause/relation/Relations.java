package dev.kindling.cause.relation;

import dev.kindling.cause.Cause;
import dev.kindling.check.compare.Compared;
import java.util.List;
import java.util.Optional;

/** Holds what came against what was expected, one relation after the other. */
public final class Relations {

  /** The narrow ones first: a number that is cut is rounded down, too. */
  private static final List<Relation> ALL =
      List.of(
          new Gaps(),
          new MissingRows(),
          new Order(),
          new SwappedColumns(),
          new PermutedElements(),
          new Formulas(),
          new Constants(),
          new Proportion(),
          new Shift(),
          new Days(),
          new Texts(),
          new DifferingRows());

  private Relations() {}

  /** The first relation that holds for all values, as what the numbers show. */
  public static Optional<Cause> cause(Compared compared) {
    Optional<Paired> paired = Paired.of(compared);
    return MissingCopies.cause(compared)
        .or(
            () ->
                paired.flatMap(
                    rows ->
                        ALL.stream()
                            .map(relation -> relation.of(rows))
                            .flatMap(Optional::stream)
                            .findFirst()));
  }
}
