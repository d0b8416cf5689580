package day2.notebookcharts;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.ln;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.rand;
import static org.apache.spark.sql.functions.skewness;
import static org.apache.spark.sql.functions.var_pop;

import dev.kindling.plot.Chart;
import dev.kindling.plot.spec.ChartSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.stat.Correlation;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;

/** One good answer. */
public class NotebookChartsSolution implements NotebookChartsLab {

  private static final StructType CORRELATIONS =
      StructType.fromDDL("x STRING, y STRING, correlation DOUBLE");

  private static final StructType SHARES =
      StructType.fromDDL("group STRING, column STRING, share DOUBLE");

  @Override
  public Dataset<Row> summarize(Dataset<Row> df, List<String> columns, List<String> statistics) {
    Column[] chosen = columns.stream().map(column -> col(column)).toArray(Column[]::new);
    return df.select(chosen).summary(statistics.toArray(String[]::new));
  }

  @Override
  public ChartSpec histogram(Dataset<Row> df, String column, int bins) {
    Row skews =
        df.where(col(column).gt(0)).agg(skewness(col(column)), skewness(ln(col(column)))).first();
    Chart chart = Chart.histogram(df, column).bins(bins);
    boolean log = Math.abs(skews.getDouble(1)) < Math.abs(skews.getDouble(0));
    return (log ? chart.logScale() : chart).spec();
  }

  @Override
  public Dataset<Row> scatterSample(Dataset<Row> df, String x, String y, int maxPoints, long seed) {
    return df.select(x, y).na().drop().orderBy(rand(seed)).limit(maxPoints);
  }

  @Override
  public Dataset<Row> correlations(Dataset<Row> df, List<String> columns) {
    Matrix matrix = spearman(df, columns);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        rows.add(RowFactory.create(columns.get(i), columns.get(j), matrix.apply(i, j)));
      }
    }
    return df.sparkSession().createDataFrame(rows, CORRELATIONS);
  }

  private static Matrix spearman(Dataset<Row> df, List<String> columns) {
    String[] inputs = columns.toArray(String[]::new);
    VectorAssembler assembler = new VectorAssembler().setInputCols(inputs).setOutputCol("features");
    Dataset<Row> vectors = assembler.transform(df.na().drop(inputs)).select("features");
    return (Matrix) Correlation.corr(vectors, "features", "spearman").first().get(0);
  }

  @Override
  public Relation relate(Dataset<Row> df, String x, String y, int bins) {
    Dataset<Row> points = df.select(x, y).na().drop();
    Row ends = points.agg(min(col(x).cast("double")), max(col(x).cast("double"))).first();
    double low = ends.getDouble(0);
    double width = (ends.getDouble(1) - low) / bins;
    Column bin = least(floor(col(x).minus(low).divide(width)), lit(bins - 1));
    double explained =
        points
            .withColumn("bin", bin)
            .withColumn("predicted", avg(col(y)).over(Window.partitionBy("bin")))
            .agg(var_pop(col("predicted")).divide(var_pop(col(y))))
            .first()
            .getDouble(0);
    return new Relation(spearman(points, List.of(x, y)).apply(0, 1), explained);
  }

  @Override
  public Dataset<Row> mapCells(Dataset<Row> df, double degrees) {
    return df.where(col("latitude").isNotNull().and(col("longitude").isNotNull()))
        .groupBy(
            floor(col("latitude").divide(degrees)).as("lat_cell"),
            floor(col("longitude").divide(degrees)).as("lon_cell"))
        .agg(count(lit(1)).as("homes"), median(col("price")).as("median_price"));
  }

  @Override
  public ChartSpec missingness(Dataset<Row> df, List<String> columns, String group) {
    Column[] shares =
        columns.stream()
            .map(column -> avg(col(column).isNull().cast("double")).as(column))
            .toArray(Column[]::new);
    List<Row> cells = new ArrayList<>();
    for (Row row : df.groupBy(col(group)).agg(count(lit(1)), shares).collectAsList()) {
      for (int i = 0; i < columns.size(); i++) {
        cells.add(RowFactory.create(row.getString(0), columns.get(i), row.getDouble(i + 2)));
      }
    }
    Row most = Collections.max(cells, Comparator.comparingDouble(cell -> cell.getDouble(2)));
    String words =
        "Heat map of missing values. Most is missing among %s, in %s: %d %%."
            .formatted(most.get(0), most.get(1), Math.round(100 * most.getDouble(2)));
    return Chart.heatmap(
            df.sparkSession().createDataFrame(cells, SHARES), "group", "column", "share")
        .title("Missing values by " + group)
        .description(words)
        .spec();
  }
}
