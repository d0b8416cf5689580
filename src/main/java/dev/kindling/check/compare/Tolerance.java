package dev.kindling.check.compare;

/**
 * How far two numbers may be apart and still count as equal: the larger of an absolute and a
 * relative distance.
 *
 * @param absolute in the unit of the numbers
 * @param relative as a fraction of the larger magnitude
 */
public record Tolerance(double absolute, double relative) {

  /**
   * What applies when a check says nothing: wide enough that two right answers may add the same
   * numbers in another order, and far too narrow to hide a mistake.
   */
  public static final Tolerance DEFAULT = new Tolerance(1e-12, 1e-9);

  /** The same for single precision, which carries seven digits. */
  static final Tolerance DEFAULT_FLOAT = new Tolerance(1e-12, 1e-6);

  public Tolerance {
    if (!(absolute >= 0) || !(relative >= 0)) {
      throw new IllegalArgumentException(
          "A tolerance of '%s' makes no sense: give zero or a positive number."
              .formatted(absolute >= 0 ? relative : absolute));
    }
  }

  /** An absolute tolerance; zero asks for the very same number. */
  public static Tolerance within(double absolute) {
    return new Tolerance(absolute, 0);
  }

  /** Whether the check said nothing. */
  public boolean isDefault() {
    return equals(DEFAULT);
  }

  /** Whether two numbers count as equal; NaN equals NaN. */
  public boolean allows(double one, double other) {
    return Double.compare(one, other) == 0
        || one == other
        || Math.abs(one - other) <= reach(Math.max(Math.abs(one), Math.abs(other)));
  }

  /** The largest distance that is allowed between numbers up to this magnitude. */
  double reach(double magnitude) {
    if (Double.isInfinite(magnitude) || Double.isNaN(magnitude)) {
      return 0;
    }
    // 1.1 and 1.0 are 0.1 apart on paper, and a hair more in binary.
    double rounding = absolute > 0 ? 2 * Math.ulp(magnitude) : 0;
    return Math.max(absolute + rounding, relative * magnitude);
  }

  /** The tolerance as a message shows it, such as {@code " (within 0.5)"}; empty by default. */
  public String words() {
    return isDefault() || absolute == 0 ? "" : " (within " + CellText.of(absolute) + ")";
  }
}
