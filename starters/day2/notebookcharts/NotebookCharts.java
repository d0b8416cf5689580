package day2.notebookcharts;

import static org.apache.spark.sql.functions.*;

import dev.kindling.plot.Chart;
import dev.kindling.plot.spec.ChartSpec;
import java.util.*;
import org.apache.spark.ml.feature.*;
import org.apache.spark.ml.linalg.*;
import org.apache.spark.ml.stat.*;
import org.apache.spark.sql.*;
import org.apache.spark.sql.expressions.*;
import org.apache.spark.sql.types.*;

public class NotebookCharts implements NotebookChartsLab {

  // Task 1: `summary` and one column per column, one row per statistic, as Dataset.summary gives it.
  @Override
  public Dataset<Row> summarize(Dataset<Row> df, List<String> columns, List<String> statistics) {
    throw new UnsupportedOperationException("TODO 1: choose the statistics");
  }

  // Task 2: logarithmic if the logarithms of the values above 0 are less skewed than these values.
  @Override
  public ChartSpec histogram(Dataset<Row> df, String column, int bins) {
    Chart chart = Chart.histogram(df, column).bins(bins);
    throw new UnsupportedOperationException("TODO 2: decide on the scale, then chart.spec()");
  }

  // Task 3: at most maxPoints random rows with both values, the same ones for the same seed.
  @Override
  public Dataset<Row> scatterSample(
      Dataset<Row> df, String x, String y, int maxPoints, long seed) {
    throw new UnsupportedOperationException("TODO 3: sample the points");
  }

  // Task 4: one row per ordered pair with `x`, `y`, `correlation` (Spearman's, complete rows only).
  @Override
  public Dataset<Row> correlations(Dataset<Row> df, List<String> columns) {
    StructType schema = StructType.fromDDL("x STRING, y STRING, correlation DOUBLE");
    List<Row> rows = new ArrayList<>();
    throw new UnsupportedOperationException("TODO 4: correlate the columns");
  }

  // Task 5: Spearman's correlation, and the share of y's variance that the means of x's bins have.
  @Override
  public Relation relate(Dataset<Row> df, String x, String y, int bins) {
    Dataset<Row> points = df.select(x, y).na().drop();
    throw new UnsupportedOperationException("TODO 5: find what a correlation misses");
  }

  // Task 6: one row per cell with `lat_cell`, `lon_cell`, `homes`, `median_price`.
  @Override
  public Dataset<Row> mapCells(Dataset<Row> df, double degrees) {
    throw new UnsupportedOperationException("TODO 6: bin the map");
  }

  // Task 7: a heat map of the share of nulls by group and column, with a title and a description.
  @Override
  public ChartSpec missingness(Dataset<Row> df, List<String> columns, String group) {
    throw new UnsupportedOperationException("TODO 7: chart what is missing");
  }
}
