package day2.profiling;

import dev.kindling.data.survey.Survey;
import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Profiling: the first look at a frame, in one pass and over all rows. Build the parts of a report
 * by hand, then read the whole one.
 *
 * <p>Every task is handed what it needs, so each can be solved alone. Missing means null; an empty
 * text, a zero, NaN and Infinity are values.
 */
@Lab(day = 2, order = 3, title = "Data profiling", minutes = 50, data = Survey.class)
public interface ProfilingLab {

  /**
   * The frame as a whole. Rows repeat an earlier one if they do so in every cell; two nulls count
   * as equal. Finding out starts at most three Spark jobs, however many columns there are.
   *
   * @param df any frame without maps, and without dots in its names
   */
  @Task(
      value = 1,
      points = 12,
      title = "Look at the whole",
      hints = {
        "Count all the nulls in one `agg`: one aggregate per column, and one more for the rows. `distinct` or `dropDuplicates` does the rest.",
        "`count(col(c))` leaves nulls out, so the missing cells are rows times columns minus the sum of these counts. Rows that repeat are the rows minus the *different rows*, and a row with a null in it is a row.",
        "`df.count() - df.distinct().count()`. Not `countDistinct` over all columns: it skips every row in which any of them is null."
      })
  Overview overview(Dataset<Row> df);

  /**
   * What each column holds.
   *
   * @return for each column {@code numeric} (every numeric Spark type), {@code boolean}, {@code
   *     date} (dates and timestamps, with zone or without), {@code categorical} or {@code text}
   *     (strings, see below), {@code unsupported} (all else). A string column is categorical if it
   *     has a value and at most half as many different values as values (null is no value), else
   *     text. Finding out starts at most two Spark jobs.
   */
  @Task(
      value = 2,
      points = 14,
      title = "Infer the kinds",
      hints = {
        "The schema answers most of it without a job: `df.schema().fields()` and `instanceof`. Only strings have to be read.",
        "`NumericType` is the parent of all numeric types. For each string column put two aggregates into one `agg`: how many values, and how many different ones. Both leave null out.",
        "`df.agg(count(col(c)), countDistinct(col(c)), …)` for all strings together; then `values > 0 && 2 * different <= values` is categorical."
      })
  Map<String, String> inferKinds(Dataset<Row> df);

  /**
   * The figures of numeric columns, in one pass over the frame.
   *
   * @param columns numeric columns (int or double); they may hold null and Infinity, not NaN
   * @return one row per column, in any order: {@code column} (string), {@code count} (bigint, cells
   *     that are not null), {@code missing} (bigint, cells that are null), {@code distinct}
   *     (bigint, different values; null is not one, Infinity is), {@code infinite} and {@code
   *     zeros} (bigint), and of the finite values {@code mean}, {@code std} (of the sample, divided
   *     by n − 1), {@code min}, {@code max}, {@code skewness} (Spark's), all double. Computing it
   *     starts at most two Spark jobs.
   */
  @Task(
      value = 3,
      points = 20,
      title = "Summarise in one pass",
      hints = {
        "All figures of all columns fit into one `agg`. Pack those of a column into a `struct`, the structs into an `array`, and let `inline` make rows of them.",
        "Make a column that is null where the value is infinite, and take mean, std, min, max and skewness of that. `stddev` and `stddev_pop` are two things.",
        "`Column finite = when(abs(col(c)).lt(Double.POSITIVE_INFINITY), col(c).cast(\"double\"))`, then `struct(lit(c).as(\"column\"), count(col(c)).as(\"count\"), count_if(col(c).isNull()).as(\"missing\"), …, stddev(finite).as(\"std\"), …)`."
      })
  Dataset<Row> summarise(Dataset<Row> df, List<String> columns);

