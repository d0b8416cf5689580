package dev.kindling.tracking.protocol;

/** How long texts may be, counted in characters as people see them, not in Java's halves. */
public final class Lengths {

  private Lengths() {}

  /**
   * Checks a length.
   *
   * @param what what the message calls the text
   * @throws TrackingException when the text is longer
   */
  public static void check(String what, int most, String text) {
    if (length(text) > most) {
      throw TrackingException.invalid(
          "'%s' exceeds the maximum length of %d characters", what, most);
    }
  }

  /** The text, or its beginning where it is longer, as MLflow cuts long values. */
  public static String cut(int most, String text) {
    return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most));
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
