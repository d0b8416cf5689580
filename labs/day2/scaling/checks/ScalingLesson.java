package day2.scaling.checks;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.clustering.BisectingKMeans;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.MaxAbsScalerModel;
import org.apache.spark.ml.feature.RobustScaler;
import org.apache.spark.ml.feature.RobustScalerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The code that the lesson shows, on cafés with seats, rent and a one-hot street. */
final class ScalingLesson {

  private ScalingLesson() {}

  static List<Object> scaling(Dataset<Row> trainCafes, Dataset<Row> testCafes) {
    // region: scaler
    VectorAssembler assembler =
        new VectorAssembler().setInputCols(new String[] {"seats", "rent"}).setOutputCol("size");
    RobustScaler scaler = new RobustScaler().setInputCol("size").setOutputCol("robustSize");
    RobustScalerModel model = scaler.fit(assembler.transform(trainCafes)); // learns quartiles
    Dataset<Row> scaled = model.transform(assembler.transform(testCafes)); // learns nothing
    // endregion
    // region: defaults
    System.out.println(scaler.explainParams()); // every param: what it is, its default, its value
    boolean centres = scaler.getWithCentering(); // false, unless somebody has set it
    // endregion
    // region: vectors-too
    VectorAssembler all =
        new VectorAssembler()
            .setInputCols(new String[] {"size", "streetOHE", "open"}) // vectors and a number
            .setOutputCol("everything");
    // endregion
    // region: grouping
    BisectingKMeans groups = new BisectingKMeans().setK(3).setSeed(7).setFeaturesCol("size");
    Pipeline pipeline = new Pipeline().setStages(new PipelineStage[] {assembler, groups});
    // endregion
    return List.of(scaled, centres, all, pipeline);
  }

  static List<Object> reading(
      PipelineModel fitted, Dataset<Row> scaledCafes, Dataset<Row> testCafes) {
    // region: long-table
    Dataset<Row> values =
        scaledCafes
            .select(
                array(
                        struct(
                            lit("seats").as("column"),
                            vector_to_array(col("robustSize"), "float64").getItem(0).as("value")),
                        struct(
                            lit("rent").as("column"),
                            vector_to_array(col("robustSize"), "float64").getItem(1).as("value")))
                    .as("values"))
            .select(inline(col("values"))); // two rows for each café
    // endregion
    // region: evaluator
    RegressionEvaluator evaluator =
        new RegressionEvaluator().setLabelCol("guests").setMetricName("mae");
    double mae = evaluator.evaluate(fitted.transform(testCafes));
    // endregion
    // region: stages
    VectorAssembler assembler = (VectorAssembler) fitted.stages()[0];
    MaxAbsScalerModel scaler = (MaxAbsScalerModel) fitted.stages()[1];
    String first = assembler.getInputCols()[0]; // names are here,
    double largest = scaler.maxAbs().apply(0); // numbers are there, in the same order
    // endregion
    return List.of(values, mae, first, largest);
  }
}
