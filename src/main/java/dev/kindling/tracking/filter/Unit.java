package dev.kindling.tracking.filter;

/**
 * Tokens that belong together.
 *
 * @param text the part of the filter that they are, as it was written
 * @param left of a comparison: what is compared; else null
 * @param comparator of a comparison: how, as it was written; else null
 * @param right of a comparison: with what, or null for a comparison that has no right side
 */
record Unit(
    UnitKind kind, int start, int end, String text, Unit left, String comparator, Unit right) {

  static Unit of(UnitKind kind, int start, int end, String whole) {
    return new Unit(kind, start, end, whole.substring(start, end), null, null, null);
  }

  static Unit comparison(Unit left, String comparator, Unit right, int end, String whole) {
    return new Unit(
        UnitKind.COMPARISON,
        left.start,
        end,
        whole.substring(left.start, end),
        left,
        comparator,
        right);
  }

  boolean is(UnitKind other) {
    return kind == other;
  }

  boolean isKeyword(String word) {
    return (kind == UnitKind.KEYWORD || kind == UnitKind.NULL) && text.equalsIgnoreCase(word);
  }

  /** Whether it may stand beside a comparator. */
  boolean isComparable() {
    return switch (kind) {
      case IDENTIFIER, TEXT, INTEGER, DECIMAL, PARENTHESIS, EXPRESSION, NULL -> true;
      case KEYWORD, COMPARATOR, OPERATOR, COMMA, COMPARISON, OTHER -> false;
    };
  }
}
