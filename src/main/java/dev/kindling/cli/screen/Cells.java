package dev.kindling.cli.screen;

/** Measures and fits text by the columns that it takes on a terminal. */
public final class Cells {

  private Cells() {}

  /** The columns of plain text, without escape sequences: wide letters take two, accents none. */
  public static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      width += width(point);
      i += Character.charCount(point);
    }
    return width;
  }

  /**
   * The text, cut to {@code width} columns with {@code ellipsis} at its end where it was longer.
   */
  public static String cut(String text, int width, String ellipsis) {
    if (width(text) <= width) {
      return text;
    }
    int room = Math.max(0, width - width(ellipsis));
    int end = 0;
    int used = 0;
    while (end < text.length()) {
      int point = text.codePointAt(end);
      if (used + width(point) > room) {
        break;
      }
      used += width(point);
      end += Character.charCount(point);
    }
    return text.substring(0, end) + (room > 0 || width >= width(ellipsis) ? ellipsis : "");
  }

  /** The text with spaces after it, up to {@code width} columns. */
  public static String left(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** The text with spaces before it, up to {@code width} columns. */
  public static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }

  private static int width(int point) {
    if (point < 0x300) {
      return 1;
    }
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    boolean wide =
        point >= 0x1100
            && (point <= 0x115f
                || (point >= 0x2e80 && point <= 0xa4cf)
                || (point >= 0xac00 && point <= 0xd7a3)
                || (point >= 0xf900 && point <= 0xfaff)
                || (point >= 0xfe30 && point <= 0xfe6f)
                || (point >= 0xff00 && point <= 0xff60)
                || (point >= 0xffe0 && point <= 0xffe6)
                || (point >= 0x1f300 && point <= 0x1faff)
                || (point >= 0x20000 && point <= 0x3fffd));
    return wide ? 2 : 1;
  }
}
