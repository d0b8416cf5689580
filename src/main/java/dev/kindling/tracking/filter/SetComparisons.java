package dev.kindling.tracking.filter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins {@code x IN (…)}, {@code x NOT IN (…)}, {@code x IS NULL} and {@code x IS NOT NULL}. A name
 * that begins none of them takes the next units with it, as in MLflow, so that they are told
 * together as what is wrong.
 */
final class SetComparisons {

  private final List<Unit> units;
  private final List<Unit> joined = new ArrayList<>();
  private int at;

  private SetComparisons(List<Unit> units) {
    this.units = units;
  }

  static List<Unit> joined(List<Unit> units) {
    SetComparisons comparisons = new SetComparisons(units);
    while (comparisons.at < units.size()) {
      comparisons.next();
    }
    return comparisons.joined;
  }

  private void next() {
    Unit first = units.get(at);
    if (!first.is(UnitKind.IDENTIFIER) || units.size() - at < 3) {
      take(1);
      return;
    }
    Unit second = units.get(at + 1);
    Unit third = units.get(at + 2);
    if (second.isKeyword("IN") && third.is(UnitKind.PARENTHESIS)) {
      join("IN", third, 3);
    } else if (second.isKeyword("IS") && third.isKeyword("NULL")) {
      join("IS NULL", null, 3);
    } else if (second.isKeyword("IS") && third.isKeyword("NOT NULL")) {
      join("IS NOT NULL", null, 3);
    } else if (units.size() - at > 3
        && second.isKeyword("NOT")
        && third.isKeyword("IN")
        && units.get(at + 3).is(UnitKind.PARENTHESIS)) {
      join("NOT IN", units.get(at + 3), 4);
    } else {
      take(Math.min(4, units.size() - at));
    }
  }

  private void join(String comparator, @Nullable Unit right, int count) {
    Unit last = units.get(at + count - 1);
    joined.add(Unit.comparison(units.get(at), comparator, right, last.end()));
    at += count;
  }

  private void take(int count) {
    joined.addAll(units.subList(at, at + count));
    at += count;
  }
}
