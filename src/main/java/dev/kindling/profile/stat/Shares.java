package dev.kindling.profile.stat;

import java.util.Arrays;
import org.apache.commons.math3.special.Gamma;

/** How counts are spread over bins or categories. */
public final class Shares {

  /** A χ² test needs this many expected per bin. */
  private static final double FEWEST_PER_BIN = 5;

  /** A bin that one side lacks counts as this share, or its logarithm would be infinite. */
  private static final double SMALLEST = 1e-4;

  private Shares() {}

  /**
   * The p-value of the χ² test that all bins are equally likely. NaN with fewer than two bins or
   * fewer than five expected in each.
   */
  public static double uniformP(long... counts) {
    double n = Arrays.stream(counts).sum();
    double expected = n / counts.length;
    if (counts.length < 2 || expected < FEWEST_PER_BIN) {
      return Double.NaN;
    }
    double chi = 0;
    for (long count : counts) {
      chi += (count - expected) * (count - expected) / expected;
    }
    return Gamma.regularizedGammaQ((counts.length - 1) / 2.0, chi / 2);
  }

  /**
   * How uneven categories are: 1 − entropy / log(number of categories), from 0 (all equally
   * frequent) to nearly 1 (one takes it all). NaN with fewer than two.
   */
  public static double imbalance(long... counts) {
    double n = Arrays.stream(counts).sum();
    if (counts.length < 2 || n == 0) {
      return Double.NaN;
    }
    double entropy = 0;
    for (long count : counts) {
      entropy -= count == 0 ? 0 : count / n * Math.log(count / n);
    }
    return 1 - entropy / Math.log(counts.length);
  }

  /**
   * The population stability index: the sum over bins of (q − p) · ln(q / p). 0 for equal shares; a
   * usual reading is that above 0.1 something moved and above 0.25 much did. NaN if a side is
   * empty.
   */
  public static double psi(double[] before, double[] after) {
    double sum = 0;
    double n = Arrays.stream(before).sum();
    double m = Arrays.stream(after).sum();
    for (int i = 0; i < before.length; i++) {
      double p = Math.max(SMALLEST, before[i] / n);
      double q = Math.max(SMALLEST, after[i] / m);
      sum += (q - p) * Math.log(q / p);
    }
    return n == 0 || m == 0 ? Double.NaN : sum;
  }

  /**
   * The Jensen–Shannon distance (to base 2), from 0 (equal shares) to 1 (nothing in common). NaN if
   * a side is empty.
   */
  public static double jensenShannon(double[] one, double[] other) {
    double n = Arrays.stream(one).sum();
    double m = Arrays.stream(other).sum();
    double divergence = 0;
    for (int i = 0; i < one.length; i++) {
      double p = one[i] / n;
      double q = other[i] / m;
      double middle = (p + q) / 2;
      divergence += (p == 0 ? 0 : p * Math.log(p / middle)) / 2;
      divergence += (q == 0 ? 0 : q * Math.log(q / middle)) / 2;
    }
    double distance = Math.sqrt(Math.max(0, divergence) / Math.log(2));
    return n == 0 || m == 0 ? Double.NaN : Math.min(1, distance);
  }
}
