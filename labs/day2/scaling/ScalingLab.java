package day2.scaling;

import dev.kindling.data.segments.Segments;
import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Columns of very different scales: bring them to one, with numbers learned from train alone, and
 * know which models care.
 *
 * <p>Every task is handed what it needs, so each can be solved alone. The columns to scale are
 * double and have no nulls. "Standard deviation" is that of a sample everywhere, divided by n - 1,
 * as Spark's {@code stddev} and {@code StandardScaler} have it.
 */
@Lab(day = 2, order = 7, title = "Scaling", minutes = 40, data = Segments.class)
public interface ScalingLab {

  /**
   * Standardises columns with what was learned from {@code train}.
   *
   * @param train the rows to learn from
   * @param df the rows to scale: test, or any other with the same columns
   * @param columns double columns
   * @return all rows and columns of {@code df}, and {@code scaled}: a vector with, for each of
   *     {@code columns} in this order, the value minus the mean, divided by the standard deviation,
   *     both of {@code train}. A column that has only one value in {@code train} becomes 0. Helper
   *     columns may stay.
   */
  @Task(
      value = 1,
      points = 16,
      title = "Standardise with the numbers of train",
      hints = {
        "A `VectorAssembler` puts the columns into one vector, and `StandardScaler` scales vectors. It is an estimator: `fit` learns, `transform` applies. Print `explainParams()` of it.",
        "Assemble `train` and fit the scaler on that; assemble `df` and let the fitted model transform it. One of the scaler's two switches is off by default, and this task needs both.",
        "`new StandardScaler().setWithMean(true).setInputCol(…).setOutputCol(\"scaled\").fit(assembler.transform(train))`, then `transform(assembler.transform(df))`."
      })
  Dataset<Row> standardize(Dataset<Row> train, Dataset<Row> df, List<String> columns);

  /**
   * Scales columns so that those of {@code train} lie between two numbers.
   *
   * @param train the rows to learn from
   * @param df the rows to scale: test, or any other with the same columns
   * @param columns double columns
   * @param low what the smallest value of {@code train} becomes
   * @param high what the largest value of {@code train} becomes; it is above {@code low}
   * @return all rows and columns of {@code df}, and {@code scaled}: a vector with {@code columns}
   *     in this order, scaled. A value of {@code df} beyond those of {@code train} lies beyond
   *     {@code low} or {@code high}. A column that has only one value in {@code train} becomes
   *     halfway between {@code low} and {@code high}, whatever it is in {@code df}. Helper columns
   *     may stay.
   */
  @Task(
      value = 2,
      points = 14,
      title = "Scale to a range",
      hints = {
        "Two classes of `org.apache.spark.ml.feature` sound right, `MinMaxScaler` and `Normalizer`. Only one of them has a `fit`; that is the one which learns about columns.",
        "As in task 1 with another scaler. Its params for the range are called `min` and `max`, and are 0 and 1 unless you set them.",
        "`new MinMaxScaler().setMin(low).setMax(high).setInputCol(…).setOutputCol(\"scaled\")`, fitted on the assembled `train`. It treats constant columns as the task asks."
      })
  Dataset<Row> scaleToRange(
      Dataset<Row> train, Dataset<Row> df, List<String> columns, double low, double high);

  /**
   * What five scalers make of the same columns, each with Spark's defaults, fitted on and applied
   * to the same rows.
   *
   * @param df rows without nulls
   * @param columns double columns
   * @return one row for each of {@code StandardScaler}, {@code MinMaxScaler}, {@code MaxAbsScaler},
   *     {@code RobustScaler} and {@code Normalizer}, and each of {@code columns}: {@code scaler}
   *     (string, that name of the class), {@code column} (string), {@code min}, {@code max}, {@code
   *     mean}, {@code sd} (double, of the scaled values of that column; {@code sd} is the standard
   *     deviation). Rows in any order.
   */
  @Task(
      value = 3,
      points = 14,
      title = "Compare the scalers",
      hints = {
        "All five read the same vector column and write one of their own. `vector_to_array(…).getItem(i)` gives the numbers of the i-th column back.",
        "Let a `Pipeline` with the five stages add five vector columns. Then make a long table of it, one row per scaler, column and value: a `struct` for each, an `array` of them, `inline`. The rest is `groupBy`.",
        "`df.select(array(values).as(\"values\")).select(inline(col(\"values\"))).groupBy(\"scaler\", \"column\").agg(min(\"value\").as(\"min\"), …, stddev(\"value\").as(\"sd\"))`, where each value is `struct(lit(scaler).as(\"scaler\"), lit(column).as(\"column\"), vector_to_array(col(…), \"float64\").getItem(i).as(\"value\"))`."
      })
  Dataset<Row> compareScalers(Dataset<Row> df, List<String> columns);

