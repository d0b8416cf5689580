package day2.selection;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an L1 penalty leaves of columns that have nothing in common, and what known mistakes leave.
 * If columns are uncorrelated, each stands for itself: its standardised coefficient shrinks by the
 * strength, and is zero if it was smaller.
 *
 * @param train the rows to learn from
 * @param test the rows that lay beside them
 * @param columns uncorrelated columns, in order
 * @param label the label
 * @param strength the weight of the penalty; no coefficient is within a quarter of it, so it does
 *     not matter whether a standard deviation was divided by n or by n - 1
 */
record LassoChoice(Table train, Table test, List<String> columns, String label, double strength) {

  /** What many take for a small coefficient. */
  private static final double SMALL = 0.01;

  void judge(List<String> selected) {
    expect(selected)
        .as("the columns in `selected`")
        .toHaveElementsInOrder(above(train, strength))
        .diagnose(
            "selected-before-split",
            above(Cells.union(train, test), strength),
            "These are the columns that the penalty leaves if it sees train and test together. Test had a say in what the model may look at, and cannot judge it any more. Fit on train only.")
        .diagnose(
            "fit-on-test",
            above(test, strength),
            "These are the columns that the penalty leaves in test. Fit on train; test is there to judge what was chosen.")
        .diagnose(
            "nothing-is-zero",
            columns,
            "All %d columns stayed: no coefficient is exactly zero. That is so without a penalty, and with an L2 penalty, which makes all coefficients smaller and none zero; it is the default of `elasticNetParam`. Set it to 1, and `regParam` to the strength."
                .formatted(columns.size()))
        .diagnose(
            "half-an-elastic-net",
            above(train, strength / 2),
            "More columns stayed than a pure L1 penalty leaves: with setElasticNetParam(0.5), half of the strength goes into an L2 penalty, which makes nothing zero. Set it to 1.")
        .diagnose(
            "unstandardised",
            where(column -> Math.abs(covariance(train, column)) > strength),
            "The columns were not standardised, so their units decided: a column with large values gets by with a small coefficient, which costs little, and one with small values is dropped. Leave `standardization` at true, or scale before.")
        .diagnose(
            "cutoff-in-units",
            where(column -> coefficient(column) >= SMALL),
            "A column with a small coefficient was dropped, too. How large a coefficient is depends on the unit of its column: per gram it is a thousandth of what it is per kilogram. The penalty sees standardised columns, and says what is not needed with an exact 0.")
        .diagnose(
            "sign-taken-for-size",
            where(
                column -> standardised(train, column) > strength && covariance(train, column) > 0),
            "Only columns with a coefficient above zero stayed. One below zero is needed as well: it makes the prediction smaller. Keep what is not 0.");
  }

  private List<String> above(Table rows, double least) {
    return where(column -> standardised(rows, column) > least);
  }

  private List<String> where(Predicate<String> keep) {
    return columns.stream().filter(keep).toList();
  }

  /** How much the label moves with a standard deviation of the column. */
  private double standardised(Table rows, String column) {
    return Math.abs(covariance(rows, column)) / rows.values(column).sd();
  }

  /** The coefficient in the units of the column; 0 where the penalty left nothing. */
  private double coefficient(String column) {
    return Math.max(0, standardised(train, column) - strength) / train.values(column).sd();
  }

  private double covariance(Table rows, String column) {
    return Tested.correlation(rows, column, label)
        * rows.values(column).sd()
        * rows.values(label).sd();
  }
}
