package day2.notebookcharts;

import static org.apache.spark.sql.functions.*;

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
    Row skews = skews(df, col(column));
    Chart chart = Chart.histogram(df, column).bins(bins);
    return (helps(skews.getDouble(0), skews.getDouble(1)) ? chart.logScale() : chart).spec();
  }

  Row skews(Dataset<Row> df, Column value) {
    return df.where(value.gt(0)).agg(skewness(value), skewness(ln(value))).first();
  }

  boolean helps(double plain, double logged) {
    return Math.abs(logged) < Math.abs(plain);
  }

  @Override
  public Dataset<Row> scatterSample(Dataset<Row> df, String x, String y, int maxPoints, long seed) {
    return df.select(x, y).na().drop().orderBy(rand(seed)).limit(maxPoints);
  }

  @Override
  public Dataset<Row> correlations(Dataset<Row> df, List<String> columns) {
    Matrix matrix = matrix(df, columns);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        rows.add(RowFactory.create(columns.get(i), columns.get(j), matrix.apply(i, j)));
      }
    }
    return df.sparkSession().createDataFrame(rows, CORRELATIONS);
  }

  Matrix matrix(Dataset<Row> df, List<String> columns) {
    return matrix(df, columns, "spearman", "skip");
  }

  static Matrix matrix(Dataset<Row> df, List<String> columns, String method, String invalid) {
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(columns.toArray(String[]::new))
            .setOutputCol("features")
            .setHandleInvalid(invalid);
    Dataset<Row> vectors = assembler.transform(df).select("features");
    return (Matrix) Correlation.corr(vectors, "features", method).first().get(0);
  }

  @Override
  public Relation relate(Dataset<Row> df, String x, String y, int bins) {
    Dataset<Row> points = df.select(col(x).cast("double").as("x"), col(y).cast("double").as("y"));
    Dataset<Row> both = points.na().drop();
    Row ends = (ofAllPoints() ? points : both).agg(min("x"), max("x")).first();
    double low = ends.getDouble(0);
    double width = (ends.getDouble(1) - low) / bins;
    Column bin = bin(floor(col("x").minus(low).divide(width)), bins);
    Dataset<Row> predicted =
        both.withColumn("bin", bin)
            .withColumn("predicted", guess().over(Window.partitionBy("bin")));
    double correlation = matrix(both, List.of("x", "y"), method(), "error").apply(0, 1);
    return new Relation(correlation, explained(predicted));
  }

  String method() {
    return "spearman";
  }

  boolean ofAllPoints() {
    return false;
  }

  Column bin(Column exact, int bins) {
    return least(exact, lit(bins - 1));
  }

  Column guess() {
    return avg("y");
  }

  double explained(Dataset<Row> predicted) {
    return predicted.agg(var_pop(col("predicted")).divide(var_pop(col("y")))).first().getDouble(0);
  }

  @Override
  public Dataset<Row> mapCells(Dataset<Row> df, double degrees) {
    Column latitude = col("latitude").divide(degrees);
    Column longitude = col("longitude").divide(degrees);
    return found(df)
        .groupBy(cell(latitude).as("lat_cell"), cell(longitude).as("lon_cell"))
        .agg(count(lit(1)).as("homes"), middle(col("price")).as("median_price"));
  }

  Dataset<Row> found(Dataset<Row> df) {
    return df.where("latitude IS NOT NULL AND longitude IS NOT NULL");
  }

  Column cell(Column place) {
    return floor(place);
  }

  Column middle(Column price) {
    return median(price);
  }

  @Override
  public ChartSpec missingness(Dataset<Row> df, List<String> columns, String group) {
    Column[] shares =
        columns.stream().map(column -> share(df, col(column)).as(column)).toArray(Column[]::new);
    List<Row> cells = new ArrayList<>();
    for (Row row : df.groupBy(col(group)).agg(count(lit(1)), shares).collectAsList()) {
      for (int i = 0; i < columns.size(); i++) {
        cells.add(RowFactory.create(row.getString(0), columns.get(i), row.getDouble(i + 2)));
      }
    }
    Row most = Collections.max(cells, Comparator.comparingDouble(cell -> cell.getDouble(2)));
    return Chart.heatmap(
            df.sparkSession().createDataFrame(cells, SHARES), across(), down(), "share")
        .title("Missing values by " + group)
        .description(words(most))
        .spec();
  }

  String across() {
    return "group";
  }

  String down() {
    return "column";
  }

  Column share(Dataset<Row> df, Column value) {
    return avg(value.isNull().cast("double"));
  }

  String words(Row most) {
    return "Heat map of missing values. Most is missing among %s, in %s: %d %%."
        .formatted(most.get(0), most.get(1), Math.round(100 * most.getDouble(2)));
  }
}
