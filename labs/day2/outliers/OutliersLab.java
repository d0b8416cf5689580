package day2.outliers;

import dev.kindling.data.listings.Listings;
import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Outliers: fence them off, flag them, remove them where that is allowed, and measure what it was
 * good for.
 *
 * <p>Every task is handed what it needs, so each can be solved alone. In all tasks, null is not an
 * outlier: nothing was told, so nothing is odd. Columns with numbers hold no NaN.
 */
@Lab(day = 2, order = 5, title = "Outlier removal", minutes = 40, data = Listings.class)
public interface OutliersLab {

  /**
   * The fences of Tukey's box plot: {@code k} times the distance between the quartiles, below the
   * first and above the third.
   *
   * @param train the rows to learn from; each of its numeric columns has values
   * @param leftOut columns of {@code train} that get no fence, such as an id
   * @param k how many interquartile ranges a value may lie beyond a quartile; 1.5 is usual
   * @return one fence for each column of a numeric type (of whatever width, decimals included) that
   *     is not in {@code leftOut}, in any order: {@code lower = q1 - k * (q3 - q1)} and {@code
   *     upper = q3 + k * (q3 - q1)}, where {@code q1} and {@code q3} are the exact first and third
   *     quartile of the values that are not null. The numbers of values are such that all exact
   *     definitions of a quartile agree.
   */
  @Task(
      value = 1,
      points = 16,
      title = "Learn the fences",
      hints = {
        "The schema knows which columns are numeric: `train.schema().fields()`, and each field's `dataType()`. For quartiles, look at what `train.stat()` offers.",
        "All numeric types extend `org.apache.spark.sql.types.NumericType`, so `instanceof` finds them. `approxQuantile` takes all columns at once, the shares, and a relative error; with an error of 0 it is exact.",
        "`double[][] quartiles = train.stat().approxQuantile(columns, new double[] {0.25, 0.75}, 0.0)`, then for column `i` the distance `quartiles[i][1] - quartiles[i][0]` and a `new Fence(…)`."
      })
  List<Fence> learnFences(Dataset<Row> train, List<String> leftOut, double k);

  /**
   * Marks the values beyond their fences, and deletes nothing.
   *
   * @param df any frame
   * @param fences at most one for each numeric column of {@code df}
   * @return all rows and columns of {@code df}, and for each fence {@code <column>_outlier}
   *     (boolean): true if the row's value is smaller than {@code lower} or larger than {@code
   *     upper}, otherwise false. It is never null; where the value is null it is false.
   */
  @Task(
      value = 2,
      points = 12,
      title = "Flag, do not delete",
      hints = {
        "A comparison is a column of type boolean, and `between` includes both ends. What does a comparison with null give?",
        "Loop over the fences and add one column for each. Null compared with anything is null, not false: put `coalesce(…, lit(false))` around the condition.",
        "`df.withColumn(f.column() + \"_outlier\", coalesce(not(col(f.column()).between(f.lower(), f.upper())), lit(false)))`."
      })
  Dataset<Row> flagOutliers(Dataset<Row> df, List<Fence> fences);

  /**
   * Removes the outliers from train, and only marks them in test.
   *
   * @param train the rows to learn from
   * @param test rows of a later time, to judge a model by
   * @param columns numeric columns; each has values in train
   * @param k as in {@link #learnFences}
   * @return {@code train}: the rows of train in which no value of {@code columns} lies beyond its
   *     fence, with the columns of train, equal ones as often as before; {@code test}: all rows and
   *     columns of test, and {@code is_outlier} (boolean, never null), true if any value of {@code
   *     columns} lies beyond its fence. All fences, those for test too, are learned from all rows
   *     of train, before any row is removed.
   */
  @Task(
      value = 3,
      points = 18,
      title = "Remove from train only",
      hints = {
        "Three steps in this order: learn every fence, build one condition, apply it. And mind what `filter` does with a row for which the condition is null.",
        "Make the condition \"beyond its fence\" for each column, false where the value is null, and join them with `or`. Train keeps the rows for which it does not hold; test gets it as a column.",
        "`Column outside = fences.stream().map(f -> coalesce(not(col(f.column()).between(f.lower(), f.upper())), lit(false))).reduce(lit(false), Column::or)`, then `train.filter(not(outside))` and `test.withColumn(\"is_outlier\", outside)`."
      })
  Cleaned removeOutliers(Dataset<Row> train, Dataset<Row> test, List<String> columns, double k);

