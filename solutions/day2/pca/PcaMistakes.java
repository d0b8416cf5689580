package day2.pca;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.variance;

import dev.kindling.lab.Mistake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.functions;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Answers to the first four tasks that look right and are not. */
final class PcaMistakes {

  private PcaMistakes() {}

  /** Forgets that the label is a double, too. */
  @Mistake(task = 1, diagnosis = "label-in-pca")
  static final class ReducesTheLabel extends PcaSolution {
    @Override
    public List<String> columnsToReduce(Dataset<Row> df, String label) {
      return super.columnsToReduce(df, "");
    }
  }

  /** Takes every double for a measurement. */
  @Mistake(task = 1, diagnosis = "ohe-in-pca")
  static final class ReducesSwitches extends PcaSolution {
    @Override
    public List<String> columnsToReduce(Dataset<Row> df, String label) {
      return doubles(df, label);
    }
  }

  /** Knows only indicators of zeros and ones. */
  @Mistake(task = 1, diagnosis = "ohe-in-pca")
  static final class LeavesOutZerosAndOnesOnly extends PcaSolution {
    @Override
    public List<String> columnsToReduce(Dataset<Row> df, String label) {
      List<String> chosen = new ArrayList<>();
      for (String name : doubles(df, label)) {
        boolean others = !df.where(col(name).notEqual(0).and(col(name).notEqual(1))).isEmpty();
        Row ends = df.agg(min(name), max(name)).first();
        if (others && !ends.get(0).equals(ends.get(1))) {
          chosen.add(name);
        }
      }
      return chosen;
    }
  }

  /** Feeds what the encoder wrote, too. */
  @Mistake(task = 1, diagnosis = "ohe-in-pca")
  static final class ReducesEncodedLevels extends PcaSolution {
    @Override
    public List<String> columnsToReduce(Dataset<Row> df, String label) {
      List<String> chosen = new ArrayList<>(super.columnsToReduce(df, label));
      Arrays.stream(df.columns()).filter(name -> name.endsWith("_OHE")).forEach(chosen::add);
      return chosen;
    }
  }

  /** Leaves out two values, but not one. */
  @Mistake(task = 1, diagnosis = "constant-in-pca")
  static final class ReducesConstants extends PcaSolution {
    @Override
    public List<String> columnsToReduce(Dataset<Row> df, String label) {
      return withCounts(df, doubles(df, label), count -> count == 2 ? 0 : 1);
    }
  }

  /** Takes all numbers. */
  @Mistake(task = 1, diagnosis = "id-in-pca")
  static final class ReducesIds extends PcaSolution {
    @Override
    public List<String> columnsToReduce(Dataset<Row> df, String label) {
      List<String> numbers =
          Stream.of(df.schema().fields())
              .filter(
                  field ->
                      List.of(DataTypes.DoubleType, DataTypes.IntegerType)
                          .contains(field.dataType()))
              .map(StructField::name)
              .filter(name -> !name.equals(label))
              .toList();
      return withCounts(df, numbers, count -> count > 2 ? 1 : 0);
    }
  }

  /** Tidies up. */
  @Mistake(task = 1, diagnosis = "another-order")
  static final class SortsTheColumns extends PcaSolution {
    @Override
    public List<String> columnsToReduce(Dataset<Row> df, String label) {
      return super.columnsToReduce(df, label).stream().sorted().toList();
    }
  }

  /** Projects the columns as they are. */
  @Mistake(task = 2, diagnosis = "unscaled-pca")
  static final class DoesNotScale extends PcaSolution {
    @Override
    public PipelineModel fitPca(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, int k) {
      return fit(train, assembler(columns), pca("features", k));
    }
  }

  /** Centres, and takes that for scaling. */
  @Mistake(task = 2, diagnosis = "unscaled-pca")
  static final class OnlyCentres extends PcaSolution {
    @Override
    public PipelineModel fitPca(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, int k) {
      return fit(
          train,
          assembler(columns),
          scaler("features", "scaled").setWithMean(true).setWithStd(false),
          pca("scaled", k));
    }
  }

