package dev.kindling.check.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.DataTypes;

/**
 * Compares lists.
 *
 * @param tolerance how near numbers must be
 * @param ordered whether the order counts
 * @param freedom what is left open, and so must not count as a difference
 */
public record ElementComparison(Tolerance tolerance, boolean ordered, Freedom freedom) {

  /** A comparison in which one result is right. */
  public ElementComparison(Tolerance tolerance, boolean ordered) {
    this(tolerance, ordered, Freedom.NONE);
  }

  /** Tells what differs; {@code subject} is what the learner calls the list. */
  public Optional<Mismatch> compare(String subject, List<?> right, List<?> actual) {
    List<?> expected = (List<?>) freedom.nearest(right, actual);
    return difference(expected, actual)
        .map(
            words ->
                new Mismatch(
                    "In %s, %s.".formatted(subject, words),
                    CellText.quoted(expected),
                    CellText.quoted(actual)));
  }

  /** A list that does not meet a condition. */
  public static Mismatch unsatisfied(String subject, String what, List<?> actual) {
    return new Mismatch(
        "Expected of %s: %s.".formatted(subject, what), null, CellText.quoted(actual));
  }

  private Optional<String> difference(List<?> expected, List<?> actual) {
    RowMatcher matcher = new RowMatcher(frame(expected), frame(actual), tolerances());
    List<String> parts = new ArrayList<>();
    if (!matcher.missing().isEmpty()) {
      parts.add(names(matcher.missing(), expected) + verb(matcher.missing(), "missing"));
    }
    if (!matcher.extra().isEmpty()) {
      String problem = matcher.extraAreCopies() ? "there too often" : "not expected";
      parts.add(names(matcher.extra(), actual) + verb(matcher.extra(), problem));
    }
    if (!parts.isEmpty()) {
      return Optional.of(String.join(" and ", parts));
    }
    return ordered ? outOfOrder(expected, actual) : Optional.empty();
  }

  private Optional<String> outOfOrder(List<?> expected, List<?> actual) {
    for (int i = 0; i < expected.size(); i++) {
      if (!Same.values(expected.get(i), actual.get(i), tolerance)) {
        return Optional.of(
            "the elements are in another order: number %d is %s, expected %s"
                .formatted(
                    i + 1, CellText.quoted(actual.get(i)), CellText.quoted(expected.get(i))));
      }
    }
    return Optional.empty();
  }

  private Tolerances tolerances() {
    return Tolerances.DEFAULT.within(tolerance);
  }

  private static String verb(List<KeyedRow> rows, String problem) {
    return (rows.size() == 1 ? " is " : " are ") + problem;
  }

  private static String names(List<KeyedRow> rows, List<?> values) {
    String shown =
        rows.stream()
            .limit(5)
            .map(row -> CellText.quoted(values.get(row.index())))
            .collect(Collectors.joining(", "));
    return rows.size() <= 5 ? shown : shown + " and " + (rows.size() - 5) + " more";
  }

  private static RowSet frame(List<?> values) {
    List<List<Object>> rows = new ArrayList<>(values.size());
    for (Object value : values) {
      List<Object> row = new ArrayList<>(1);
      row.add(value);
      rows.add(row);
    }
    return new RowSet(List.of("value"), List.of(DataTypes.NullType), rows);
  }
}
