package dev.kindling.cause.relation;

import dev.kindling.cause.Cause;
import dev.kindling.check.compare.CellText;
import java.util.List;
import java.util.Optional;

/** All differences are one value in the place of another, always the same two. */
final class Constants implements Relation {

  private static final int SMALL = 10;

  @Override
  public Optional<Cause> of(Paired paired) {
    List<Paired.Two> differing = Gaps.differing(paired);
    if (differing.size() < 2) {
      return Optional.empty();
    }
    Object wanted = differing.get(0).expected();
    Object found = differing.get(0).actual();
    return tells(wanted, found) && allAre(differing, wanted, found)
        ? Optional.of(
            new Cause(
                "constant-for-constant",
                "All that differs%s is that yours is %s where %s is expected."
                    .formatted(
                        Gaps.names(paired), CellText.quoted(found), CellText.quoted(wanted))))
        : Optional.empty();
  }

  /** Two small whole numbers are the same in many rows for many reasons. */
  private static boolean tells(Object wanted, Object found) {
    return wanted != null && !(isSmall(wanted) && isSmall(found));
  }

  private static boolean isSmall(Object value) {
    return value instanceof Boolean
        || (value instanceof Number number
            && Math.rint(number.doubleValue()) == number.doubleValue()
            && Math.abs(number.doubleValue()) < SMALL);
  }

  private static boolean allAre(List<Paired.Two> differing, Object wanted, Object found) {
    String expected = CellText.exact(wanted);
    String actual = CellText.exact(found);
    return differing.stream()
        .allMatch(
            two ->
                CellText.exact(two.expected()).equals(expected)
                    && CellText.exact(two.actual()).equals(actual));
  }
}
