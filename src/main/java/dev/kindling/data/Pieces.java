package dev.kindling.data;

import java.util.ArrayList;
import java.util.List;

/** A text cut at a separator, but not within quotes, nor within the brackets of a list. */
final class Pieces {

  /**
   * A part between two separators.
   *
   * @param text without blanks at its ends
   * @param start where it begins in the whole, counted from 0
   */
  record Piece(String text, int start) {}

  /** A quote that is never closed. */
  static final class OpenQuote extends IllegalArgumentException {

    private final int start;

    private OpenQuote(String text, int start) {
      super("%s is never closed: write %s behind the text, too.".formatted(text, text.charAt(0)));
      this.start = start;
    }

    /** Where it opens, counted from 0. */
    int start() {
      return start;
    }
  }

  /** Quotes open where a value may begin; anywhere else they are letters, as in {@code It's}. */
  private static final String BEFORE_A_VALUE = "[,|";

  private final String whole;
  private final char separator;
  private final List<Piece> found = new ArrayList<>();

  private Pieces(String whole, char separator) {
    this.whole = whole;
    this.separator = separator;
  }

  /**
   * Cuts a text.
   *
   * @throws OpenQuote if a quote is never closed
   */
  static List<Piece> of(String whole, char separator) {
    Pieces pieces = new Pieces(whole, separator);
    pieces.cut();
    return pieces.found;
  }

  private void cut() {
    int start = 0;
    int depth = 0;
    char before = BEFORE_A_VALUE.charAt(0);
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      boolean begins = BEFORE_A_VALUE.indexOf(before) >= 0;
      if (begins && (c == '\'' || c == '"')) {
        i = end(i);
      } else if (c == separator && depth == 0) {
        add(start, i);
        start = i + 1;
      } else if (begins && c == '[') {
        depth++;
      } else if (c == ']' && depth > 0) {
        depth--;
      }
      // Within a text a comma or a bracket begins nothing; a bar always ends a cell.
      if (!Character.isWhitespace(c) && (c == separator || depth > 0 || begins)) {
        before = c;
      }
    }
    add(start, whole.length());
  }

  private int end(int open) {
    char quote = whole.charAt(open);
    for (int i = open + 1; i < whole.length(); i++) {
      if (whole.charAt(i) == quote) {
        if (i + 1 < whole.length() && whole.charAt(i + 1) == quote) {
          i++;
        } else {
          return i;
        }
      }
    }
    throw new OpenQuote(whole.substring(open).strip(), open);
  }

  private void add(int start, int end) {
    String text = whole.substring(start, end);
    found.add(new Piece(text.strip(), start + text.length() - text.stripLeading().length()));
  }
}
