package day2.imputation;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.desc;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Wrong answers about gaps and medians, each as somebody would write it. */
final class ImputationMistakes {

  private ImputationMistakes() {}

  /** Counts as {@code describe()} does. */
  @Mistake(task = 1, diagnosis = "values-not-gaps")
  static final class CountsValues extends ImputationSolution {
    @Override
    public Dataset<Row> countGaps(Dataset<Row> df, List<String> columns) {
      return pairs(
          df, columns, (first, second) -> count(when(col(first).isNotNull(), col(second))));
    }
  }

  /** Takes a pair for missing when one of the two is. */
  @Mistake(task = 1, diagnosis = "either-not-both")
  static final class CountsEither extends ImputationSolution {
    @Override
    public Dataset<Row> countGaps(Dataset<Row> df, List<String> columns) {
      return pairs(
          df,
          columns,
          (first, second) -> count(when(col(first).isNull().or(col(second).isNull()), 1)));
    }
  }

  /** Asks Spark once for every pair. */
  @Mistake(task = 1, diagnosis = "one-job-per-count")
  static final class CountsOneByOne extends ImputationSolution {
    @Override
    public Dataset<Row> countGaps(Dataset<Row> df, List<String> columns) {
      List<Row> rows = new ArrayList<>();
      long all = df.count();
      for (int i = 0; i < columns.size(); i++) {
        for (int j = i; j < columns.size(); j++) {
          String first = columns.get(i);
          String second = columns.get(j);
          long missing = df.filter(col(first).isNull().and(col(second).isNull())).count();
          rows.add(RowFactory.create(first, second, missing, (double) missing / all));
        }
      }
      return df.sparkSession().createDataFrame(rows, COUNTS);
    }
  }

  /** Gives percentages. */
  @Mistake(task = 1, diagnosis = "share-in-percent")
  static final class CountsInPercent extends ImputationSolution {
    @Override
    public Dataset<Row> countGaps(Dataset<Row> df, List<String> columns) {
      return super.countGaps(df, columns).withColumn("share", col("share").multiply(100));
    }
  }

  /** Tidies up first. */
  @Mistake(task = 1, diagnosis = "empty-is-a-gap")
  static final class CountsEmptyTexts extends ImputationSolution {
    @Override
    public Dataset<Row> countGaps(Dataset<Row> df, List<String> columns) {
      Dataset<Row> tidied = df;
      for (String column : columns) {
        Column text = col(column).cast("string");
        tidied =
            tidied.withColumn(column, when(not(text.isin("", "0", "0.0", "-0.0")), col(column)));
      }
      return super.countGaps(tidied, columns);
    }
  }

  /** Cleans the values and forgets that they were ever missing. */
  @Mistake(task = 2, diagnosis = "no-indicator")
  static final class MarksNothing extends ImputationSolution {
    @Override
    public Dataset<Row> markGaps(
        Dataset<Row> df, List<String> columns, Map<String, List<Integer>> sentinels) {
      return super.markGaps(df, columns, sentinels)
          .drop(columns.stream().map(column -> column + "_na").toArray(String[]::new));
    }
  }

  /** Casts nothing. */
  @Mistake(task = 2, diagnosis = "int-not-double")
  static final class KeepsInts extends ImputationSolution {
    @Override
    public Dataset<Row> markGaps(
        Dataset<Row> df, List<String> columns, Map<String, List<Integer>> sentinels) {
      Dataset<Row> marked = super.markGaps(df, columns, sentinels);
      for (String column : columns) {
        marked = marked.withColumn(column, col(column).cast(df.schema().apply(column).dataType()));
      }
      return marked;
    }
  }

  /** Writes 1 and 0 without a decimal point. */
  @Mistake(task = 2, diagnosis = "indicator-not-double")
  static final class MarksWithInts extends ImputationSolution {
    @Override
    public Dataset<Row> markGaps(
        Dataset<Row> df, List<String> columns, Map<String, List<Integer>> sentinels) {
      Dataset<Row> marked = super.markGaps(df, columns, sentinels);
      for (String column : columns) {
        marked = marked.withColumn(column + "_na", when(col(column).isNull(), 1).otherwise(0));
      }
      return marked;
    }
  }

  /** Filters the sentinels out. */
  @Mistake(task = 2, diagnosis = "rows-dropped")
  static final class DropsSentinelRows extends ImputationSolution {
    @Override
    public Dataset<Row> markGaps(
        Dataset<Row> df, List<String> columns, Map<String, List<Integer>> sentinels) {
      Dataset<Row> kept = df;
      for (Map.Entry<String, List<Integer>> unknown : sentinels.entrySet()) {
        kept = kept.filter(not(col(unknown.getKey()).isInCollection(unknown.getValue())));
      }
      return super.markGaps(kept, columns, sentinels);
    }
  }