  /** Believes that the defaults centre, or that the PCA does. */
  @Mistake(task = 2, diagnosis = "not-centred")
  static final class DoesNotCentre extends PcaSolution {
    @Override
    public PipelineModel fitPca(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, int k) {
      return fit(train, assembler(columns), scaler("features", "scaled"), pca("scaled", k));
    }
  }

  /** Scales what comes out. */
  @Mistake(task = 2, diagnosis = "scaled-after-pca")
  static final class ScalesAfterwards extends PcaSolution {
    @Override
    public PipelineModel fitPca(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, int k) {
      return fit(
          train,
          assembler(columns),
          pca("features", k).setOutputCol("components"),
          scaler("components", "pca").setWithMean(true));
    }
  }

  /** Learns from everything that lies at hand. */
  @Mistake(task = 2, diagnosis = "fit-on-all-rows")
  static final class FitsOnAllRows extends PcaSolution {
    @Override
    public PipelineModel fitPca(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, int k) {
      return super.fitPca(train.union(test), test, columns, k);
    }
  }

  /** Learns from the rows that are to be projected. */
  @Mistake(task = 2, diagnosis = "fit-on-test")
  static final class FitsOnTest extends PcaSolution {
    @Override
    public PipelineModel fitPca(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, int k) {
      return super.fitPca(test, train, columns, k);
    }
  }

  /** Keeps all components. */
  @Mistake(task = 2, diagnosis = "k-ignored")
  static final class KeepsAllComponents extends PcaSolution {
    @Override
    public PipelineModel fitPca(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, int k) {
      return super.fitPca(train, test, columns, columns.size());
    }
  }

  /** Returns the place in the array. */
  @Mistake(task = 3, diagnosis = "index-not-count")
  static final class CountsFromZero extends PcaSolution {
    @Override
    public int componentsNeeded(Dataset<Row> scaled, double share) {
      return super.componentsNeeded(scaled, share) - 1;
    }
  }

  /** Looks at the sum before it adds. */
  @Mistake(task = 3, diagnosis = "one-too-many")
  static final class AddsOneMore extends PcaSolution {
    @Override
    public int componentsNeeded(Dataset<Row> scaled, double share) {
      return super.componentsNeeded(scaled, share) + 1;
    }
  }

  /** Adds the variances of columns up. */
  @Mistake(task = 3, diagnosis = "columns-not-components")
  static final class CountsColumns extends PcaSolution {
    @Override
    public int componentsNeeded(Dataset<Row> scaled, double share) {
      Column array = functions.vector_to_array(col("scaled"), "float64");
      int size = scaled.select("scaled").first().<Vector>getAs(0).size();
      Column[] variances =
          IntStream.range(0, size).mapToObj(i -> variance(array.getItem(i))).toArray(Column[]::new);
      Row row = scaled.select(variances).first();
      double[] sorted = IntStream.range(0, size).mapToDouble(row::getDouble).sorted().toArray();
      double total = Arrays.stream(sorted).sum();
      double sum = 0;
      int k = 0;
      while (sum < share) {
        k++;
        sum += sorted[size - k] / total;
      }
      return k;
    }
  }

  /** Scales what is scaled. */
  @Mistake(task = 3, diagnosis = "scaled-again")
  static final class ScalesAgain extends PcaSolution {
    @Override
    public int componentsNeeded(Dataset<Row> scaled, double share) {
      return super.componentsNeeded(
          scaler("scaled", "again").fit(scaled).transform(scaled).select(col("again").as("scaled")),
          share);
    }
  }

  /** Shows what the library returned. */
  @Mistake(task = 4, diagnosis = "sign-left-open")
  static final class LeavesTheSigns extends PcaSolution {
    @Override
    public Dataset<Row> loadings(PCAModel model, List<String> columns) {
      return table(model, columns, (pc, component) -> 1);
    }
  }

