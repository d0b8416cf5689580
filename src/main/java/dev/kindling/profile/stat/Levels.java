package dev.kindling.profile.stat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** A column of categories, each with a number. */
public final class Levels {

  private static final int MISSING = -1;

  private final int[] codes;
  private final int count;

  /**
   * @param values of the column; null is missing
   */
  public Levels(Object... values) {
    Map<Object, Integer> numbers = new HashMap<>();
    this.codes = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      codes[i] =
          values[i] == null ? MISSING : numbers.computeIfAbsent(values[i], key -> numbers.size());
    }
    this.count = numbers.size();
  }

  /**
   * Cramér's V with the usual correction for bias, from 0 (independent) to 1 (each determines the
   * other), over the rows in which neither is missing. The plain V of two columns with many levels
   * is far from 0 even if they have nothing to do with each other; the correction takes that off.
   *
   * @return NaN when a column has fewer than two levels there
   */
  public double cramersV(Levels other) {
    double[] cells = new double[count * other.count];
    double[] rows = new double[count];
    double[] columns = new double[other.count];
    double n = 0;
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] != MISSING && other.codes[i] != MISSING) {
        cells[codes[i] * other.count + other.codes[i]]++;
        rows[codes[i]]++;
        columns[other.codes[i]]++;
        n++;
      }
    }
    // χ² over n: the squares of the cells over the products of their margins add up to it plus 1.
    double sum = 0;
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] > 0) {
        sum += cells[i] * cells[i] / (rows[i / other.count] * columns[i % other.count]);
      }
    }
    return corrected(Math.max(0, sum - 1), occurring(rows), occurring(columns), n);
  }

  private static double occurring(double... margins) {
    return IntStream.range(0, margins.length).filter(i -> margins[i] > 0).count();
  }

  private static double corrected(double phiSquared, double rows, double columns, double n) {
    if (rows < 2 || columns < 2) {
      return Double.NaN;
    }
    double phi = Math.max(0, phiSquared - (rows - 1) * (columns - 1) / (n - 1));
    double r = rows - (rows - 1) * (rows - 1) / (n - 1);
    double c = columns - (columns - 1) * (columns - 1) / (n - 1);
    double most = Math.min(r, c) - 1;
    return most <= 0 ? Double.NaN : Math.min(1, Math.sqrt(phi / most));
  }

  @Override
  public String toString() {
    return "%d levels: %s".formatted(count, Arrays.toString(codes));
  }
}
