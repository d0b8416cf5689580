package day2.imputation;

import static org.apache.spark.sql.functions.*;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.ml.feature.Imputer;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Wrong answers about gaps, medians and levels, each as somebody would write it. */
final class ImputationMistakes {

  private ImputationMistakes() {}

  /** Counts as {@code describe()} does. */
  @Mistake(
      task = 1,
      diagnosis = "values-not-gaps",
      says =
          "These are the rows that have a value: `count(column)` leaves nulls out, it does not count them. Count the rows where `isNull()` holds.")
  static final class CountsValues extends ImputationSolution {
    @Override
    Column counted(String first, String second) {
      return col(first).isNotNull().and(col(second).isNotNull());
    }
  }

  /** Takes a pair for missing when one of the two is. */
  @Mistake(
      task = 1,
      diagnosis = "either-not-both",
      says =
          "These rows have a gap in at least one of the two columns, so every pair looks worse than its columns. A pair is missing together only where both are null: join the two conditions with `and`.")
  static final class CountsEither extends ImputationSolution {
    @Override
    Column counted(String first, String second) {
      return col(first).isNull().or(col(second).isNull());
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
        for (String second : columns.subList(i, columns.size())) {
          String first = columns.get(i);
          long missing = df.filter(col(first).isNull().and(col(second).isNull())).count();
          rows.add(RowFactory.create(first, second, missing, (double) missing / all));
        }
      }
      return df.sparkSession()
          .createDataFrame(
              rows,
              StructType.fromDDL("first STRING, second STRING, missing BIGINT, share DOUBLE"));
    }
  }

  /** Tidies up first. */
  @Mistake(task = 1, diagnosis = "empty-is-a-gap")
  static final class CountsEmptyTexts extends ImputationSolution {
    @Override
    public Dataset<Row> countGaps(Dataset<Row> df, List<String> columns) {
      Dataset<Row> tidied = df;
      for (String column : columns) {
        Column text = trim(col(column).cast("string"));
        tidied = tidied.withColumn(column, when(not(text.isin("", "0", "0.0")), col(column)));
      }
      return super.countGaps(tidied, columns);
    }
  }

  /** Divides by the rows that have a value. */
  @Mistake(task = 1, diagnosis = "share-of-others")
  static final class DividesByValues extends ImputationSolution {
    @Override
    public Dataset<Row> countGaps(Dataset<Row> df, List<String> columns) {
      long all = df.count();
      return super.countGaps(df, columns)
          .withColumn("share", col("missing").divide(lit(all).minus(col("missing"))));
    }
  }

  /** Cleans the values and forgets that they were ever missing. */
  @Mistake(
      task = 2,
      diagnosis = "no-indicator",
      says =
          "There is no `_na` column. Once a gap is filled nobody can tell it from a value, and that a host kept something back may say more than any filling. Add `<col>_na` for each column.")
  static final class MarksNothing extends ImputationSolution {
    @Override
    public Dataset<Row> markGaps(
        Dataset<Row> df, List<String> columns, Map<String, List<Integer>> sentinels) {
      return super.markGaps(df, columns, sentinels).drop(na(columns).toArray(String[]::new));
    }
  }

  /** Marks what is there. */
  @Mistake(
      task = 2,
      diagnosis = "indicator-inverted",
      says =
          "The indicators are the wrong way round: `_na` stands for \"not available\", so it is 1.0 where the value is missing.")
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

  /** Knows one sentinel per column. */
  @Mistake(task = 2, diagnosis = "sentinel-kept")
  static final class RemovesFirstSentinel extends ImputationSolution {
    @Override
    public Dataset<Row> markGaps(
        Dataset<Row> df, List<String> columns, Map<String, List<Integer>> sentinels) {
      Map<String, List<Integer>> first = new HashMap<>();
      sentinels.forEach((column, numbers) -> first.put(column, numbers.subList(0, 1)));
      return super.markGaps(df, columns, first);
    }
  }

  /** Marks before the sentinels are null. */
  @Mistake(
      task = 2,
      diagnosis = "marked-too-early",
      says =
          "The values are right, but the rows that held a sentinel are marked 0.0: the indicator was made while the sentinel was still a number. Make the sentinels null first, then mark.")
  static final class MarksTooEarly extends ImputationSolution {
    @Override
    public Dataset<Row> markGaps(
        Dataset<Row> df, List<String> columns, Map<String, List<Integer>> sentinels) {
      Dataset<Row> marked = df;
      for (String column : columns) {
        List<Integer> unknown = sentinels.getOrDefault(column, List.of());
        Column value = when(not(col(column).isInCollection(unknown)), col(column)).cast("double");
        marked =
            marked
                .withColumn(column + "_na", when(col(column).isNull(), 1.0).otherwise(0.0))
                .withColumn(column, value);
      }
      return marked;
    }
  }

  /** Removes each sentinel from every column. */
  @Mistake(task = 2, diagnosis = "value-removed")
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

  /** Imputes before the split. */
  @Mistake(
      task = 3,
      diagnosis = "fit-on-all-rows",
      says =
          "These are the medians of train and test together: {farthest}. The model has seen the future. Fit on train only.")
  static final class FitOnAllRows extends ImputationSolution {
    @Override
    public ImputerModel fitMedians(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return super.fitMedians(train.union(test), test, columns);
    }
  }

  /** Leaves the strategy at its default. */
  @Mistake(
      task = 3,
      diagnosis = "mean-for-median",
      says =
          "These are means: {farthest}. The columns are skewed, so a few large values pull the mean away from the middle. The default strategy is the mean: call setStrategy(\"median\").")
  static final class FitsMeans extends ImputationSolution {
    @Override
    public ImputerModel fitMedians(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return imputer(columns).setStrategy("mean").fit(train);
    }
  }

  /** Fills with zeros before the imputer comes. */
  @Mistake(
      task = 3,
      diagnosis = "zero-fill-first",
      says =
          "These are the medians with a zero in every gap: {farthest}. After `na().fill(0)` no gap is left: the imputer learns from the zeros and then has nothing to do. Hand it the nulls.")
  static final class FillsZerosFirst extends ImputationSolution {
    @Override
    public ImputerModel fitMedians(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      return super.fitMedians(train.na().fill(0.0), test, columns);
    }
  }

  /** Writes over the input columns, as the course does. */
  @Mistake(
      task = 3,
      diagnosis = "in-place-output",
      says =
          "The imputer writes over its input columns. Alone that works, but the gaps are gone for good, and in a pipeline Spark stops with [AMBIGUOUS_COLUMN_OR_FIELD]. Set output columns with new names: `<col>_imputed`.")
  static final class FitsInPlace extends ImputationSolution {
    @Override
    public ImputerModel fitMedians(Dataset<Row> train, Dataset<Row> test, List<String> columns) {
      Imputer imputer = imputer(columns);
      return imputer.setOutputCols(imputer.getInputCols()).fit(train);
    }
  }

  /** Counts the levels, null among them, and fills with the first. */
  @Mistake(
      task = 4,
      diagnosis = "mode-counts-null",
      says =
          "Null is the most frequent entry in train, and `groupBy(…).count()` counts it like a level. So the \"mode\" is null, and there is nothing to fill with. Use `mode(…)`, which ignores nulls, or filter them out before you count.")
  static final class CountsNullAsLevel extends ImputationSolution {
    @Override
    public Dataset<Row> fillCategories(
        Dataset<Row> train, Dataset<Row> df, List<String> asLevel, List<String> byMode) {
      Map<String, Object> fills = new HashMap<>();
      asLevel.forEach(column -> fills.put(column, "Missing"));
      byMode.forEach(column -> fills.put(column, mostFrequent(train, column)));
      return df.na().fill(fills);
    }
  }

  /** The same, in a way that Spark accepts without a word. */
  @Mistake(
      task = 4,
      diagnosis = "mode-counts-null",
      says =
          "The gaps of {by mode} are still there. Null is the most frequent entry in train, and `groupBy(…).count()` counts it like a level; a \"mode\" that is null fills nothing. Use `mode(…)`, which ignores nulls, or filter them out before you count.")
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

  /** Learns nothing. */
  @Mistake(
      task = 4,
      diagnosis = "level-for-mode",
      says =
          "Every gap became the text `Missing`, also those of {by mode}, which are to be filled with the mode of train.")
  static final class FillsOnlyWithLevel extends ImputationSolution {
    @Override
    public Dataset<Row> fillCategories(
        Dataset<Row> train, Dataset<Row> df, List<String> asLevel, List<String> byMode) {
      List<String> all = Stream.concat(asLevel.stream(), byMode.stream()).toList();
      return super.fillCategories(train, df, all, List.of());
    }
  }

  /** Fills every text column. */
  @Mistake(
      task = 4,
      diagnosis = "fills-every-column",
      says =
          "Columns that nobody asked for were filled as well: `na().fill(\"…\")` without column names fills every text column. Name the columns, or pass a map.")
  static final class FillsEveryColumn extends ImputationSolution {
    @Override
    public Dataset<Row> fillCategories(
        Dataset<Row> train, Dataset<Row> df, List<String> asLevel, List<String> byMode) {
      Dataset<Row> filled = super.fillCategories(train, df, List.of(), byMode);
      return asLevel.isEmpty() ? filled : filled.na().fill("Missing");
    }
  }

  /** Takes an empty text for a gap. */
  @Mistake(task = 4, diagnosis = "value-changed")
  static final class FillsEmptyTexts extends ImputationSolution {
    @Override
    public Dataset<Row> fillCategories(
        Dataset<Row> train, Dataset<Row> df, List<String> asLevel, List<String> byMode) {
      Dataset<Row> tidied = df;
      for (String column : asLevel) {
        tidied = tidied.withColumn(column, when(not(trim(col(column)).equalTo("")), col(column)));
      }
      return super.fillCategories(train, tidied, asLevel, byMode);
    }
  }

  private static String mostFrequent(Dataset<Row> df, String column) {
    return df.groupBy(column).count().orderBy(desc("count")).first().getString(0);
  }
}