  /**
   * The values below which 5, 25, 50, 75 and 95 percent of a column lie.
   *
   * @param columns numeric columns, with at least one value each; they may hold null, but neither
   *     NaN nor Infinity
   * @return for each column five numbers, from the 5 percent quantile to that of 95. Each is exact:
   *     the smallest value of the column with at least that share of its values at or below it.
   *     Finding them starts at most two Spark jobs.
   */
  @Task(
      value = 4,
      points = 12,
      title = "Find the quantiles",
      hints = {
        "`df.stat().approxQuantile` takes several columns at once and leaves nulls out. How wrong it may be, you say.",
        "Its last argument is the error of the *rank*: 0.05 means that the median may be anything from the 45 to the 55 percent quantile. Zero means exact.",
        "`df.stat().approxQuantile(columns.toArray(String[]::new), new double[] {0.05, 0.25, 0.5, 0.75, 0.95}, 0.0)` gives one array per column."
      })
  Map<String, List<Double>> quantiles(Dataset<Row> df, List<String> columns);

  /**
   * How columns go together: Pearson's and Spearman's correlation of each pair of numeric columns,
   * and Cramér's V of each pair of categorical ones.
   *
   * @param numeric columns with finite numbers and nulls
   * @param categorical columns of strings or booleans, perhaps with nulls
   * @return for each two of {@code numeric} one {@code pearson} and one {@code spearman}, for each
   *     two of {@code categorical} one {@code cramers_v}, in any order; {@code first} is the one
   *     that comes first in its list. Each is taken over the rows in which both columns have a
   *     value, ranks and levels too. Equal values share the mean of their ranks. Cramér's V is the
   *     plain one: the root of χ² over n times (the smaller number of levels minus one).
   */
  @Task(
      value = 5,
      points = 18,
      title = "Correlate",
      hints = {
        "Two nested loops, one pair at a time. `df.select(first, second).na().drop()` are the rows that have both; rows that lack a third column must stay.",
        "Pearson is the aggregate `corr`. For Spearman, put both into a vector and ask `org.apache.spark.ml.stat.Correlation.corr(…, \"spearman\")`. For Cramér's V, count the pairs of values and add up (observed − expected)² / expected over *all* cells, empty ones too.",
        "`groupBy(first, second).count()` gives the cells; row and column sums can be added up in Java. χ² / n is also the sum of count² / (row sum · column sum), minus 1: then empty cells add nothing."
      })
  List<Correlation> correlate(Dataset<Row> df, List<String> numeric, List<String> categorical);

  /**
   * The alerts of the columns with these figures, by the rules of the lesson: in any order, each
   * once.
   */
  @Task(
      value = 6,
      points = 14,
      title = "Raise the alerts",
      hints = {
        "No Spark is needed: one `if` per rule. Begin with the two that end the matter, `EMPTY` and `UNSUPPORTED`.",
        "UNIQUE needs every *row* to have a value of its own. Skewness has a sign. A text that is a date gets only TYPE_DATE of the rules about categories and lengths.",
        "Imbalance is `1 - entropy / Math.log(k)` with `entropy = -Σ p · Math.log(p)`, `p = frequency / values`, for `k` values (at least two)."
      })
  List<Finding> findAlerts(List<Figures> columns);

  /**
   * Reads a whole report, made by {@code dev.kindling.profile}, and says what to do.
   *
   * @param train the rows that a model will learn from
   * @param later rows that came later, with the same columns
   * @return {@code rows}: how many rows the profile of train was made of. {@code drop}: columns of
   *     train with an alert CONSTANT, UNIQUE, EMPTY or UNSUPPORTED, and of each pair with
   *     HIGH_CORRELATION the second column ({@code other}). {@code convert}: columns with
   *     TYPE_DATE. {@code drifted}: columns for which the comparison of train with later raises
   *     MEAN_MOVED, NUMBERS_MOVED, MISSING_MOVED or CATEGORY_NEW, unless they are in one of the
   *     other lists. Each list has a column once, in the order of train.
   */
  @Task(
      value = 7,
      points = 10,
      title = "Read the report",
      hints = {
        "`Profile.of(train)` is the report, and `Comparison.of(train, later)` tells what moved. Both are plain data.",
        "`profile.alertsOf(column)` gives the alerts of a column, those of a pair for both its columns: look at `alert.other()`. Loop over `train.columns()`, so the order comes by itself.",
        "`comparison.alerts().stream().anyMatch(alert -> alert.column().equals(column) && MOVED.contains(alert.type()))` says whether a column drifted; `profile.overview().rows()` is the number of rows."
      })
  Advice readReport(Dataset<Row> train, Dataset<Row> later);
}
