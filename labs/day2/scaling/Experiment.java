package day2.scaling;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.NumberExpectation;
import dev.kindling.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The same regressor on vectors that were scaled in plain Java, as they should be and as known
 * mistakes have it.
 *
 * @param spark where the regressor runs
 * @param regressor an unfitted regressor that reads {@code features}
 * @param train the rows to learn from
 * @param test the rows to judge on
 * @param label the label
 */
record Experiment(
    SparkSession spark, PipelineStage regressor, Numbers train, Numbers test, String label) {

  /** Two right answers add numbers in another order; the errors are between 1 and 300. */
  private static final double ROUNDING = 1e-6;

  private static final UnaryOperator<double[]> AS_IT_IS = row -> row;

  /** A fresh copy, since an answer may change what it is given. */
  PipelineStage fresh() {
    return regressor.copy(ParamMap.empty());
  }

  /** What is right, by learning twice. */
  Comparison right() {
    Affine scale = Affine.standard(train);
    return new Comparison(rmse(train, AS_IT_IS, test, AS_IT_IS), rmse(train, scale, test, scale));
  }

  /**
   * Judges a comparison.
   *
   * @param right what it should be
   */
  void judge(Comparison found, Comparison right) {
    double sd = train.table().values(label).sd();
    diagnosed(
        expect(found.plain())
            .as("the RMSE with the columns as they are")
            .within(ROUNDING)
            .toBe(right.plain())
            .diagnose(
                "swapped",
                plain -> near(plain, right.scaled()) && near(found.scaled(), right.plain()),
                "The two numbers are the wrong way round: `plain` belongs to the columns as they are, `scaled` to the standardised ones."),
        right.plain(),
        sd,
        () -> rmse(train, AS_IT_IS, train, AS_IT_IS),
        () -> rmse(test, AS_IT_IS, test, AS_IT_IS));
    NumberExpectation scaled =
        diagnosed(
            expect(found.scaled())
                .as("the RMSE with the columns standardised")
                .within(ROUNDING)
                .toBe(right.scaled()),
            right.scaled(),
            sd,
            () -> rmse(train, Affine.standard(train), train, Affine.standard(train)),
            () -> rmse(test, Affine.standard(test), test, Affine.standard(test)));
    scaled
        .diagnose(
            "scaled-not-used",
            rmse -> near(rmse, right.plain()),
            rmse ->
                "Both RMSEs are %.3f, so the regressor has seen the same numbers twice. It reads the column `features` whatever else is there: in the second pipeline the scaler must write that column, and the assembler another one."
                    .formatted(rmse))
        .diagnose(
            "own-statistic",
            rmse -> near(rmse, rmse(train, Affine.standard(train), test, Affine.standard(test))),
            "The test rows were scaled with their own mean and standard deviation. The model learned what a value means on the scale of train; on another scale it reads nonsense. One pipeline, fitted on train, scales both alike.")
        .diagnose(
            "fit-on-all-rows",
            rmse -> {
              Affine all = Affine.standard(train.and(test));
              return near(rmse, rmse(train, all, test, all));
            },
            "The scaler has learned from train and test together. The difference is small, and it is a leak all the same: the rows that judge the model have had a say in it. Fit the whole pipeline on train.");
  }

  /** Mistakes that either of the two numbers may show. */
  private NumberExpectation diagnosed(
      NumberExpectation number,
      double right,
      double sd,
      Supplier<Double> onTrain,
      Supplier<Double> onTest) {
    return number
        .diagnose(
            "label-scaled",
            // What a penalty does to a label on another scale is not the same, so not exactly.
            rmse -> rmse > 0.5 * right / sd && rmse < 2 * right / sd && rmse < 0.5 * right,
            rmse ->
                "An RMSE of %.4f is in standard deviations of `%s`, of which one is %,.2f: the label was scaled. It costs nothing to leave it alone, and the error stays in a unit that people know. Scale features only."
                    .formatted(rmse, label, sd))
        .diagnose(
            "mse-not-rmse",
            rmse -> near(rmse, right * right),
            "This is the mean squared error, in squared units. `rmse` is the evaluator's default metric; its root is in the unit of the label.")
        .diagnose(
            "measured-on-train",
            rmse -> near(rmse, onTrain.get()),
            "This is the RMSE on the rows that the model learned from. It says how well they were learned, and not what to expect of others. Transform test with the fitted pipeline.")
        .diagnose(
            "fit-on-test",
            rmse -> near(rmse, onTest.get()),
            "The model was fitted on test, and judged by the very rows that it has learned from. Fit on train; test is there to judge.");
  }

  private static boolean near(double one, double other) {
    return Math.abs(one - other) <= ROUNDING;
  }

  private double rmse(
      Numbers learned,
      UnaryOperator<double[]> ofLearned,
      Numbers judged,
      UnaryOperator<double[]> ofJudged) {
    Pipeline alone = new Pipeline().setStages(new PipelineStage[] {fresh()});
    List<Row> predicted =
        alone
            .fit(frame(learned, ofLearned))
            .transform(frame(judged, ofJudged))
            .select(label, "prediction")
            .collectAsList();
    double squares = 0;
    for (Row row : predicted) {
      double off = row.getDouble(0) - row.getDouble(1);
      squares += off * off;
    }
    return Math.sqrt(squares / predicted.size());
  }

  private Dataset<Row> frame(Numbers numbers, UnaryOperator<double[]> scale) {
    Table table = numbers.table();
    List<Object> labels = table.column(label);
    List<double[]> features = numbers.rows();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < features.size(); i++) {
      rows.add(RowFactory.create(labels.get(i), Vectors.dense(scale.apply(features.get(i)))));
    }
    return spark.createDataFrame(
        rows,
        new StructType()
            .add(label, DataTypes.DoubleType)
            .add("features", SQLDataTypes.VectorType()));
  }
}
