package day2.registry.checks;

import java.util.Map;
import java.util.TreeMap;

/**
 * How far off a version was on three sets of rows, in kW.
 *
 * @param validation NaN if its run does not tell
 */
record Rmse(double train, double validation, double test) {

  /** As a run logs it. */
  Map<String, Double> metrics() {
    Map<String, Double> metrics = new TreeMap<>(Map.of("train_rmse", train, "test_rmse", test));
    if (isValidated()) {
      metrics.put("validation_rmse", validation);
    }
    return metrics;
  }

  boolean isValidated() {
    return !Double.isNaN(validation);
  }
}
