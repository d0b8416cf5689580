package dev.kindling.check.compare;

/**
 * The part of a cell that is compared with a tolerance. Nearness is not transitive, so it cannot be
 * hashed; its {@link #projection} narrows the search for partners.
 */
sealed interface Fuzzy permits FuzzyNumber, FuzzyVector {

  /** Whether both count as equal. */
  boolean near(Fuzzy other);

  /** A finite number that is at most {@link #reach} apart for any two that are near. */
  double projection();

  /** See {@link #projection}. */
  double reach();
}
