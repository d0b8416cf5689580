package day2.onehot;

import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.StringIndexerModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Wrong ways to index, to count and to order, each as somebody would write it. */
final class OneHotMistakes {

  private OneHotMistakes() {}

  /** Indexes before the split. */
  @Mistake(task = 1, diagnosis = "fit-on-all-rows")
  static final class IndexesAllRows extends OneHotSolution {
    @Override
    public StringIndexerModel fitIndexer(
        Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return super.fitIndexer(train.union(test), test, columns);
    }
  }

  /** Fits on the rows that are to be indexed. */
  @Mistake(task = 1, diagnosis = "fit-on-test")
  static final class IndexesTest extends OneHotSolution {
    @Override
    public StringIndexerModel fitIndexer(
        Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return super.fitIndexer(test, train, columns);
    }
  }

  /** Wants the levels sorted. */
  @Mistake(task = 1, diagnosis = "alphabetical-order")
  static final class IndexesAlphabetically extends OneHotSolution {
    @Override
    public StringIndexerModel fitIndexer(
        Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return indexer(columns).setStringOrderType("alphabetAsc").fit(train);
    }
  }

  /** Wants the large numbers for the frequent levels. */
  @Mistake(task = 1, diagnosis = "rare-first")
  static final class IndexesRareFirst extends OneHotSolution {
    @Override
    public StringIndexerModel fitIndexer(
        Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return indexer(columns).setStringOrderType("frequencyAsc").fit(train);
    }
  }

  /** Skips what is unknown, as the course's notebook does. */
  @Mistake(task = 1, diagnosis = "skip-drops-rows")
  static final class IndexerSkips extends OneHotSolution {
    @Override
    public StringIndexerModel fitIndexer(
        Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return indexer(columns).setHandleInvalid("skip").fit(train);
    }
  }

  /** Leaves the default. */
  @Mistake(task = 1, diagnosis = "unseen-fails")
  static final class IndexerFails extends OneHotSolution {
    @Override
    public StringIndexerModel fitIndexer(
        Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return indexer(columns).setHandleInvalid("error").fit(train);
    }
  }

  /** Asks whether a level is in a list, which nobody can say of null. */
  @Mistake(task = 2, diagnosis = "null-not-counted")
  static final class AsksIsIn extends OneHotSolution {
    @Override
    public Dataset<Row> countUnseen(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return columns.stream()
          .map(
              column -> {
                List<String> known =
                    train
                        .select(column)
                        .na()
                        .drop()
                        .distinct()
                        .as(Encoders.STRING())
                        .collectAsList();
                return test.where(not(col(column).isInCollection(known)))
                    .groupBy(col(column).as("level"))
                    .count()
                    .select(lit(column).as("column"), col("level"), col("count").as("rows"));
              })
          .reduce(Dataset::union)
          .orElseThrow();
    }
  }

  /** Takes null for a level. */
  @Mistake(task = 2, diagnosis = "null-as-level")
  static final class ComparesNulls extends OneHotSolution {
    @Override
    public Dataset<Row> countUnseen(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return columns.stream()
          .map(
              column ->
                  test.select(column)
                      .exceptAll(train.select(column).limit(0))
                      .join(
                          train.select(col(column).as("known")).distinct(),
                          col(column).eqNullSafe(col("known")),
                          "left_anti")
                      .groupBy(col(column).as("level"))
                      .count()
                      .select(lit(column).as("column"), col("level"), col("count").as("rows")))
          .reduce(Dataset::union)
          .orElseThrow();
    }
  }

  /** Counts levels. */
  @Mistake(task = 2, diagnosis = "levels-not-rows")
  static final class CountsLevels extends OneHotSolution {
    @Override
    public Dataset<Row> countUnseen(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return super.countUnseen(train, test, columns).withColumn("rows", lit(1L));
    }
  }

  /** Asks what train has and test has not. */
  @Mistake(task = 2, diagnosis = "other-way-round")
  static final class LooksTheOtherWay extends OneHotSolution {
    @Override
    public Dataset<Row> countUnseen(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return super.countUnseen(test, train, columns);
    }
  }

  /** Lets an indexer number the levels. */
  @Mistake(task = 4, diagnosis = "ordinal-by-frequency")
  static final class OrdersByFrequency extends OneHotSolution {
    @Override
    public Dataset<Row> encodeOrdinal(Dataset<Row> df, String column, List<String> order) {
      return indexer(List.of(column)).fit(df).transform(df);
    }
  }