  /** Takes the sentinels for numbers. */
  @Mistake(task = 2, diagnosis = "sentinel-kept")
  static final class KeepsSentinels extends ImputationSolution {
    @Override
    public Dataset<Row> markGaps(
        Dataset<Row> df, List<String> columns, Map<String, List<Integer>> sentinels) {
      return super.markGaps(df, columns, Map.of());
    }
  }

  /** Marks before the sentinels are null. */
  @Mistake(task = 2, diagnosis = "marked-too-early")
  static final class MarksTooEarly extends ImputationSolution {
    @Override
    public Dataset<Row> markGaps(
        Dataset<Row> df, List<String> columns, Map<String, List<Integer>> sentinels) {
      Dataset<Row> marked = df;
      for (String column : columns) {
        List<Integer> unknown = sentinels.getOrDefault(column, List.of());
        marked =
            marked
                .withColumn(column + "_na", when(col(column).isNull(), 1.0).otherwise(0.0))
                .withColumn(
                    column,
                    when(not(col(column).isInCollection(unknown)), col(column)).cast("double"));
      }
      return marked;
    }
  }

  /** Removes each sentinel from every column. */
  @Mistake(task = 2, diagnosis = "sentinel-everywhere")
  static final class RemovesSentinelsEverywhere extends ImputationSolution {
    @Override
    public Dataset<Row> markGaps(
        Dataset<Row> df, List<String> columns, Map<String, List<Integer>> sentinels) {
      List<Integer> all = sentinels.values().stream().flatMap(List::stream).toList();
      Map<String, List<Integer>> everywhere = new HashMap<>();
      columns.forEach(column -> everywhere.put(column, all));
      return super.markGaps(df, columns, everywhere);
    }
  }

  /** Marks what is there. */
  @Mistake(task = 2, diagnosis = "indicator-inverted")
  static final class MarksValues extends ImputationSolution {
    @Override
    public Dataset<Row> markGaps(
        Dataset<Row> df, List<String> columns, Map<String, List<Integer>> sentinels) {
      Dataset<Row> marked = super.markGaps(df, columns, sentinels);
      for (String column : columns) {
        marked = marked.withColumn(column + "_na", col(column).isNotNull().cast("double"));
      }
      return marked;
    }
  }

  /** Imputes before the split. */
  @Mistake(task = 3, diagnosis = "fit-on-all-rows")
  static final class FitOnAllRows extends ImputationSolution {
    @Override
    public ImputerModel fitMedians(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return super.fitMedians(train.union(test), test, columns);
    }
  }

  /** Fits on the rows that are to be filled. */
  @Mistake(task = 3, diagnosis = "fit-on-test")
  static final class FitOnTest extends ImputationSolution {
    @Override
    public ImputerModel fitMedians(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return super.fitMedians(test, train, columns);
    }
  }

  /** Leaves the strategy at its default. */
  @Mistake(task = 3, diagnosis = "mean-for-median")
  static final class FitsMeans extends ImputationSolution {
    @Override
    public ImputerModel fitMedians(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return new Imputer()
          .setInputCols(columns.toArray(String[]::new))
          .setOutputCols(imputed(columns))
          .fit(train);
    }
  }

  /** Fills with zeros before the imputer comes. */
  @Mistake(task = 3, diagnosis = "zero-fill-first")
  static final class FillsZerosFirst extends ImputationSolution {
    @Override
    public ImputerModel fitMedians(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return super.fitMedians(train.na().fill(0.0), test.na().fill(0.0), columns);
    }
  }

  /** Learns from the rows without gaps. */
  @Mistake(task = 3, diagnosis = "complete-rows-only")
  static final class FitsCompleteRows extends ImputationSolution {
    @Override
    public ImputerModel fitMedians(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return super.fitMedians(train.na().drop(columns.toArray(String[]::new)), test, columns);
    }
  }

  /** Writes over the input columns, as the course does. */
  @Mistake(task = 3, diagnosis = "in-place-output")
  static final class FitsInPlace extends ImputationSolution {
    @Override
    public ImputerModel fitMedians(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      String[] names = columns.toArray(String[]::new);
      return new Imputer()
          .setStrategy("median")
          .setInputCols(names)
          .setOutputCols(names)
          .fit(train);
    }
  }

  /** Counts the levels, null among them, and fills with the first. */
  @Mistake(task = 4, diagnosis = "mode-counts-null")
  static final class CountsNullAsLevel extends ImputationSolution {
    @Override
    public Dataset<Row> fillCategories(
        Dataset<Row> train, Dataset<Row> df, List<String> asLevel, List<String> byMode) {
      Dataset<Row> filled = super.fillCategories(train, df, asLevel, List.of());
      for (String column : byMode) {
        filled = filled.na().fill(mostFrequent(train, column), new String[] {column});
      }
      return filled;
    }
  }

