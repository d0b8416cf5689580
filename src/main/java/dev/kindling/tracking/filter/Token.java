package dev.kindling.tracking.filter;

/**
 * A piece of a filter's text.
 *
 * @param start where it starts
 * @param end where it ends, exclusive
 */
record Token(TokenKind kind, int start, int end, String text) {

  boolean is(TokenKind other) {
    return kind == other;
  }

  boolean isKeyword(String word) {
    return kind == TokenKind.KEYWORD && text.equalsIgnoreCase(word);
  }
}
