package dev.kindling.tracking.filter;

/** What a piece of a filter's text is. */
enum TokenKind {
  SPACE,
  COMMENT,
  /** A bare word, or a name in backticks, double quotes or brackets. */
  NAME,
  /** A text in single quotes. */
  TEXT,
  INTEGER,
  DECIMAL,
  /** {@code =}, {@code <=}, {@code LIKE} and their like, also ones that do not exist. */
  COMPARATOR,
  /** A word that SQL keeps for itself. */
  KEYWORD,
  /** ASC or DESC, with what SQL allows behind it. */
  ORDER,
  DOT,
  COMMA,
  OPEN,
  CLOSE,
  SEMICOLON,
  /** {@code ::}, which binds two names to one. */
  CAST,
  /** {@code +}, {@code *} and what else computes. */
  OPERATOR,
  /** {@code ?} or {@code :name}. */
  PLACEHOLDER,
  OTHER
}
