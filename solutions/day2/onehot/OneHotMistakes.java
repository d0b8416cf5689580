package day2.onehot;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.kindling.lab.Mistake;
import java.util.List;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Wrong ways to index, to count and to order, each as somebody would write it. */
final class OneHotMistakes {

  static final String SKIPPED =
      "{rows gone} of {expected rows} rows are gone: handleInvalid \"skip\" drops every row with a null or with a level that train does not have, without a word. A metric is then measured on the rows that are left, and they are the easy ones. Call setHandleInvalid(\"keep\").";

  private OneHotMistakes() {}

  // Task 1

  @Mistake(
      task = 1,
      diagnosis = "alphabetical-order",
      says =
          "The levels are in alphabetical order. Asked for is the most frequent first, which is the default: leave setStringOrderType alone.")
  static final class IndexesAlphabetically extends OneHotSolution {
    @Override
    public StringIndexerModel fitIndexer(
        Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return indexer(columns).setStringOrderType("alphabetAsc").fit(train);
    }
  }

  @Mistake(task = 1, diagnosis = "skip-drops-rows", says = SKIPPED)
  static final class IndexerSkips extends OneHotSolution {
    @Override
    public StringIndexerModel fitIndexer(
        Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return indexer(columns).setHandleInvalid("skip").fit(train);
    }
  }

  @Mistake(
      task = 1,
      diagnosis = "unseen-fails",
      says =
          "The indexer met a value that train does not have, or a null, and stopped: handleInvalid is \"error\" unless you say otherwise. Later rows will have such values, and a model in use must answer. Call setHandleInvalid(\"keep\").")
  static final class IndexerFails extends OneHotSolution {
    @Override
    public StringIndexerModel fitIndexer(
        Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return indexer(columns).setHandleInvalid("error").fit(train);
    }
  }

  // Task 2

  @Mistake(
      task = 2,
      diagnosis = "null-as-level",
      says =
          "Null was taken for a level that train has as well. But an indexer does not count nulls when it is fitted, so it knows none: list the rows without a value, even if train has some. (`except`, `<=>` and Java sets treat null as equal to null; a join does not.)")
  static final class ComparesNulls extends OneHotSolution {
    @Override
    public Dataset<Row> countUnseen(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return unseen(train, test, columns, col("level").eqNullSafe(col("known")));
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "not-in-nulls",
      says =
          "No new level is listed where train has nulls in the column: `NOT IN` a list that holds a null is never true, for that null might be the level. Leave the nulls of train out, or use a \"left_anti\" join.")
  static final class AsksNotIn extends OneHotSolution {
    @Override
    public Dataset<Row> countUnseen(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      Column maybe = coalesce(col("level").equalTo(col("known")), lit(true));
      return unseen(train, test, columns, col("level").isNotNull().and(maybe));
    }
  }

  private static Dataset<Row> unseen(
      Dataset<Row> train, Dataset<Row> test, List<String> columns, Column known) {
    return columns.stream()
        .map(
            column ->
                test.groupBy(col(column).as("level"))
                    .count()
                    .join(train.select(col(column).as("known")).distinct(), known, "left_anti")
                    .select(lit(column).as("column"), col("level"), col("count").as("rows")))
        .reduce(Dataset::union)
        .orElseThrow();
  }

  /** Counts levels. */
  @Mistake(task = 2, diagnosis = "levels-not-rows")
  static final class CountsLevels extends OneHotSolution {
    @Override
    public Dataset<Row> countUnseen(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return super.countUnseen(train, test, columns).withColumn("rows", lit(1L));
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "other-way-round",
      says =
          "These are the levels of train that test does not have. They do no harm: the indexer knows them. Look for those of test that train does not have.")
  static final class LooksTheOtherWay extends OneHotSolution {
    @Override
    public Dataset<Row> countUnseen(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return super.countUnseen(test, train, columns);
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "distinct-rows-counted",
      says =
          "Rows of test that are equal were counted once. Each of them is a row that \"skip\" would drop: leave out distinct.")
  static final class CountsDistinctRows extends OneHotSolution {
    @Override
    public Dataset<Row> countUnseen(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return super.countUnseen(train, test.distinct(), columns);
    }
  }

  // Task 4

  @Mistake(
      task = 4,
      diagnosis = "ordinal-by-frequency",
      says =
          "The numbers follow how often a level occurs, as a `StringIndexer` counts: it cannot know that one level comes before another. Take each number from the place in `order`.")
  static final class OrdersByFrequency extends OneHotSolution {
    @Override
    public Dataset<Row> encodeOrdinal(Dataset<Row> df, String column, List<String> order) {
      return indexer(List.of(column)).fit(df).transform(df);
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "ordinal-as-nominal",
      says =
          "The result is a vector: one-hot encoding forgets that these levels have an order, and spends a feature on each. One number per level is asked for, its place in `order`.")
  static final class ForgetsOrder extends OneHotSolution {
    @Override
    public Dataset<Row> encodeOrdinal(Dataset<Row> df, String column, List<String> order) {
      Dataset<Row> indexed = super.encodeOrdinal(df, column, order).na().fill(order.size());
      return new OneHotEncoder()
          .setInputCol(column + "Index")
          .setOutputCol("slots")
          .fit(indexed)
          .transform(indexed)
          .drop(column + "Index")
          .withColumnRenamed("slots", column + "Index");
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "from-one",
      says =
          "The numbers begin with 1. As everywhere in Spark ML, the first level is 0. (`array_position` counts from 1.)")
  static final class CountsFromOne extends OneHotSolution {
    @Override
    public Dataset<Row> encodeOrdinal(Dataset<Row> df, String column, List<String> order) {
      String index = column + "Index";
      return super.encodeOrdinal(df, column, order).withColumn(index, col(index).plus(1));
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "looks-alike",
      says =
          "A level that is not in `order`, and only begins like one that is, got the number of that one. Compare the whole text; what is not in `order` has no place: null.")
  static final class MatchesTheBeginning extends OneHotSolution {
    @Override
    public Dataset<Row> encodeOrdinal(Dataset<Row> df, String column, List<String> order) {
      Column index = lit(null).cast("double");
      for (int i = 0; i < order.size(); i++) {
        index = when(col(column).startsWith(order.get(i)), (double) i).otherwise(index);
      }
      return df.withColumn(column + "Index", index);
    }
  }
}
