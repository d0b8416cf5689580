package dev.kindling.reference;

import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/** Places of numbers in ascending order, counted from 1. */
public final class Ranks {

  /** Which rank equal numbers get. */
  public enum Ties {
    /** The mean of their places: 1, 2.5, 2.5, 4. */
    MEAN(TiesStrategy.AVERAGE),
    /** The lowest of their places, as SQL's {@code rank()}: 1, 2, 2, 4. */
    LOWEST(TiesStrategy.MINIMUM),
    /** The highest of their places: 1, 3, 3, 4. */
    HIGHEST(TiesStrategy.MAXIMUM),
    /** One after another as they come, as SQL's {@code row_number()}: 1, 2, 3, 4. */
    IN_TURN(TiesStrategy.SEQUENTIAL);

    private final TiesStrategy strategy;

    Ties(TiesStrategy strategy) {
      this.strategy = strategy;
    }
  }

  private Ranks() {}

  /** The rank of each number; NaN counts as the largest, as in Spark. */
  public static double[] of(double[] values, Ties ties) {
    return new NaturalRanking(NaNStrategy.MAXIMAL, ties.strategy).rank(values);
  }
}
