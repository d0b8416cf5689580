package day2.outliers;

import static dev.kindling.check.Expect.expect;
import static org.apache.spark.sql.functions.col;

import dev.kindling.check.KnownErrors;
import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Scoring values in plain Java: as it should be, and as known mistakes have it.
 *
 * @param train the rows to learn from
 * @param df the rows to score
 * @param column the column
 * @param cutoff how large a robust score may be
 */
record Scores(Rows train, Rows df, String column, double cutoff) {

  /**
   * Who multiplies with 0.6745 instead of dividing by 1.4826 is 0.0014 % off; scores here are below
   * 700.
   */
  private static final double CONSTANTS_APART = 0.01;

  private static final double USUAL_CUTOFF = 3.5;
  private static final double USUAL_FOR_Z = 3;

  private static final String SIGNED =
      "The median of the distances is 0, and dividing by it fails or gives infinity. Half of the signed differences lie on each side of the median, so their median is always 0: take `abs` before the second median.";

  /** A division by zero, when it is not Java that divides. */
  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose("distances-without-abs", error -> error.hasCondition("DIVIDE_BY_ZERO"), SIGNED);

  /**
   * A cutoff halfway between two scores, so that it does not matter which of the two usual
   * constants they were made with.
   */
  static double cutoffNear(double wish, Rows train, Rows df, String column) {
    Scale scale = Scale.of(train.values(column));
    double[] scores =
        Arrays.stream(df.values(column).sorted())
            .map(value -> Math.abs(scale.robust(value)))
            .sorted()
            .toArray();
    double below = Arrays.stream(scores).filter(score -> score <= wish).max().orElse(0);
    double above = Arrays.stream(scores).filter(score -> score > wish).min().orElse(2 * wish);
    return (below + above) / 2;
  }

  /**
   * A way to score.
   *
   * @param mean what a score is the distance from
   * @param sd what it is divided by
   * @param middle the same for the robust score
   * @param scale the same for the robust score
   */
  private record Scale(double mean, double sd, double middle, double scale) {

    static final double NORMAL = 1.4826;

    static Scale of(Values values) {
      double median = values.median();
      return new Scale(
          values.mean(), values.sd(), median, NORMAL * distances(values, median).median());
    }

    double z(double value) {
      return (value - mean) / sd;
    }

    double robust(double value) {
      return (value - middle) / scale;
    }
  }

  private static Values distances(Values values, double from) {
    return new Values(
        values.present().stream()
            .map(value -> (Object) Math.abs(((Number) value).doubleValue() - from))
            .toList());
  }

  private Values values() {
    return train.values(column);
  }

  private Table right() {
    return scored(Scale.of(values()));
  }

  private Table scored(Scale scale) {
    return scored(scale, value -> Math.abs(scale.robust(value)) > cutoff);
  }

  private Table scored(Scale scale, Predicate<Double> outlier) {
    return ifPresent(scale::z, "_z")
        .ifPresent(scale::robust, "_robust_z")
        .df
        .with(
            column + "_outlier",
            row -> {
              Double value = Rows.number(row, column);
              return value != null && outlier.test(value);
            })
        .table();
  }

  private Scores ifPresent(Function<Double, Double> score, String suffix) {
    Rows scored =
        df.with(
            column + suffix,
            row -> {
              Double value = Rows.number(row, column);
              return value == null ? null : score.apply(value);
            });
    return new Scores(train, scored, column, cutoff);
  }

  /** The right scores, flagged in another way. */
  private Supplier<Table> flagged(Function<Scale, Predicate<Double>> outlier) {
    return () -> {
      Scale scale = Scale.of(values());
      return scored(scale, outlier.apply(scale));
    };
  }

  /** The right z-scores, with another robust score. */
  private Supplier<Table> robust(double middle, double scale) {
    return () -> {
      Scale right = Scale.of(values());
      return scored(new Scale(right.mean(), right.sd(), middle, scale));
    };
  }

  private Supplier<Table> learnedFrom(Rows rows) {
    return () -> scored(Scale.of(rows.values(column)));
  }

  private Table withPopulationSd() {
    Scale right = Scale.of(values());
    double n = values().present().size();
    return scored(
        new Scale(
            right.mean(), right.sd() * Math.sqrt((n - 1) / n), right.middle(), right.scale()));
  }

