package dev.kindling.profile.stat;

import java.io.Serializable;

/**
 * Count, mean, spread and shape of finite numbers, kept as central moments: batches are centred on
 * their own mean and then merged, so large values lose no digits to cancellation.
 */
public final class Moments implements Serializable {

  private long count;
  private double mean;
  private double m2;
  private double m3;
  private double m4;
  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private long zeros;
  private long negative;

  /** Takes in the first {@code length} values; all must be finite. */
  public void addAll(double[] values, int length) {
    if (length == 0) {
      return;
    }
    Moments batch = new Moments();
    batch.count = length;
    double sum = 0;
    for (int i = 0; i < length; i++) {
      double value = values[i];
      sum += value;
      batch.min = Math.min(batch.min, value);
      batch.max = Math.max(batch.max, value);
      if (value == 0) {
        batch.zeros++;
      } else if (value < 0) {
        batch.negative++;
      }
    }
    // The sum of equal values need not be a multiple of them.
    batch.mean = batch.min == batch.max ? batch.min : sum / length;
    for (int i = 0; i < length; i++) {
      double d = values[i] - batch.mean;
      double square = d * d;
      batch.m2 += square;
      batch.m3 += square * d;
      batch.m4 += square * square;
    }
    merge(batch);
  }

  /** Takes in what another one has seen. */
  public void merge(Moments other) {
    if (other.count == 0) {
      return;
    }
    double a = count;
    double b = other.count;
    double n = a + b;
    double d = other.mean - mean;
    double dn = d / n;
    double ab = a * b;
    if (count > 0) {
      m4 +=
          d * dn * dn * dn * ab * (a * a - ab + b * b)
              + 6 * dn * dn * (a * a * other.m2 + b * b * m2)
              + 4 * dn * (a * other.m3 - b * m3);
      m3 += d * dn * dn * ab * (a - b) + 3 * dn * (a * other.m2 - b * m2);
      m2 += d * dn * ab;
      mean += dn * b;
    } else {
      mean = other.mean;
    }
    m2 += other.m2;
    m3 += other.m3;
    m4 += other.m4;
    count += other.count;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
    zeros += other.zeros;
    negative += other.negative;
  }

  public long count() {
    return count;
  }

  /** NaN without values, as all that follow. */
  public double mean() {
    return count == 0 ? Double.NaN : mean;
  }

  /** The sample standard deviation: the squares are divided by n − 1. NaN for fewer than two. */
  public double std() {
    return count < 2 ? Double.NaN : Math.sqrt(m2 / (count - 1));
  }

  /** Population skewness: m3 / m2^1.5 with moments divided by n. NaN when all values are equal. */
  public double skewness() {
    return m2 == 0 ? Double.NaN : Math.sqrt((double) count) * m3 / Math.pow(m2, 1.5);
  }

  /** Population excess kurtosis: m4 / m2² − 3, so 0 for a normal column. */
  public double kurtosis() {
    return m2 == 0 ? Double.NaN : count * m4 / (m2 * m2) - 3;
  }

  public double min() {
    return count == 0 ? Double.NaN : min;
  }

  public double max() {
    return count == 0 ? Double.NaN : max;
  }

  public long zeros() {
    return zeros;
  }

  public long negative() {
    return negative;
  }
}
