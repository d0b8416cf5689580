package dev.kindling.plot.page;

import java.util.Locale;

/** The colours of a heat map: from pale to blue, or from orange over white to blue. */
final class Shades {

  private static final int[] PALE = {0xe8, 0xf1, 0xfa};
  private static final int[] BLUE = {0x08, 0x45, 0x94};
  private static final int[] WHITE = {0xf7, 0xf7, 0xf7};
  private static final int[] ORANGE = {0xc2, 0x4d, 0x00};

  private Shades() {}

  /** The colour of a shade from 0 to 1; grey where there is none. */
  static String colour(double shade, boolean diverging) {
    if (Double.isNaN(shade)) {
      return "#9a9a9a";
    }
    if (!diverging) {
      return between(PALE, BLUE, shade);
    }
    return shade < 0.5
        ? between(ORANGE, WHITE, shade * 2)
        : between(WHITE, BLUE, (shade - 0.5) * 2);
  }

  /** Whether text on this colour must be light. */
  static boolean dark(double shade, boolean diverging) {
    return diverging ? Math.abs(shade - 0.5) > 0.3 : shade > 0.55;
  }

  private static String between(int[] from, int[] to, double share) {
    StringBuilder colour = new StringBuilder("#");
    for (int i = 0; i < from.length; i++) {
      colour.append(
          String.format(Locale.ROOT, "%02x", Math.round(from[i] + (to[i] - from[i]) * share)));
    }
    return colour.toString();
  }
}
