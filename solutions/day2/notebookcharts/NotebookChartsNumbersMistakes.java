package day2.notebookcharts;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.var_pop;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
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

/** Answers to tasks 4 to 6 that look right and are not, each as somebody would write it. */
final class NotebookChartsNumbersMistakes {

  private static final StructType CORRELATIONS =
      StructType.fromDDL("x STRING, y STRING, correlation DOUBLE");

  private NotebookChartsNumbersMistakes() {}

  private static Matrix matrix(
      Dataset<Row> df, List<String> columns, String method, String invalid) {
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(columns.toArray(String[]::new))
            .setOutputCol("features")
            .setHandleInvalid(invalid);
    Dataset<Row> vectors = assembler.transform(df).select("features");
    return (Matrix) Correlation.corr(vectors, "features", method).first().get(0);
  }

  private static Dataset<Row> cells(Dataset<Row> df, List<String> columns, Matrix matrix) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      for (int j = 0; j < columns.size(); j++) {
        rows.add(RowFactory.create(columns.get(i), columns.get(j), matrix.apply(i, j)));
      }
    }
    return df.sparkSession().createDataFrame(rows, CORRELATIONS);
  }

  /** Hands the assembler nulls. */
  @Mistake(task = 4, diagnosis = "nulls-in-vectors")
  static final class AssemblesNulls extends NotebookChartsSolution {
    @Override
    public Dataset<Row> correlations(Dataset<Row> df, List<String> columns) {
      return cells(df, columns, matrix(df, columns, "spearman", "error"));
    }
  }

  /** Silences the assembler. */
  @Mistake(task = 4, diagnosis = "nan-from-nulls")
  static final class KeepsInvalid extends NotebookChartsSolution {
    @Override
    public Dataset<Row> correlations(Dataset<Row> df, List<String> columns) {
      return cells(df, columns, matrix(df, columns, "spearman", "keep"));
    }
  }

  /** Silences the assembler, and takes the method that comes without asking. */
  @Mistake(task = 4, diagnosis = "nan-from-nulls")
  static final class KeepsInvalidWithPearson extends NotebookChartsSolution {
    @Override
    public Dataset<Row> correlations(Dataset<Row> df, List<String> columns) {
      return cells(df, columns, matrix(df, columns, "pearson", "keep"));
    }
  }

  /** Takes the method that comes without asking. */
  @Mistake(task = 4, diagnosis = "pearson-not-spearman")
  static final class TakesTheDefault extends NotebookChartsSolution {
    @Override
    public Dataset<Row> correlations(Dataset<Row> df, List<String> columns) {
      return cells(df, columns, matrix(df, columns, "pearson", "skip"));
    }
  }

  /** Fills gaps with zeros. */
  @Mistake(task = 4, diagnosis = "nulls-as-zeros")
  static final class FillsWithZeros extends NotebookChartsSolution {
    @Override
    public Dataset<Row> correlations(Dataset<Row> df, List<String> columns) {
      return super.correlations(df.na().fill(0, columns.toArray(String[]::new)), columns);
    }
  }

  /** Computes each pair for itself. */
  @Mistake(task = 4, diagnosis = "pairwise")
  static final class CorrelatesPairs extends NotebookChartsSolution {
    @Override
    public Dataset<Row> correlations(Dataset<Row> df, List<String> columns) {
      List<Row> rows = new ArrayList<>();
      for (String x : columns) {
        for (String y : columns) {
          double correlation =
              x.equals(y) ? 1 : matrix(df, List.of(x, y), "spearman", "skip").apply(0, 1);
          rows.add(RowFactory.create(x, y, correlation));
        }
      }
      return df.sparkSession().createDataFrame(rows, CORRELATIONS);
    }
  }

  /** Keeps one side of the diagonal. */
  @Mistake(task = 4, diagnosis = "half-the-matrix")
  static final class KeepsHalf extends NotebookChartsSolution {
    @Override
    public Dataset<Row> correlations(Dataset<Row> df, List<String> columns) {
      return super.correlations(df, columns).where("x < y");
    }
  }

  /** Correlates values, not ranks. */
  @Mistake(task = 5, diagnosis = "pearson-not-spearman")
  static final class RelatesWithPearson extends NotebookChartsSolution {
    @Override
    public Relation relate(Dataset<Row> df, String x, String y, int bins) {
      double correlation = matrix(df, List.of(x, y), "pearson", "skip").apply(0, 1);
      return new Relation(correlation, super.relate(df, x, y, bins).explained());
    }
  }

  /** Believes that a correlation says it all. */
  @Mistake(task = 5, diagnosis = "correlation-squared")
  static final class SquaresTheCorrelation extends NotebookChartsSolution {
    @Override
    public Relation relate(Dataset<Row> df, String x, String y, int bins) {
      double correlation = super.relate(df, x, y, bins).correlation();
      return new Relation(correlation, correlation * correlation);
    }
  }

  /** Gives the greatest value a bin of its own. */
  @Mistake(task = 5, diagnosis = "last-value-alone")
  static final class OneBinTooMany extends NotebookChartsSolution {
    @Override
    public Relation relate(Dataset<Row> df, String x, String y, int bins) {
      double explained =
          binned(df, x, y, bins)
              .withColumn("predicted", avg(col(y)).over(Window.partitionBy("exact")))
              .agg(var_pop(col("predicted")).divide(var_pop(col(y))))
              .first()
              .getDouble(0);
      return new Relation(super.relate(df, x, y, bins).correlation(), explained);
    }
  }

  /** Takes the variance over the bins. */
  @Mistake(task = 5, diagnosis = "bins-not-rows")
  static final class CountsBinsOnce extends NotebookChartsSolution {
    @Override
    public Relation relate(Dataset<Row> df, String x, String y, int bins) {
      Dataset<Row> binned = binned(df, x, y, bins);
      double between =
          binned
              .groupBy("bin")
              .agg(avg(col(y)).as("mean"))
              .agg(var_pop(col("mean")))
              .first()
              .getDouble(0);
      double all = binned.agg(var_pop(col(y))).first().getDouble(0);
      return new Relation(super.relate(df, x, y, bins).correlation(), between / all);
    }
  }

  /** Measures what is left over. */
  @Mistake(task = 5, diagnosis = "left-over")
  static final class MeasuresTheRest extends NotebookChartsSolution {
    @Override
    public Relation relate(Dataset<Row> df, String x, String y, int bins) {
      Relation relation = super.relate(df, x, y, bins);
      return new Relation(relation.correlation(), 1 - relation.explained());
    }
  }

  private static Dataset<Row> binned(Dataset<Row> df, String x, String y, int bins) {
    Dataset<Row> points = df.select(x, y).na().drop();
    Row ends = points.agg(min(x), max(x)).first();
    double low = ends.getDouble(0);
    double width = (ends.getDouble(1) - low) / bins;
    return points
        .withColumn("exact", floor(col(x).minus(low).divide(width)))
        .withColumn("bin", org.apache.spark.sql.functions.least(col("exact"), lit(bins - 1)));
  }

  private static Dataset<Row> grid(Dataset<Row> df, Column lat, Column lon, Column price) {
    return df.where(col("latitude").isNotNull().and(col("longitude").isNotNull()))
        .groupBy(lat.cast("long").as("lat_cell"), lon.cast("long").as("lon_cell"))
        .agg(count(lit(1)).as("homes"), price.as("median_price"));
  }

  /** Cuts towards zero. */
  @Mistake(task = 6, diagnosis = "truncated")
  static final class Truncates extends NotebookChartsSolution {
    @Override
    public Dataset<Row> mapCells(Dataset<Row> df, double degrees) {
      return grid(
          df,
          col("latitude").divide(degrees),
          col("longitude").divide(degrees),
          median(col("price")));
    }
  }

  /** Goes to the nearest cell. */
  @Mistake(task = 6, diagnosis = "rounded")
  static final class Rounds extends NotebookChartsSolution {
    @Override
    public Dataset<Row> mapCells(Dataset<Row> df, double degrees) {
      // Halves are rounded up here, as Math.round does; Spark's own goes away from zero.
      return grid(
          df,
          floor(col("latitude").divide(degrees).plus(0.5)),
          floor(col("longitude").divide(degrees).plus(0.5)),
          median(col("price")));
    }
  }

  /** The usual way to round. */
  @Mistake(task = 6, diagnosis = "rounded")
  static final class RoundsAwayFromZero extends NotebookChartsSolution {
    @Override
    public Dataset<Row> mapCells(Dataset<Row> df, double degrees) {
      return grid(
          df,
          round(col("latitude").divide(degrees)),
          round(col("longitude").divide(degrees)),
          median(col("price")));
    }
  }

  /** Takes latitude for the way east. */
  @Mistake(task = 6, diagnosis = "latitude-for-longitude")
  static final class TurnsTheMap extends NotebookChartsSolution {
    @Override
    public Dataset<Row> mapCells(Dataset<Row> df, double degrees) {
      return grid(
          df,
          floor(col("longitude").divide(degrees)),
          floor(col("latitude").divide(degrees)),
          median(col("price")));
    }
  }

  /** Averages prices. */
  @Mistake(task = 6, diagnosis = "mean-for-median")
  static final class AveragesPrices extends NotebookChartsSolution {
    @Override
    public Dataset<Row> mapCells(Dataset<Row> df, double degrees) {
      return grid(
          df,
          floor(col("latitude").divide(degrees)),
          floor(col("longitude").divide(degrees)),
          avg(col("price")));
    }
  }

  /** Gives homes that lie nowhere a cell. */
  @Mistake(task = 6, diagnosis = "cell-of-nulls")
  static final class KeepsLostHomes extends NotebookChartsSolution {
    @Override
    public Dataset<Row> mapCells(Dataset<Row> df, double degrees) {
      return df.groupBy(
              floor(col("latitude").divide(degrees)).as("lat_cell"),
              floor(col("longitude").divide(degrees)).as("lon_cell"))
          .agg(count(lit(1)).as("homes"), median(col("price")).as("median_price"));
    }
  }
}
