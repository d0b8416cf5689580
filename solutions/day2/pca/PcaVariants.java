package day2.pca;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.size;

import dev.kindling.lab.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.MulticlassClassificationEvaluator;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.feature.VectorSlicer;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.stat.Summarizer;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
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
      VectorSlicer first =
          new VectorSlicer()
              .setInputCol("all")
              .setOutputCol("pca")
              .setIndices(IntStream.range(0, k).toArray());
      PCA pca = pca("scaled", "all").setK(columns.size());
      return pipeline(pipeline(assembler(columns), scaler("features", "scaled")), pca, first)
          .fit(train);
    }

    private static Pipeline pipeline(PipelineStage... stages) {
      return new Pipeline().setStages(stages);
    }

    @Override
    public CrossValidatorModel chooseK(
        Dataset<Row> train,
        Dataset<Row> test,
        List<String> columns,
        String label,
        List<Integer> ks,
        int folds) {
      PCA pca = pca("scaled", "components");
      Pipeline preparation =
          pipeline(
              assembler(columns.stream().sorted().toList()), scaler("features", "scaled"), pca);
      LogisticRegression regression =
          new LogisticRegression().setFeaturesCol("components").setLabelCol(label);
      return new CrossValidator()
          .setEstimator(pipeline(preparation, regression))
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

  /** Uses SQL. */
  @Variant("SQL for the loadings")
  static final class UsesSql extends PcaSolution {

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
  }
}
