package dev.kindling.data;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Random draws that are the same on every machine and JDK: only the raw 64 bits come from the
 * library, and logarithms and sines from {@link StrictMath}.
 */
public final class Draws {

  private final SplittableRandom random;

  public Draws(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A number from 0 up to but without 1. */
  public double uniform() {
    return (random.nextLong() >>> 11) * 0x1.0p-53;
  }

  /** A number from {@code low} up to but without {@code high}. */
  public double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** A standard normal number. */
  public double normal() {
    // 1 - uniform() is never 0, so the logarithm is finite.
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * Math.PI * uniform());
  }

  /** A normal number. */
  public double normal(double mean, double sd) {
    return mean + sd * normal();
  }

  /** An exponential number with this mean. */
  public double exponential(double mean) {
    return -mean * StrictMath.log(1 - uniform());
  }

  /** A Poisson number; for means up to a few dozen. */
  public int poisson(double mean) {
    double limit = StrictMath.exp(-mean);
    int count = 0;
    for (double product = uniform(); product > limit; product *= uniform()) {
      count++;
    }
    return count;
  }

  /** True with this probability. */
  public boolean chance(double probability) {
    return uniform() < probability;
  }

  /** An integer from 0 to {@code bound - 1}. */
  public int below(int bound) {
    return (int) (uniform() * bound);
  }

  /** An integer from {@code low} to {@code high}, both included. */
  public int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /** One of the options, each as likely as the others. */
  public <V> V pick(List<V> options) {
    return options.get(below(options.size()));
  }

  /** One of the options, as likely as its weight; weights need not add to 1. */
  public <V> V pick(List<V> options, double... weights) {
    if (options.size() != weights.length) {
      throw new IllegalArgumentException(
          "There are %d options but %d weights: give each option %s one weight."
              .formatted(options.size(), weights.length, options));
    }
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = uniform() * total;
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return options.get(i);
      }
    }
    return options.get(weights.length - 1);
  }

  /** The numbers 0 to {@code size - 1} in random order. */
  public int[] permutation(int size) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = below(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
