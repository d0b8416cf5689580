package dev.kindling.check.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Compares frames: columns by name, then types, then rows, and tells the first of these that
 * differs.
 *
 * @param tolerances how near numbers must be
 * @param ordered whether the order of the rows counts
 * @param freedoms what is left open, and so must not count as a difference
 */
public record FrameComparison(Tolerances tolerances, boolean ordered, Freedoms freedoms) {

  /** A comparison in which one result is right. */
  public FrameComparison(Tolerances tolerances, boolean ordered) {
    this(tolerances, ordered, Freedoms.NONE);
  }

  /** Columns and types alone, so that an answer with a wrong shape need not be computed. */
  public Optional<Mismatch> compareShape(String subject, RowSet expected, RowSet actual) {
    Optional<String> columns = ColumnWords.difference(expected.columns(), actual.columns());
    if (columns.isPresent()) {
      return Optional.of(
          new Mismatch(
              "In %s, %s.".formatted(subject, columns.get()),
              String.join(", ", expected.columns()),
              String.join(", ", actual.columns())));
    }
    List<String> types = typeDifferences(expected, actual);
    return types.isEmpty()
        ? Optional.empty()
        : Optional.of(Mismatch.of("In %s, %s.".formatted(subject, String.join("; ", types))));
  }

  /** Everything; {@code subject} is what the learner calls the frame, such as "the medians". */
  public Optional<Mismatch> compare(String subject, RowSet expected, RowSet actual) {
    return compareShape(subject, expected, actual)
        .or(
            () -> {
              RowSet found = actual.inOrderOf(expected.columns());
              return compareRows(subject, freedoms.nearest(expected, found), found);
            });
  }

  private static List<String> typeDifferences(RowSet expected, RowSet actual) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < expected.columns().size(); i++) {
      String column = expected.columns().get(i);
      int there = actual.columns().indexOf(column);
      TypeWords.difference(column, expected.types().get(i), actual.types().get(there))
          .ifPresent(differences::add);
    }
    return differences;
  }

  private Optional<Mismatch> compareRows(String subject, RowSet expected, RowSet actual) {
    RowMatcher matcher = new RowMatcher(expected, actual, tolerances);
    if (!matcher.missing().isEmpty() || !matcher.extra().isEmpty()) {
      // Wrong values are told before a wrong order, which is easier to see when they are right.
      Pairing shown =
          Pairing.of(expected, actual, tolerances).differing(expected, actual, tolerances);
      return Optional.of(
          mismatch(words(subject, expected, actual, matcher), expected, actual, shown));
    }
    Pairing shown = byPlace(expected).differing(expected, actual, tolerances);
    return ordered && !shown.pairs().isEmpty()
        ? Optional.of(mismatch(orderWords(subject, shown), expected, actual, shown))
        : Optional.empty();
  }

  private Mismatch mismatch(String rationale, RowSet expected, RowSet actual, Pairing pairing) {
    var tables = new DifferenceTables(expected, actual, tolerances, pairing, ordered);
    return new Mismatch(rationale, tables.expectedText(), tables.actualText());
  }

  private static Pairing byPlace(RowSet expected) {
    return new Pairing(
        IntStream.range(0, expected.size()).mapToObj(row -> new RowPair(row, row)).toList(),
        List.of());
  }

  private static String orderWords(String subject, Pairing shown) {
    return "In %s, the rows are right but not in the order asked for, from row %d on."
        .formatted(subject, shown.pairs().get(0).expected() + 1);
  }

  private static String words(String subject, RowSet expected, RowSet actual, RowMatcher matcher) {
    int missing = matcher.missing().size();
    int extra = matcher.extra().size();
    if (expected.size() == actual.size()) {
      return "In %s, %d of %s from what is expected."
          .formatted(subject, extra, count(expected.size(), extra == 1 ? "differs" : "differ"));
    }
    List<String> parts = new ArrayList<>();
    if (missing > 0) {
      parts.add(missing + (missing == 1 ? " expected row is" : " expected rows are") + " missing");
    }
    if (extra > 0 && matcher.extraAreCopies()) {
      parts.add(extra + (extra == 1 ? " row comes" : " rows come") + " more often than expected");
    } else if (extra > 0) {
      parts.add(extra + (extra == 1 ? " row is" : " rows are") + " not expected");
    }
    return "In %s, %s (%d rows, expected %d)."
        .formatted(subject, String.join(" and ", parts), actual.size(), expected.size());
  }

  private static String count(int rows, String verb) {
    return rows + (rows == 1 ? " row " : " rows ") + verb;
  }
}
