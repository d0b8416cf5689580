package dev.kindling.tracking.filter;

/** Finds where a quotation ends. */
final class QuoteScanner {

  private QuoteScanner() {}

  /**
   * The end of a quotation. Inside, a doubled quote does not end it, nor does one behind a
   * backslash (except in backticks), as long as another one follows that can.
   *
   * @return the position behind the closing quote, or -1 when there is none
   */
  static int end(String text, int start, char quote) {
    int last = -1;
    int at = start + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
      if (c == '\\' && next == quote && quote != '`') {
        last = at + 2;
        at += 2;
      } else if (c == quote && next == quote) {
        last = at + 1;
        at += 2;
      } else if (c == quote) {
        return at + 1;
      } else {
        at++;
      }
    }
    return last;
  }
}
