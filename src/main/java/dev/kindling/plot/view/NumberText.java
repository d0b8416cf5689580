package dev.kindling.plot.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as a chart shows them. */
public final class NumberText {

  private static final double LARGE = 1e9;
  private static final double SMALL = 1e-4;

  private NumberText() {}

  /** The number in four significant digits, with separators between thousands. */
  public static String of(double value) {
    if (Double.isNaN(value)) {
      return "none";
    }
    double size = Math.abs(value);
    if (size >= LARGE || (size > 0 && size < SMALL)) {
      return String.format(Locale.ROOT, "%.3g", value);
    }
    if (value == Math.rint(value) || size >= 1_000) {
      return String.format(Locale.ROOT, "%,d", Math.round(value));
    }
    return new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros().toPlainString();
  }

  /** A value of a column: numbers as above, a missing one as {@code null}. */
  public static String of(@Nullable Object value) {
    if (value instanceof Double number) {
      return of(number.doubleValue());
    }
    return String.valueOf(value);
  }
}
