package day2.pca;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.size;

import dev.kindling.lab.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
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
import org.apache.spark.ml.feature.VectorSlicer;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.stat.Summarizer;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.mllib.linalg.Matrix;
import org.apache.spark.mllib.linalg.distributed.RowMatrix;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/** Other right answers. */
final class PcaVariants {

  private PcaVariants() {}

  /** Works with collected rows where they are few, and with nested pipelines. */
  @Variant("collected rows, nested pipelines, all components and a slicer")
  static final class CollectsAndSlices extends PcaSolution {

    @Override
    public List<String> columnsToReduce(Dataset<Row> df, String label) {
      List<String> chosen = new ArrayList<>();
      for (Tuple2<String, String> type : df.dtypes()) {
        if (type._2().equals("DoubleType")
            && !type._1().equals(label)
            && df.select(size(collect_set(col(type._1())))).first().getInt(0) >= 3) {
          chosen.add(type._1());
        }
      }
      return chosen;
    }

    @Override
    public PipelineModel fitPca(
        Dataset<Row> train, Dataset<Row> test, List<String> columns, int k) {
      Pipeline scaling =
          new Pipeline()
              .setStages(
                  new PipelineStage[] {
                    new VectorAssembler()
                        .setInputCols(columns.toArray(String[]::new))
                        .setOutputCol("numbers"),
                    new StandardScaler()
                        .setInputCol("numbers")
                        .setOutputCol("standard")
                        .setWithMean(true)
                  });
      PCA pca = new PCA().setInputCol("standard").setOutputCol("all").setK(columns.size());
      VectorSlicer first =
          new VectorSlicer()
              .setInputCol("all")
              .setOutputCol("pca")
              .setIndices(IntStream.range(0, k).toArray());
      return new Pipeline().setStages(new PipelineStage[] {scaling, pca, first}).fit(train);
    }

    @Override
    public int componentsNeeded(Dataset<Row> scaled, double share) {
      int size = scaled.select("scaled").head().<Vector>getAs("scaled").size();
      double left = 1;
      double[] shares =
          new PCA()
              .setInputCol("scaled")
              .setOutputCol("components")
              .setK(size)
              .fit(scaled.select("scaled"))
              .explainedVariance()
              .toArray();
      int needed = 0;
      while (left > 1 - share) {
        left -= shares[needed++];
      }
      return needed;
    }

    @Override
    public Dataset<Row> reconstruct(PipelineModel model, Dataset<Row> df) {
      Dataset<Row> transformed = model.transform(df);
      StandardScalerModel scaler = (StandardScalerModel) model.stages()[1];
      PCAModel pca = (PCAModel) model.stages()[2];
      List<Row> rows = new ArrayList<>();
      for (Row row : transformed.collectAsList()) {
        DenseVector back = pca.pc().multiply(row.<Vector>getAs("pca"));
        double[] units = new double[back.size()];
        Arrays.setAll(units, i -> back.apply(i) * scaler.std().apply(i) + scaler.mean().apply(i));
        double error = Vectors.sqdist(back, row.getAs("scaled")) / units.length;
        Object[] cells = new Object[row.size() + 2];
        for (int i = 0; i < row.size(); i++) {
          cells[i] = row.get(i);
        }
        cells[row.size()] = Vectors.dense(units);
        cells[row.size() + 1] = error;
        rows.add(RowFactory.create(cells));
      }
      StructType schema =
          transformed
              .schema()
              .add("reconstructed", SQLDataTypes.VectorType())
              .add("error", DataTypes.DoubleType);
      return df.sparkSession().createDataFrame(rows, schema);
    }

