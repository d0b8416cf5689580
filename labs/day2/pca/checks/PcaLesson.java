package day2.pca.checks;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.DecisionTreeClassifier;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.MinMaxScaler;
import org.apache.spark.ml.feature.PCA;
import org.apache.spark.ml.feature.PCAModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.DenseMatrix;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.tuning.CrossValidator;
import org.apache.spark.ml.tuning.CrossValidatorModel;
import org.apache.spark.ml.tuning.ParamGridBuilder;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.UserDefinedFunction;

/** The code that the lesson shows, on five trucks. */
final class PcaLesson {

  private PcaLesson() {}

  static Dataset<Row> pca(Dataset<Row> trucks) {
    // region: pca
    PCA pca = new PCA().setInputCol("scaled").setOutputCol("components").setK(2);
    PCAModel model = pca.fit(trucks); // learns the directions
    DenseMatrix directions = model.pc(); // one row per input column, one column per component
    Vector shares = model.explainedVariance(); // 0.9 and 0.1
    Dataset<Row> projected = model.transform(trucks); // multiplies, and subtracts no mean
    // endregion
    projected.describe();
    return directions.numCols() == shares.size() ? projected : trucks;
  }

  static double element(DenseMatrix directions) {
    // region: element
    double fuelInSecond = directions.apply(1, 1); // row (input column) first, both from 0
    // endregion
    return fuelInSecond;
  }

  static Dataset<Row> function(Dataset<Row> trucks, Vector weights) {
    // region: function-of-vectors
    UserDefinedFunction weighted =
        udf(
            (Vector scaled) -> {
              double[] numbers = scaled.toArray().clone();
              for (int i = 0; i < numbers.length; i++) {
                numbers[i] = numbers[i] * weights.apply(i);
              }
              return Vectors.dense(numbers);
            },
            SQLDataTypes.VectorType());
    Dataset<Row> result = trucks.withColumn("weighted", weighted.apply(col("scaled")));
    // endregion
    return result;
  }

  static CrossValidatorModel crossValidation(Dataset<Row> trainTrucks, VectorAssembler assembler) {
    // region: cross-validation
    MinMaxScaler scaler = new MinMaxScaler().setInputCol("numbers").setOutputCol("between0and1");
    DecisionTreeClassifier tree =
        new DecisionTreeClassifier().setFeaturesCol("between0and1").setLabelCol("late");
    ParamMap[] grid = new ParamGridBuilder().addGrid(tree.maxDepth(), new int[] {2, 4}).build();
    CrossValidatorModel model =
        new CrossValidator()
            .setEstimator(new Pipeline().setStages(new PipelineStage[] {assembler, scaler, tree}))
            .setEstimatorParamMaps(grid)
            .setEvaluator(new BinaryClassificationEvaluator().setLabelCol("late"))
            .setNumFolds(5)
            .fit(trainTrucks);
    double[] ofEachDepth = model.avgMetrics();
    PipelineModel best = (PipelineModel) model.bestModel();
    // endregion
    return ofEachDepth.length == best.stages().length ? null : model;
  }
}