  /**
   * Two scores that tell how far a value is from the others, and a flag from the one that outliers
   * cannot spoil.
   *
   * @param train the rows to learn from: an odd number of values of {@code column}, not all the
   *     same, and their median absolute deviation is not 0
   * @param df the rows to score: train, test, or any other with the same columns
   * @param column a numeric column
   * @param cutoff how large a robust score may be; 3.5 is usual
   * @return all rows and columns of {@code df}, and
   *     <ul>
   *       <li>{@code <column>_z} (double): the value minus the mean of train, divided by the sample
   *           standard deviation of train;
   *       <li>{@code <column>_robust_z} (double): the value minus the median of train, divided by
   *           1.4826 times the median absolute deviation of train, which is the median of the
   *           distances {@code |value - median|};
   *       <li>{@code <column>_outlier} (boolean, never null): whether {@code <column>_robust_z} is
   *           larger than {@code cutoff} or smaller than {@code -cutoff}.
   *     </ul>
   *     Where the value is null, both scores are null and the flag is false.
   */
  @Task(
      value = 4,
      points = 18,
      title = "Score with mean and with median",
      hints = {
        "Four numbers are learned from train: mean, standard deviation, median, and the median of the distances from that median. The last one needs the third, so it takes two steps.",
        "One `select` of `avg`, `stddev_samp` and `median` gives a row; a second one gives the `median` of `abs(col(column).minus(middle))`. Then everything is arithmetic on columns of `df`, with these numbers as literals.",
        "`col(column).minus(middle).divide(1.4826 * mad)` is the robust score; the flag is `coalesce(abs(col(column + \"_robust_z\")).gt(cutoff), lit(false))`."
      })
  Dataset<Row> scoreOutliers(Dataset<Row> train, Dataset<Row> df, String column, double cutoff);

  /**
   * Pulls extreme values in to a quantile of train, so that no row is lost.
   *
   * @param train the rows to learn from; each of {@code columns} has values
   * @param df the rows to change: train, test, or any other with the same columns
   * @param columns numeric columns
   * @param share the share of values on each side that is extreme, such as 0.01
   * @return all rows and columns of {@code df}, with each of {@code columns} as double under its
   *     own name: a value below the exact {@code share} quantile of train becomes that quantile, a
   *     value above the exact {@code 1 - share} quantile becomes that one, null stays null. The
   *     numbers of values in train are such that all exact definitions of a quantile agree.
   */
  @Task(
      value = 5,
      points = 14,
      title = "Winsorise",
      hints = {
        "`greatest` and `least` of a column and a literal cut off one side each. Both skip nulls: what do they make of a null and a number?",
        "Learn the two cuts of each column with `approxQuantile` on train. Mind its last argument: it is an error in ranks, and the cut that you look for is only `share` away from the end.",
        "`when(col(c).isNotNull(), least(greatest(col(c), lit(low)), lit(high)))`, with both cuts from `train.stat().approxQuantile(names, new double[] {share, 1 - share}, 0.0)`."
      })
  Dataset<Row> winsorise(Dataset<Row> train, Dataset<Row> df, List<String> columns, double share);

  /**
   * How good flags are, for data in which the true outliers are known.
   *
   * @param flagged {@code id} (int) and boolean columns without nulls; an id may occur twice, and
   *     then both rows count
   * @param outlierIds the ids of all true outliers, each once; some may not occur in {@code
   *     flagged}, and these do not count
   * @param flags the boolean columns to judge
   * @return one row per flag, in any order: {@code flag} (string, its name), {@code flagged}
   *     (bigint, rows with the flag), {@code hits} (bigint, true outliers with the flag), {@code
   *     missed} (bigint, true outliers without it), {@code precision} (double, hits among the
   *     flagged rows; null if there are none), {@code recall} (double, hits among the true
   *     outliers; null if there are none)
   */
  @Task(
      value = 6,
      points = 12,
      title = "Judge the flags",
      hints = {
        "Whether a row is a true outlier is a column, too: `isInCollection`. `count_if` counts the rows for which a condition holds.",
        "Precision and recall have the same numerator and different denominators. Under ANSI rules a division by zero is an error; `try_divide` gives null instead.",
        "Pack `lit(name).as(\"flag\")`, `count_if(col(name)).as(\"flagged\")`, … `try_divide(hits, count_if(col(name))).as(\"precision\")` into one `struct` per flag, and turn them into rows with `select(array(structs).as(\"lines\")).select(inline(col(\"lines\")))`."
      })
  Dataset<Row> judgeFlags(Dataset<Row> flagged, List<Integer> outlierIds, List<String> flags);

  /**
   * What removing outliers from train does to a model, judged on test rows that nobody touched.
   *
   * @param train the rows to learn from
   * @param test the rows to judge by
   * @param fences which rows of train to leave out; the list may be empty
   * @param features numeric columns without nulls; neither frame has a column {@code features} or
   *     {@code prediction}
   * @param label a numeric column without nulls, the one to predict
   * @return the root mean squared error of the predictions for <em>all</em> rows of test, made by a
   *     {@code LinearRegression} with default settings that was fitted on those rows of train in
   *     which no value lies beyond its fence
   */
  @Task(
      value = 7,
      points = 10,
      title = "See whether it helps",
      hints = {
        "Filter train as in task 3. Then a `VectorAssembler`, a `LinearRegression` and a `RegressionEvaluator`. Which frames does each of them see?",
        "The assembler turns `features` into one vector column, in both frames. `fit` sees the train rows that are left, `transform` and the evaluator see all of test.",
        "`new RegressionEvaluator().setLabelCol(label).setMetricName(\"rmse\").evaluate(model.transform(assembler.transform(test)))`, where `model` is `new LinearRegression().setLabelCol(label).fit(assembler.transform(kept))`."
      })
  double testRmse(
      Dataset<Row> train,
      Dataset<Row> test,
      List<Fence> fences,
      List<String> features,
      String label);
}
