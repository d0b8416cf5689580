package day4.udf;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Listings, and the prices that a model must predict for them.
 *
 * @param listings {@code id}, {@code neighbourhood_cleansed} and {@code accommodates}
 */
record Homes(Table listings) {

  Dataset<Row> frame(SmallFrames frames) {
    return frames.of(
        "id INT, neighbourhood_cleansed STRING, accommodates INT", Tables.rows(listings));
  }

  /**
   * The weights of a model by name, as the task describes them; an answer cannot change them, since
   * its predictions are compared with them.
   */
  static Map<String, Double> weights(
      double intercept, double perGuest, Map<String, Double> neighbourhoods) {
    Map<String, Double> weights = new HashMap<>();
    weights.put("(intercept)", intercept);
    weights.put("accommodates", perGuest);
    neighbourhoods.forEach((name, w) -> weights.put("neighbourhood_cleansed=" + name, w));
    return Collections.unmodifiableMap(weights);
  }

  /**
   * Judges predictions; they are sums of three doubles and one exp, the same up to 1e-12.
   *
   * @param weights the model that must have predicted
   * @param others the model of another call
   */
  void judge(Dataset<Row> result, Map<String, Double> weights, Map<String, Double> others) {
    expect(result)
        .as("the predictions")
        .within(1e-9)
        .toHaveRows(predictions(weights, Math::exp))
        .diagnose("shared-field", () -> predictions(others, Math::exp), UdfErrors.SHARED_FIELD)
        .diagnose(
            "log-not-undone",
            () -> predictions(weights, log -> log),
            "These are the sums of the weights, and they predict the logarithm of the price. Undo it with Math.exp.");
  }

  private Table predictions(Map<String, Double> weights, DoubleUnaryOperator undo) {
    return Tables.with(
        listings,
        "prediction",
        row -> {
          Object name = row.get(1);
          Integer guests = (Integer) row.get(2);
          if (name == null || guests == null) {
            return null;
          }
          double log = weights.get("(intercept)") + guests * weights.get("accommodates");
          return undo.applyAsDouble(
              log + weights.getOrDefault("neighbourhood_cleansed=" + name, 0.0));
        });
  }
}
