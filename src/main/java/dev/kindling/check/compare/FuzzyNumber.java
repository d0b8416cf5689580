package dev.kindling.check.compare;

/** A finite number. */
record FuzzyNumber(double value, Tolerance tolerance) implements Fuzzy {

  @Override
  public boolean near(Fuzzy other) {
    return other instanceof FuzzyNumber number && tolerance.allows(value, number.value);
  }

  @Override
  public double projection() {
    return value;
  }

  @Override
  public double reach() {
    // The partner may be the larger of the two, and with it what is allowed.
    return 2 * tolerance.reach(Math.abs(value));
  }
}
