package dev.kindling.data;

import java.math.BigDecimal;

/**
 * Decimal numbers whose text is the same on every JDK ({@code Double.toString} changed in 19) and
 * reads back as the same double.
 */
public final class Decimals {

  private static final int MOST_PLACES = 9;

  private Decimals() {}

  /** The double nearest to {@code value} rounded half up to so many decimal places, at most 9. */
  public static double round(double value, int places) {
    double scale = scale(places);
    return Math.round(value * scale) / scale;
  }

  /**
   * The shortest decimal text of a rounded value: {@code 1.5}, {@code 2.0}, {@code Infinity}.
   *
   * @throws IllegalArgumentException if the value has more than nine decimal places
   */
  public static String text(double value) {
    if (Double.isInfinite(value)) {
      return Double.toString(value);
    }
    for (int places = 1; places <= MOST_PLACES; places++) {
      if (round(value, places) == value) {
        return BigDecimal.valueOf(Math.round(value * scale(places)), places).toPlainString();
      }
    }
    throw new IllegalArgumentException(
        "The value '%s' has more than %d decimal places: round it with Decimals.round first."
            .formatted(value, MOST_PLACES));
  }

  private static double scale(int places) {
    double scale = 1;
    for (int i = 0; i < places; i++) {
      scale *= 10;
    }
    return scale;
  }
}
