package day2.notebookcharts;

import static org.apache.spark.sql.functions.*;

import dev.kindling.lab.Variant;
import dev.kindling.plot.Chart;
import dev.kindling.plot.spec.ChartSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.stat.Correlation;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** Other right answers. */
final class NotebookChartsVariants {

  private NotebookChartsVariants() {}

  /** SQL, shares for `sample`, a specification written by hand. */
  @Variant("SQL expressions, sample by share, a specification as JSON")
  static final class WritesSql extends NotebookChartsSolution {

    @Override
    public Dataset<Row> summarize(Dataset<Row> df, List<String> columns, List<String> statistics) {
      String[] order = Stream.concat(Stream.of("summary"), columns.stream()).toArray(String[]::new);
      Dataset<Row> all = df.summary(statistics.toArray(String[]::new));
      return all.select(
          Stream.of(order).map(name -> col(name)).toArray(org.apache.spark.sql.Column[]::new));
    }

    @Override
    public ChartSpec histogram(Dataset<Row> df, String column, int bins) {
      Row skews =
          df.selectExpr("if(`%1$s` > 0, `%1$s`, null) as v".formatted(column))
              .selectExpr("abs(skewness(v)) > abs(skewness(log10(v)))")
              .first();
      Chart linear = Chart.histogram(df, column).title("How " + column + " is spread").bins(bins);
      return skews.getBoolean(0) ? linear.logScale().spec() : linear.spec();
    }

    @Override
    public Dataset<Row> scatterSample(
        Dataset<Row> df, String x, String y, int maxPoints, long seed) {
      Dataset<Row> points = df.selectExpr(x, y).filter(col(x).isNotNull().and(col(y).isNotNull()));
      double share = Math.min(1.0, (double) maxPoints / points.count());
      return share == 1.0 ? points : points.sample(share, seed).limit(maxPoints);
    }

    @Override
    public Dataset<Row> correlations(Dataset<Row> df, List<String> columns) {
      Dataset<Row> vectors =
          new VectorAssembler()
              .setInputCols(columns.toArray(String[]::new))
              .setOutputCol("v")
              .setHandleInvalid("skip")
              .transform(df);
      DenseMatrix matrix = (DenseMatrix) Correlation.corr(vectors, "v", "spearman").head().getAs(0);
      List<Row> rows = new ArrayList<>();
      double[] values = matrix.toArray();
      for (int i = 0; i < values.length; i++) {
        String x = columns.get(i / columns.size());
        rows.add(RowFactory.create(x, columns.get(i % columns.size()), values[i]));
      }
      return df.sparkSession()
          .createDataFrame(rows, StructType.fromDDL("x STRING, y STRING, correlation DOUBLE"));
    }

    @Override
    public Relation relate(Dataset<Row> df, String x, String y, int bins) {
      double correlation = correlations(df, List.of(x, y)).where("x <> y").first().getDouble(2);
      df.selectExpr("`%s` as a".formatted(x), "`%s` as b".formatted(y))
          .where("a is not null and b is not null")
          .createOrReplaceTempView("points");
      Row explained =
          df.sparkSession()
              .sql(
                  """
                  WITH ends AS (SELECT min(a) AS low, max(a) AS high FROM points),
                       binned AS (
                         SELECT b, least(%1$d, width_bucket(a, low, high, %1$d)) AS bin
                         FROM points CROSS JOIN ends),
                       means AS (SELECT bin, avg(b) AS mean, count(*) AS n FROM binned GROUP BY bin)
                  SELECT (SELECT sum(n * pow(mean - (SELECT avg(b) FROM points), 2)) FROM means)
                         / (SELECT sum(pow(b - (SELECT avg(b) FROM points), 2)) FROM points)
                  """
                      .formatted(bins))
              .first();
      return new Relation(correlation, explained.getDouble(0));
    }

    @Override
    public Dataset<Row> mapCells(Dataset<Row> df, double degrees) {
      return df.na()
          .drop(new String[] {"latitude", "longitude"})
          .groupBy(
              expr("floor(latitude * %s)".formatted(1 / degrees)).as("lat_cell"),
              expr("floor(longitude * %s)".formatted(1 / degrees)).as("lon_cell"))
          .agg(expr("count(*)").as("homes"), expr("percentile(price, 0.5)").as("median_price"));
    }

