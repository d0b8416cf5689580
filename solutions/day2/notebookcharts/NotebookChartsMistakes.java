package day2.notebookcharts;

import static org.apache.spark.sql.functions.*;

import dev.kindling.lab.Mistake;
import dev.kindling.plot.spec.ChartSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.linalg.Matrices;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Answers that look right and are not, each as somebody would write it. */
final class NotebookChartsMistakes {

  private NotebookChartsMistakes() {}

  /** Knows only the older method. */
  @Mistake(
      task = 1,
      diagnosis = "describe-not-summary",
      says =
          "These are the five statistics of `describe()`. It takes names of columns, not of statistics, and knows neither a median nor a distinct count. `summary(…)` takes the statistics that you want.")
  static final class Describes extends NotebookChartsSolution {
    @Override
    public Dataset<Row> summarize(Dataset<Row> df, List<String> columns, List<String> statistics) {
      return df.describe(columns.toArray(String[]::new));
    }
  }

  /** Asks for no statistic by name. */
  @Mistake(
      task = 1,
      diagnosis = "every-statistic",
      says =
          "These are the eight statistics that `summary()` gives when it is asked for none. Pass it `statistics`.")
  static final class SummarizesEverything extends NotebookChartsSolution {
    @Override
    public Dataset<Row> summarize(Dataset<Row> df, List<String> columns, List<String> statistics) {
      return super.summarize(df, columns, List.of());
    }
  }

  /** Forgets to choose the columns. */
  @Mistake(task = 1, diagnosis = "every-column")
  static final class SummarizesAllColumns extends NotebookChartsSolution {
    @Override
    public Dataset<Row> summarize(Dataset<Row> df, List<String> columns, List<String> statistics) {
      return df.summary(statistics.toArray(String[]::new));
    }
  }

  /** Makes numbers of the texts. */
  @Mistake(
      task = 1,
      diagnosis = "texts-cast",
      says =
          "The columns are numbers in your result. `summary` writes all of them as texts, since a statistic such as `min` can be one of a text column; the task says to leave them so.")
  static final class CastsTheTexts extends NotebookChartsSolution {
    @Override
    public Dataset<Row> summarize(Dataset<Row> df, List<String> columns, List<String> statistics) {
      Dataset<Row> summary = super.summarize(df, columns, statistics);
      for (String column : columns) {
        summary = summary.withColumn(column, col(column).cast("double"));
      }
      return summary;
    }
  }

  /** Compares with the sign. */
  @Mistake(
      task = 2,
      diagnosis = "always-log",
      says =
          "Every column got a log scale, also one that leans to the left already. If you compare the two figures: the logarithm always pulls the skewness down, even from -1 to -3. Compare their absolute values, `Math.abs(…)`.")
  static final class IgnoresTheSign extends NotebookChartsSolution {
    @Override
    boolean helps(double plain, double logged) {
      return logged < plain;
    }
  }

  /** Takes a rule of thumb for the answer. */
  @Mistake(
      task = 2,
      diagnosis = "log-not-tried",
      says =
          "Columns that lean to the right got a log scale, all of them. But the logarithms of some lean to the left, and more so. That a column is skewed, or its mean above its median, does not say that the logarithm helps: compute the skewness of the logarithms too, and compare.")
  static final class TakesAThreshold extends NotebookChartsSolution {
    @Override
    boolean helps(double plain, double logged) {
      return plain > 0.5;
    }
  }

  /** Is afraid of the logarithm of 0. */
  @Mistake(
      task = 2,
      diagnosis = "log-of-one-more",
      says =
          "The small values got a log scale: `log1p` is log(1 + x), which near 0 is nearly x itself, so it says little of what a log scale does. Values of 0 and less play no part here; take `ln` of those above 0.")
  static final class TakesLogsOfOneMore extends NotebookChartsSolution {
    @Override
    Row skews(Dataset<Row> df, Column value) {
      return df.where(value.gt(0)).agg(skewness(value), skewness(log1p(value))).first();
    }
  }

  /** Compares all values with the logarithms of some. */
  @Mistake(
      task = 2,
      diagnosis = "zeros-in-decision",
      says =
          "The debts should have a log scale: over the values above 0 the logarithm makes them symmetric. With zeros and negative numbers the plain values look symmetric already, but these play no part in the decision. Take both figures over the same rows, those above 0.")
  static final class CountsZeros extends NotebookChartsSolution {
    @Override
    Row skews(Dataset<Row> df, Column value) {
      return df.agg(skewness(value), skewness(ln(when(value.gt(0), value)))).first();
    }
  }

