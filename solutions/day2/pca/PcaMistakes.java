package day2.pca;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.signum;
import static org.apache.spark.sql.functions.sum;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.MinMaxScaler;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.stat.Summarizer;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** Wrong columns, projections, counts and loadings, each as somebody would write it. */
final class PcaMistakes {

  private PcaMistakes() {}

  // Task 1

  @Mistake(task = 1, diagnosis = "label-in-pca")
  static final class ReducesTheLabel extends PcaSolution {
    @Override
    public List<String> columnsToReduce(Dataset<Row> df, String label) {
      return super.columnsToReduce(df, "");
    }
  }

  @Mistake(task = 1, diagnosis = "ohe-in-pca")
  static final class ReducesSwitches extends PcaSolution {
    @Override
    public List<String> columnsToReduce(Dataset<Row> df, String label) {
      return withCounts(df, doubles(df, label), count -> true);
    }
  }

  @Mistake(task = 1, diagnosis = "constant-in-pca")
  static final class ReducesConstants extends PcaSolution {
    @Override
    public List<String> columnsToReduce(Dataset<Row> df, String label) {
      return withCounts(df, doubles(df, label), count -> count != 2);
    }
  }

  @Mistake(task = 1, diagnosis = "id-in-pca")
  static final class ReducesIds extends PcaSolution {
    @Override
    public List<String> columnsToReduce(Dataset<Row> df, String label) {
      List<String> numbers =
          Stream.of(df.schema().fields())
              .filter(field -> field.dataType() instanceof NumericType)
              .map(StructField::name)
              .filter(name -> !name.equals(label))
              .toList();
      return withCounts(df, numbers, count -> count > 2);
    }
  }

  @Mistake(task = 1, diagnosis = "measurement-left-out")
  static final class WantsMoreThanThree extends PcaSolution {
    @Override
    public List<String> columnsToReduce(Dataset<Row> df, String label) {
      return withCounts(df, doubles(df, label), count -> count > 3);
    }
  }

  private static List<String> doubles(Dataset<Row> df, String label) {
    return Stream.of(df.schema().fields())
        .filter(field -> field.dataType().equals(DataTypes.DoubleType))
        .map(StructField::name)
        .filter(name -> !name.equals(label))
        .toList();
  }

  private static List<String> withCounts(Dataset<Row> df, List<String> names, LongPredicate keep) {
    Row counts =
        df.select(
                names.stream()
                    .map(name -> approx_count_distinct(col(name)).as(name))
                    .toArray(Column[]::new))
            .first();
    return names.stream().filter(name -> keep.test(counts.<Long>getAs(name))).toList();
  }

  // Task 2

  @Mistake(task = 2, diagnosis = "unscaled-pca")
  static final class DoesNotScale extends PcaSolution {
    @Override
    public PipelineModel fitPca(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, int k) {
      return fit(train, assembler(columns), pca("features", "pca").setK(k));
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "not-centred",
      says =
          "The directions are right, but the rows were not centred before they were projected: all of them are shifted, {shift}. `StandardScaler` leaves the mean where it is unless told otherwise, and `PCA` does not subtract it in `transform`. Call setWithMean(true).")
  static final class DoesNotCentre extends PcaSolution {
    @Override
    public PipelineModel fitPca(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, int k) {
      return fit(
          train,
          assembler(columns),
          scaler("features", "scaled").setWithMean(false),
          pca("scaled", "pca").setK(k));
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "scaled-after-pca",
      says =
          "The scaler comes after the `PCA`: the directions were found among columns of different scales, where the one with the largest numbers decides, and only the results were scaled. Scale first, then project.")
  static final class ScalesAfterwards extends PcaSolution {
    @Override
    public PipelineModel fitPca(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, int k) {
      return fit(
          train,
          assembler(columns),
          pca("features", "components").setK(k),
          scaler("components", "pca"));
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "range-for-deviation",
      says =
          "The columns were brought into the range from 0 to 1 instead of being divided by their standard deviations. So a single extreme row decides how much its whole column counts, and nothing is centred. Take a `StandardScaler` with setWithMean(true).")
  static final class ScalesToTheRange extends PcaSolution {
    @Override
    public PipelineModel fitPca(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, int k) {
      return fit(
          train,
          assembler(columns),
          new MinMaxScaler().setInputCol("features").setOutputCol("scaled"),
          pca("scaled", "pca").setK(k));
    }
  }

  @Mistake(
      task = 2,
      diagnosis = "scaled-as-test",
      says =
          "The directions were learned from train, but means and deviations from test. What is used on later rows must come from train; when a model is in use, test is one row, and that has no deviation. Fit the whole pipeline on train.")
  static final class ScalesAsTest extends PcaSolution {
    @Override
    public PipelineModel fitPca(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, int k) {
      PipelineModel scaled = fit(test, assembler(columns), scaler("features", "scaled"));
      return fit(train, scaled, pca("scaled", "pca").setK(k));
    }
  }

  private static PipelineModel fit(Dataset<Row> rows, PipelineStage... stages) {
    return new Pipeline().setStages(stages).fit(rows);
  }

  // Task 3

