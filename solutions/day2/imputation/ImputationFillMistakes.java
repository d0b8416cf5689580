package day2.imputation;

import static org.apache.spark.sql.functions.*;

import dev.kindling.lab.Mistake;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.feature.ImputerModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Wrong answers about filling, each as somebody would write it. */
final class ImputationFillMistakes {

  private ImputationFillMistakes() {}

  /** Takes the medians of a window over the rows that are filled. */
  @Mistake(
      task = 5,
      diagnosis = "own-statistic",
      says =
          "The gaps hold the medians of the rows that are filled: a window over `df` looks at `df` itself. A model in use sees one row at a time, and that has no median. Take the medians of `train` and join them.")
  static final class FillsWithOwnMedian extends ImputationSolution {
    @Override
    public Dataset<Row> fillByGroup(
        Dataset<Row> train, Dataset<Row> df, String column, String group) {
      double overall = train.select(median(col(column))).first().getDouble(0);
      Column own = median(col(column)).over(Window.partitionBy(group));
      return df.withColumn(column + "_imputed", coalesce(col(column), own, lit(overall)));
    }
  }

  /** Fills with means. */
  @Mistake(
      task = 5,
      diagnosis = "mean-for-median",
      says =
          "The gaps hold the means of the groups. A few large values pull a mean away from the middle: take the median.")
  static final class FillsWithMeans extends ImputationSolution {
    @Override
    Column middle(String column) {
      return avg(col(column));
    }
  }

  /** Fills every gap with the same number. */
  @Mistake(
      task = 5,
      diagnosis = "group-ignored",
      says =
          "Every gap holds the median of all of train ({overall}), whatever its group. Learn one median per level of `{group}`.")
  static final class FillsWithOverallMedian extends ImputationSolution {
    @Override
    public Dataset<Row> fillByGroup(
        Dataset<Row> train, Dataset<Row> df, String column, String group) {
      double overall = train.select(median(col(column))).first().getDouble(0);
      return df.withColumn(column + "_imputed", coalesce(col(column), lit(overall)));
    }
  }

  /** Joins with the default, which is an inner join. */
  @Mistake(
      task = 5,
      diagnosis = "rows-lost",
      says =
          "{rows gone} of {expected rows} rows are gone: an inner join drops the rows whose group is null or does not occur in train. Filling never drops a row; use a left join.")
  static final class JoinsInner extends ImputationSolution {
    @Override
    public Dataset<Row> fillByGroup(
        Dataset<Row> train, Dataset<Row> df, String column, String group) {
      return filled(train, df, column, group, "inner");
    }
  }

  /** Has nothing for a group that train does not know. */
  @Mistake(task = 5, diagnosis = "other-fallback")
  static final class LeavesUnknownGroups extends ImputationSolution {
    @Override
    public Dataset<Row> fillByGroup(
        Dataset<Row> train, Dataset<Row> df, String column, String group) {
      Dataset<Row> middles = train.groupBy(group).agg(middle(column).as("middle"));
      return df.join(middles, df.col(group).equalTo(middles.col(group)), "left")
          .drop(middles.col(group))
          .withColumn(column + "_imputed", coalesce(col(column), col("middle")))
          .drop("middle");
    }
  }

  /** Writes over the input columns, as the course does. */
  @Mistake(
      task = 6,
      diagnosis = "in-place-output",
      says =
          "The imputer's output columns are its input columns. Alone that works, and it is common in notebooks; with another stage behind it Spark stops with [AMBIGUOUS_COLUMN_OR_FIELD] \"Column or field … is ambiguous and has 2 matches\". Give the outputs new names: `<col>_imputed`.")
  static final class ImputesInPlace extends ImputationSolution {
    @Override
    public Pipeline imputationPipeline(List<String> columns, String label) {
      List<String> inputs = without(columns, label);
      String[] names = inputs.toArray(String[]::new);
      return pipeline(imputer(inputs).setOutputCols(names), assembler(inputs, na(inputs)));
    }
  }

  /** Takes every numeric column. */
  @Mistake(
      task = 6,
      diagnosis = "label-imputed",
      says =
          "`{label}` is the label, and the imputer fills it: the model would learn from numbers that were made up. Take the label out of the columns first; what to do with rows without a label is decided in training.")
  static final class ImputesLabel extends ImputationSolution {
    @Override
    public Pipeline imputationPipeline(List<String> columns, String label) {
      return pipeline(imputer(columns), assembler(imputed(columns), na(columns)));
    }
  }

