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

  @SuppressWarnings("ImmutableEnumChecker") // A lambda that captures nothing never changes.
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

  static List<Paired.Two> differing(Paired paired) {
    List<Paired.Two> differing = new ArrayList<>();
    for (int column : paired.differing()) {
      int at = column;
      paired.values(column).stream().filter(two -> !paired.same(at, two)).forEach(differing::add);
    }
    return differing;
  }

  /** One value wherever null is expected; or null wherever a value is expected. */
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
    boolean left = differing.stream().allMatch(two -> two.actual() == null);
    return left
        ? Optional.of(
            new Cause(
                "gap-left",
                "All that differs%s is that yours is null where a value is expected."
                    .formatted(names(paired))))
        : Optional.empty();
  }

  /** Where the differences are, with a blank in front; empty for what has one column. */
  static String names(Paired paired) {
    List<String> names = paired.differing().stream().map(paired::name).toList();
    return names.get(0).isEmpty() ? "" : " in " + String.join(", ", names);
  }
}
