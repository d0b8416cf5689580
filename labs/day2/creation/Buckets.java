package day2.creation;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.check.KnownErrors;
import dev.kindling.data.Table;
import dev.kindling.data.Values;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.Bucketizer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Buckets in plain Java: as they should be, and as known mistakes have them.
 *
 * @param train the rows to learn from
 * @param test the rows that lie beside them
 * @param byLimits the column that is cut at {@code limits}
 * @param limits the inner limits
 * @param byQuantiles the column whose limits are learned
 * @param buckets how many of them
 */
record Buckets(
    Rows train, Rows test, String byLimits, List<Double> limits, String byQuantiles, int buckets) {

  private static final String SPLITS =
      "N splits give N - 1 buckets, and %d limits are to give %d: that takes %d splits, minus infinity, the limits, and plus infinity.";

  /** Judges what a model makes of rows, of which {@code frame} has the columns shown. */
  void judge(PipelineModel model, Dataset<Row> frame, Rows df) {
    String[] shown = {"id", byLimits + "_bucket", byQuantiles + "_bucket"};
    errors(model)
        .during(
            () -> {
              Dataset<Row> cut = compute("the buckets", () -> model.transform(frame));
              expect(cut).as("the frame with buckets").toContainColumns(shown);
              judge(cut.selectExpr(shown), df);
            });
  }

  private void judge(Dataset<Row> cut, Rows df) {
    Values ofTrain = numbers(train);
    Values ofAll = numbers(train.and(test));
    expect(cut)
        .as("the buckets")
        .toHaveRowCount(df.size())
        .diagnose(
            "nulls-dropped",
            result -> result.count() < df.size(),
            result ->
                "%d of %d rows are gone: those with a null or a NaN. `setHandleInvalid(\"skip\")` drops the whole row, without a word, and a model would have nothing to say about it. With \"keep\" all rows stay."
                    .formatted(df.size() - result.count(), df.size()))
        .toHaveRows(cut(df, Cuts.at(limits), learned(ofTrain)))
        .diagnose(
            "fit-on-all-rows",
            () -> cut(df, Cuts.at(limits), learned(ofAll)),
            "The limits of `%s_bucket` are the quantiles of train and test together. The feature knows how the future is distributed before it is split off, and test is too kind. Fit on train only."
                .formatted(byQuantiles))
        .diagnose(
            "fit-on-test",
            () -> cut(df, Cuts.at(limits), learned(numbers(test))),
            "The limits of `%s_bucket` are the quantiles of test. When the model is in use, test is one row. Fit on train only."
                .formatted(byQuantiles))
        .diagnose(
            "equal-width",
            () -> cut(df, Cuts.at(limits), Cuts.equallyWide(ofTrain, buckets)),
            "The buckets of `%s` are equally wide, so most rows are in the first ones and a few large values have the last to themselves. Here they are to be equally full: `QuantileDiscretizer`."
                .formatted(byQuantiles))
        .diagnose(
            "number-of-buckets-off-by-one",
            () -> cut(df, Cuts.at(limits), Cuts.equallyFull(ofTrain, buckets - 1)),
            offByOne(buckets - 1))
        .diagnose(
            "number-of-buckets-off-by-one",
            () -> cut(df, Cuts.at(limits), Cuts.equallyFull(ofTrain, buckets + 1)),
            offByOne(buckets + 1))
        .diagnose(
            "n-splits-n-minus-1-buckets",
            () -> cut(df, Cuts.at(limits.subList(0, limits.size() - 1)), learned(ofTrain)),
            oneLess())
        .diagnose(
            "n-splits-n-minus-1-buckets",
            () -> cut(df, Cuts.at(limits.subList(1, limits.size())), learned(ofTrain)),
            oneLess())
        .diagnose(
            "limit-belongs-below",
            () -> cut(df, Cuts.at(limits)::bucketClosedAbove, learned(ofTrain)::bucket),
            "A value that equals a limit is in the bucket below it. `pandas.cut` does it like that; here, as in `Bucketizer`, a bucket begins with its lower limit: [3, 7) holds 3 and does not hold 7.");
  }

  /** What quantiles are computed from: neither null nor NaN. */
  private Values numbers(Rows rows) {
    return new Values(
        rows.values(byQuantiles).present().stream()
            .filter(value -> !((Double) value).isNaN())
            .toList());
  }

  private Cuts learned(Values values) {
    return Cuts.equallyFull(values, buckets);
  }

  private Table cut(Rows df, Cuts given, Cuts learned) {
    return cut(df, given::bucket, learned::bucket);
  }

  private Table cut(Rows df, Function<Double, Double> given, Function<Double, Double> learned) {
    return df.each(
            row -> {
              row.put(byLimits + "_bucket", given.apply(Rows.number(row, byLimits)));
              row.put(byQuantiles + "_bucket", learned.apply(Rows.number(row, byQuantiles)));
            })
        .select("id", byLimits + "_bucket", byQuantiles + "_bucket")
        .table();
  }

  private KnownErrors errors(PipelineModel model) {
    return KnownErrors.none()
        .diagnose(
            "n-splits-n-minus-1-buckets",
            error -> isOutOfBounds(error) && splits(model) == limits.size(),
            "The %d limits were given as the splits, so there are only %d buckets, and a value outside of them has none. "
                    .formatted(limits.size(), limits.size() - 1)
                + splitsNeeded())
        .diagnose(
            "no-infinite-ends",
            Buckets::isOutOfBounds,
            error ->
                "The value %s lies outside of all buckets, and that stops the job. The smallest and the largest value of train are no ends: tomorrow somebody stays longer. Nor is `Double.MIN_VALUE`, which is a tiny positive number. Use `Double.NEGATIVE_INFINITY` and `Double.POSITIVE_INFINITY`."
                    .formatted(error.group("Feature value (\\S+) out").orElse("in a row")))
        .diagnose(
            "nan-has-no-bucket",
            error -> error.says("Bucketizer encountered NaN"),
            "A NaN stopped the job: unless you say otherwise, `handleInvalid` is \"error\". Set it to \"keep\" in both stages, and NaN gets a bucket of its own.");
  }

  private static boolean isOutOfBounds(KnownErrors.Thrown error) {
    return error.says("out of Bucketizer bounds");
  }

  /** How many splits the stage for the given limits has; 0 if there is none. */
  private int splits(PipelineModel model) {
    return Stream.of(model.stages())
        .filter(stage -> stage instanceof Bucketizer)
        .map(stage -> (Bucketizer) stage)
        .filter(stage -> stage.isSet(stage.inputCol()) && stage.getInputCol().equals(byLimits))
        .mapToInt(stage -> stage.getSplits().length)
        .findFirst()
        .orElse(0);
  }

  private String oneLess() {
    return "There is one bucket too few for `%s`: one of the limits was replaced by an end. "
            .formatted(byLimits)
        + splitsNeeded();
  }

  private String splitsNeeded() {
    return SPLITS.formatted(limits.size(), limits.size() + 1, limits.size() + 2);
  }

  private String offByOne(int found) {
    return "`%s` is cut into %d buckets, not %d. `setNumBuckets` counts the buckets, not the limits between them and not the splits."
        .formatted(byQuantiles, found, buckets);
  }
}
