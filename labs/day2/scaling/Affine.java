package day2.scaling;

import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Scales each number of a row by itself: {@code (value - shift) / divisor + offset}.
 *
 * @param shift one per column
 * @param divisor one per column; 0 for a column that is constant
 * @param offset added in the end
 * @param constant what a column with the divisor 0 becomes
 */
record Affine(double[] shift, double[] divisor, double offset, double constant)
    implements UnaryOperator<double[]> {

  static Affine standard(Numbers learned) {
    return new Affine(learned.means(), learned.sds(), 0, 0);
  }

  /** Divides only, as StandardScaler does by default. */
  static Affine uncentred(Numbers learned) {
    return new Affine(learned.zeros(), learned.sds(), 0, 0);
  }

  static Affine range(Numbers learned, double low, double high) {
    double[] divisors = learned.ranges();
    for (int i = 0; i < divisors.length; i++) {
      divisors[i] /= high - low;
    }
    return new Affine(learned.smallest(), divisors, low, (low + high) / 2);
  }

  Affine withConstant(double value) {
    return new Affine(shift, divisor, offset, value);
  }

  Affine withDivisor(double[] other) {
    return new Affine(shift, other, offset, constant);
  }

  /** With this in the place of a divisor of 0, as some libraries have it. */
  Affine withZeroDivisor(double instead) {
    double[] divisors = divisor.clone();
    for (int i = 0; i < divisors.length; i++) {
      divisors[i] = divisors[i] == 0 ? instead : divisors[i];
    }
    return withDivisor(divisors);
  }

  @Override
  public double[] apply(double[] row) {
    return IntStream.range(0, row.length)
        .mapToDouble(i -> divisor[i] == 0 ? constant : (row[i] - shift[i]) / divisor[i] + offset)
        .toArray();
  }

  /** Divides a row by its length: what Normalizer does. */
  static double[] unitLength(double[] row) {
    double squares = 0;
    for (double value : row) {
      squares += value * value;
    }
    double length = Math.sqrt(squares);
    double[] scaled = row.clone();
    for (int i = 0; length > 0 && i < row.length; i++) {
      scaled[i] /= length;
    }
    return scaled;
  }
}
