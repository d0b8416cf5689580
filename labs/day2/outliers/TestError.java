package day2.outliers;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Values;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;

/**
 * The error of a model in plain Java: as it should be, and as known mistakes have it.
 *
 * @param train the rows to learn from
 * @param test the rows to judge by
 * @param fences which rows of train to leave out
 * @param features the columns to predict from
 * @param label the column to predict
 */
record TestError(Rows train, Rows test, List<Fence> fences, List<String> features, String label) {

  /** In dollars: Spark's solver and ours round differently; known mistakes are off by far more. */
  private static final double TOLERANCE = 0.001;

  private double right() {
    return rmse(within(train), test);
  }

  private Rows within(Rows rows) {
    return rows.where(row -> !Fencing.isBeyondAny(row, fences));
  }

  private Rows withoutNulls(Rows rows) {
    Predicate<Map<String, Object>> lacks = row -> Fencing.lacksAny(row, fences);
    return rows.where(lacks.negate());
  }

  private double rmse(Rows learned, Rows judged) {
    return Math.sqrt(mean(learned, judged, off -> off * off));
  }

  private double mean(Rows learned, Rows judged, DoubleUnaryOperator loss) {
    LeastSquares model = LeastSquares.fit(learned, features, label);
    return judged.cells().stream()
        .mapToDouble(row -> loss.applyAsDouble(Rows.number(row, label) - model.predict(row)))
        .average()
        .orElseThrow();
  }

  private double r2() {
    Values labels = test.values(label);
    double n = test.size();
    double variance = labels.sd() * labels.sd() * (n - 1) / n;
    return 1 - right() * right() / variance;
  }

  /** Judges an error. */
  void judge(double found) {
    expect(found)
        .as("the RMSE on test")
        .within(TOLERANCE)
        .toBe(right())
        .diagnose("test-rows-removed", is(() -> rmse(within(train), within(test))), this::tooKind)
        .diagnose(
            "test-rows-removed",
            is(() -> rmse(withoutNulls(within(train)), withoutNulls(within(test)))),
            this::tooKind)
        .diagnose(
            "test-rows-removed",
            is(() -> rmse(within(train), withoutNulls(within(test)))),
            this::tooKind)
        .diagnose(
            "null-rows-lost",
            is(() -> rmse(withoutNulls(within(train)), test)),
            "The model has not seen the rows of train without a value in a fenced column: `filter` drops a row for which the condition is null. Put `coalesce(…, lit(false))` around each \"beyond its fence\".")
        .diagnose(
            "nothing-removed",
            is(() -> rmse(train, test)),
            "This is the error of a model that was fitted on all rows of train. Fit it on those within the fences.")
        .diagnose(
            "train-error",
            is(() -> rmse(within(train), within(train))),
            error ->
                "%,.2f is the error on the rows that the model was fitted on. That gets smaller with every odd row that is removed, whether it was right to remove it or not. Evaluate on test."
                    .formatted(error))
        .diagnose(
            "fitted-on-test",
            is(() -> rmse(test, test)),
            "The model was fitted on test, the rows that it is judged by. Fit it on train.")
        .diagnose(
            "mse-for-rmse",
            is(() -> right() * right()),
            "This is the mean squared error, in squared units. Ask the evaluator for `rmse`.")
        .diagnose(
            "r2-for-rmse",
            is(this::r2),
            "This is R², which has no unit and is better the larger it is. Ask the evaluator for `rmse`.")
        .diagnose(
            "mae-for-rmse",
            is(() -> mean(within(train), test, Math::abs)),
            "This is the mean absolute error. Ask the evaluator for `rmse`.");
  }

  private String tooKind(double error) {
    return "%,.2f is the error on those rows of test that lie within the fences. On all of them it is %,.2f. Whoever removes the hard questions from the exam gets a better mark, and a model in use cannot remove them. Filter train only."
        .formatted(error, right());
  }

  /** Computed only for an answer that is not right. */
  private Predicate<Double> is(DoubleSupplier wrong) {
    return found -> Math.abs(found - wrong.getAsDouble()) <= TOLERANCE;
  }
}
