package dev.kindling.check.errors;

/** Makes text that comes out of an error fit to be shown inside a sentence. */
final class PlainText {

  /** A value longer than this is cut: more would bury the sentence around it. */
  private static final int LONGEST_VALUE = 240;

  private PlainText() {}

  /** Text without line breaks, control characters and the invisible marks that turn text round. */
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
  }

  /** At most {@code length} characters, and an ellipsis where text is missing. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
    return text.substring(0, end) + "…";
  }

  /**
   * A value of an error without Spark's dressing: back-ticks, quotes, expression numbers ({@code
   * price#42}), type letters ({@code 7L}), the name of the only catalogue, and the scheme of a
   * local path.
   */
  static String value(String raw) {
    String plain =
        oneLine(raw)
            .replaceAll("[`\"]", "")
            .replaceAll("(?<=\\w)#\\d+L?\\b", "")
            .replaceAll("\\bfile:/+", "/")
            .replaceAll("\\bspark_catalog\\.(?:default\\.)?(?=\\w)", "")
            .replaceAll("^(-?\\d[\\d.]*(?:E-?\\d+)?)[DLFS]$", "$1")
            .replaceAll("^'(.*)'$", "$1");
    return cut(plain.strip(), LONGEST_VALUE);
  }

  /** A class name without its package. */
  static String simpleName(String className) {
    return className.substring(
        Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
  }
}
