package day2.onehot;

import dev.kindling.data.listings.Listings;
import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import java.util.List;
import java.util.Map;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Categories as numbers: index them, meet levels that train has never seen, encode them for a
 * linear model and for a tree, and read what a model makes of each level.
 *
 * <p>Every task is handed what it needs, so each can be solved alone. Null is not a level.
 */
@Lab(day = 2, order = 8, title = "One-hot encoding", minutes = 40, data = Listings.class)
public interface OneHotLab {

  /**
   * Numbers for the levels of text columns, learned from {@code train} alone.
   *
   * @param train the rows to learn from
   * @param test the rows that will be indexed later; both parts lie at hand, as they do in a
   *     notebook
   * @param columns text columns, two or more
   * @return a fitted indexer that reads {@code columns} and writes {@code <col>Index} for each: 0.0
   *     for the level that is most frequent in train, 1.0 for the next, and so on; of levels that
   *     are equally frequent, the alphabetically first comes first. With n levels in train, a level
   *     that train does not have is n, and so is null: no row of test may get lost, and none may
   *     fail.
   */
  @Task(
      value = 1,
      points = 16,
      title = "Index the levels",
      hints = {
        "`org.apache.spark.ml.feature.StringIndexer` is an estimator: `fit` counts the levels, `transform` looks them up. What does it do with a level that it has not counted?",
        "Set input columns, output columns and the answer to invalid values, then `fit`. Its default order is the one that is asked for. Which rows does `fit` see?",
        "`new StringIndexer().setInputCols(inputs).setOutputCols(outputs).setHandleInvalid(\"keep\").fit(…)`, where each output is the input's name followed by `Index`."
      })
  StringIndexerModel fitIndexer(Dataset<Row> train, Dataset<Row> test, List<String> columns);

  /**
   * What an indexer that was fitted on train will not know in test: the rows that {@code
   * handleInvalid} "error" fails at and "skip" drops.
   *
   * @param train the rows to learn from
   * @param test the rows of a later time
   * @param columns text columns
   * @return one row per column and level that occurs in test but not in train: {@code column}
   *     (string, the name), {@code level} (string), {@code rows} (bigint, rows of test with that
   *     level). Null is no level, so for a column with nulls in test there is a row with {@code
   *     level} null, whether train has nulls or not. Rows in any order; none for a column whose
   *     values are all known.
   */
  @Task(
      value = 2,
      points = 12,
      title = "Count what is unknown",
      hints = {
        "Count the levels of test, then keep those that have no partner in train. There is a kind of join for exactly that.",
        "A \"left_anti\" join keeps the rows of the left frame without a partner in the right one. Null equals nothing, so it never has a partner. Do it for each column, and put the results under each other with `unionByName`.",
        "`test.groupBy(col(c).as(\"level\")).count().join(train.select(col(c).as(\"level\")).distinct(), \"level\")` with a usingColumns list and \"left_anti\" as join type, then `select(lit(c).as(\"column\"), col(\"level\"), col(\"count\").as(\"rows\"))`."
      })
  Dataset<Row> countUnseen(Dataset<Row> train, Dataset<Row> test, List<String> columns);

  /**
   * Features for a linear model, as an unfitted pipeline.
   *
   * @param nominal text columns whose levels have no order; train and later rows may have nulls in
   *     them, and later rows levels that train does not have
   * @param numeric numeric columns without nulls
   * @return a pipeline that, fitted on train, adds to any such frame, without losing a row, {@code
   *     <col>Index} as in {@link #fitIndexer}, {@code <col>OHE} (a vector) for each nominal column,
   *     and {@code features}: all {@code <col>OHE}, then all numeric columns, each in the order of
   *     its list. With n levels of a column in train, its {@code <col>OHE} has n slots; for a row
   *     whose level has the index i, slot i is 1 and the others are 0; for null and for a level
   *     that train does not have, all are 0.
   */
  @Task(
      value = 3,
      points = 20,
      title = "Encode for a linear model",
      hints = {
        "Three stages: text to index, index to vector, vectors and numbers to one vector. Each reads what the one before it has written.",
        "`StringIndexer` as in task 1 numbers n levels and the unknown: n + 1 categories. `OneHotEncoder` by default drops the last one. `VectorAssembler` takes vectors and numbers side by side.",
        "`new OneHotEncoder().setInputCols(…<col>Index…).setOutputCols(…<col>OHE…)` with nothing else set, between the indexer and `new VectorAssembler().setInputCols(…all OHE, then all numeric…).setOutputCol(\"features\")`."
      })
  Pipeline oneHotPipeline(List<String> nominal, List<String> numeric);

