package day2.scaling;

import dev.kindling.data.Table;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Scaling to a range in plain Java: as it should be, and as known mistakes have it.
 *
 * @param train the rows to learn from
 * @param df the rows to scale
 * @param low what the smallest value of train becomes
 * @param high what the largest value of train becomes
 */
record Ranging(Numbers train, Numbers df, double low, double high) {

  /** Judges a frame that scaling {@code df} gave. */
  void judge(Dataset<Row> scaled) {
    Affine right = Affine.range(train, low, high);
    ScaledFrame.expectScaled(scaled, df)
        .toHaveRows(table(right))
        .diagnose(
            "normalizer-per-row",
            () -> table(Affine::unitLength),
            frame ->
                "A `Normalizer` made these. Its name is misleading: it divides each *row* by the row's own length, so the largest column swallows the others, and it has no `fit`. %s What people call min-max normalisation is `MinMaxScaler`."
                    .formatted(firstRow(Affine::unitLength)))
        .diagnose(
            "range-ignored",
            () -> table(Affine.range(train, 0, 1)),
            "Train lies between 0 and 1 now, and the task asks for %s to %s. These are the params `min` and `max`: setMin(low).setMax(high)."
                .formatted(low, high))
        .diagnose(
            "clipped",
            () -> table(row -> held(right.apply(row))),
            frame ->
                "Every value was held between %s and %s. Rows that train has not seen may lie beyond, and here %d do: that is no error, and cutting it off makes a customer far outside equal to the largest of train. Leave them where they are."
                    .formatted(low, high, beyond(right)))
        .diagnose(
            "fit-on-all-rows",
            () -> table(Affine.range(train.and(df), low, high)),
            "The smallest and the largest value were taken from train and the rows to scale together, so nothing lies beyond the range. That is what gives it away: a model in use meets values that nobody has seen. Fit on train only.")
        .diagnose(
            "own-statistic",
            () -> table(Affine.range(df, low, high)),
            "The rows are scaled between their own smallest and largest value: nothing lies beyond the range, and the same value means something else in train than here. Fit on train, and transform with what was learned there.")
        .diagnose("constant-to-low", () -> table(right.withConstant(low)), constantToLow())
        .diagnose("constant-to-low", () -> table(right.withZeroDivisor(1)), constantToLow())
        .diagnose(
            "constant-to-low",
            () -> table(right.withZeroDivisor(1 / (high - low))),
            constantToLow())
        .diagnose(
            "constant-at-half",
            () -> table(right.withConstant(0.5)),
            "The column with a single value in train became 0.5. That is halfway between 0 and 1; between %s and %s it is %s. Spark's formula is 0.5 * (max + min), with the params `min` and `max`."
                .formatted(low, high, (low + high) / 2))
        .diagnose(
            "standardised",
            () -> table(Affine.standard(train)),
            "These are standardised values, with mean 0 and standard deviation 1: task 1 again. Here the smallest value of train becomes %s and the largest %s: `MinMaxScaler`."
                .formatted(low, high));
  }

  private String constantToLow() {
    return "All is right but the column that has only one value in train. Its smallest value is its largest, the formula divides 0 by 0, and you have decided for the lower end. The task asks for halfway between, %s here, whatever the value is: 0.5 * (max + min), as Spark's `MinMaxScaler` has it."
        .formatted((low + high) / 2);
  }

  private Table table(UnaryOperator<double[]> scale) {
    return df.with(ScaledFrame.VECTOR, scale);
  }

  private double[] held(double[] scaled) {
    return Arrays.stream(scaled).map(value -> Math.max(low, Math.min(high, value))).toArray();
  }

  private long beyond(Affine right) {
    return df.rows().stream()
        .map(right::apply)
        .filter(row -> Arrays.stream(row).anyMatch(value -> value < low || value > high))
        .count();
  }

  private String firstRow(UnaryOperator<double[]> scale) {
    double[] row = df.rows().get(0);
    return "Here a row %s became %s.".formatted(Arrays.toString(row), shortly(scale.apply(row)));
  }

  private static String shortly(double[] row) {
    return Arrays.stream(row).mapToObj("%.4f"::formatted).toList().toString();
  }
}
