package day2.scaling;

import dev.kindling.data.Table;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Standardising in plain Java: as it should be, and as known mistakes have it.
 *
 * @param train the rows to learn from
 * @param df the rows to scale
 */
record Standardizing(Numbers train, Numbers df) {

  /** Judges a frame that standardising {@code df} gave. */
  void judge(Dataset<Row> scaled) {
    Affine right = Affine.standard(train);
    ScaledFrame.expectScaled(scaled, df)
        .toHaveRows(table(right))
        .diagnose(
            "not-centred",
            () -> table(Affine.uncentred(train)),
            frame ->
                "The values are divided, and not centred: %s. `StandardScaler` has `withStd` on by default and `withMean` off, because centring fills sparse vectors; scikit-learn has both on. Call setWithMean(true)."
                    .formatted(aroundWhat()))
        .diagnose(
            "not-divided",
            () -> table(right.withDivisor(ones())),
            "The values are centred, and not divided: the columns still have the spread they had. `withStd` is on by default; leave it on.")
        .diagnose(
            "population-sd",
            () -> table(new Affine(train.means(), train.populationSds(), 0, 0)),
            frame ->
                "The values are divided by the standard deviation of a population, a sum over n. Train is a sample: divide by n - 1, %d here. `stddev` in Spark's functions and `StandardScaler` do that; `stddev_pop` and NumPy's `std` do not."
                    .formatted(train.table().size() - 1))
        .diagnose(
            "fit-on-all-rows",
            () -> table(Affine.standard(train.and(df))),
            frame ->
                "These are the mean and the standard deviation of train and the rows to scale together: %s. The rows that you judge with have had a say in what the model sees. Fit on train only."
                    .formatted(train.and(df).meansBeside(train, "train")))
        .diagnose(
            "own-statistic",
            () -> table(Affine.standard(df)),
            frame ->
                "The rows are scaled with their own mean and standard deviation: %s. The same customer then has other features in train than in test, and a single row has no spread at all. Fit on train, and transform with what was learned there."
                    .formatted(df.meansBeside(train, "train")))
        .diagnose("constant-not-zero", () -> table(right.withZeroDivisor(1)), CONSTANT)
        .diagnose("constant-not-zero", () -> table(right.withConstant(Double.NaN)), CONSTANT)
        .diagnose(
            "normalizer-per-row",
            () -> table(Affine::unitLength),
            "A `Normalizer` made these: it divides each row by the row's own length and learns nothing about columns. Two customers who differ tenfold in everything look the same afterwards. Use `StandardScaler`.");
  }

  private static final String CONSTANT =
      "All is right but the column that has only one value in train: it does not become 0. Its standard deviation is 0; dividing by 1 instead, as scikit-learn does, makes a large number of any other value that test may bring, and dividing by 0 makes NaN. The task asks for 0, as Spark's `StandardScaler` has it.";

  private Table table(UnaryOperator<double[]> scale) {
    return df.with(ScaledFrame.VECTOR, scale);
  }

  private double[] ones() {
    return train.each(values -> values.sd() == 0 ? 0 : 1);
  }

  private String aroundWhat() {
    return "`%s` is around %.1f now, its mean divided by its standard deviation, instead of 0"
        .formatted(train.columns().get(0), train.means()[0] / train.sds()[0]);
  }
}