  /** Draws the rows that were kept for the decision. */
  @Mistake(
      task = 2,
      diagnosis = "zeros-dropped",
      says =
          "The bins begin at the least value above 0: zeros and negative numbers were filtered away for the decision, and then the filtered rows were drawn. Draw all of `df`; a linear scale can show them.")
  static final class DropsZeros extends NotebookChartsSolution {
    @Override
    public ChartSpec histogram(Dataset<Row> df, String column, int bins) {
      return super.histogram(df.where(col(column).gt(0)), column, bins);
    }
  }

  /** Takes what comes first, in an order that a seed moves a little. */
  @Mistake(task = 3, diagnosis = "first-rows")
  static final class TakesTheFirst extends NotebookChartsSolution {
    @Override
    public Dataset<Row> scatterSample(
        Dataset<Row> df, String x, String y, int maxPoints, long seed) {
      Dataset<Row> points = df.select(x, y).na().drop();
      return (points.count() > maxPoints ? points.sample(0.9, seed) : points).limit(maxPoints);
    }
  }

  /** Trusts the share to give the number. */
  @Mistake(task = 3, diagnosis = "about-not-at-most")
  static final class TossesCoins extends NotebookChartsSolution {
    @Override
    public Dataset<Row> scatterSample(
        Dataset<Row> df, String x, String y, int maxPoints, long seed) {
      Dataset<Row> points = df.select(x, y).na().drop();
      return points.sample(Math.min(1, (double) maxPoints / points.count()), seed);
    }
  }

  /** Drops nulls too late. */
  @Mistake(task = 3, diagnosis = "nulls-after-sampling")
  static final class DropsNullsLast extends NotebookChartsSolution {
    @Override
    public Dataset<Row> scatterSample(
        Dataset<Row> df, String x, String y, int maxPoints, long seed) {
      return df.select(x, y).orderBy(rand(seed)).limit(maxPoints).na().drop();
    }
  }

  /** Throws the same dice each time. */
  @Mistake(task = 3, diagnosis = "seed-fixed")
  static final class FixesTheSeed extends NotebookChartsSolution {
    @Override
    public Dataset<Row> scatterSample(
        Dataset<Row> df, String x, String y, int maxPoints, long seed) {
      return super.scatterSample(df, x, y, maxPoints, 42);
    }
  }

  /** Collects the table and thins it out in Java. */
  @Mistake(task = 3, diagnosis = "collects-everything")
  static final class CollectsEverything extends NotebookChartsSolution {
    @Override
    public Dataset<Row> scatterSample(
        Dataset<Row> df, String x, String y, int maxPoints, long seed) {
      Dataset<Row> points = df.select(x, y).na().drop();
      List<Row> rows = new ArrayList<>(points.collectAsList());
      Collections.shuffle(rows, new Random(seed));
      List<Row> few = rows.subList(0, Math.min(maxPoints, rows.size()));
      return df.sparkSession().createDataFrame(few, points.schema());
    }
  }

  /** Hands the assembler nulls. */
  @Mistake(
      task = 4,
      diagnosis = "nulls-in-vectors",
      says =
          "A row has a null, and the `VectorAssembler` refuses it: a vector has no place for \"not known\". Drop the rows with a null in one of `columns` first, `na().drop(…)`, or set its `handleInvalid` to \"skip\".")
  static final class AssemblesNulls extends NotebookChartsSolution {
    @Override
    Matrix matrix(Dataset<Row> df, List<String> columns) {
      return matrix(df, columns, "spearman", "error");
    }
  }

  /** Silences the assembler. */
  @Mistake(
      task = 4,
      diagnosis = "nan-from-nulls",
      says =
          "With `handleInvalid` \"keep\" the assembler writes NaN where a value is missing, and Spearman's correlation takes NaN for the greatest value of all. Drop the rows with a null, or \"skip\" them.")
  static final class KeepsInvalid extends NotebookChartsSolution {
    @Override
    Matrix matrix(Dataset<Row> df, List<String> columns) {
      return matrix(df, columns, "spearman", "keep");
    }
  }

