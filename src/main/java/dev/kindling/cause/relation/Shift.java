package dev.kindling.cause.relation;

import dev.kindling.cause.Cause;
import dev.kindling.check.compare.CellText;
import java.util.List;
import java.util.Optional;

/** All numbers are those that were expected, plus the same. */
final class Shift implements Relation {

  private static final int PAIRS = 3;
  private static final double ROUNDING = 1e-9;

  @Override
  public Optional<Cause> of(Paired paired) {
    return Numbers.of(paired).flatMap(Shift::cause);
  }

  private static Optional<Cause> cause(Numbers numbers) {
    List<Numbers.Pair> pairs = numbers.differing();
    if (pairs.size() < PAIRS) {
      return Optional.empty();
    }
    double shift = pairs.get(0).actual() - pairs.get(0).expected();
    if (!numbers.pairs().stream().allMatch(pair -> pair.near(pair.expected() + shift))) {
      return Optional.empty();
    }
    String than =
        "Your numbers%s are ours %s %s, every one of them"
            .formatted(numbers.columns(), shift < 0 ? "minus" : "plus", size(shift, numbers));
    return Optional.of(
        Math.abs(Math.abs(shift) - 1) < ROUNDING
            ? new Cause(
                "off-by-one",
                than + ": look where counting begins, at 0 or at 1, and whether the ends count.")
            : new Cause("constant-shift", than + "."));
  }

  private static String size(double shift, Numbers numbers) {
    boolean whole =
        numbers.pairs().stream().allMatch(pair -> pair.actual() == Math.rint(pair.actual()));
    return whole ? CellText.of(Math.round(Math.abs(shift))) : CellText.of(Math.abs(shift));
  }
}
