package dev.kindling.tracking.filter;

/** What tokens that belong together are. */
enum UnitKind {
  /** A name, perhaps of several parts: {@code metrics.`val loss`}. */
  IDENTIFIER,
  TEXT,
  INTEGER,
  DECIMAL,
  PARENTHESIS,
  /** A call, a computation or a placeholder: what may be compared, but not here. */
  EXPRESSION,
  NULL,
  KEYWORD,
  COMPARATOR,
  /** {@code +}, {@code *} and what else computes. */
  OPERATOR,
  COMMA,
  COMPARISON,
  OTHER
}