  /** Takes the method that comes without asking. */
  @Mistake(
      task = 4,
      diagnosis = "pearson-not-spearman",
      says =
          "These are Pearson's correlations, which `Correlation.corr(frame, column)` gives when it is not told a method. They ask how near the points are to a line, and one mansion can turn them over. Pass \"spearman\" as the third argument.")
  static final class TakesTheDefault extends NotebookChartsSolution {
    @Override
    Matrix matrix(Dataset<Row> df, List<String> columns) {
      return matrix(df, columns, "pearson", "skip");
    }
  }

  /** Computes each pair for itself. */
  @Mistake(
      task = 4,
      diagnosis = "pairwise",
      says =
          "Each correlation was computed from the rows that have its own two columns, so each cell of the heat map speaks of other rows. Use the rows in which none of `columns` is null, for all of them.")
  static final class CorrelatesPairs extends NotebookChartsSolution {
    @Override
    Matrix matrix(Dataset<Row> df, List<String> columns) {
      int size = columns.size();
      double[] cells = new double[size * size];
      for (int i = 0; i < cells.length; i++) {
        List<String> pair = List.of(columns.get(i / size), columns.get(i % size));
        cells[i] = i / size == i % size ? 1 : super.matrix(df, pair).apply(0, 1);
      }
      return Matrices.dense(size, size, cells);
    }
  }

  /** Ranks as races do. */
  @Mistake(
      task = 4,
      diagnosis = "ties-share-the-least-rank",
      says =
          "Equal values got the least of their ranks, as SQL's `rank()` gives it: 1, 2, 2, 4. Spearman's correlation gives them the mean of their ranks, 1, 2.5, 2.5, 4; `Correlation.corr(…, \"spearman\")` does so.")
  static final class RanksAsRacesDo extends NotebookChartsSolution {
    @Override
    Matrix matrix(Dataset<Row> df, List<String> columns) {
      Dataset<Row> ranks = df.na().drop(columns.toArray(String[]::new));
      for (String column : columns) {
        ranks = ranks.withColumn(column + "_rank", rank().over(Window.orderBy(column)));
      }
      List<String> ranked = columns.stream().map(column -> column + "_rank").toList();
      return matrix(ranks, ranked, "pearson", "error");
    }
  }

  /** Correlates values, not ranks. */
  @Mistake(
      task = 5,
      diagnosis = "pearson-not-spearman",
      says =
          "This is Pearson's correlation. Pass \"spearman\" as the third argument of `Correlation.corr`: ranks do not care how far out the far points are.")
  static final class RelatesWithPearson extends NotebookChartsSolution {
    @Override
    String method() {
      return "pearson";
    }
  }

  /** Gives the greatest value a bin of its own. */
  @Mistake(
      task = 5,
      diagnosis = "last-value-alone",
      says =
          "The greatest `x` has a bin of its own: for it, `floor` of the share times the number of bins is one too many. Bring it into the last bin with `least(…, lit(bins - 1))`.")
  static final class OneBinTooMany extends NotebookChartsSolution {
    @Override
    Column bin(Column exact, int bins) {
      return exact;
    }
  }

  /** Takes the variance over the bins. */
  @Mistake(
      task = 5,
      diagnosis = "bins-not-rows",
      says =
          "This is the variance of the bins' means, each bin counted once. A bin of two rows then weighs as much as one of a thousand. Put the mean beside every row, with a window or a join, and take the variance over the rows.")
  static final class CountsBinsOnce extends NotebookChartsSolution {
    @Override
    double explained(Dataset<Row> predicted) {
      Dataset<Row> means = predicted.select("bin", "predicted").distinct();
      double all = predicted.agg(var_pop(col("y"))).first().getDouble(0);
      return means.agg(var_pop(col("predicted"))).first().getDouble(0) / all;
    }
  }

  /** Looks for the ends among all rows. */
  @Mistake(
      task = 5,
      diagnosis = "range-of-all-rows",
      says =
          "The bins reach from the least to the greatest `x` of all rows, those without a `y` included. Both numbers speak of the rows that have both values: drop the others first, then look for the ends.")
  static final class LooksAmongAllRows extends NotebookChartsSolution {
    @Override
    boolean ofAllPoints() {
      return true;
    }
  }

  /** Predicts with medians. */
  @Mistake(
      task = 5,
      diagnosis = "median-for-mean",
      says =
          "Each `y` was predicted by the median of its bin. The mean is asked for: its squared errors are the least, which is why the variance of the means is a share of that of `y`.")
  static final class PredictsMedians extends NotebookChartsSolution {
    @Override
    Column guess() {
      return median(col("y"));
    }
  }

