package dev.kindling.cli.screen;

/**
 * What charts are drawn with.
 *
 * @param eighths a bar's last piece, from one eighth to a whole
 * @param shades of a heat map, from the least to the most
 * @param low the end of a low whisker
 * @param whisker between
 * @param high the end of a high whisker
 * @param box the body of a box
 * @param median in a box
 * @param braille whether single dots can be set within a character
 */
record ChartInk(
    String eighths,
    String shades,
    char low,
    char whisker,
    char high,
    char box,
    char median,
    boolean braille) {

  private static final ChartInk FINE =
      new ChartInk("▏▎▍▌▋▊▉█", " ░▒▓█", '├', '─', '┤', '▒', '┃', true);
  private static final ChartInk PLAIN = new ChartInk("#", " .:*#", '|', '-', '|', '=', 'I', false);

  static ChartInk of(Look look) {
    return look.glyphs().unicode() ? FINE : PLAIN;
  }

  /** A bar of {@code length} columns. */
  String bar(double length) {
    int steps = eighths.length();
    long pieces = Math.max(0, Math.round(length * steps));
    if (pieces == 0 && length > 0) {
      // Little is not nothing.
      pieces = 1;
    }
    String whole = eighths.substring(steps - 1).repeat((int) (pieces / steps));
    int rest = (int) (pieces % steps);
    return rest == 0 ? whole : whole + eighths.charAt(rest - 1);
  }

  /** The shade nearest to a share from 0 to 1; a question mark where there is no value. */
  char shade(double share) {
    return Double.isNaN(share)
        ? '?'
        : shades.charAt((int) Math.round(share * (shades.length() - 1)));
  }
}
