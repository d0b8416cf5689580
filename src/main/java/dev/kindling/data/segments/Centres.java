package dev.kindling.data.segments;

import dev.kindling.data.Draws;
import dev.kindling.data.Lookup;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the segments lie. Each telling column is high for two segments and low for the other two,
 * each of the three ways to pair four segments twice: so any two segments differ in four columns,
 * by {@link #STEP} standard deviations or a little more or less in each.
 *
 * @param means the mean of each column in each of the segments 0 to 3
 * @param sds the standard deviation of each column within every segment
 */
public record Centres(Map<String, List<Double>> means, Map<String, Double> sds) {

  /** How many segments there are. */
  public static final int SEGMENTS = 4;

  /** How far high is from low, in standard deviations within a segment. */
  static final double STEP = 5;

  /** How far a centre may be from its place, in standard deviations within a segment. */
  static final double JITTER = 0.3;

  /** How likely a customer belongs to each segment. */
  static final double[] WEIGHTS = {0.32, 0.27, 0.23, 0.18};

  static final double INCOME = 52_000;
  static final double INCOME_SD = 9_000;

  /** The income of neighbouring segments differs by so much, which is next to nothing. */
  static final double INCOME_STEP = 750;

  private static final List<List<Integer>> PAIRINGS =
      List.of(List.of(0, 1), List.of(0, 2), List.of(0, 3));

  public Centres {
    means = Collections.unmodifiableMap(means);
    sds = Collections.unmodifiableMap(sds);
  }

  static Centres draw(Draws draws) {
    Map<String, Double> lows = new LinkedHashMap<>();
    Map<String, Double> sds = new LinkedHashMap<>();
    place("visits", 40, 4, lows, sds);
    place("basket", 12, 1.2, lows, sds);
    place("minutes", 20, 2, lows, sds);
    place("age", 35, 3, lows, sds);
    place("online_share", 28, 2.5, lows, sds);
    place("discount_share", 10, 1, lows, sds);
    Map<String, List<Double>> means = new LinkedHashMap<>();
    for (String column : Segments.TELLING) {
      List<Integer> pair = PAIRINGS.get(means.size() % PAIRINGS.size());
      boolean pairIsHigh = draws.chance(0.5);
      Double[] places = new Double[SEGMENTS];
      for (int segment = 0; segment < SEGMENTS; segment++) {
        double steps = pair.contains(segment) == pairIsHigh ? STEP : 0;
        places[segment] =
            Lookup.of(lows, column)
                + Lookup.of(sds, column) * (steps + draws.uniform(-JITTER, JITTER));
      }
      means.put(column, List.of(places));
    }
    Double[] incomes = new Double[SEGMENTS];
    int[] order = draws.permutation(SEGMENTS);
    for (int segment = 0; segment < SEGMENTS; segment++) {
      incomes[segment] = INCOME + INCOME_STEP * (order[segment] - 1.5);
    }
    means.put(Segments.LOUD, List.of(incomes));
    sds.put(Segments.LOUD, INCOME_SD);
    return new Centres(means, sds);
  }

  /** The mean of a column in a segment. */
  public double mean(String column, int segment) {
    return Lookup.of(means, column).get(segment);
  }

  /** Whether a telling column is high in a segment. */
  boolean isHigh(String column, int segment) {
    double middle =
        Lookup.of(means, column).stream().mapToDouble(Double::doubleValue).sum() / SEGMENTS;
    return mean(column, segment) > middle;
  }

  private static void place(
      String column, double low, double sd, Map<String, Double> lows, Map<String, Double> sds) {
    lows.put(column, low);
    sds.put(column, sd);
  }
}