  /** Cuts towards zero. */
  @Mistake(
      task = 6,
      diagnosis = "truncated",
      says =
          "The cells beside zero are twice as large as the others: a cast to a whole number goes towards zero, so -0.3 and 0.3 both become 0. West of Greenwich and south of the equator that moves every home. `floor` goes down.")
  static final class Truncates extends NotebookChartsSolution {
    @Override
    Column cell(Column place) {
      return place.cast("long");
    }
  }

  /** Goes to the nearest cell. */
  @Mistake(
      task = 6,
      diagnosis = "rounded",
      says =
          "`round` goes to the nearest whole number, so each cell is moved by half its size. Cells begin at their lower edge: use `floor`.")
  static final class Rounds extends NotebookChartsSolution {
    @Override
    Column cell(Column place) {
      return round(place).cast("long");
    }
  }

  /** Takes latitude for the way east. */
  @Mistake(
      task = 6,
      diagnosis = "latitude-for-longitude",
      says =
          "Latitude and longitude are turned round. Latitude says how far north (`lat_cell`), longitude how far east (`lon_cell`).")
  static final class TurnsTheMap extends NotebookChartsSolution {
    @Override
    public Dataset<Row> mapCells(Dataset<Row> df, double degrees) {
      return super.mapCells(df, degrees).toDF("lon_cell", "lat_cell", "homes", "median_price");
    }
  }

  /** Averages prices. */
  @Mistake(
      task = 6,
      diagnosis = "mean-for-median",
      says =
          "These are mean prices. One mansion pulls up the mean of its whole cell, and the map shows where the mansions are. Use `median`.")
  static final class AveragesPrices extends NotebookChartsSolution {
    @Override
    Column middle(Column price) {
      return avg(price);
    }
  }

  /** Gives homes that lie nowhere a cell. */
  @Mistake(
      task = 6,
      diagnosis = "cell-of-nulls",
      says =
          "Homes without a coordinate got a cell of their own: `groupBy` takes null for a value. They lie nowhere on the map, so leave them out.")
  static final class KeepsLostHomes extends NotebookChartsSolution {
    @Override
    Dataset<Row> found(Dataset<Row> df) {
      return df;
    }
  }

  /** Divides by all rows. */
  @Mistake(
      task = 7,
      diagnosis = "share-of-all-rows",
      says =
          "Each share is of all rows of the frame, so a large group looks worse than a small one for its size alone. Divide by the rows of the group: the mean over the group does that.")
  static final class SharesOfAllRows extends NotebookChartsSolution {
    @Override
    Column share(Dataset<Row> df, Column value) {
      return count_if(value.isNull()).divide(lit(df.count()));
    }
  }

  /** Writes percentages. */
  @Mistake(
      task = 7,
      diagnosis = "percent-not-share",
      says = "These are percentages. A share lies between 0 and 1; only the text says percent.")
  static final class Percentages extends NotebookChartsSolution {
    @Override
    Column share(Dataset<Row> df, Column value) {
      return super.share(df, value).multiply(100);
    }
  }

  /** Shows what is there. */
  @Mistake(
      task = 7,
      diagnosis = "told-not-missing",
      says =
          "These are the shares of rows that *have* a value. The chart is about those that have none: `isNull`, not `isNotNull`.")
  static final class SharesOfTheTold extends NotebookChartsSolution {
    @Override
    Column share(Dataset<Row> df, Column value) {
      return super.share(df, when(value.isNull(), 1));
    }
  }

  /** Turns the heat map. */
  @Mistake(
      task = 7,
      diagnosis = "axes-turned",
      says =
          "The axes are turned round: the groups belong along `x`, the columns along `y`, as the rows of a table do not say but the task does.")
  static final class TurnsTheAxes extends NotebookChartsSolution {
    @Override
    String across() {
      return super.down();
    }

    @Override
    String down() {
      return super.across();
    }
  }

  /** Types in what the listings showed. */
  @Mistake(task = 7, diagnosis = "text-not-from-data")
  static final class TypesTheText extends NotebookChartsSolution {
    @Override
    String words(Row most) {
      return "Most is missing among shared rooms, a quarter of their baths.";
    }
  }
}
