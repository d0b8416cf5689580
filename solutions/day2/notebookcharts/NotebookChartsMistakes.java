package day2.notebookcharts;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.rand;
import static org.apache.spark.sql.functions.skewness;

import dev.kindling.lab.Mistake;
import dev.kindling.plot.Chart;
import dev.kindling.plot.spec.ChartSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Answers to tasks 1 to 3 and 7 that look right and are not, each as somebody would write it. */
final class NotebookChartsMistakes {

  private NotebookChartsMistakes() {}

  /** Knows only the older method. */
  @Mistake(task = 1, diagnosis = "describe-not-summary")
  static final class Describes extends NotebookChartsSolution {
    @Override
    public Dataset<Row> summarize(Dataset<Row> df, List<String> columns, List<String> statistics) {
      return df.describe(columns.toArray(String[]::new));
    }
  }

  /** Asks for no statistic by name. */
  @Mistake(task = 1, diagnosis = "every-statistic")
  static final class SummarizesEverything extends NotebookChartsSolution {
    @Override
    public Dataset<Row> summarize(Dataset<Row> df, List<String> columns, List<String> statistics) {
      return df.select(columns.stream().map(c -> col(c)).toArray(Column[]::new)).summary();
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

  /** Fills before it counts. */
  @Mistake(task = 1, diagnosis = "nulls-as-zeros")
  static final class FillsFirst extends NotebookChartsSolution {
    @Override
    public Dataset<Row> summarize(Dataset<Row> df, List<String> columns, List<String> statistics) {
      return super.summarize(df.na().fill(0), columns, statistics);
    }
  }

  /** Compares with the sign. */
  @Mistake(task = 2, diagnosis = "always-log")
  static final class IgnoresTheSign extends NotebookChartsSolution {
    @Override
    public ChartSpec histogram(Dataset<Row> df, String column, int bins) {
      Row skews =
          df.where(col(column).gt(0)).agg(skewness(col(column)), skewness(ln(col(column)))).first();
      Chart chart = Chart.histogram(df, column).bins(bins);
      return (skews.getDouble(1) < skews.getDouble(0) ? chart.logScale() : chart).spec();
    }
  }

  /** Draws what there is. */
  @Mistake(task = 2, diagnosis = "never-log")
  static final class NeverTakesLogs extends NotebookChartsSolution {
    @Override
    public ChartSpec histogram(Dataset<Row> df, String column, int bins) {
      return Chart.histogram(df, column).bins(bins).spec();
    }
  }

  /** Takes a rule of thumb for the answer. */
  @Mistake(task = 2, diagnosis = "log-not-tried")
  static final class TakesAThreshold extends NotebookChartsSolution {
    @Override
    public ChartSpec histogram(Dataset<Row> df, String column, int bins) {
      double skew = df.where(col(column).gt(0)).agg(skewness(col(column))).first().getDouble(0);
      Chart chart = Chart.histogram(df, column).bins(bins);
      return (skew > 0.5 ? chart.logScale() : chart).spec();
    }
  }

  /** Draws the rows that were kept for the decision. */
  @Mistake(task = 2, diagnosis = "zeros-dropped")
  static final class DropsZeros extends NotebookChartsSolution {
    @Override
    public ChartSpec histogram(Dataset<Row> df, String column, int bins) {
      return super.histogram(df.where(col(column).gt(0)), column, bins);
    }
  }

  /** Collects the values and lets the browser count. */
  @Mistake(task = 2, diagnosis = "raw-rows")
  static final class CollectsTheValues extends NotebookChartsSolution {
    @Override
    public ChartSpec histogram(Dataset<Row> df, String column, int bins) {
      boolean log = super.histogram(df, column, bins).encoding("x").log();
      String values =
          df.select(column).where(col(column).gt(0)).collectAsList().stream()
              .map(row -> "{\"value\": %s}".formatted(row.get(0)))
              .collect(Collectors.joining(","));
      return ChartSpec.of(
          """
          {"$schema": "https://vega.github.io/schema/vega-lite/v5.json", "mark": "bar",
           "data": {"values": [%s]},
           "encoding": {
             "x": {"field": "value", "type": "quantitative", "bin": {"maxbins": %d},
                   "scale": {"type": "%s"}},
             "y": {"aggregate": "count", "type": "quantitative"}}}
          """
              .formatted(values, bins, log ? "log" : "linear"));
    }
  }

  /** Draws them all. */
  @Mistake(task = 3, diagnosis = "unsampled")
  static final class DrawsEverything extends NotebookChartsSolution {
    @Override
    public Dataset<Row> scatterSample(
        Dataset<Row> df, String x, String y, int maxPoints, long seed) {
      return super.scatterSample(df, x, y, Integer.MAX_VALUE / 2, seed);
    }
  }

  /** Takes what comes first, in an order that a seed moves a little. */
  @Mistake(task = 3, diagnosis = "first-rows")
  static final class TakesTheFirst extends NotebookChartsSolution {
    @Override
    public Dataset<Row> scatterSample(
        Dataset<Row> df, String x, String y, int maxPoints, long seed) {
      return df.select(x, y).na().drop().sample(0.9, seed).limit(maxPoints);
    }
  }

  /** Trusts the share to give the number. */
  @Mistake(task = 3, diagnosis = "about-not-at-most")
  static final class TossesCoins extends NotebookChartsSolution {
    @Override
    public Dataset<Row> scatterSample(
        Dataset<Row> df, String x, String y, int maxPoints, long seed) {
      Dataset<Row> points = df.select(x, y).na().drop();
      double share = 1.1 * maxPoints / points.count();
      return share >= 1 ? points : points.sample(share, seed);
    }
  }

  /** Samples too much, and cuts the rest. */
  @Mistake(task = 3, diagnosis = "first-rows")
  static final class CutsALargerSample extends NotebookChartsSolution {
    @Override
    public Dataset<Row> scatterSample(
        Dataset<Row> df, String x, String y, int maxPoints, long seed) {
      Dataset<Row> points = df.select(x, y).na().drop();
      double share = Math.min(1.0, 2.0 * maxPoints / points.count());
      return points.sample(share, seed).limit(maxPoints);
    }
  }

  /** Draws nulls. */
  @Mistake(task = 3, diagnosis = "nulls-kept")
  static final class KeepsNulls extends NotebookChartsSolution {
    @Override
    public Dataset<Row> scatterSample(
        Dataset<Row> df, String x, String y, int maxPoints, long seed) {
      return df.select(x, y).orderBy(rand(seed)).limit(maxPoints);
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

  /** Puts each drawn row back. */
  @Mistake(task = 3, diagnosis = "with-replacement")
  static final class DrawsWithReplacement extends NotebookChartsSolution {
    @Override
    public Dataset<Row> scatterSample(
        Dataset<Row> df, String x, String y, int maxPoints, long seed) {
      Dataset<Row> points = df.select(x, y).na().drop();
      long rows = points.count();
      return rows <= maxPoints
          ? points
          : points.sample(true, (double) maxPoints / rows, seed).limit(maxPoints);
    }
  }

  /** Does not cap the share. */
  @Mistake(task = 3, diagnosis = "fraction-above-one")
  static final class AsksForMoreThanAll extends NotebookChartsSolution {
    @Override
    public Dataset<Row> scatterSample(
        Dataset<Row> df, String x, String y, int maxPoints, long seed) {
      Dataset<Row> points = df.select(x, y).na().drop();
      return points.sample((double) maxPoints / points.count(), seed).limit(maxPoints);
    }
  }

  /** Throws other dice each time. */
  @Mistake(task = 3, diagnosis = "seed-ignored")
  static final class ForgetsTheSeed extends NotebookChartsSolution {
    @Override
    public Dataset<Row> scatterSample(
        Dataset<Row> df, String x, String y, int maxPoints, long seed) {
      return df.select(x, y).na().drop().orderBy(rand()).limit(maxPoints);
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

  /** Draws two columns out of all. */
  @Mistake(task = 3, diagnosis = "every-column")
  static final class KeepsEveryColumn extends NotebookChartsSolution {
    @Override
    public Dataset<Row> scatterSample(
        Dataset<Row> df, String x, String y, int maxPoints, long seed) {
      return df.na().drop(new String[] {x, y}).orderBy(rand(seed)).limit(maxPoints);
    }
  }

  /** Divides by all rows. */
  @Mistake(task = 7, diagnosis = "share-of-all-rows")
  static final class SharesOfAllRows extends ChartsOtherShares {
    @Override
    Column share(Dataset<Row> df, String column) {
      return super.share(df, column)
          .multiply(org.apache.spark.sql.functions.count(lit(1)))
          .divide(lit(df.count()));
    }
  }

  /** Writes percentages. */
  @Mistake(task = 7, diagnosis = "percent-not-share")
  static final class Percentages extends ChartsOtherShares {
    @Override
    Column share(Dataset<Row> df, String column) {
      return super.share(df, column).multiply(100);
    }
  }

  /** Shows what is there. */
  @Mistake(task = 7, diagnosis = "told-not-missing")
  static final class SharesOfTheTold extends ChartsOtherShares {
    @Override
    Column share(Dataset<Row> df, String column) {
      return avg(col(column).isNotNull().cast("double"));
    }
  }

  /** Puts every listing into the chart. */
  @Mistake(task = 7, diagnosis = "raw-rows")
  static final class DrawsEveryRow extends NotebookChartsSolution {
    @Override
    public ChartSpec missingness(Dataset<Row> df, List<String> columns, String group) {
      ChartSpec chart = super.missingness(df, columns, group);
      return ChartSpec.of(
          chart.json().replaceFirst("\"values\" : \\[", "\"values\" : [" + copies(chart) + ","));
    }

    private static String copies(ChartSpec chart) {
      return chart.rows().stream()
          .map(
              row ->
                  "{\"group\": \"%s\", \"column\": \"%s\", \"mean_share\": %s}"
                      .formatted(row.get("group"), row.get("column"), row.get("mean_share")))
          .collect(Collectors.joining(","));
    }
  }

  /** Turns the heat map. */
  @Mistake(task = 7, diagnosis = "axes-turned")
  static final class TurnsTheAxes extends ChartsOtherShares {
    @Override
    Chart chart(Dataset<Row> shares) {
      return Chart.heatmap(shares, "column", "group", "share");
    }
  }

  /** Leaves the words to the tool. */
  @Mistake(task = 7, diagnosis = "no-alternative")
  static final class SaysNothing extends NotebookChartsSolution {
    @Override
    public ChartSpec missingness(Dataset<Row> df, List<String> columns, String group) {
      return described(super.missingness(df, columns, group), "");
    }
  }

  /** Types in what the listings showed. */
  @Mistake(task = 7, diagnosis = "text-not-from-data")
  static final class TypesTheText extends NotebookChartsSolution {
    @Override
    public ChartSpec missingness(Dataset<Row> df, List<String> columns, String group) {
      return described(
          super.missingness(df, columns, group),
          "Most is missing among shared rooms, a quarter of their bathrooms.");
    }
  }

  /** Has no title. */
  @Mistake(task = 7, diagnosis = "no-title")
  static final class HasNoTitle extends NotebookChartsSolution {
    @Override
    public ChartSpec missingness(Dataset<Row> df, List<String> columns, String group) {
      ChartSpec chart = super.missingness(df, columns, group);
      return ChartSpec.of(chart.json().replace(chart.title(), ""));
    }
  }

  private static ChartSpec described(ChartSpec chart, String text) {
    return ChartSpec.of(chart.json().replace(chart.description(), text));
  }

  /** The right words with other cells. */
  private abstract static class ChartsOtherShares extends NotebookChartsSolution {
    @Override
    public ChartSpec missingness(Dataset<Row> df, List<String> columns, String group) {
      Dataset<Row> shares =
          columns.stream()
              .map(
                  column ->
                      df.groupBy(col(group).as("group"))
                          .agg(share(df, column).as("share"))
                          .withColumn("column", lit(column)))
              .reduce(Dataset::union)
              .orElseThrow();
      return chart(shares).description(super.missingness(df, columns, group).description()).spec();
    }

    Column share(Dataset<Row> df, String column) {
      return avg(col(column).isNull().cast("double"));
    }

    Chart chart(Dataset<Row> shares) {
      return Chart.heatmap(shares, "group", "column", "share");
    }
  }
}
