package day2.selection;

import static dev.kindling.check.Expect.expect;

import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Which columns change enough, and what known mistakes take for it.
 *
 * @param train the rows to learn from
 * @param test the rows that lay beside them
 * @param columns the columns, in order
 * @param least a variance
 */
record VaryingColumns(Table train, Table test, List<String> columns, double least) {

  /** A constant column may come out a hair above zero. */
  private static final double ROUNDING = 1e-12;

  void judge(List<String> found) {
    expect(found)
        .as("the columns that change enough")
        .toHaveElementsInOrder(above(train, VaryingColumns::variance))
        .diagnose(
            "fit-on-all-rows",
            above(Cells.union(train, test), VaryingColumns::variance),
            "These columns change enough in train and test together. In train alone it is others: test had a say in which columns there are. Fit on train only.")
        .diagnose(
            "fit-on-test",
            above(test, VaryingColumns::variance),
            "These are the columns that change enough in test. The choice is to be learned from train; test is there to judge it.")
        .diagnose(
            "removed-not-kept",
            where(train, column -> variance(train.values(column)) <= least),
            "These are the columns that hardly change, the ones to be dropped. `selectedFeatures()` are the places of those that stay.")
        .diagnose(
            "threshold-left-at-zero",
            where(train, column -> variance(train.values(column)) > ROUNDING),
            "Only constant columns are gone. The selector's default threshold is 0, so every column with two different values passes. Call setVarianceThreshold(least).")
        .diagnose(
            "sd-for-variance",
            above(train, Values::sd),
            "These are the columns whose standard deviation is larger than %s. Asked for is the variance, which is its square."
                .formatted(least))
        .diagnose(
            "population-variance",
            above(train, VaryingColumns::populationVariance),
            "These variances were divided by n. Divide by n - 1, as Spark's selector and `var_samp` do: train is a sample.")
        .diagnose(
            "scaled-first",
            names -> names.isEmpty() && least >= 1,
            "No column is left. That is what happens behind a `StandardScaler`: it makes every variance 1, and nothing is above %s any more. A variance threshold belongs before the scaler, to columns in their own units."
                .formatted(least));
  }

  private List<String> above(Table rows, ToDoubleFunction<Values> spread) {
    return where(rows, column -> spread.applyAsDouble(rows.values(column)) > least);
  }

  private List<String> where(Table rows, Predicate<String> keep) {
    return columns.stream().filter(keep).toList();
  }

  private static double variance(Values values) {
    return values.sd() * values.sd();
  }

  private static double populationVariance(Values values) {
    int n = values.present().size();
    return variance(values) * (n - 1) / n;
  }
}
