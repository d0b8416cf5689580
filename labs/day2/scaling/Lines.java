package day2.scaling;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Linear regressions to read coefficients from. */
final class Lines {

  private Lines() {}

  /** Fits a regression on columns as they are. */
  static PipelineModel fit(Dataset<Row> train, List<String> columns, String label) {
    return fit(train, columns, label, "columns", List.of());
  }

  /** Fits a regression on scaled columns. */
  static PipelineModel fit(
      Dataset<Row> train, List<String> columns, String label, StandardScaler scaler) {
    return fit(
        train,
        columns,
        label,
        "scaledColumns",
        List.of(scaler.setInputCol("columns").setOutputCol("scaledColumns")));
  }

  private static PipelineModel fit(
      Dataset<Row> train,
      List<String> columns,
      String label,
      String features,
      List<PipelineStage> between) {
    List<PipelineStage> stages = new ArrayList<>();
    stages.add(
        new VectorAssembler().setInputCols(columns.toArray(String[]::new)).setOutputCol("columns"));
    stages.addAll(between);
    stages.add(new LinearRegression().setLabelCol(label).setFeaturesCol(features));
    return new Pipeline().setStages(stages.toArray(PipelineStage[]::new)).fit(train);
  }
}
