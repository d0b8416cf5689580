package dev.kindling.cli.screen;

/**
 * Text that came from elsewhere (what an answer printed, what a table holds), made safe to print: a
 * terminal must never take it for a command.
 */
public final class CleanText {

  private static final char ESC = '\u001b';
  private static final int TAB = 4;

  private CleanText() {}

  /**
   * The text without escape sequences, control characters and direction overrides; line ends become
   * {@code \n} and tabs become spaces.
   */
  public static String of(String text) {
    if (harmless(text)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == ESC) {
        i = afterEscape(text, i);
        continue;
      }
      if (c == '\r') {
        boolean pair = i + 1 < text.length() && text.charAt(i + 1) == '\n';
        clean.append(pair ? "" : "\n");
      } else if (c == '\t') {
        clean.append(" ".repeat(TAB));
      } else if (c == '\n' || !control(c)) {
        clean.append(c);
      }
      i++;
    }
    return clean.toString();
  }

  /** The same on one line: line ends become spaces. */
  public static String line(String text) {
    return of(text).replace('\n', ' ');
  }

  private static boolean harmless(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && control(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean control(char c) {
    return c < 0x20
        || (c >= 0x7f && c <= 0x9f)
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0x2028
        || c == 0x2029;
  }

  /** The index behind the escape sequence that begins at {@code start}. */
  private static int afterEscape(String text, int start) {
    int i = start + 1;
    if (i >= text.length()) {
      return i;
    }
    char kind = text.charAt(i++);
    if (kind == '[') {
      while (i < text.length() && (text.charAt(i) < '@' || text.charAt(i) > '~')) {
        i++;
      }
      return Math.min(text.length(), i + 1);
    }
    if (kind == ']' || kind == 'P' || kind == '_' || kind == '^') {
      while (i < text.length() && text.charAt(i) != '\u0007' && text.charAt(i) != ESC) {
        i++;
      }
      boolean bell = i < text.length() && text.charAt(i) == '\u0007';
      return bell ? i + 1 : Math.min(text.length(), i + 2);
    }
    return i;
  }
}
