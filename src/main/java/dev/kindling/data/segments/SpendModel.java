package dev.kindling.data.segments;

import dev.kindling.data.Draws;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How the label comes about: a constant plus a coefficient times each feature, in the units of the
 * columns, plus normal noise. The segment has no effect of its own.
 *
 * @param intercept dollars a year; the constant column adds nothing to it
 * @param coefficients dollars a year per unit of each feature; 0 for the constant column
 * @param noise the standard deviation of the noise, in dollars a year
 */
public record SpendModel(double intercept, Map<String, Double> coefficients, double noise) {

  static final double NOISE = 60;

  public SpendModel {
    coefficients = Collections.unmodifiableMap(coefficients);
  }

  static SpendModel draw(Draws draws) {
    Map<String, Double> coefficients = new LinkedHashMap<>();
    coefficients.put("visits", draws.uniform(14, 20));
    coefficients.put("basket", draws.uniform(45, 65));
    coefficients.put("minutes", draws.uniform(6, 10));
    coefficients.put("age", draws.uniform(-8, -5));
    coefficients.put("online_share", draws.uniform(3, 6));
    coefficients.put("discount_share", draws.uniform(-30, -20));
    coefficients.put(Segments.LOUD, draws.uniform(0.012, 0.018));
    coefficients.put(Segments.SPARSE, draws.uniform(-90, -60));
    coefficients.put(Segments.CONSTANT, 0.0);
    return new SpendModel(draws.uniform(100, 300), coefficients, NOISE);
  }

  /**
   * The label without noise: what the best possible model predicts.
   *
   * @param customer the value of each feature
   */
  public double expected(ToDoubleFunction<String> customer) {
    double spend = intercept;
    for (Map.Entry<String, Double> term : coefficients.entrySet()) {
      spend += term.getValue() * customer.applyAsDouble(term.getKey());
    }
    return spend;
  }
}
