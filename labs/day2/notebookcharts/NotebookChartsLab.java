package day2.notebookcharts;

import dev.kindling.data.listings.Listings;
import dev.kindling.lab.Lab;
import dev.kindling.lab.Task;
import dev.kindling.plot.spec.ChartSpec;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Charts from a notebook: let Spark count, bin and sample, and look at what is left, which is
 * small.
 *
 * <p>Every task is handed what it needs, so each can be solved alone.
 */
@Lab(day = 2, order = 2, title = "Visualisation in notebooks", minutes = 45, data = Listings.class)
public interface NotebookChartsLab {

  /**
   * Chosen statistics of chosen columns, as {@code Dataset.summary} gives them.
   *
   * @param df any frame
   * @param columns the columns to look at, all numeric
   * @param statistics names that {@code summary} knows, such as {@code count}, {@code mean}, {@code
   *     50%}, {@code max}, {@code count_distinct}
   * @return one row per statistic, in the order of {@code statistics}: {@code summary} (string, the
   *     statistic's name), then a string column per column, in the order of {@code columns}
   */
  @Task(
      value = 1,
      points = 10,
      title = "Choose the statistics",
      hints = {
        "`describe()` always gives the same five statistics. The other method on `Dataset` takes the names of those that you want.",
        "Choose the columns first, with `select`; then ask for the statistics. Both methods take `String...`, and an array fits there: `list.toArray(String[]::new)`.",
        "`df.selectExpr(columns…).summary(statistics…)`, each list turned into an array."
      })
  Dataset<Row> summarize(Dataset<Row> df, List<String> columns, List<String> statistics);

  /**
   * A histogram of a column, on a logarithmic scale if and only if the logarithm makes the column
   * more symmetric.
   *
   * @param df any frame
   * @param column a numeric column; nulls and values of 0 or less occur
   * @param bins how many bins
   * @return a bar for each of {@code bins} bins. The scale of {@code x} is logarithmic when, over
   *     the values above 0, the skewness of their logarithms is nearer to zero than the skewness of
   *     the values themselves. The bins have equal widths (equal ratios on the logarithmic scale)
   *     from the least to the greatest value that is drawn, as {@code Chart.histogram} makes them.
   */
  @Task(
      value = 2,
      points = 15,
      title = "Decide on a log scale",
      hints = {
        "`skewness` and `ln` are both in `functions`. A distribution can lean to the left, too: then its skewness is negative. What does \"nearer to zero\" mean then?",
        "Keep the rows with `col(column).gt(0)`, and take both figures in one `agg`: the skewness of the column and the skewness of its `ln`. Compare their absolute values. Then draw *all* rows.",
        "`Chart chart = Chart.histogram(df, column).bins(bins);` and in the end `(Math.abs(logged) < Math.abs(plain) ? chart.logScale() : chart).spec()`."
      })
  ChartSpec histogram(Dataset<Row> df, String column, int bins);

  /**
   * A random sample of the points of a scatter plot, small enough to be drawn.
   *
   * @param df any frame, perhaps sorted, perhaps huge
   * @param x a numeric column with nulls
   * @param y a numeric column with nulls
   * @param maxPoints how many points at most
   * @param seed the same seed gives the same points, another seed gives others
   * @return two columns, {@code x} and {@code y} under their own names, without nulls. If no more
   *     than {@code maxPoints} rows have both values, all of them; otherwise a random sample of
   *     them, in which no row occurs twice: at most {@code maxPoints} rows, and no fewer than nine
   *     tenths of that. The rows themselves stay in Spark.
   */
  @Task(
      value = 3,
      points = 15,
      title = "Sample a scatter plot",
      hints = {
        "`limit(1000)` takes the first rows that come, and a sorted table's first rows are alike. Look at `sample(fraction, seed)`, and at `rand(seed)` in `functions`.",
        "Drop the nulls first, then sample: a null cannot be drawn, and a sample that loses rows afterwards is too small. `sample` takes a *share* of the rows, so it needs their number; a share above 1 is an error.",
        "`df.select(x, y).na().drop()`, then either `.orderBy(rand(seed)).limit(maxPoints)` or `.sample(Math.min(1.0, (double) maxPoints / rows), seed).limit(maxPoints)`."
      })
  Dataset<Row> scatterSample(Dataset<Row> df, String x, String y, int maxPoints, long seed);

