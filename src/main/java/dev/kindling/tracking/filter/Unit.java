package dev.kindling.tracking.filter;

import org.jspecify.annotations.Nullable;

/**
 * Tokens that belong together.
 *
 * @param whole the filter that it is a part of
 * @param left of a comparison: what is compared; else null
 * @param comparator of a comparison: how, as it was written; else null
 * @param right of a comparison: with what, or null for a comparison that has no right side
 */
record Unit(
    UnitKind kind,
    String whole,
    int start,
    int end,
    @Nullable Unit left,
    @Nullable String comparator,
    @Nullable Unit right) {

  static Unit of(UnitKind kind, int start, int end, String whole) {
    return new Unit(kind, whole, start, end, null, null, null);
  }

  static Unit comparison(Unit left, String comparator, @Nullable Unit right, int end) {
    return new Unit(UnitKind.COMPARISON, left.whole, left.start, end, left, comparator, right);
  }

  /** The part of the filter that it is. Made when asked for: units in units share their text. */
  String text() {
    return whole.substring(start, end);
  }

  boolean is(UnitKind other) {
    return kind == other;
  }

  boolean isKeyword(String word) {
    return (kind == UnitKind.KEYWORD || kind == UnitKind.NULL) && text().equalsIgnoreCase(word);
  }

  /** Whether it may stand beside a comparator. */
  boolean isComparable() {
    return switch (kind) {
      case IDENTIFIER, TEXT, INTEGER, DECIMAL, PARENTHESIS, EXPRESSION, NULL -> true;
      case KEYWORD, COMPARATOR, OPERATOR, COMMA, COMPARISON, OTHER -> false;
    };
  }
}
