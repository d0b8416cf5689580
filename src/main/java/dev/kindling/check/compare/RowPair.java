package dev.kindling.check.compare;

/**
 * Two rows that belong together though they differ, by position; -1 where one has no counterpart.
 */
record RowPair(int expected, int actual) {

  boolean isMissing() {
    return actual < 0;
  }

  boolean isExtra() {
    return expected < 0;
  }
}