  /**
   * The rank correlation of every two columns, ready for a heat map.
   *
   * @param df any frame
   * @param columns numeric columns, with nulls
   * @return one row for each ordered pair of {@code columns}, a column with itself included: {@code
   *     x} and {@code y} (string, the names) and {@code correlation} (double, Spearman's), computed
   *     from the rows in which none of {@code columns} is null. Rows in any order.
   */
  @Task(
      value = 4,
      points = 20,
      title = "Correlate the columns",
      hints = {
        "`Correlation.corr` in `org.apache.spark.ml.stat` wants one vector column; a `VectorAssembler` makes it. What does an assembler do with a null, and what can you do about it before?",
        "`na().drop(columns)`, assemble into `features`, then `Correlation.corr(frame, \"features\", \"spearman\")`: without the third argument it is Pearson's. The result is a frame with one cell, which holds a `Matrix`.",
        "`Matrix matrix = (Matrix) Correlation.corr(assembled, \"features\", \"spearman\").first().get(0);` then two loops with `matrix.apply(i, j)` and `RowFactory.create(…)`; `spark.createDataFrame(rows, StructType.fromDDL(\"x STRING, y STRING, correlation DOUBLE\"))`."
      })
  Dataset<Row> correlations(Dataset<Row> df, List<String> columns);

  /**
   * What a correlation says of two columns, and what it misses.
   *
   * @param df any frame
   * @param x a numeric column with nulls, and at least two different values
   * @param y a numeric column with nulls, and at least two different values
   * @param bins how many bins
   * @return from the rows that have both values: {@code correlation}, Spearman's; {@code
   *     explained}: cut {@code x} into {@code bins} bins of equal width from its least to its
   *     greatest value (the greatest belongs to the last bin), predict every {@code y} by the mean
   *     of its bin, and take the variance of these predictions divided by the variance of {@code
   *     y}, over the rows
   */
  @Task(
      value = 5,
      points = 15,
      title = "Find what a correlation misses",
      hints = {
        "A window, or a `groupBy` with a join, puts the mean of its bin beside every row. Then both variances are one `agg` away.",
        "The bin is `floor((x - least) / (greatest - least) * bins)`. For the greatest value that is `bins`, one too many: `least(…, lit(bins - 1))` brings it back. Spearman's correlation comes from the vectors of task 4.",
        "`withColumn(\"predicted\", avg(col(y)).over(Window.partitionBy(\"bin\")))`, then `agg(var_pop(col(\"predicted\")).divide(var_pop(col(y))))`."
      })
  Relation relate(Dataset<Row> df, String x, String y, int bins);

  /**
   * Homes counted in the cells of a grid over the map.
   *
   * @param df a frame with {@code latitude} and {@code longitude} (double, degrees; negative south
   *     of the equator and west of Greenwich; nulls occur) and {@code price} (double; nulls occur)
   * @param degrees the width and height of a cell
   * @return one row for each cell with a home: {@code lat_cell} and {@code lon_cell} (bigint: how
   *     many cells lie between 0 and the lower edge of this one, negative below 0, so 0 for a
   *     latitude in [0, degrees) and -1 in [-degrees, 0)), {@code homes} (bigint: those without a
   *     price count, too) and {@code median_price} (double, exact; null if no home of the cell has
   *     a price). Homes without both coordinates are left out.
   */
  @Task(
      value = 6,
      points = 10,
      title = "Bin a map",
      hints = {
        "Which function goes *down* to a whole number, also below zero? A cast to int goes towards zero, and `round` to the nearest.",
        "`where` both coordinates are there, `groupBy` two expressions with names (`.as(\"lat_cell\")`), and two aggregates, `count` and `median`.",
        "`groupBy(floor(col(\"latitude\").divide(degrees)).as(\"lat_cell\"), …).agg(count(lit(1)).as(\"homes\"), median(col(\"price\")).as(\"median_price\"))`"
      })
  Dataset<Row> mapCells(Dataset<Row> df, double degrees);

  /**
   * A heat map of where values are missing, with a text for people who do not see it.
   *
   * @param df any frame
   * @param columns the columns to look at, of any type
   * @param group a string column without nulls
   * @return a chart with the mark {@code rect} and one row for each value of {@code group} and each
   *     of {@code columns}: {@code x} shows the group's value, {@code y} the column's name, and
   *     {@code color} (quantitative) the share of the rows of this group in which the column is
   *     null, from 0 to 1. The fields may have any names. The chart has a title, and a description
   *     that says where most is missing: it names the column, the group's value and the share as a
   *     whole percent, such as {@code 31 %} or {@code 31%} (one cell has the greatest share).
   */
  @Task(
      value = 7,
      points = 15,
      title = "Chart what is missing, in words too",
      hints = {
        "First make a frame with the rows of the chart: the group, the column's name, the share. The mean of a 0/1 column is a share, and a union (or `stack`) puts the columns below each other. `Chart.heatmap` does the rest.",
        "For each column: `df.groupBy(group).agg(avg(col(c).isNull().cast(\"double\")).as(\"share\")).withColumn(\"column\", lit(c))`; then `union`. For the text, take the first row of `orderBy(desc(\"share\"))`.",
        "`Chart.heatmap(shares, group, \"column\", \"share\").title(…).description(text).spec()`, with `\"Most is missing in %s of %s: %d %%.\".formatted(column, value, Math.round(100 * share))` as the text."
      })
  ChartSpec missingness(Dataset<Row> df, List<String> columns, String group);
}