  /** The same, in a way that Spark accepts without a word. */
  @Mistake(task = 4, diagnosis = "mode-counts-null")
  static final class FillsWithNull extends ImputationSolution {
    @Override
    public Dataset<Row> fillCategories(
        Dataset<Row> train, Dataset<Row> df, List<String> asLevel, List<String> byMode) {
      Dataset<Row> filled = super.fillCategories(train, df, asLevel, List.of());
      for (String column : byMode) {
        filled = filled.withColumn(column, coalesce(col(column), lit(mostFrequent(train, column))));
      }
      return filled;
    }
  }

  /** Learns the mode from the rows that are filled. */
  @Mistake(task = 4, diagnosis = "own-statistic")
  static final class FillsWithOwnMode extends ImputationSolution {
    @Override
    public Dataset<Row> fillCategories(
        Dataset<Row> train, Dataset<Row> df, List<String> asLevel, List<String> byMode) {
      return super.fillCategories(df, df, asLevel, byMode);
    }
  }

  /** Learns the mode from everything that lies at hand. */
  @Mistake(task = 4, diagnosis = "fit-on-all-rows")
  static final class FillsWithModeOfAll extends ImputationSolution {
    @Override
    public Dataset<Row> fillCategories(
        Dataset<Row> train, Dataset<Row> df, List<String> asLevel, List<String> byMode) {
      return super.fillCategories(train.union(df), df, asLevel, byMode);
    }
  }

  /** Learns from the rows without any gap. */
  @Mistake(task = 4, diagnosis = "complete-rows-only")
  static final class CountsCompleteRows extends ImputationSolution {
    @Override
    public Dataset<Row> fillCategories(
        Dataset<Row> train, Dataset<Row> df, List<String> asLevel, List<String> byMode) {
      return super.fillCategories(train.na().drop(), df, asLevel, byMode);
    }
  }

  /** Learns nothing. */
  @Mistake(task = 4, diagnosis = "level-for-mode")
  static final class FillsOnlyWithLevel extends ImputationSolution {
    @Override
    public Dataset<Row> fillCategories(
        Dataset<Row> train, Dataset<Row> df, List<String> asLevel, List<String> byMode) {
      List<String> all = Stream.concat(asLevel.stream(), byMode.stream()).toList();
      return super.fillCategories(train, df, all, List.of());
    }
  }

  /** Makes no level of its own. */
  @Mistake(task = 4, diagnosis = "mode-for-level")
  static final class FillsOnlyWithModes extends ImputationSolution {
    @Override
    public Dataset<Row> fillCategories(
        Dataset<Row> train, Dataset<Row> df, List<String> asLevel, List<String> byMode) {
      List<String> all = Stream.concat(asLevel.stream(), byMode.stream()).toList();
      return super.fillCategories(train, df, List.of(), all);
    }
  }

  /** Fills every text column. */
  @Mistake(task = 4, diagnosis = "fills-every-column")
  static final class FillsEveryColumn extends ImputationSolution {
    @Override
    public Dataset<Row> fillCategories(
        Dataset<Row> train, Dataset<Row> df, List<String> asLevel, List<String> byMode) {
      Dataset<Row> filled = super.fillCategories(train, df, List.of(), byMode);
      return asLevel.isEmpty() ? filled : filled.na().fill("Missing");
    }
  }

  private static final StructType COUNTS =
      StructType.fromDDL("first STRING, second STRING, missing BIGINT, share DOUBLE");

  /** The counts of task 1 with another way of counting. */
  private static Dataset<Row> pairs(
      Dataset<Row> df, List<String> columns, BiFunction<String, String, Column> counting) {
    List<Column> pairs = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      for (int j = i; j < columns.size(); j++) {
        String first = columns.get(i);
        String second = columns.get(j);
        Column missing = counting.apply(first, second);
        pairs.add(
            struct(
                lit(first).as("first"),
                lit(second).as("second"),
                missing.as("missing"),
                missing.divide(count(lit(1))).as("share")));
      }
    }
    return df.select(array(pairs.toArray(Column[]::new)).as("pairs")).select(inline(col("pairs")));
  }

  private static String mostFrequent(Dataset<Row> df, String column) {
    return df.groupBy(column).count().orderBy(desc("count")).first().getString(0);
  }

  static List<String> without(List<String> columns, String label) {
    return columns.stream().filter(column -> !column.equals(label)).toList();
  }

  static String[] imputed(List<String> columns) {
    return columns.stream().map(column -> column + "_imputed").toArray(String[]::new);
  }
}