    @Override
    public ChartSpec missingness(Dataset<Row> df, List<String> columns, String group) {
      String[] shares =
          columns.stream()
              .map(column -> "count_if(`%s` is null) / count(*) as `%s`".formatted(column, column))
              .toArray(String[]::new);
      df.createOrReplaceTempView("looked_at");
      List<Row> rows =
          df.sparkSession()
              .sql(
                  "SELECT `%1$s`, %2$s FROM looked_at GROUP BY `%1$s`"
                      .formatted(group, String.join(", ", shares)))
              .collectAsList();
      List<String> cells = new ArrayList<>();
      String most = "";
      double greatest = -1;
      for (Row row : rows) {
        for (String column : columns) {
          double share = row.getAs(column);
          cells.add(
              "{\"where\": \"%s\", \"what\": \"%s\", \"how much\": %s}"
                  .formatted(row.getString(0), column, share));
          if (share > greatest) {
            greatest = share;
            most =
                "%s of %s are most often unknown: %.0f%%"
                    .formatted(column, row.getString(0), share * 100);
          }
        }
      }
      return ChartSpec.of(
          """
          {"$schema": "https://vega.github.io/schema/vega-lite/v6.json",
           "title": {"text": "What is not known"}, "description": "%s.", "mark": {"type": "rect"},
           "data": {"values": [%s]},
           "encoding": {
             "x": {"field": "where", "type": "nominal"},
             "y": {"field": "what", "type": "nominal"},
             "color": {"field": "how much", "type": "quantitative"}}}
          """
              .formatted(most, cells.stream().collect(Collectors.joining(","))));
    }
  }

  /** The pandas way of thinking: small results in Java, joins instead of windows. */
  @Variant("small results in Java collections, joins instead of windows")
  static final class ThinksInJava extends NotebookChartsSolution {

    @Override
    public ChartSpec histogram(Dataset<Row> df, String column, int bins) {
      Dataset<Row> positive =
          df.where(col(column).gt(0)).select(col(column).cast("double").as("v"));
      double plain = Math.abs(positive.selectExpr("skewness(v)").first().getDouble(0));
      double logged = Math.abs(positive.selectExpr("skewness(log2(v))").first().getDouble(0));
      Chart chart = Chart.histogram(df, column);
      if (logged < plain) {
        chart = chart.logScale();
      }
      return chart
          .bins(bins)
          .description("Skewness %f, of logs %f".formatted(plain, logged))
          .spec();
    }

    @Override
    public Dataset<Row> scatterSample(
        Dataset<Row> df, String x, String y, int maxPoints, long seed) {
      Dataset<Row> points = df.select(x, y).na().drop();
      List<Row> sample = points.javaRDD().takeSample(false, maxPoints, seed);
      return df.sparkSession().createDataFrame(sample, points.schema());
    }

    @Override
    public Relation relate(Dataset<Row> df, String x, String y, int bins) {
      Dataset<Row> points =
          df.selectExpr(
                  "cast(`%s` as double) a".formatted(x), "cast(`%s` as double) b".formatted(y))
              .na()
              .drop();
      Row ends = points.selectExpr("min(a)", "max(a)").first();
      double range = ends.getDouble(1) - ends.getDouble(0);
      Dataset<Row> binned =
          points.withColumn(
              "bin",
              expr(
                  "case when a = %2$s then %3$d - 1 else int((a - %1$s) / %4$s * %3$d) end"
                      .formatted(
                          literal(ends.getDouble(0)),
                          literal(ends.getDouble(1)),
                          bins,
                          literal(range))));
      Dataset<Row> means = binned.groupBy("bin").avg("b").withColumnRenamed("avg(b)", "mean");
      double correlation = super.relate(df, x, y, bins).correlation();
      double r = binned.join(means, "bin").stat().corr("mean", "b");
      return new Relation(correlation, r * r);
    }

    private static String literal(double number) {
      return "double('%s')".formatted(number);
    }
  }
}
