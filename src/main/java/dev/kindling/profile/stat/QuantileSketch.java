package dev.kindling.profile.stat;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Quantiles of any number of finite values in bounded memory, the same on every run.
 *
 * <p>Values are kept in levels; one of level h stands for 2^h values. A full level is sorted, and
 * every second value moves up a level, the first ones and the second ones in turn. Such a step
 * moves the rank of no value by more than 2^h, and the sum of these is kept, so the largest
 * possible error is known and not only likely. Up to {@link #EXACT} values nothing is thinned out.
 */
public final class QuantileSketch implements Serializable {

  /** As long as there are fewer values, all are kept and every quantile is exact. */
  public static final int EXACT = 16_384;

  private static final int FIRST = 64;

  private final List<double[]> levels = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();
  private final List<Boolean> upper = new ArrayList<>();
  private long count;
  private long error;

  /** Takes in the first {@code length} values; all must be finite. */
  public void addAll(double[] values, int length) {
    int from = 0;
    while (from < length) {
      int size = levels.isEmpty() ? 0 : sizes.get(0);
      int part = Math.min(length - from, EXACT - size);
      append(0, values, from, part);
      from += part;
      thin();
    }
    count += length;
  }

  /** Takes in what another one has seen. */
  public void merge(QuantileSketch other) {
    for (int level = 0; level < other.levels.size(); level++) {
      append(level, other.levels.get(level), 0, other.sizes.get(level));
    }
    count += other.count;
    error += other.error;
    thin();
  }

  private void append(int level, double[] values, int from, int length) {
    while (levels.size() <= level) {
      levels.add(new double[FIRST]);
      sizes.add(0);
      upper.add(false);
    }
    int size = sizes.get(level);
    double[] room = levels.get(level);
    if (size + length > room.length) {
      room = Arrays.copyOf(room, Math.max(size + length, 2 * room.length));
      levels.set(level, room);
    }
    System.arraycopy(values, from, room, size, length);
    sizes.set(level, size + length);
  }

  private void thin() {
    for (int level = 0; level < levels.size(); level++) {
      if (sizes.get(level) >= EXACT) {
        int pairs = sizes.get(level) / 2;
        double[] values = levels.get(level);
        // An odd one out stays behind.
        boolean left = sizes.get(level) % 2 == 1;
        double last = values[sizes.get(level) - 1];
        Arrays.sort(values, 0, 2 * pairs);
        double[] half = new double[pairs];
        int offset = upper.get(level) ? 1 : 0;
        for (int i = 0; i < pairs; i++) {
          half[i] = values[2 * i + offset];
        }
        upper.set(level, !upper.get(level));
        levels.set(level, new double[FIRST]);
        sizes.set(level, 0);
        if (left) {
          append(level, new double[] {last}, 0, 1);
        }
        error += 1L << level;
        append(level + 1, half, 0, pairs);
      }
    }
  }

  public long count() {
    return count;
  }

  /** How far a rank may be from the true one, as a share of all values; 0 when exact. */
  public double rankError() {
    return count == 0 ? 0 : (double) error / count;
  }

  /**
   * The smallest value with at least the share {@code q} of all values at or below it, so always a
   * value of the column; NaN without values.
   */
  public double[] quantiles(double... shares) {
    double[] found = new double[shares.length];
    Arrays.fill(found, Double.NaN);
    if (count == 0) {
      return found;
    }
    Weighted all = Weighted.of(levels, sizes);
    for (int i = 0; i < shares.length; i++) {
      found[i] = all.at(Math.ceil(shares[i] * all.weight()));
    }
    return found;
  }

  /** The number of values at or below each of the limits, which rise. */
  public double[] atOrBelow(double... limits) {
    return count == 0 ? new double[limits.length] : Weighted.of(levels, sizes).atOrBelow(limits);
  }
}
