package dev.kindling.data.selection;

import dev.kindling.data.TableDraft;
import dev.kindling.reference.Correlations;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whether a column of noise goes along with a label by chance. Of twenty columns one would, at the
 * usual level of 5 %; such a column is drawn anew, so that what a test should find is certain.
 */
final class Chance {

  /** A two-sided test would give a p-value above 0.1, with some room. */
  private static final double MOST_Z = 1.6;

  /** The same for a test with one side. */
  private static final double MOST_ONE_SIDED_Z = 1.2;

  private final TableDraft draft;
  private final int rows;

  /**
   * @param rows how many of the first rows count: those of train
   */
  Chance(TableDraft draft, int rows) {
    this.draft = draft;
    this.rows = rows;
  }

  /** Whether a number has next to no correlation with a label. */
  boolean isUncorrelated(String number, String label) {
    double[] x = column(number);
    double[] y = column(label);
    return Math.abs(Correlations.pearson(x, y)) * Math.sqrt(rows) < MOST_Z;
  }

  /** Whether a χ² test finds nothing between a category and a binary label. */
  boolean isIndependent(String category, String label) {
    Map<Integer, double[]> counts = new HashMap<>();
    double ones = 0;
    for (int i = 0; i < rows; i++) {
      int value = (int) draft.row(i).number(label);
      counts.computeIfAbsent(draft.row(i).whole(category), c -> new double[2])[value]++;
      ones += value;
    }
    double[] shares = {1 - ones / rows, ones / rows};
    double statistic = 0;
    for (double[] level : counts.values()) {
      for (int value = 0; value < 2; value++) {
        double expected = (level[0] + level[1]) * shares[value];
        statistic += (level[value] - expected) * (level[value] - expected) / expected;
      }
    }
    return standard(statistic, counts.size() - 1) < MOST_ONE_SIDED_Z;
  }

  /** A χ² statistic as a standard normal number, after Wilson and Hilferty. */
  private static double standard(double statistic, int degrees) {
    double spread = 2.0 / (9 * degrees);
    return (StrictMath.cbrt(statistic / degrees) - (1 - spread)) / StrictMath.sqrt(spread);
  }

  private double[] column(String name) {
    return IntStream.range(0, rows).mapToDouble(i -> draft.row(i).number(name)).toArray();
  }
}