  /** Encodes levels that have an order as if they had none. */
  @Mistake(task = 4, diagnosis = "ordinal-as-nominal")
  static final class ForgetsOrder extends OneHotSolution {
    @Override
    public Dataset<Row> encodeOrdinal(Dataset<Row> df, String column, List<String> order) {
      Dataset<Row> indexed = super.encodeOrdinal(df, column, order).na().fill(order.size());
      return new OneHotEncoder()
          .setInputCol(column + "Index")
          .setOutputCol(column + "OHE")
          .fit(indexed)
          .transform(indexed)
          .drop(column + "Index");
    }
  }

  /** The same under the name that was asked for. */
  @Mistake(task = 4, diagnosis = "ordinal-as-nominal")
  static final class ForgetsOrderUnderItsName extends OneHotSolution {
    @Override
    public Dataset<Row> encodeOrdinal(Dataset<Row> df, String column, List<String> order) {
      return new ForgetsOrder()
          .encodeOrdinal(df, column, order)
          .withColumnRenamed(column + "OHE", column + "Index");
    }
  }

  /** Sorts the levels by name. */
  @Mistake(task = 4, diagnosis = "ordinal-alphabetical")
  static final class OrdersByName extends OneHotSolution {
    @Override
    public Dataset<Row> encodeOrdinal(Dataset<Row> df, String column, List<String> order) {
      return super.encodeOrdinal(df, column, order.stream().sorted().toList());
    }
  }

  /** Begins with the highest. */
  @Mistake(task = 4, diagnosis = "reversed")
  static final class OrdersDownwards extends OneHotSolution {
    @Override
    public Dataset<Row> encodeOrdinal(Dataset<Row> df, String column, List<String> order) {
      List<String> levels = new ArrayList<>(order);
      Collections.reverse(levels);
      return super.encodeOrdinal(df, column, levels);
    }
  }

  /** Counts from one. */
  @Mistake(task = 4, diagnosis = "from-one")
  static final class CountsFromOne extends OneHotSolution {
    @Override
    public Dataset<Row> encodeOrdinal(Dataset<Row> df, String column, List<String> order) {
      return super.encodeOrdinal(df, column, order)
          .withColumn(column + "Index", col(column + "Index").plus(1.0));
    }
  }

  /** Takes "not found" for a place. */
  @Mistake(task = 4, diagnosis = "unknown-as-number")
  static final class NumbersUnknown extends OneHotSolution {
    @Override
    public Dataset<Row> encodeOrdinal(Dataset<Row> df, String column, List<String> order) {
      return df.withColumn(
          column + "Index",
          coalesce(array_position(lit(order.toArray(String[]::new)), col(column)), lit(0L))
              .minus(1)
              .cast("double"));
    }
  }

  /** Gives unknown levels the next number, as an indexer that keeps. */
  @Mistake(task = 4, diagnosis = "unknown-as-number")
  static final class NumbersUnknownLast extends OneHotSolution {
    @Override
    public Dataset<Row> encodeOrdinal(Dataset<Row> df, String column, List<String> order) {
      return super.encodeOrdinal(df, column, order).na().fill(order.size());
    }
  }

  /** Leaves whole numbers whole. */
  @Mistake(task = 4, diagnosis = "index-not-double")
  static final class NumbersWithInts extends OneHotSolution {
    @Override
    public Dataset<Row> encodeOrdinal(Dataset<Row> df, String column, List<String> order) {
      return super.encodeOrdinal(df, column, order)
          .withColumn(column + "Index", col(column + "Index").cast("int"));
    }
  }

  /** Drops what has no place. */
  @Mistake(task = 4, diagnosis = "rows-lost")
  static final class DropsUnknown extends OneHotSolution {
    @Override
    public Dataset<Row> encodeOrdinal(Dataset<Row> df, String column, List<String> order) {
      return super.encodeOrdinal(df, column, order).na().drop();
    }
  }

  static StringIndexer indexer(List<String> columns) {
    return new StringIndexer()
        .setInputCols(columns.toArray(String[]::new))
        .setOutputCols(named(columns, "Index"))
        .setHandleInvalid("keep");
  }

  static String[] named(List<String> columns, String suffix) {
    return columns.stream().map(column -> column + suffix).toArray(String[]::new);
  }
}
