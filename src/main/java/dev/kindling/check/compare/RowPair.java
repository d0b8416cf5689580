package dev.kindling.check.compare;

import java.util.Comparator;

/**
 * Two rows that belong together, equal or not.
 *
 * @param expected the position of the expected row, counted from 0; -1 if none belongs to the other
 * @param actual the position of the actual row; -1 if none belongs to the other
 */
public record RowPair(int expected, int actual) {

  /** In the order of the expected rows, then those that nobody expects. */
  static final Comparator<RowPair> ORDER =
      Comparator.comparing(RowPair::isExtra)
          .thenComparingInt(RowPair::expected)
          .thenComparingInt(RowPair::actual);

  /** Whether an expected row is not there. */
  public boolean isMissing() {
    return actual < 0;
  }

  /** Whether a row is there that nobody expects. */
  public boolean isExtra() {
    return expected < 0;
  }
}
