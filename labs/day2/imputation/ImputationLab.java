package day2.imputation;

import dev.kindling.data.listings.Listings;
import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Missing values: find them, mark them, fill them, and let no test row leak into training.
 *
 * <p>Every task is handed what it needs, so each can be solved alone. A gap is a null; an empty or
 * a blank text, a zero and NaN are values.
 */
@Lab(day = 2, order = 4, title = "Missing value imputation", minutes = 35, data = Listings.class)
public interface ImputationLab {

  /**
   * How many rows have a gap in a column, and how many have one in two columns at once, found in
   * one pass over {@code df}.
   *
   * @param df any frame
   * @param columns the columns to look at, of any type
   * @return one row per column paired with itself and with each column after it in {@code columns}:
   *     {@code first} and {@code second} (string, the names; equal for a column on its own), {@code
   *     missing} (bigint, the rows in which both are null), {@code share} (double, {@code missing}
   *     as a fraction of all rows). Rows in any order. Computing it starts at most three Spark
   *     jobs, however many columns there are.
   */
  @Task(
      value = 1,
      points = 12,
      title = "Count the gaps",
      hints = {
        "One `agg` (or one `select`) can hold as many aggregates as you like, and the whole of it is one job.",
        "Two nested loops collect one aggregate per pair: `count_if` of `col(first).isNull().and(col(second).isNull())`. Pack the pair's four values into a `struct`, and turn the row of structs into rows at the end.",
        "`df.select(array(pairs).as(\"pairs\")).select(inline(col(\"pairs\")))`, where each pair is `struct(lit(first).as(\"first\"), …, count_if(both).as(\"missing\"), avg(both.cast(\"double\")).as(\"share\"))`."
      })
  Dataset<Row> countGaps(Dataset<Row> df, List<String> columns);

  /**
   * Turns sentinels into nulls, makes the columns double, and remembers in an indicator column
   * where the gaps are.
   *
   * @param df any frame
   * @param columns numeric columns (int or double)
   * @param sentinels for some of {@code columns}, the numbers that stand for "not known" in that
   *     column alone, such as {@code {"host_response_rate": [-1, 999]}}; in any other column the
   *     same numbers are values
   * @return all rows of {@code df} and all its columns, with each of {@code columns} as double
   *     under its own name, and for each of them {@code <col>_na} (double): 1.0 where the column is
   *     null after the sentinels are gone, otherwise 0.0; nothing else changes
   */
  @Task(
      value = 2,
      points = 18,
      title = "Mark the gaps",
      hints = {
        "`when(condition, value)` without `otherwise` gives null where the condition does not hold. Mind the order: what must be null before it can be marked?",
        "Loop over `columns`. First replace the column: keep the value `when` it is not in the column's own list of sentinels, and `cast(\"double\")`. Then add `<col>_na` from the new column.",
        "`when(not(col(c).isInCollection(unknown)), col(c)).cast(\"double\")` is the column; `when(col(c).isNull(), 1.0).otherwise(0.0)` on the result is its indicator."
      })
  Dataset<Row> markGaps(
      Dataset<Row> df, List<String> columns, Map<String, List<Integer>> sentinels);

  /**
   * The median of each of {@code columns}, learned from {@code train} alone.
   *
   * @param train the rows to learn from, as {@link #markGaps} returns them
   * @param test the rows that will be filled later with what was learned; both parts lie at hand,
   *     as they do in a notebook
   * @param columns double columns
   * @return a fitted model that reads {@code columns} and writes each filled column under a new
   *     name, {@code <col>_imputed}
   */
  @Task(
      value = 3,
      points = 20,
      title = "Learn the medians",
      hints = {
        "`org.apache.spark.ml.feature.Imputer` is an estimator: `fit` learns the numbers, `transform` fills them in. Its default is not the median.",
        "Set the strategy, the input columns and the output columns, then `fit`. Which rows does `fit` see?",
        "`new Imputer().setStrategy(\"median\").setInputCols(inputs).setOutputCols(outputs).fit(…)`, where each output is the input's name followed by `_imputed`."
      })
  ImputerModel fitMedians(Dataset<Row> train, Dataset<Row> test, List<String> columns);

