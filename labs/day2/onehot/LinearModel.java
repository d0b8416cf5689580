package day2.onehot;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.OneHotEncoder;
import org.apache.spark.ml.feature.StringIndexer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.ml.regression.LinearRegressionModel;

/** A pipeline as the third task describes it, with a regression behind it. */
final class LinearModel {

  private LinearModel() {}

  static Pipeline pipeline(
      List<String> nominal, List<String> numeric, String label, String handleInvalid) {
    String[] indices = nominal.stream().map(c -> c + "Index").toArray(String[]::new);
    String[] vectors = nominal.stream().map(c -> c + "OHE").toArray(String[]::new);
    return new Pipeline()
        .setStages(
            new PipelineStage[] {
              new StringIndexer()
                  .setInputCols(nominal.toArray(String[]::new))
                  .setOutputCols(indices)
                  .setHandleInvalid(handleInvalid),
              new OneHotEncoder().setInputCols(indices).setOutputCols(vectors),
              new VectorAssembler()
                  .setInputCols(
                      Stream.concat(Stream.of(vectors), numeric.stream()).toArray(String[]::new))
                  .setOutputCol("features"),
              new LinearRegression().setLabelCol(label)
            });
  }

  static Vector coefficients(PipelineModel model) {
    return ((LinearRegressionModel) model.stages()[3]).coefficients();
  }
}
