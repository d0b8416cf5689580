package dev.kindling.data.lowrank;

import dev.kindling.data.Draws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How much of each cause is in each sensor.
 *
 * <p>The sensors fall into three groups of four, and a cause comes into all four of a group equally
 * strong, up or down. Within a group the signs of any two causes agree twice and disagree twice. So
 * the loadings of two causes are orthogonal, and each cause is exactly one principal component of
 * the scaled sensors; which sensors are a group and all signs are drawn.
 */
final class Loadings {

  /** The squares of the loadings of each cause in each group; each group adds to 0.96. */
  static final double[][] SQUARES = {
    {0.66, 0.20, 0.10},
    {0.36, 0.48, 0.12},
    {0.42, 0.18, 0.36}
  };

  private static final int GROUP = 4;

  /** Columns that are orthogonal to each other. */
  private static final int[][] SIGNS = {
    {1, 1, 1, 1},
    {1, -1, 1, -1},
    {1, 1, -1, -1},
    {1, -1, -1, 1}
  };

  private Loadings() {}

  /** The loadings of each sensor. */
  static List<List<Double>> draw(Draws draws) {
    int causes = LowRank.CAUSES.size();
    List<List<Double>> loadings =
        new ArrayList<>(Collections.nCopies(LowRank.SENSORS.size(), List.of()));
    int[] places = draws.permutation(LowRank.SENSORS.size());
    for (int group = 0; group < SQUARES.length; group++) {
      int[] patterns = draws.permutation(SIGNS.length);
      int[] flips = new int[causes];
      for (int cause = 0; cause < causes; cause++) {
        flips[cause] = draws.chance(0.5) ? 1 : -1;
      }
      for (int member = 0; member < GROUP; member++) {
        List<Double> row = new ArrayList<>();
        for (int cause = 0; cause < causes; cause++) {
          int sign = flips[cause] * SIGNS[patterns[cause]][member];
          row.add(sign * Math.sqrt(SQUARES[group][cause]));
        }
        loadings.set(places[group * GROUP + member], row);
      }
    }
    return loadings;
  }
}
