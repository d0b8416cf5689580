package day2.scaling;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.KnownErrors;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.regression.LinearRegressionModel;
import org.apache.spark.sql.SparkSession;

/**
 * A fitted linear model and what should be read from it, and what known mistakes read.
 *
 * @param columns the columns, in the order of the coefficients
 * @param regression the last stage
 * @param scaler the scaler before it, if there is one
 * @param train the rows that it was fitted on
 * @param intercept what it predicts for zeros
 * @param perUnit by how much the prediction rises per unit, in the order of the columns
 */
record FittedLine(
    List<String> columns,
    LinearRegressionModel regression,
    Optional<StandardScalerModel> scaler,
    Numbers train,
    double intercept,
    double[] perUnit) {

  /** Sums of thousands of dollars, found by two ways; the smallest effect is 0.01. */
  private static final double ROUNDING = 1e-6;

  /** Answers that take a model without a scaler for one with a scaler. */
  static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "scaler-expected",
              error -> error.is(ClassCastException.class),
              "A stage is not of the type that you cast it to. Not every model here has a scaler: one has an assembler and a regression, and no more. Look for a `StandardScalerModel` among the stages, and take the last stage for the regression.")
          .diagnose(
              "refitted",
              error -> error.passedThrough("org.apache.spark.ml.util.SchemaUtils"),
              "You fit something on `train` again, and it has no label here. The question is what *this* model has learned, perhaps from rows that nobody has any more; read it from its stages. `train` is only there for the standard deviations of the columns.");

  /** A model whose effects are known. */
  static FittedLine of(PipelineModel model, Numbers train, double intercept, double[] perUnit) {
    return new FittedLine(
        train.columns(),
        (LinearRegressionModel) model.stages()[model.stages().length - 1],
        Arrays.stream(model.stages())
            .filter(StandardScalerModel.class::isInstance)
            .map(StandardScalerModel.class::cast)
            .findFirst(),
        train,
        intercept,
        perUnit);
  }

  /** A model that is asked what it predicts for zeros, and for a single 1 among zeros. */
  static FittedLine asked(SparkSession spark, PipelineModel model, Numbers train) {
    double[] predicted = Probes.predictions(spark, model, train.columns());
    double[] perUnit =
        IntStream.range(1, predicted.length)
            .mapToDouble(i -> predicted[i] - predicted[0])
            .toArray();
    return of(model, train, predicted[0], perUnit);
  }

  /** Judges what an answer read from the model. */
  void judge(Effects effects) {
    expect(effects.perUnit())
        .as("the effects per unit")
        .within(ROUNDING)
        .toHaveEntries(byColumn(i -> perUnit[i]))
        .diagnose(
            "divided-by-zero",
            found -> found.values().stream().anyMatch(v -> v.isNaN() || v.isInfinite()),
            found ->
                "The effect of %s is no number. The column has only one value in train, so its standard deviation is 0 and so is its coefficient; 0 divided by 0 is NaN in Java, without an error. Nothing can be learned about such a column: its effect is 0."
                    .formatted(notNumbers(found)))
        .diagnose(
            "standardised-twice",
            byColumn(i -> scaler.isPresent() ? Double.NaN : divided(w(i), trainSds()[i])),
            "This model has no scaler among its stages, and its coefficients were divided by standard deviations all the same. `LinearRegression` does standardise inside (`standardization` is on by default), but it gives the coefficients back in the units of what it was fed. Undo only what a `StandardScalerModel` did.")
        .diagnose(
            "still-scaled",
            byColumn(this::w),
            "These are the coefficients as the model has them, per standard deviation: there is a `StandardScalerModel` before the regression. One unit of a column is 1/sd on the scale of the model, so divide by the scaler's `std`.")
        .diagnose(
            "multiplied",
            byColumn(i -> w(i) * scalerSd(i)),
            "The coefficients were multiplied by the standard deviations. The model says w * (x / sd): what belongs to one unit of x is w / sd.");
    expect(effects.intercept())
        .as("the intercept")
        .within(ROUNDING)
        .toBe(intercept)
        .diagnose(
            "intercept-not-moved",
            regression.intercept(),
            found ->
                "The intercept is that of the regression, %,.2f. The scaler has `withMean` on, so for the regression zero is the *mean* of each column. For a row of real zeros take perUnit * mean away, for each column."
                    .formatted(found))
        .diagnose(
            "means-subtracted-anyway",
            regression.intercept() - sum(i -> perUnit[i] * mean(i)),
            "The means were taken away from the intercept, but this scaler has `withMean` off, its default: it has only divided, so a zero has stayed a zero. `scaler.mean()` holds the means even so; ask `getWithMean()`.")
        .diagnose(
            "sign-turned",
            regression.intercept() + sum(i -> perUnit[i] * mean(i)),
            "The means were added to the intercept. The model says w * (x - mean) / sd: the mean comes with a minus.");
    expect(effects.perSd())
        .as("the effects per standard deviation")
        .within(ROUNDING)
        .toHaveEntries(byColumn(i -> perUnit[i] * trainSds()[i]))
        .diagnose(
            "population-sd",
            byColumn(i -> perUnit[i] * train.populationSds()[i]),
            "The standard deviations are those of a population, divided by n. Train is a sample: `stddev` divides by n - 1, as `StandardScaler` does.")
        .diagnose(
            "per-sd-as-it-was",
            byColumn(this::w),
            "`perSd` holds the coefficients as they are. Without a scaler these are per unit: `LinearRegression` standardises inside and gives them back in the units of the columns. `perSd` is `perUnit` times the standard deviation in train, with a scaler and without.")
        .diagnose(
            "per-sd-divided",
            byColumn(i -> divided(perUnit[i], trainSds()[i])),
            "`perSd` was divided by the standard deviation. A standard deviation is many units, so its effect is that of one unit times the standard deviation.");
  }

  private double w(int column) {
    return regression.coefficients().apply(column);
  }

  private double scalerSd(int column) {
    return scaler.map(model -> model.std().apply(column)).orElse(Double.NaN);
  }

  private double mean(int column) {
    return scaler.map(model -> model.mean().apply(column)).orElse(Double.NaN);
  }

  private double[] trainSds() {
    return train.sds();
  }

  private static double divided(double value, double sd) {
    return sd == 0 ? 0 : value / sd;
  }

  private double sum(IntToDoubleFunction value) {
    return IntStream.range(0, columns.size()).mapToDouble(value).sum();
  }

  private Map<String, Double> byColumn(IntToDoubleFunction value) {
    Map<String, Double> entries = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      entries.put(columns.get(i), value.applyAsDouble(i));
    }
    return entries;
  }

  private static List<String> notNumbers(Map<String, Double> found) {
    return found.entrySet().stream()
        .filter(entry -> entry.getValue().isNaN() || entry.getValue().isInfinite())
        .map(entry -> "`%s`".formatted(entry.getKey()))
        .sorted()
        .toList();
  }
}
