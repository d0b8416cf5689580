package day2.pca;

import static org.apache.spark.sql.functions.approx_count_distinct;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.mllib.linalg.distributed.RowMatrix;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Components are learned once, from train, behind a scaler that centres. */
public class PcaSolution implements PcaLab {

  static final StructType LOADINGS =
      StructType.fromDDL("component INT, column STRING, loading DOUBLE");

  @Override
  public List<String> columnsToReduce(Dataset<Row> df, String label) {
    List<String> doubles =
        Arrays.stream(df.schema().fields())
            .filter(field -> field.dataType().equals(DataTypes.DoubleType))
            .map(StructField::name)
            .filter(name -> !name.equals(label))
            .toList();
    Column[] counts =
        doubles.stream()
            .map(name -> approx_count_distinct(col(name)).as(name))
            .toArray(Column[]::new);
    Row different = df.select(counts).first();
    return doubles.stream().filter(name -> different.<Long>getAs(name) > 2).toList();
  }

  @Override
  public PipelineModel fitPca(Dataset<Row> train, Dataset<Row> test, List<String> columns, int k) {
    return new Pipeline().setStages(stages(columns, pca("scaled", "pca").setK(k))).fit(train);
  }

  @Override
  public int componentsNeeded(Dataset<Row> scaled, double share) {
    int size = scaled.select("scaled").first().<Vector>getAs(0).size();
    DenseVector shares = pca("scaled", "pca").setK(size).fit(scaled).explainedVariance();
    double sum = 0;
    for (int k = 1; k <= size; k++) {
      sum += shares.apply(k - 1);
      if (sum >= share) {
        return k;
      }
    }
    return size;
  }

  @Override
  public Dataset<Row> loadings(PCAModel model, List<String> columns) {
    DenseMatrix pc = model.pc();
    List<Row> rows = new ArrayList<>();
    for (int component = 0; component < pc.numCols(); component++) {
      double sign = Math.signum(largest(pc, component));
      for (int column = 0; column < pc.numRows(); column++) {
        double loading = sign * pc.apply(column, component);
        rows.add(RowFactory.create(component + 1, columns.get(column), loading));
      }
    }
    return SparkSession.active().createDataFrame(rows, LOADINGS);
  }

  @Override
  public Dataset<Row> reconstruct(PipelineModel model, Dataset<Row> df) {
    StandardScalerModel scaler = (StandardScalerModel) model.stages()[1];
    DenseMatrix pc = ((PCAModel) model.stages()[2]).pc();
    return model
        .transform(df)
        .withColumn("reconstructed", inUnits(pc, scaler.std(), scaler.mean()).apply(col("pca")))
        .withColumn("error", error(pc).apply(col("scaled"), col("pca")));
  }

  @Override
  public CrossValidatorModel chooseK(
      Dataset<Row> train,
      Dataset<Row> test,
      List<String> columns,
      String label,
      List<Integer> ks,
      int folds) {
    PCA pca = pca("scaled", "pca");
    LogisticRegression regression =
        new LogisticRegression().setFeaturesCol("pca").setLabelCol(label);
    Pipeline pipeline = new Pipeline().setStages(stages(columns, pca, regression));
    ParamMap[] grid =
        new ParamGridBuilder()
            .addGrid(pca.k(), ks.stream().mapToInt(Integer::intValue).toArray())
            .build();
    return new CrossValidator()
        .setEstimator(pipeline)
        .setEstimatorParamMaps(grid)
        .setEvaluator(
            new MulticlassClassificationEvaluator().setLabelCol(label).setMetricName("accuracy"))
        .setNumFolds(folds)
        .fit(train);
  }

  @Override
  public List<Double> variancesBySvd(Dataset<Row> df) {
    Dataset<Row> centred =
        scaler("features", "centred").setWithStd(false).fit(df).transform(df).select("centred");
    JavaRDD<org.apache.spark.mllib.linalg.Vector> rows =
        centred.javaRDD().map(row -> org.apache.spark.mllib.linalg.Vectors.fromML(row.getAs(0)));
    RowMatrix matrix = new RowMatrix(rows.rdd());
    double[] singular = matrix.computeSVD((int) matrix.numCols(), false, 1e-9).s().toArray();
    long others = matrix.numRows() - 1;
    return Arrays.stream(singular).map(s -> s * s / others).boxed().toList();
  }

  /** Assembler and scaler, and what comes after them. */
  private static PipelineStage[] stages(List<String> columns, PipelineStage... more) {
    return Stream.concat(
            Stream.of(assembler(columns), scaler("features", "scaled")), Stream.of(more))
        .toArray(PipelineStage[]::new);
  }

  static VectorAssembler assembler(List<String> columns) {
    return new VectorAssembler()
        .setInputCols(columns.toArray(String[]::new))
        .setOutputCol("features");
  }

  static StandardScaler scaler(String from, String to) {
    return new StandardScaler().setInputCol(from).setOutputCol(to).setWithMean(true);
  }

  static PCA pca(String from, String to) {
    return new PCA().setInputCol(from).setOutputCol(to);
  }

  /** The loading of a component that is farthest from zero. */
  private static double largest(DenseMatrix pc, int component) {
    double largest = 0;
    for (int column = 0; column < pc.numRows(); column++) {
      double loading = pc.apply(column, component);
      largest = Math.abs(loading) > Math.abs(largest) ? loading : largest;
    }
    return largest;
  }

  private static UserDefinedFunction inUnits(DenseMatrix pc, Vector sd, Vector mean) {
    return udf(
        (Vector components) -> {
          double[] row = pc.multiply(components).toArray();
          for (int i = 0; i < row.length; i++) {
            row[i] = row[i] * sd.apply(i) + mean.apply(i);
          }
          return Vectors.dense(row);
        },
        SQLDataTypes.VectorType());
  }

  private static UserDefinedFunction error(DenseMatrix pc) {
    return udf(
        (Vector scaled, Vector components) ->
            Vectors.sqdist(scaled, pc.multiply(components)) / scaled.size(),
        DataTypes.DoubleType);
  }
}
