package dev.kindling.tracking.filter;

import dev.kindling.tracking.protocol.PythonText;
import dev.kindling.tracking.protocol.TrackingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a filter: comparisons that must all hold, with AND between them or only space. */
final class FilterParser {

  /** Long enough for thousands of run ids in a list. */
  static final int LONGEST = 200_000;

  /** SQLite takes a thousand at most, each of them costs a look-up per row. */
  static final int MOST_CLAUSES = 200;

  private final Grammar grammar;

  FilterParser(Grammar grammar) {
    this.grammar = grammar;
  }

  /**
   * The clauses of a filter; none when it is null or empty.
   *
   * @throws TrackingException when it cannot be understood
   */
  List<Clause> parse(@Nullable String filter) {
    if (filter == null || filter.isEmpty()) {
      return List.of();
    }
    if (filter.length() > LONGEST) {
      throw TrackingException.invalid(
          "The filter has %d characters: send one of at most %d.", filter.length(), LONGEST);
    }
    List<Unit> units = Units.of(filter);
    if (units.isEmpty()) {
      throw TrackingException.invalid("Invalid filter '%s'. Could not be parsed.", filter);
    }
    checkPieces(units, filter);
    List<Clause> clauses = new ArrayList<>();
    for (Unit unit : units) {
      if (unit.is(UnitKind.COMPARISON)) {
        clauses.add(clause(unit));
      }
    }
    if (clauses.size() > MOST_CLAUSES) {
      throw TrackingException.invalid(
          "The filter has %d conditions: ask for at most %d at a time.",
          clauses.size(), MOST_CLAUSES);
    }
    return clauses;
  }

  private void checkPieces(List<Unit> units, String filter) {
    for (int i = 0; i < units.size() - 1; i++) {
      if (units.get(i).text().equals(";")) {
        throw TrackingException.invalid(
            "Search filter contained multiple expression %s. Provide AND-ed expression list.",
            PythonText.quoted(filter));
      }
    }
    String wrong =
        units.stream()
            .filter(unit -> !unit.is(UnitKind.COMPARISON) && !unit.isKeyword("AND"))
            .map(unit -> grammar.told(unit.text()))
            .collect(Collectors.joining(", "));
    if (!wrong.isEmpty()) {
      throw TrackingException.invalid("Invalid clause(s) in filter string: %s", wrong);
    }
  }

  private Clause clause(Unit comparison) {
    Unit left = Objects.requireNonNull(comparison.left(), "A comparison has a left side.");
    String comparator =
        Objects.requireNonNull(comparison.comparator(), "A comparison has a comparator.");
    if (!left.is(UnitKind.IDENTIFIER)) {
      throw TrackingException.invalid(
          "Invalid comparison clause. Expected 'Identifier' found '%s'", left.text());
    }
    Subject subject = grammar.subject(left.text());
    if (comparison.right() == null) {
      grammar.checkNullTest(subject);
      return new Clause(subject, comparator, new Value.None());
    }
    Value value = grammar.value(subject, comparison.right());
    return new Clause(subject, grammar.comparator(comparator), value);
  }
}
