package dev.kindling.profile.scan;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What is to be counted of a column in the second pass, because it has too many different values
 * for the first.
 *
 * @param column its number in the frame
 * @param reading how it is read
 * @param low the smallest value of its histogram
 * @param high the largest
 * @param bins how many bins; 0 for no histogram
 * @param candidates values that may be among the most frequent
 */
record Recounted(
    int column, Reading reading, double low, double high, int bins, Set<Object> candidates)
    implements Serializable {

  Recounted {
    candidates = Set.copyOf(candidates);
  }

  /** A count of zero for each bin. */
  long[] emptyBins() {
    return new long[bins];
  }

  /** A count of zero for each candidate. */
  Map<Object, long[]> emptyCounts() {
    Map<Object, long[]> counts = new HashMap<>();
    candidates.forEach(value -> counts.put(value, new long[1]));
    return counts;
  }

  /** The bin of a cell; -1 if it belongs to none. */
  int bin(Object cell) {
    double number = bins == 0 ? Double.NaN : reading.asNumber(cell);
    return Double.isFinite(number) ? Binning.bin(number, low, high, bins) : -1;
  }
}