  /**
   * Fills text columns, some with a level of their own, some with the most frequent level of train.
   *
   * @param train the rows to learn from
   * @param df the rows to fill: train, test, or any other with the same columns
   * @param asLevel text columns whose gaps become the text {@code Missing}
   * @param byMode text columns whose gaps become the level that is the most frequent in {@code
   *     train}; there is always exactly one, and null is not a level
   * @return {@code df} with these columns filled; nothing else changes
   */
  @Task(
      value = 4,
      points = 12,
      title = "Fill the categories",
      hints = {
        "`na().fill(…)` takes a map from column to value. The values for `byMode` must be learned first. From which frame? And is null the most frequent \"level\"?",
        "Put `Missing` into the map for each of `asLevel`. Ask `train` for the `mode` of each of `byMode` in one `select`, take its only row, and put those into the map too.",
        "`Row modes = train.select(…mode(col(c)).as(c)…).first()`, then `fills.put(c, modes.getAs(c))` and `df.na().fill(fills)`. `mode` ignores nulls; `groupBy(c).count()` does not."
      })
  Dataset<Row> fillCategories(
      Dataset<Row> train, Dataset<Row> df, List<String> asLevel, List<String> byMode);

  /**
   * Fills a column with the median of the row's group in train.
   *
   * @param train the rows to learn from
   * @param df the rows to fill: train, test, or any other with the same columns
   * @param column a double column
   * @param group a text column
   * @return all rows and columns of {@code df}, and one more, {@code <column>_imputed} (double):
   *     the row's own value; where that is null, the median of its group in {@code train}; where
   *     train has no value for the group (or the group is null), the median of {@code column} in
   *     all of {@code train}. Every median that is asked for is clear: its middle values are equal,
   *     so exact and approximate medians agree.
   */
  @Task(
      value = 5,
      points = 14,
      title = "Fill by group",
      hints = {
        "A window over `df` would fill `df` with its own medians. What is learned from train and used elsewhere is a small table: one row per group.",
        "`groupBy(group)` and `agg` on train give the table; join it to `df` so that rows without a partner stay. Then take the first of three that is not null.",
        "`df.join(medians, df.col(group).equalTo(medians.col(…)), \"left\")` and `coalesce(col(column), col(\"groupMedian\"), lit(overall))`; drop the helper columns."
      })
  Dataset<Row> fillByGroup(Dataset<Row> train, Dataset<Row> df, String column, String group);

  /**
   * The filling of numeric columns as an unfitted pipeline that ends in a feature vector, so that
   * it ships with the model.
   *
   * @param columns the numeric columns of frames as {@link #markGaps} returns them for these
   *     columns: each is double and has its {@code <col>_na} beside it; the label is among them
   * @param label the column to be predicted; it is neither filled nor a feature
   * @return a pipeline that, fitted on train, adds to any such frame {@code <col>_imputed} (median
   *     of train) for each of {@code columns} but the label, and {@code features}: first all {@code
   *     <col>_imputed}, then all {@code <col>_na}, both in the order of {@code columns} without the
   *     label. Every row stays, also those whose label is null, and the columns that were there
   *     keep their values. Other stages may add columns of their own.
   */
  @Task(
      value = 6,
      points = 14,
      title = "Put it in a pipeline",
      hints = {
        "Two stages: the `Imputer` of task 3, and a `VectorAssembler`. Take the label out of the list before anything else.",
        "The imputer's output columns need names that differ from its input columns. The assembler reads those new columns and the indicators.",
        "`new Pipeline().setStages(new PipelineStage[] {imputer, assembler})`, with `assembler.setInputCols(…all _imputed, then all _na…).setOutputCol(\"features\")`."
      })
  Pipeline imputationPipeline(List<String> columns, String label);

  /**
   * How far the filled values are from what was really there.
   *
   * @param model a fitted imputer
   * @param marked the rows to judge it on, as {@link #markGaps} returns them: {@code id}, the
   *     model's input columns with their gaps, and {@code <col>_na}; an id may occur twice, and
   *     then both rows count
   * @param truth what was really there: {@code id} (each of {@code marked} once, and perhaps
   *     others) and the model's input columns without gaps (int or double)
   * @return one row per input column of {@code model}: {@code column} (string), {@code missing}
   *     (bigint, the rows with a gap), {@code surrogate} (double, what the model fills in), {@code
   *     actual} (double, Spark's exact {@code median} of the true values of the rows with a gap),
   *     {@code bias} (double, {@code surrogate} minus {@code actual}); {@code actual} and {@code
   *     bias} are null for a column without gaps
   */
  @Task(
      value = 7,
      points = 10,
      title = "Measure the bias",
      hints = {
        "`model.surrogateDF()` is a frame of one row with the learned medians, and `model.getInputCols()` names them. The indicators say which rows were filled.",
        "Rename the columns of `truth` before you join on `id`, or every name is there twice. Then aggregate, per column, only the true values of rows whose indicator is 1.",
        "`median(when(col(c + \"_na\").equalTo(1.0), col(c + \"_true\")))` ignores the rows without a gap; `sum(col(c + \"_na\")).cast(\"long\")` counts the others. Pack one `struct` per column and `inline` them as in task 1."
      })
  Dataset<Row> measureBias(ImputerModel model, Dataset<Row> marked, Dataset<Row> truth);
}