  /**
   * A feature vector in which numbers are scaled and one-hot vectors are not, as an unfitted
   * pipeline.
   *
   * @param numbers double columns; the label is among them
   * @param oneHots vector columns that a {@code OneHotEncoder} made: 0 everywhere, or a single 1
   * @param label the column to be predicted; it is neither scaled nor a feature
   * @return a pipeline that, fitted on train, adds to any frame with these columns {@code
   *     features}: first every one of {@code numbers} but the label, standardised as in task 1 with
   *     the numbers of train, then the one-hot vectors as they are, both in the order given. All
   *     other columns keep their values; helper columns may come in.
   */
  @Task(
      value = 4,
      points = 16,
      title = "Leave one-hot vectors and the label alone",
      hints = {
        "A scaler takes a whole vector. So what should not be scaled must not be in the vector that it reads. And where does the label belong?",
        "Three stages: one assembler for the numbers without the label, the scaler, and a second assembler. An assembler takes vector columns as well as numbers.",
        "The second `VectorAssembler` reads the scaler's output column and then `oneHots`, and its output column is `features`."
      })
  Pipeline featurePipeline(List<String> numbers, List<String> oneHots, String label);

  /**
   * Grouping by distance, with every column on the same scale, as an unfitted pipeline.
   *
   * @param columns double columns, some of them with a much larger scale than others
   * @param k the number of groups
   * @param seed where the random numbers of {@code KMeans} begin
   * @return a pipeline with a {@code KMeans} stage with this {@code k} and {@code seed} that adds
   *     the number of the group, {@code prediction} (int), to a frame. A search may end in a poor
   *     place whatever the scale is, so the checks try up to four seeds.
   */
  @Task(
      value = 5,
      points = 14,
      title = "Scale before you measure distances",
      hints = {
        "An assembler, a scaler, and `KMeans` from `org.apache.spark.ml.clustering`. A pipeline takes its stages in the order you give.",
        "`KMeans` reads the column `features` unless you tell it otherwise. Which column is on one scale?",
        "`new KMeans().setK(k).setSeed(seed).setFeaturesCol(…)` with the scaler's output column, as the last stage."
      })
  Pipeline groupingPipeline(List<String> columns, int k, long seed);

  /**
   * Whether scaling the features changes what a regressor predicts.
   *
   * @param regressor an unfitted regressor with all its settings; it reads the vector column {@code
   *     features} and the label, and writes {@code prediction}
   * @param train the rows to learn from, both the scale and the model
   * @param test the rows to judge on
   * @param columns the double columns to predict from
   * @param label the double column that the regressor predicts
   * @return the RMSE on {@code test}, in the unit of the label, of the regressor fitted on {@code
   *     train} with {@code columns} as they are, and with {@code columns} standardised as in task 1
   */
  @Task(
      value = 6,
      points = 12,
      title = "See whom it matters to",
      hints = {
        "Two pipelines that differ in one stage, fitted on the same rows and judged by the same `RegressionEvaluator`.",
        "The regressor reads `features` in both. So in the first pipeline the assembler writes `features`, and in the second the scaler does.",
        "`evaluator.evaluate(new Pipeline().setStages(stages).fit(train).transform(test))`, once with assembler and regressor, once with assembler, scaler and regressor."
      })
  Comparison compareWithAndWithout(
      PipelineStage regressor,
      Dataset<Row> train,
      Dataset<Row> test,
      List<String> columns,
      String label);

  /**
   * The coefficients of a linear regression in the units of its columns.
   *
   * @param model a fitted pipeline: a {@code VectorAssembler} of double columns; perhaps, but not
   *     always, a {@code StandardScalerModel} with {@code withStd}, and with {@code withMean} or
   *     without; a {@code LinearRegressionModel} that reads what comes out of these, fitted with
   *     Spark's defaults
   * @param train the rows that it was fitted on, without the label
   * @return what the model predicts for a row of zeros, and by how much its prediction rises with
   *     each of the assembler's columns, per unit and per standard deviation in {@code train}; 0
   *     for a column that has only one value there. The keys are the names of the columns.
   */
  @Task(
      value = 7,
      points = 14,
      title = "Read the coefficients",
      hints = {
        "The last stage's coefficients belong to the vector that it reads. Did a `StandardScalerModel` make that vector? Only then there is something to undo.",
        "Write the model down for one column: `w * (x - mean) / sd`. What is multiplied with `x`? What is left over and belongs to the intercept, and is it there without `withMean`?",
        "With a scaler: `perUnit = w / scaler.std().apply(i)` (0 where that is 0), and with `getWithMean()` subtract `perUnit * scaler.mean().apply(i)` from the intercept. `perSd` is `perUnit` times `stddev` of the column in `train`, always."
      })
  Effects effects(PipelineModel model, Dataset<Row> train);
}
