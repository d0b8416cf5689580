package dev.kindling.cause.relation;

import dev.kindling.cause.Cause;
import dev.kindling.check.compare.CellText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** All differences are one stand-in for a missing value in the place of another. */
final class Gaps implements Relation {

  private static final int SMALL = 10;

  private enum Kind {
    NULL("null", value -> value == null),
    NAN("NaN", value -> value instanceof Number number && Double.isNaN(number.doubleValue())),
    ZERO("0", value -> value instanceof Number number && number.doubleValue() == 0),
    EMPTY("an empty text", value -> "".equals(value)),
    FALSE("false", value -> Boolean.FALSE.equals(value)),
    TRUE("true", value -> Boolean.TRUE.equals(value)),
    INFINITE(
        "infinite",
        value -> value instanceof Number number && Double.isInfinite(number.doubleValue()));

    private final String word;
    private final Predicate<Object> is;

    Kind(String word, Predicate<Object> is) {
      this.word = word;
      this.is = is;
    }
  }

  @Override
  public Optional<Cause> of(Paired paired) {
    for (Kind wanted : Kind.values()) {
      for (Kind found : Kind.values()) {
        if (wanted != found && !(isFlag(wanted) && isFlag(found)) && holds(paired, wanted, found)) {
          return Optional.of(
              new Cause(
                  "gap-as-" + found.name().toLowerCase(Locale.ROOT),
                  "All that differs%s is that yours is %s where %s is expected."
                      .formatted(names(paired), found.word, wanted.word)));
        }
      }
    }
    return anyValue(paired);
  }

  /** True for false is no gap. */
  private static boolean isFlag(Kind kind) {
    return kind == Kind.FALSE || kind == Kind.TRUE;
  }

  private static boolean holds(Paired paired, Kind wanted, Kind found) {
    List<Paired.Two> differing = differing(paired);
    return !differing.isEmpty()
        && differing.stream()
            .allMatch(two -> wanted.is.test(two.expected()) && found.is.test(two.actual()));
  }

  private static List<Paired.Two> differing(Paired paired) {
    List<Paired.Two> differing = new ArrayList<>();
    for (int column : paired.differing()) {
      int at = column;
      paired.values(column).stream().filter(two -> !paired.same(at, two)).forEach(differing::add);
    }
    return differing;
  }

  /** Any value where null is expected, the same each time; or null where any value is expected. */
  private static Optional<Cause> anyValue(Paired paired) {
    List<Paired.Two> differing = differing(paired);
    if (differing.isEmpty()) {
      return Optional.empty();
    }
    Object value = differing.get(0).actual();
    boolean filled =
        (differing.size() > 1 || value instanceof String)
            && differing.stream()
                .allMatch(
                    two ->
                        two.expected() == null
                            && CellText.exact(two.actual()).equals(CellText.exact(value)));
    if (filled) {
      return Optional.of(
          new Cause(
              "gap-filled",
              "All that differs%s is that yours is %s where null is expected."
                  .formatted(names(paired), CellText.quoted(value))));
    }
    Object wanted = differing.get(0).expected();
    if (differing.size() > 1 && tells(wanted, value) && allAre(differing, wanted, value)) {
      return Optional.of(
          new Cause(
              "constant-for-constant",
              "All that differs%s is that yours is %s where %s is expected."
                  .formatted(names(paired), CellText.quoted(value), CellText.quoted(wanted))));
    }
    boolean left = differing.stream().allMatch(two -> two.actual() == null);
    return left
        ? Optional.of(
            new Cause(
                "gap-left",
                "All that differs%s is that yours is null where a value is expected."
                    .formatted(names(paired))))
        : Optional.empty();
  }

  /** Two small whole numbers are the same in many rows for many reasons. */
  private static boolean tells(Object wanted, Object found) {
    return wanted != null && !(isSmall(wanted) && isSmall(found));
  }

  private static boolean isSmall(Object value) {
    return value instanceof Boolean
        || value instanceof Number number
            && Math.rint(number.doubleValue()) == number.doubleValue()
            && Math.abs(number.doubleValue()) < SMALL;
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

  private static String names(Paired paired) {
    List<String> names = paired.differing().stream().map(paired::name).toList();
    return names.get(0).isEmpty() ? "" : " in " + String.join(", ", names);
  }
}