  /** Judges what scoring gave. */
  void judge(Supplier<Dataset<Row>> scoring) {
    ERRORS.during(() -> judge(scoring.get()));
  }

  private void judge(Dataset<Row> scored) {
    double median = values().median();
    double mean = values().mean();
    double mad = distances(values(), median).median();
    String flag = column + "_outlier";
    expect(scored)
        .as("the scored frame")
        .within(column + "_robust_z", CONSTANTS_APART)
        .toContainColumns(column + "_z", column + "_robust_z", flag)
        .toHaveType(flag, DataTypes.BooleanType)
        .toHaveRowCount(df.size())
        .toHaveRows(right())
        .diagnose(
            "null-flag",
            frame -> !frame.where(col(flag).isNull()).isEmpty(),
            "Some flags are null: without a value there is no score, and a comparison with null is null. Put `coalesce(…, lit(false))` around it.")
        .diagnose("masked-by-the-outlier", flagged(s -> v -> isFar(s.z(v), cutoff)), masked())
        .diagnose("masked-by-the-outlier", flagged(s -> v -> isFar(s.z(v), USUAL_FOR_Z)), masked())
        .diagnose(
            "cutoff-ignored",
            flagged(s -> v -> isFar(s.robust(v), USUAL_CUTOFF)),
            "The flags are those for a cutoff of 3.5, and here it is %s. Use the parameter."
                .formatted(cutoff))
        .diagnose(
            "one-side-only",
            flagged(s -> v -> s.robust(v) > cutoff),
            "Only values that are too large are flagged. A robust score below -%s is just as far away: compare its `abs`."
                .formatted(cutoff))
        .diagnose(
            "own-statistics",
            learnedFrom(df),
            "Mean, deviation and median were learned from the rows that are scored. A model in use sees one row at a time, and then every score would be 0. Learn them from `train`.")
        .diagnose(
            "fit-on-all-rows",
            learnedFrom(train.and(df)),
            "Mean, deviation and median were learned from train and the other rows together: the scores have seen the future. Learn them from `train` alone.")
        .diagnose(
            "population-sd",
            this::withPopulationSd,
            "The z-scores are a little too large: `stddev_pop` divides by n. These rows are a sample, so the deviation is divided by n - 1: `stddev_samp`, which is also what `stddev` means.")
        .diagnose(
            "mad-not-scaled",
            robust(median, mad),
            "The robust scores are 1.4826 times too large: they are divided by the median absolute deviation itself. For bell-shaped data that is 0.6745 standard deviations; times 1.4826, the robust score can be read like a z-score.")
        .diagnose(
            "mean-for-median",
            robust(mean, Scale.NORMAL * distances(values(), mean).median()),
            meanForMedian())
        .diagnose("mean-for-median", robust(mean, Scale.NORMAL * mad), meanForMedian())
        .diagnose(
            "mean-of-distances",
            robust(median, Scale.NORMAL * distances(values(), median).mean()),
            "The distances from the median were averaged. One huge distance pulls their mean up like any mean, and the outlier hides again. Take the median of the distances, too.")
        .diagnose("distances-without-abs", this::isInfinite, SIGNED);
  }

  private static boolean isFar(double score, double cutoff) {
    return Math.abs(score) > cutoff;
  }

  private boolean isInfinite(Dataset<Row> frame) {
    return frame.select(column + "_robust_z").na().drop().collectAsList().stream()
        .map(row -> row.getDouble(0))
        .allMatch(score -> !Double.isFinite(score));
  }

  /** Tells how the largest value of train hides. */
  private String masked() {
    double[] sorted = values().sorted();
    double largest = sorted[sorted.length - 1];
    Scale scale = Scale.of(values());
    return "The flags come from `%s_z`, and that is the score which outliers spoil: the largest value of train, %,.0f, stretched the standard deviation to %,.0f and so has a z-score of only %.1f. Its robust score is %.1f. Flag by `%s_robust_z`."
        .formatted(column, largest, scale.sd(), scale.z(largest), scale.robust(largest), column);
  }

  private String meanForMedian() {
    return "The robust scores are distances from the mean, %,.2f, which the outliers have pulled towards themselves. The median of train is %,.2f. Measure from there, the deviation as well."
        .formatted(values().mean(), values().median());
  }
}