  /** Lets the assembler drop what it cannot read. */
  @Mistake(
      task = 6,
      diagnosis = "skip-drops-rows",
      says =
          "{rows gone} of {expected rows} rows are gone: handleInvalid \"skip\" drops every row with a null instead of filling it, without a word. Let the assembler read the `_imputed` columns, and leave handleInvalid alone.")
  static final class SkipsRows extends ImputationSolution {
    @Override
    public Pipeline imputationPipeline(List<String> columns, String label) {
      List<String> inputs = without(columns, label);
      return pipeline(imputer(inputs), assembler(inputs, na(inputs)).setHandleInvalid("skip"));
    }
  }

  /** Assembles the filled columns only. */
  @Mistake(
      task = 6,
      diagnosis = "no-indicator",
      says =
          "The feature vector has the filled values but no `_na` column, so the model cannot know which values were made up. Add the indicators after the filled columns.")
  static final class AssemblesNoIndicators extends ImputationSolution {
    @Override
    public Pipeline imputationPipeline(List<String> columns, String label) {
      List<String> inputs = without(columns, label);
      return pipeline(imputer(inputs), assembler(imputed(inputs), List.of()));
    }
  }

  /** Leaves the strategy at its default. */
  @Mistake(
      task = 6,
      diagnosis = "mean-for-median",
      says =
          "The gaps are filled with means, the imputer's default. The columns are skewed, so a few large values pull the mean away from the middle. Call setStrategy(\"median\").")
  static final class ImputesMeans extends ImputationSolution {
    @Override
    public Pipeline imputationPipeline(List<String> columns, String label) {
      List<String> inputs = without(columns, label);
      return pipeline(imputer(inputs).setStrategy("mean"), assembler(imputed(inputs), na(inputs)));
    }
  }

  /** Compares with the middle of all rows. */
  @Mistake(
      task = 7,
      diagnosis = "bias-over-all-rows",
      says =
          "`actual` is the median of all rows, but most of them had a value and were never filled, so the bias all but vanishes. Look only at the rows whose `_na` is 1.")
  static final class MeasuresAllRows extends ImputationSolution {
    @Override
    Column actual(String column) {
      return median(col(column + "_true"));
    }
  }

  /** Compares with the rows that had a value. */
  @Mistake(
      task = 7,
      diagnosis = "told-not-hidden",
      says =
          "`actual` is the median of the rows that had a value: the model learned from such rows, so the bias all but vanishes. Look at the other rows, those whose `_na` is 1.")
  static final class MeasuresToldRows extends ImputationSolution {
    @Override
    Column actual(String column) {
      return median(col(column));
    }
  }

  /** Averages the errors. */
  @Mistake(task = 7, diagnosis = "bias-not-the-difference")
  static final class AveragesErrors extends ImputationSolution {
    @Override
    public Dataset<Row> measureBias(ImputerModel model, Dataset<Row> marked, Dataset<Row> truth) {
      Dataset<Row> means = new MeasuresMeans().measureBias(model, marked, truth);
      return super.measureBias(model, marked, truth)
          .drop("bias")
          .join(means.select("column", "bias"), "column");
    }
  }

  /** Compares a median with a mean. */
  @Mistake(
      task = 7,
      diagnosis = "mean-for-median",
      says =
          "`actual` is a mean. The gaps were filled with a median, so compare it with a median; a mean differs from it in every skewed column, gaps or not.")
  static final class MeasuresMeans extends ImputationSolution {
    @Override
    Column actual(String column) {
      return avg(hidden(column));
    }
  }

  /** Takes a median that is fast and not exact. */
  @Mistake(
      task = 7,
      diagnosis = "approximate-median",
      says =
          "`actual` is an approximate median: `percentile_approx` and `approxQuantile` return one of the values, also where the middle lies between two of them. Use `median`, which is exact.")
  static final class MeasuresApproximately extends ImputationSolution {
    @Override
    Column actual(String column) {
      return percentile_approx(hidden(column), lit(0.5), lit(10_000)).cast("double");
    }
  }
}