  @Mistake(
      task = 3,
      diagnosis = "index-not-count",
      says =
          "Each number is one too small. The shares are counted from 0 and components from 1: if the shares at 0, 1 and 2 are enough, these are three components.")
  static final class CountsFromZero extends PcaSolution {
    @Override
    public int componentsNeeded(Dataset<Row> scaled, double share) {
      return super.componentsNeeded(scaled, share) - 1;
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "columns-not-components",
      says =
          "These numbers belong to the variances of the columns, not of the components. Columns that go along with each other share their variance; the components are directions in which it is taken apart. Let a `PCA` find them.")
  static final class CountsColumns extends PcaSolution {
    @Override
    public int componentsNeeded(Dataset<Row> scaled, double share) {
      return needed(ofColumns(scaled, "scaled"), share);
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "scaled-again",
      says =
          "The vectors were scaled once more, which makes all columns equally important. The column is called `scaled` because that has been decided already: take it as it is.")
  static final class ScalesAgain extends PcaSolution {
    @Override
    public int componentsNeeded(Dataset<Row> scaled, double share) {
      StandardScaler again = scaler("scaled", "again");
      return super.componentsNeeded(
          again.fit(scaled).transform(scaled).select(col("again").as("scaled")), share);
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "roots-added",
      says =
          "These numbers belong to the standard deviations along the components, the roots of the variances. Deviations do not add up; variances do. Add `explainedVariance()` as it is.")
  static final class AddsRoots extends PcaSolution {
    @Override
    public int componentsNeeded(Dataset<Row> scaled, double share) {
      return needed(DoubleStream.of(shares(scaled)).map(Math::sqrt).toArray(), share);
    }
  }

  @Mistake(
      task = 3,
      diagnosis = "above-average",
      says =
          "Whatever the share is, your number is that of the components with more variance than the mean: a rule of thumb that does not look at the share (Kaiser's). Add the shares up from the first one until they reach `share`.")
  static final class CountsAboveAverage extends PcaSolution {
    @Override
    public int componentsNeeded(Dataset<Row> scaled, double share) {
      double[] shares = shares(scaled);
      return (int) DoubleStream.of(shares).filter(s -> s > 1.0 / shares.length).count();
    }
  }

  private static double[] shares(Dataset<Row> scaled) {
    int size = scaled.select("scaled").first().<Vector>getAs(0).size();
    return PcaSolution.pca("scaled", "pca").setK(size).fit(scaled).explainedVariance().toArray();
  }

  /** The variances of the numbers of a vector, the largest first. */
  static double[] ofColumns(Dataset<Row> df, String vector) {
    Vector variances = df.select(Summarizer.variance(col(vector))).first().getAs(0);
    return DoubleStream.of(variances.toArray()).map(v -> -v).sorted().map(v -> -v).toArray();
  }

  private static int needed(double[] parts, double share) {
    double total = Arrays.stream(parts).sum();
    double sum = 0;
    int k = 0;
    while (sum < share) {
      sum += parts[k++] / total;
    }
    return k;
  }

  // Task 4

  @Mistake(
      task = 4,
      diagnosis = "sign-left-open",
      says =
          "The loadings stand as the library returned them. A direction and its opposite are the same component, so another version, or another machine, may show all signs of a component turned. Turn each component so that its largest loading, by absolute value, is positive.")
  static final class LeavesTheSigns extends PcaSolution {
    @Override
    public Dataset<Row> loadings(PCAModel model, List<String> columns) {
      DenseMatrix pc = model.pc();
      List<Row> rows = new ArrayList<>();
      for (int c = 0; c < pc.numCols(); c++) {
        for (int i = 0; i < pc.numRows(); i++) {
          rows.add(RowFactory.create(c + 1, columns.get(i), pc.apply(i, c)));
        }
      }
      return SparkSession.active().createDataFrame(rows, LOADINGS);
    }
  }

  @Mistake(task = 4, diagnosis = "other-sign-rule")
  static final class TurnsByTheSum extends PcaSolution {
    @Override
    public Dataset<Row> loadings(PCAModel model, List<String> columns) {
      Column sum = sum("loading").over(Window.partitionBy("component"));
      return super.loadings(model, columns)
          .withColumn("loading", col("loading").multiply(signum(sum)));
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "absolute-loadings",
      says =
          "All loadings are positive: their signs within a component are lost, and with them which columns rise together and which fall when others rise. Turn whole components only.")
  static final class ForgetsSigns extends PcaSolution {
    @Override
    public Dataset<Row> loadings(PCAModel model, List<String> columns) {
      return super.loadings(model, columns).withColumn("loading", abs(col("loading")));
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "row-for-column",
      says =
          "The numbers of several components are mixed. `DenseMatrix` keeps its values column by column, so `toArray()` or `values()` holds the first component first; read row i, column j with `apply(i, j)`, where a row is an input column.")
  static final class ReadsRowByRow extends PcaSolution {
    @Override
    public Dataset<Row> loadings(PCAModel model, List<String> columns) {
      double[] values = model.pc().toArray();
      DenseMatrix misread = new DenseMatrix(columns.size(), model.getK(), values, true);
      return super.loadings(new PCAModel(model.uid(), misread, model.explainedVariance()), columns);
    }
  }

  @Mistake(
      task = 4,
      diagnosis = "counted-from-zero",
      says =
          "The loadings are right, but the components are counted from 0. People count them from 1: the first component.")
  static final class NamesFromZero extends PcaSolution {
    @Override
    public Dataset<Row> loadings(PCAModel model, List<String> columns) {
      return super.loadings(model, columns).withColumn("component", col("component").minus(1));
    }
  }
}