    @Override
    public CrossValidatorModel chooseK(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        List<Integer> ks,
        int folds) {
      PCA pca = new PCA().setInputCol("standard").setOutputCol("components");
      Pipeline preparation =
          new Pipeline()
              .setStages(
                  new PipelineStage[] {
                    new VectorAssembler()
                        .setInputCols(columns.stream().sorted().toArray(String[]::new))
                        .setOutputCol("numbers"),
                    new StandardScaler()
                        .setInputCol("numbers")
                        .setOutputCol("standard")
                        .setWithMean(true),
                    pca
                  });
      LogisticRegression regression =
          new LogisticRegression().setFeaturesCol("components").setLabelCol(label);
      return new CrossValidator()
          .setEstimator(new Pipeline().setStages(new PipelineStage[] {preparation, regression}))
          .setEstimatorParamMaps(
              new ParamGridBuilder()
                  .addGrid(pca.k(), ks.stream().sorted().mapToInt(k -> k).toArray())
                  .build())
          .setEvaluator(
              new MulticlassClassificationEvaluator().setMetricName("accuracy").setLabelCol(label))
          .setNumFolds(folds)
          .setParallelism(2)
          .setSeed(7)
          .fit(train.cache());
    }

    /** The components' shares of the whole variance. */
    @Override
    public List<Double> variancesBySvd(Dataset<Row> df) {
      Vector ofColumns = df.select(Summarizer.variance(col("features"))).first().getAs(0);
      double total = Arrays.stream(ofColumns.toArray()).sum();
      return Arrays.stream(
              new PCA()
                  .setInputCol("features")
                  .setOutputCol("components")
                  .setK(ofColumns.size())
                  .fit(df)
                  .explainedVariance()
                  .toArray())
          .map(share -> share * total)
          .boxed()
          .toList();
    }
  }

  /** Uses the older library and SQL. */
  @Variant("RowMatrix for the shares, SQL for the loadings")
  static final class UsesRowMatrix extends PcaSolution {

    @Override
    public int componentsNeeded(Dataset<Row> scaled, double share) {
      RowMatrix matrix =
          new RowMatrix(
              scaled
                  .select("scaled")
                  .javaRDD()
                  .map(row -> org.apache.spark.mllib.linalg.Vectors.fromML(row.getAs(0)))
                  .rdd());
      int columns = (int) matrix.numCols();
      Tuple2<Matrix, org.apache.spark.mllib.linalg.Vector> components =
          matrix.computePrincipalComponentsAndExplainedVariance(columns);
      double[] shares = components._2().toArray();
      return IntStream.rangeClosed(1, columns)
          .filter(k -> Arrays.stream(shares, 0, k).sum() >= share)
          .findFirst()
          .orElse(columns);
    }

    @Override
    public Dataset<Row> loadings(PCAModel model, List<String> columns) {
      double[] values = model.pc().toArray();
      int size = columns.size();
      List<Row> rows =
          IntStream.range(0, values.length)
              .mapToObj(i -> RowFactory.create(i / size + 1, columns.get(i % size), values[i]))
              .toList();
      SparkSession.active()
          .createDataFrame(rows, StructType.fromDDL("component INT, column STRING, loading DOUBLE"))
          .createOrReplaceTempView("components");
      return SparkSession.active()
          .sql(
              """
              SELECT component, column,
                     loading * sign(max_by(loading, abs(loading)) OVER (PARTITION BY component)) AS loading
              FROM components
              """);
    }

    @Override
    public List<Double> variancesBySvd(Dataset<Row> df) {
      List<Row> rows = df.select("features").collectAsList();
      Vector mean = df.select(Summarizer.mean(col("features"))).first().getAs(0);
      List<org.apache.spark.mllib.linalg.Vector> centred =
          rows.stream()
              .map(
                  row -> {
                    double[] values = row.<Vector>getAs(0).toArray().clone();
                    Arrays.setAll(values, i -> values[i] - mean.apply(i));
                    return org.apache.spark.mllib.linalg.Vectors.dense(values);
                  })
              .toList();
      RowMatrix matrix =
          new RowMatrix(
              JavaSparkContext.fromSparkContext(df.sparkSession().sparkContext())
                  .parallelize(centred)
                  .rdd());
      return Stream.of(matrix.computeSVD(mean.size(), true, 1e-12).s().toArray())
          .flatMapToDouble(Arrays::stream)
          .map(s -> s * s / (rows.size() - 1))
          .boxed()
          .toList();
    }
  }
}
