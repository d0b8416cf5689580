package day2.selection;

import dev.kindling.data.selection.Signals;
import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Feature selection: which columns go along with a label, which only seem to, and which say the
 * same twice.
 *
 * <p>Every task is handed what it needs, so each can be solved alone. No cell is null. The type of
 * a column says what it holds: a double is a number that was measured; an int is a category, whose
 * levels are counted from 0. That goes for labels, too.
 */
@Lab(day = 2, order = 9, title = "Feature selection", minutes = 50, data = Signals.class)
public interface SelectionLab {

  /**
   * The columns that change enough to tell rows apart.
   *
   * @param train the rows to learn from
   * @param test the rows that will be judged later; both parts lie at hand, as they do in a
   *     notebook
   * @param columns double columns, to be taken in their own units
   * @param least a variance; none of the columns has exactly this one
   * @return the names of those columns whose variance in {@code train} (of a sample, divided by n -
   *     1) is larger than {@code least}, in the order of {@code columns}
   */
  @Task(
      value = 1,
      points = 10,
      title = "Drop what hardly changes",
      hints = {
        "`VarianceThresholdSelector` works on a vector column, so assemble first. Its model knows which places of the vector it keeps.",
        "Assemble `columns`, set the threshold, and fit. On which rows? `selectedFeatures()` are places counted from 0; take the names at these places.",
        "`new VarianceThresholdSelector().setVarianceThreshold(least).setFeaturesCol(\"features\").setOutputCol(\"varying\").fit(…).selectedFeatures()`, then `columns.get(i)` for each i."
      })
  List<String> varyingColumns(
      Dataset<Row> train, Dataset<Row> test, List<String> columns, double least);

  /**
   * How well chance alone would explain that a column goes along with a label, by the test that
   * fits both.
   *
   * @param df the rows to test on
   * @param columns int columns (categories) and double columns (numbers); each has at least two
   *     different values
   * @param label an int column (classes) or a double column (a number)
   * @return one row per column, in any order: {@code column} (string) and {@code pValue} (double).
   *     The p-value is that of the chi-squared test of independence for a category and classes; of
   *     the one-way analysis of variance (ANOVA) for a number and classes, and also for a category
   *     and a number, where the category makes the groups; of the F-test of a linear regression for
   *     two numbers.
   */
  @Task(
      value = 2,
      points = 16,
      title = "Find the right test",
      hints = {
        "`org.apache.spark.ml.stat` has `ChiSquareTest`, `ANOVATest` and `FValueTest`. Split `columns` by type first; the type of the label then says which test each group gets.",
        "Each test takes a frame, the name of a vector column and the name of a label column, and returns one row with `pValues`, a vector with one number per feature. For a category and a number there is no test the one way round. What if the two change places?",
        "`Vector p = ANOVATest.test(assembled, \"features\", label).first().getAs(\"pValues\")`. For a category and a number: `ANOVATest.test(assembledLabel, \"features\", category)`, where `features` holds the label alone."
      })
  Dataset<Row> testColumns(Dataset<Row> df, List<String> columns, String label);

  /**
   * Learns from train which numbers go along with a label, and keeps only these.
   *
   * @param train the rows to learn from
   * @param test the rows that will be judged later; both parts lie at hand, as they do in a
   *     notebook
   * @param columns double columns
   * @param label an int column (classes) or a double column (a number)
   * @param level above 0 and below 1; no p-value is exactly this one
   * @return a fitted pipeline that adds to any frame with these columns {@code selected} (vector):
   *     the values of those columns whose p-value in {@code train}, by the test of {@link
   *     #testColumns}, is below {@code level}, as they are and in the order of {@code columns}.
   *     Every row stays. Other columns may be added as well.
   */
  @Task(
      value = 3,
      points = 18,
      title = "Let a selector choose",
      hints = {
        "`UnivariateFeatureSelector` runs the test that fits and keeps what passes. It must be told what features and label are, and in which unit its threshold is.",
        "Look up `setFeatureType`, `setLabelType`, `setSelectionMode` and the default of the last one. Put an assembler and the selector into a `Pipeline`. Which rows may `fit` see?",
        "`new UnivariateFeatureSelector().setFeatureType(\"continuous\").setLabelType(…).setSelectionMode(\"fpr\").setSelectionThreshold(level).setFeaturesCol(\"features\").setLabelCol(label).setOutputCol(\"selected\")`."
      })
  PipelineModel selectByTest(
      Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double level);

  /**
   * Drops columns that say what another column says already.
   *
   * <p>The columns are looked at one after the other, the one with the largest absolute Pearson
   * correlation with the label first. A column is kept unless its absolute correlation with one of
   * those kept before it is larger than {@code most}.
   *
   * @param train the rows to learn from
   * @param columns double columns, the label not among them; no two are equally correlated with the
   *     label
   * @param label a double column
   * @param most above 0 and below 1; no correlation is exactly this large
   * @return the names of the columns that are kept, in the order of {@code columns}
   */
  @Task(
      value = 4,
      points = 12,
      title = "Drop the twins",
      hints = {
        "`Correlation.corr(df, \"features\")` returns one row with one matrix: all pairs at once. If the label is part of the vector, its correlations are in there, too.",
        "Sort the places of the columns by how strongly each goes along with the label. Then walk through them with a list of those kept so far. A correlation of -0.98 is as strong as one of 0.98.",
        "`Matrix r = Correlation.corr(assembled, \"features\").first().getAs(0)`; then, for each i in that order: `if (kept.stream().allMatch(k -> Math.abs(r.apply(i, k)) <= most)) kept.add(i)`."
      })
  List<String> dropTwins(Dataset<Row> train, List<String> columns, String label, double most);

