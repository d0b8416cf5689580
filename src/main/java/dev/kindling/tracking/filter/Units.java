package dev.kindling.tracking.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Joins units in the order in which they bind: computing, comparing, naming, listing; then lists
 * behind IN and tests for NULL become comparisons too.
 */
final class Units {

  /** Makes one unit of three. */
  private interface Join {
    Unit of(Unit left, Unit middle, Unit right);
  }

  private final String text;

  private Units(String text) {
    this.text = text;
  }

  /** What a filter consists of: comparisons, ANDs, and what does not belong there. */
  static List<Unit> of(String text) {
    return new Units(text).joined();
  }

  private List<Unit> joined() {
    List<Unit> units = new UnitReader(text).units();
    units = joined(units, unit -> unit.is(UnitKind.OPERATOR), Unit::isComparable, this::computed);
    units = joined(units, unit -> unit.is(UnitKind.COMPARATOR), Units::isLeft, this::compared);
    units = joined(units, unit -> unit.isKeyword("AS"), unit -> true, this::named);
    units = aliased(units);
    units = joined(units, unit -> unit.is(UnitKind.COMMA), Units::isListed, this::listed);
    return SetComparisons.joined(toTheEnd(units));
  }

  private static boolean isLeft(Unit unit) {
    return unit.isComparable() || unit.is(UnitKind.COMPARISON);
  }

  private static boolean isListed(Unit unit) {
    return isLeft(unit) || unit.is(UnitKind.KEYWORD) || unit.is(UnitKind.OTHER);
  }

  private Unit computed(Unit left, Unit operator, Unit right) {
    return spanning(UnitKind.EXPRESSION, left, right);
  }

  private Unit compared(Unit left, Unit comparator, Unit right) {
    return Unit.comparison(left, comparator.text(), right, right.end());
  }

  private Unit named(Unit left, Unit as, Unit right) {
    return spanning(UnitKind.IDENTIFIER, left, right);
  }

  private Unit listed(Unit left, Unit comma, Unit right) {
    return spanning(UnitKind.OTHER, left, right);
  }

  private Unit spanning(UnitKind kind, Unit left, Unit right) {
    return Unit.of(kind, left.start(), right.end(), text);
  }

  private static List<Unit> joined(
      List<Unit> units, Predicate<Unit> middle, Predicate<Unit> side, Join join) {
    List<Unit> joined = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      boolean joins =
          middle.test(unit)
              && !joined.isEmpty()
              && i + 1 < units.size()
              && side.test(joined.get(joined.size() - 1))
              && side.test(units.get(i + 1));
      if (joins) {
        Unit left = joined.remove(joined.size() - 1);
        i++;
        joined.add(join.of(left, unit, units.get(i)));
      } else {
        joined.add(unit);
      }
    }
    return joined;
  }

  /** A name behind what may have another name belongs to it. */
  private List<Unit> aliased(List<Unit> units) {
    List<Unit> joined = new ArrayList<>();
    boolean mayHaveName = false;
    for (Unit unit : units) {
      if (mayHaveName && unit.is(UnitKind.IDENTIFIER)) {
        Unit before = joined.remove(joined.size() - 1);
        joined.add(spanning(UnitKind.IDENTIFIER, before, unit));
        mayHaveName = false;
      } else {
        joined.add(unit);
        mayHaveName = isLeft(unit) && !unit.is(UnitKind.TEXT) && !unit.is(UnitKind.NULL);
      }
    }
    return joined;
  }

  /** WHERE takes all that follows. */
  private List<Unit> toTheEnd(List<Unit> units) {
    for (int i = 0; i < units.size(); i++) {
      if (units.get(i).isKeyword("WHERE")) {
        List<Unit> cut = new ArrayList<>(units.subList(0, i));
        cut.add(spanning(UnitKind.OTHER, units.get(i), units.get(units.size() - 1)));
        return cut;
      }
    }
    return units;
  }
}
