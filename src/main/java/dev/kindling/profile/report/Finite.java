package dev.kindling.profile.report;

import org.jspecify.annotations.Nullable;

/** Numbers that JSON can hold. */
final class Finite {

  private Finite() {}

  /** The number, or null if it is not finite: then there is none to tell. */
  static @Nullable Double orNull(double number) {
    return Double.isFinite(number) ? number : null;
  }

  /** A part of a whole; 0 of nothing. */
  static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