  /**
   * Numbers for levels that have an order.
   *
   * @param df any frame
   * @param column a text column
   * @param order its levels, the lowest first
   * @return all rows and columns of {@code df}, and {@code <column>Index} (double): 0.0 for the
   *     first level of {@code order}, 1.0 for the second, and so on; null where the value is null
   *     or not in {@code order}
   */
  @Task(
      value = 4,
      points = 10,
      title = "Keep an order that exists",
      hints = {
        "No indexer can know that \"within a day\" is longer than \"within an hour\": the numbers come from `order`, not from the data.",
        "A chain of `when` works, and so does a lookup in a map of literals. Where nothing matches, both can give null by themselves.",
        "Start with `Column index = lit(null).cast(\"double\")`, then for each `i`: `index = when(col(column).equalTo(order.get(i)), (double) i).otherwise(index)`."
      })
  Dataset<Row> encodeOrdinal(Dataset<Row> df, String column, List<String> order);

  /**
   * What a fitted linear model makes of each level, compared with a level of your choice.
   *
   * @param model a fitted pipeline with four stages: a {@code StringIndexerModel} for several
   *     columns, a {@code OneHotEncoderModel}, a {@code VectorAssembler} that writes {@code
   *     features}, and a {@code LinearRegressionModel}; in- and outputs are named as in {@link
   *     #oneHotPipeline}, but the indexer's and the encoder's settings may be any
   * @param predicted what {@code model} makes of some frame, with all its columns
   * @param column one of the indexer's input columns
   * @param base one of its levels
   * @return for each level of {@code column} that the indexer learned: how much more the model
   *     predicts for a row with this level than for the same row with {@code base}; that is 0.0 for
   *     {@code base} itself
   */
  @Task(
      value = 5,
      points = 16,
      title = "Read the coefficients",
      hints = {
        "Coefficients have no names, but slots do: the column `features` carries them in its metadata. `AttributeGroup.fromStructField(predicted.schema().apply(\"features\"))`.",
        "The slot of a level is called `<col>OHE_<level>`. Its place in `attributes().get()` is the place of its coefficient. A level without a slot was dropped, so its coefficient is 0. At the end, subtract the one of `base` from each.",
        "`attribute.name().get()` and `attribute.index().get()` give a map from slot name to place; the levels are in `((StringIndexerModel) model.stages()[0]).labelsArray()`, one array per input column."
      })
  Map<String, Double> readEffects(
      PipelineModel model, Dataset<Row> predicted, String column, String base);

  /**
   * Features for a tree and the tree, as an unfitted pipeline.
   *
   * @param nominal text columns whose levels have no order; nulls and unknown levels as in {@link
   *     #oneHotPipeline}
   * @param numeric numeric columns without nulls
   * @param label the numeric column to predict
   * @param mostLevels how many levels the nominal column with the most of them has in train
   * @return a pipeline that, fitted on train, adds to any such frame, without losing a row, {@code
   *     features}: the index of each nominal column (numbered as in {@link #fitIndexer}, the number
   *     of levels for unknown ones and null), then the numeric columns, each in the order of its
   *     list; and {@code prediction}, by a {@code DecisionTreeRegressor} that takes the indices for
   *     categories. Its {@code maxBins} is as large as that needs, or larger.
   */
  @Task(
      value = 6,
      points = 12,
      title = "Encode for a tree",
      hints = {
        "A tree can split the levels of a column into any two groups. For that it needs them in one feature, not in 36.",
        "Indexer, assembler, tree: the index goes into the vector as it is, and its metadata tell the tree that it is a category. `maxBins` must be at least the number of categories. How many are there with the unknown one?",
        "`new DecisionTreeRegressor().setLabelCol(label).setMaxBins(Math.max(32, mostLevels + 1))`; 32 is the default."
      })
  Pipeline treePipeline(List<String> nominal, List<String> numeric, String label, int mostLevels);

  /**
   * One number for a column with many levels: what the label is on average, level by level.
   *
   * @param train the rows to learn from; {@code column} and {@code label} have no nulls there
   * @param df the rows to encode: train, test, or any other that has {@code column}, perhaps with
   *     nulls
   * @param column a text column
   * @param label a numeric column of train
   * @param smoothing how many rows of the overall mean are mixed into each level; 0 for none
   * @return all rows and columns of {@code df}, and {@code <column>Target} (double): {@code (n *
   *     level mean + smoothing * overall mean) / (n + smoothing)}, where n is the number of train
   *     rows with the row's level, the level mean is their mean label, and the overall mean is the
   *     mean label of all train rows; for null and for a level that train does not have, the
   *     overall mean
   */
  @Task(
      value = 7,
      points = 14,
      title = "Encode by target",
      hints = {
        "Spark 4 has a `TargetEncoder` among its feature stages, which takes indices; `groupBy` and a join do the same. In both cases: which rows does it learn from?",
        "With the stage: an indexer, then the encoder with its target type, its smoothing and its answer to invalid values, both fitted on train. By hand: a small table of means and counts per level, and a join that keeps rows without a partner.",
        "`new TargetEncoder().setInputCol(column + \"Index\").setOutputCol(column + \"Target\").setLabelCol(label).setTargetType(\"continuous\").setSmoothing(smoothing).setHandleInvalid(\"keep\")` after a `StringIndexer` that keeps; drop the index at the end."
      })
  Dataset<Row> encodeByTarget(
      Dataset<Row> train, Dataset<Row> df, String column, String label, double smoothing);
}
