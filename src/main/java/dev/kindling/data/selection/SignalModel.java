package dev.kindling.data.selection;

import dev.kindling.data.Draws;
import dev.kindling.data.Lookup;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How the labels come about: a signal is a coefficient times each informative number, less its
 * mean, plus the effect of the level of each informative category. The target is a constant plus
 * the signal plus normal noise; the probability of label 1 is the logistic function of the signal
 * times a steepness.
 *
 * @param coefficients of the informative numbers, per unit of each
 * @param means of the informative numbers
 * @param effects of the levels of each informative category, from level 0 on
 */
public record SignalModel(
    Map<String, Double> coefficients,
    Map<String, Double> means,
    Map<String, List<Double>> effects) {

  /** The constant of the target. */
  public static final double CONSTANT = 10;

  /** The standard deviation of the noise of the target. */
  public static final double NOISE = 1;

  /** What the signal is multiplied with in the probability of label 1. */
  public static final double STEEPNESS = 1.5;

  /**
   * The effects of an informative category: from the first to the last level it goes up or down.
   */
  private static final List<List<Double>> EFFECTS =
      List.of(
          List.of(-0.9, -0.3, 0.3, 0.9),
          List.of(-0.8, 0.0, 0.8),
          List.of(-1.0, -0.5, 0.0, 0.5, 1.0));

  public SignalModel {
    coefficients = Collections.unmodifiableMap(coefficients);
    means = Collections.unmodifiableMap(means);
    effects = Collections.unmodifiableMap(effects);
  }

  static SignalModel draw(Roles roles, Map<String, Scale> scales, Draws draws) {
    Map<String, Double> coefficients = new LinkedHashMap<>();
    Map<String, Double> means = new LinkedHashMap<>();
    for (String column : roles.informative()) {
      double size = draws.uniform(0.9, 1.2) * (draws.chance(0.5) ? 1 : -1);
      coefficients.put(column, size / Lookup.of(scales, column).sd());
      means.put(column, Lookup.of(scales, column).mean());
    }
    Map<String, List<Double>> effects = new LinkedHashMap<>();
    for (String column : roles.informativeCategories()) {
      List<Double> levels = EFFECTS.get(effects.size());
      boolean down = draws.chance(0.5);
      effects.put(
          column,
          IntStream.range(0, levels.size())
              .mapToObj(i -> levels.get(down ? levels.size() - 1 - i : i))
              .toList());
    }
    return new SignalModel(coefficients, means, effects);
  }

  /**
   * The signal of a row.
   *
   * @param row the value of each column
   */
  public double signal(ToDoubleFunction<String> row) {
    double signal = 0;
    for (Map.Entry<String, Double> term : coefficients.entrySet()) {
      String column = term.getKey();
      signal += term.getValue() * (row.applyAsDouble(column) - Lookup.of(means, column));
    }
    for (Map.Entry<String, List<Double>> category : effects.entrySet()) {
      signal += category.getValue().get((int) row.applyAsDouble(category.getKey()));
    }
    return signal;
  }

  /** The target of a row without noise: what the best possible model predicts. */
  public double expected(ToDoubleFunction<String> row) {
    return CONSTANT + signal(row);
  }

  /** The probability that the label of a row is 1. */
  public double probability(ToDoubleFunction<String> row) {
    return 1 / (1 + StrictMath.exp(-STEEPNESS * signal(row)));
  }
}