  /**
   * Learns from train which columns a linear regression still needs when each costs something.
   *
   * @param train the rows to learn from
   * @param test the rows that will be judged later; both parts lie at hand, as they do in a
   *     notebook
   * @param columns double columns in different units
   * @param label a double column
   * @param strength the weight of the penalty, Spark's {@code regParam}; at least one column
   *     survives it
   * @return a fitted pipeline that adds to any frame with these columns {@code selected} (vector):
   *     the values of those columns that have a coefficient other than zero in a {@code
   *     LinearRegression} on {@code train} with a pure L1 penalty of this strength on standardised
   *     columns, as they are and in the order of {@code columns}. Every row stays. Other columns
   *     may be added as well.
   */
  @Task(
      value = 5,
      points = 17,
      title = "Let a penalty choose",
      hints = {
        "`LinearRegression` has two params for its penalty: how strong it is, and which mixture of L2 and L1 it is. Only one of the two ends makes coefficients exactly zero.",
        "Fit the regression on the assembled rows of train and collect the places whose coefficient is not zero. `VectorSlicer` keeps places of a vector; it learns nothing, so assembler and slicer make the pipeline.",
        "`new LinearRegression().setElasticNetParam(1).setRegParam(strength).setLabelCol(label)`; `IntStream.range(0, n).filter(i -> model.coefficients().apply(i) != 0).toArray()`; `new VectorSlicer().setInputCol(\"features\").setOutputCol(\"selected\").setIndices(kept)`."
      })
  PipelineModel selectByLasso(
      Dataset<Row> train, Dataset<Row> test, List<String> columns, String label, double strength);

  /**
   * How much a fitted model loses on rows that it has not seen when a column is made worthless.
   *
   * @param model a fitted pipeline that adds {@code prediction} (double)
   * @param train the rows that it was fitted on
   * @param test other rows; both parts lie at hand, as they do in a notebook
   * @param columns columns of both frames, int or double
   * @param label the column that was to be predicted, 0.0 or 1.0
   * @param seed for the shuffling
   * @return one row per column, in any order: {@code column} (string) and {@code importance}
   *     (double). The importance is the accuracy of {@code model} on {@code test}, less its
   *     accuracy on the same rows with the values of this column, and of no other, shuffled at
   *     random among them once.
   */
  @Task(
      value = 6,
      points = 15,
      title = "Shuffle to see what matters",
      hints = {
        "The rows of `test` are few enough to collect. Then shuffling a column is `Collections.shuffle`, and a frame is made again by `createDataFrame(rows, test.schema())`.",
        "Accuracy is the average of 1 where `prediction` equals the label and 0 elsewhere. Take it once on the rows as they are. Then for each column: copy the rows with this column shuffled, transform, take the accuracy, subtract.",
        "`Object[] cells = new Object[row.size()]; for (…) cells[j] = row.get(j); cells[row.fieldIndex(column)] = values.get(i);` and `RowFactory.create(cells)`; accuracy is `avg(col(\"prediction\").equalTo(col(label)).cast(\"double\"))` of `model.transform(…)`."
      })
  Dataset<Row> importances(
      PipelineModel model,
      Dataset<Row> train,
      Dataset<Row> test,
      List<String> columns,
      String label,
      long seed);

  /**
   * Learns from train how to make one vector of chosen numbers and categories.
   *
   * @param train the rows to learn from
   * @param test the rows that will be judged later; both parts lie at hand, as they do in a
   *     notebook
   * @param numbers double columns, at least one
   * @param categories int columns, at least one
   * @param label a double column; rows that come later may be without it
   * @return a fitted pipeline that adds to any frame with these columns {@code features} (vector):
   *     first the {@code numbers} as they are, in that order; then, for each of the {@code
   *     categories} in that order, one switch (1 in its level, else 0) per level that {@code train}
   *     has, the most frequent level first (of two equally frequent ones the one whose text comes
   *     first in the alphabet). All switches of a category are 0 in a row whose level is not in
   *     train. Every row stays. Other columns may be added as well.
   */
  @Task(
      value = 7,
      points = 12,
      title = "Write it as a formula",
      hints = {
        "`RFormula` makes a vector of the columns that a formula such as `rent ~ area + district` names. What it does with a column depends on the column's type: text becomes switches, a number stays a number. Which are your categories?",
        "A `SQLTransformer` in front can cast them: its statement selects everything from `__THIS__`, and each category once more as text under a new name. Then the formula names the new columns. And look up `setHandleInvalid`.",
        "`new SQLTransformer().setStatement(\"SELECT *, CAST(c1 AS STRING) AS c1_level, … FROM __THIS__\")`, then `new RFormula().setFormula(label + \" ~ \" + String.join(\" + \", terms)).setHandleInvalid(\"keep\")`, both in a `Pipeline`."
      })
  PipelineModel formulaFeatures(
      Dataset<Row> train,
      Dataset<Row> test,
      List<String> numbers,
      List<String> categories,
      String label);
}
