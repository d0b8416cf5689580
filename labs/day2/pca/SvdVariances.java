package day2.pca;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import dev.kindling.reference.PrincipalComponents;
import java.util.ArrayList;
import java.util.List;

/**
 * Variances along components, in plain Java: as they should be, and as known mistakes have them.
 *
 * @param rows the rows
 * @param columns the columns in the vector
 */
record SvdVariances(Table rows, List<String> columns) {

  /** Numbers around 1 in doubles. */
  private static final double ROUNDING = 1e-6;

  void judge(List<Double> variances) {
    List<Double> right = PrincipalComponents.unscaled(rows, columns).variances();
    double others = rows.size() - 1;
    double total = right.stream().mapToDouble(v -> v).sum();
    expect(variances)
        .as("the variances")
        .within(ROUNDING)
        .toHaveElementsInOrder(right)
        .diagnose(
            "not-centred",
            uncentred(),
            "The rows were not centred, and an SVD does not do it: the first direction points from zero to the middle of the rows, and its number tells how far away that is. Subtract the means first.")
        .diagnose(
            "scaled-first",
            PrincipalComponents.scaled(rows, columns).variances(),
            "The rows were scaled as well as centred, so these are the variances of other columns. A `StandardScaler` with setWithStd(false) centres and does nothing else.")
        .diagnose(
            "singular-not-squared",
            right.stream().map(v -> Math.sqrt(v * others)).toList(),
            "These are the singular values themselves. The variance along a direction is the square of its singular value, divided by n - 1.")
        .diagnose(
            "sum-not-mean",
            right.stream().map(v -> v * others).toList(),
            "These are the squares of the singular values: sums over all rows. A variance is a mean, so divide by n - 1.")
        .diagnose(
            "divided-by-n",
            right.stream().map(v -> v * others / rows.size()).toList(),
            "The squares were divided by the number of rows. Spark's scaler and `PCA` divide by n - 1, the variance of a sample.")
        .diagnose(
            "shares-not-variances",
            right.stream().map(v -> v / total).toList(),
            "These numbers add to 1: they are shares of the variance, as `explainedVariance()` gives them. Asked for are the variances themselves.");
  }

  /** The mean squares around zero along the directions in which they are largest. */
  private List<Double> uncentred() {
    // Each row and its opposite: the means are then zero, and every square counts twice.
    List<List<Object>> mirrored = new ArrayList<>();
    for (List<Double> row : HandMade.numbers(rows, columns)) {
      mirrored.add(List.copyOf(row));
      mirrored.add(row.stream().<Object>map(value -> -value).toList());
    }
    double correction = (mirrored.size() - 1) / (2.0 * (rows.size() - 1));
    return PrincipalComponents.unscaled(new Table(columns, mirrored), columns).variances().stream()
        .map(v -> v * correction)
        .toList();
  }
}
