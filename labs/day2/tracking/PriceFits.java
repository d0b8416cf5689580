package day2.tracking;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Metrics of price models in plain Java: as they should be, and as known mistakes have them. */
record PriceFits(Table train, Table test) {

  /** Relative to the metric: the equations are solved in another order than Spark's. */
  private static final double TOLERANCE = 1e-6;

  private static final DoubleUnaryOperator SAME = DoubleUnaryOperator.identity();
  private static final DoubleUnaryOperator LOG = Math::log;

  /** Learned from train, judged on test. */
  Map<String, Double> ofTest(List<String> features) {
    return scores(Regression.fit(train, features, SAME), test, SAME, SAME);
  }

  /** The logarithm learned from train, judged on test in dollars. */
  Map<String, Double> ofTestByLog(List<String> features) {
    return scores(Regression.fit(train, features, LOG), test, Math::exp, SAME);
  }

  /**
   * Judges the metrics of a run whose model learned the price.
   *
   * @param features what the model reads
   * @param single the one feature of the single-feature model
   */
  void judge(LoggedRun run, List<String> features, List<String> single) {
    Regression model = Regression.fit(train, features, SAME);
    judge(
        run,
        ofTest(features),
        scores(model, train, SAME, SAME),
        fittedOnTest(features, SAME),
        ofTest(single));
  }

  /** Judges the metrics of a run whose model learned the logarithm of the price. */
  void judgeByLog(LoggedRun run, List<String> features, List<String> single) {
    Regression model = Regression.fit(train, features, LOG);
    Map<String, Double> right = ofTestByLog(features);
    expect(metrics(run))
        .as("the metrics of the run '%s'".formatted(run.name()))
        .within(tolerance(right))
        .toHaveEntries(right)
        .diagnose(
            "log-scale-metrics",
            scores(model, test, SAME, LOG),
            "These metrics are of logarithms: an `rmse` below 1 that looks wonderful beside those of the other runs, and is no dollar. Turn the predictions into dollars with `exp`, and compare them with `price`.")
        .diagnose(
            "log-not-turned-back",
            scores(model, test, SAME, SAME),
            "Predicted logarithms are compared with prices in dollars, so every prediction is about five dollars. The model predicts `log_price`: put its predictions through `exp` before the evaluator sees them.")
        .diagnose("train-metrics", scores(model, train, Math::exp, SAME), TRAIN)
        .diagnose("fit-on-test", fittedOnTest(features, LOG), FITTED_ON_TEST)
        .diagnose("single-for-all", ofTestByLog(single), SINGLE);
  }

  private static final String TRAIN =
      "These are the metrics of the train rows. A model has seen their prices, so it does better on them than on any others, and the more so the more it has learned by heart. Evaluate the predictions for `test`.";

  private static final String FITTED_ON_TEST =
      "This model was fitted on the very rows that it is judged on. Fit on `train`, evaluate on `test`.";

  private static final String SINGLE =
      "These are the metrics of a model that knows the first feature alone. Give this one all of `features`.";

  private static void judge(
      LoggedRun run,
      Map<String, Double> right,
      Map<String, Double> ofTrain,
      Map<String, Double> fittedOnTest,
      Map<String, Double> ofSingle) {
    expect(metrics(run))
        .as("the metrics of the run '%s'".formatted(run.name()))
        .within(tolerance(right))
        .toHaveEntries(right)
        .diagnose("train-metrics", ofTrain, TRAIN)
        .diagnose("fit-on-test", fittedOnTest, FITTED_ON_TEST)
        .diagnose("single-for-all", ofSingle, SINGLE)
        .diagnose(
            "r2-is-rmse",
            logged -> Math.abs(logged.get("r2") - logged.get("rmse")) < tolerance(right),
            "`rmse` and `r2` are the same number. A `RegressionEvaluator` computes what `setMetricName` says, and `rmse` if it was never told: set the name before each `evaluate`.");
  }

  private Map<String, Double> fittedOnTest(List<String> features, DoubleUnaryOperator label) {
    DoubleUnaryOperator back = label == LOG ? Math::exp : SAME;
    return scores(Regression.fit(test, features, label), test, back, SAME);
  }

  private static Map<String, Double> metrics(LoggedRun run) {
    return LoggedRun.only(run.metrics(), List.of("rmse", "r2"));
  }

  private static double tolerance(Map<String, Double> right) {
    return TOLERANCE * Math.max(1, right.get("rmse"));
  }

  /**
   * How far predictions are off.
   *
   * @param back what is done to the predictions
   * @param label what they are compared with, given the price
   */
  private static Map<String, Double> scores(
      Regression model, Table rows, DoubleUnaryOperator back, DoubleUnaryOperator label) {
    double[] predicted = Arrays.stream(model.predict(rows)).map(back).toArray();
    double[] actual = Arrays.stream(Regression.numbers(rows, "price")).map(label).toArray();
    double mean = Arrays.stream(actual).average().orElseThrow();
    double errors = 0;
    double total = 0;
    for (int i = 0; i < actual.length; i++) {
      errors += (actual[i] - predicted[i]) * (actual[i] - predicted[i]);
      total += (actual[i] - mean) * (actual[i] - mean);
    }
    return Map.of("rmse", Math.sqrt(errors / actual.length), "r2", 1 - errors / total);
  }
}
