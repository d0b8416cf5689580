package dev.kindling.profile.stat;

import java.util.Arrays;
import java.util.List;

/**
 * Values in rising order, each with the number of values it stands for.
 *
 * @param values rising
 * @param upTo for each, the sum of the weights up to and with it
 */
record Weighted(double[] values, double[] upTo) {

  /** The values of all levels; one of level h counts 2^h. */
  static Weighted of(List<double[]> levels, List<Integer> sizes) {
    double[][] sorted = new double[levels.size()][];
    int total = 0;
    for (int level = 0; level < sorted.length; level++) {
      sorted[level] = Arrays.copyOf(levels.get(level), sizes.get(level));
      Arrays.sort(sorted[level]);
      total += sorted[level].length;
    }
    double[] values = new double[total];
    double[] upTo = new double[total];
    int[] next = new int[sorted.length];
    double sum = 0;
    for (int i = 0; i < total; i++) {
      int level = smallest(sorted, next);
      values[i] = sorted[level][next[level]++];
      sum += Math.scalb(1.0, level);
      upTo[i] = sum;
    }
    return new Weighted(values, upTo);
  }

  private static int smallest(double[][] sorted, int[] next) {
    int smallest = -1;
    for (int level = 0; level < sorted.length; level++) {
      if (next[level] < sorted[level].length
          && (smallest < 0 || sorted[level][next[level]] < sorted[smallest][next[smallest]])) {
        smallest = level;
      }
    }
    return smallest;
  }

  double weight() {
    return upTo[upTo.length - 1];
  }

  /** The first value with at least this rank. */
  double at(double rank) {
    int found = Arrays.binarySearch(upTo, rank);
    int index = found >= 0 ? found : -found - 1;
    return values[Math.min(index, values.length - 1)];
  }

  double[] atOrBelow(double... limits) {
    double[] counts = new double[limits.length];
    int at = 0;
    for (int i = 0; i < limits.length; i++) {
      while (at < values.length && values[at] <= limits[i]) {
        at++;
      }
      counts[i] = at == 0 ? 0 : upTo[at - 1];
    }
    return counts;
  }
}