  /** Turns by the first loading. */
  @Mistake(task = 4, diagnosis = "other-sign-rule")
  static final class TurnsByTheFirst extends PcaSolution {
    @Override
    public Dataset<Row> loadings(PCAModel model, List<String> columns) {
      return table(model, columns, (pc, component) -> pc.apply(0, component));
    }
  }

  /** Turns by the sum. */
  @Mistake(task = 4, diagnosis = "other-sign-rule")
  static final class TurnsByTheSum extends PcaSolution {
    @Override
    public Dataset<Row> loadings(PCAModel model, List<String> columns) {
      return table(
          model,
          columns,
          (pc, component) ->
              IntStream.range(0, columns.size()).mapToDouble(i -> pc.apply(i, component)).sum());
    }
  }

  /** Forgets the signs altogether. */
  @Mistake(task = 4, diagnosis = "absolute-loadings")
  static final class ForgetsSigns extends PcaSolution {
    @Override
    public Dataset<Row> loadings(PCAModel model, List<String> columns) {
      return super.loadings(model, columns).withColumn("loading", abs(col("loading")));
    }
  }

  /** Reads the values of the matrix row by row. */
  @Mistake(task = 4, diagnosis = "row-for-column")
  static final class ReadsRowByRow extends PcaSolution {
    @Override
    public Dataset<Row> loadings(PCAModel model, List<String> columns) {
      double[] values = model.pc().toArray();
      DenseMatrix misread = new DenseMatrix(columns.size(), model.getK(), values, true);
      return super.loadings(new PCAModel(model.uid(), misread, model.explainedVariance()), columns);
    }
  }

  /** Counts as arrays do. */
  @Mistake(task = 4, diagnosis = "counted-from-zero")
  static final class NamesFromZero extends PcaSolution {
    @Override
    public Dataset<Row> loadings(PCAModel model, List<String> columns) {
      return super.loadings(model, columns).withColumn("component", col("component").minus(1));
    }
  }

  private static List<String> doubles(Dataset<Row> df, String label) {
    return Stream.of(df.schema().fields())
        .filter(field -> field.dataType().equals(DataTypes.DoubleType))
        .map(StructField::name)
        .filter(name -> !name.equals(label))
        .toList();
  }

  private static List<String> withCounts(
      Dataset<Row> df, List<String> names, DoubleUnaryOperator keep) {
    Row counts =
        df.select(
                names.stream()
                    .map(name -> approx_count_distinct(col(name)).as(name))
                    .toArray(Column[]::new))
            .first();
    return names.stream().filter(name -> keep.applyAsDouble(counts.<Long>getAs(name)) > 0).toList();
  }

  /** What decides the sign of a component. */
  private interface Sign {
    double of(DenseMatrix pc, int component);
  }

  private static Dataset<Row> table(PCAModel model, List<String> columns, Sign positive) {
    DenseMatrix pc = model.pc();
    List<Row> rows = new ArrayList<>();
    for (int c = 0; c < pc.numCols(); c++) {
      double sign = positive.of(pc, c) < 0 ? -1 : 1;
      for (int i = 0; i < pc.numRows(); i++) {
        rows.add(RowFactory.create(c + 1, columns.get(i), sign * pc.apply(i, c)));
      }
    }
    return SparkSession.active()
        .createDataFrame(rows, StructType.fromDDL("component INT, column STRING, loading DOUBLE"));
  }

  private static PipelineModel fit(Dataset<Row> train, PipelineStage... stages) {
    return new Pipeline().setStages(stages).fit(train);
  }

  private static VectorAssembler assembler(List<String> columns) {
    return new VectorAssembler()
        .setInputCols(columns.toArray(String[]::new))
        .setOutputCol("features");
  }

  private static StandardScaler scaler(String from, String to) {
    return new StandardScaler().setInputCol(from).setOutputCol(to);
  }

  private static PCA pca(String from, int k) {
    return new PCA().setInputCol(from).setOutputCol("pca").setK(k);
  }
}
