package day2.tracking;

import static org.apache.spark.sql.functions.*;

import dev.kindling.mlflow.*;
import java.util.*;
import org.apache.spark.ml.*;
import org.apache.spark.ml.evaluation.RegressionEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.regression.LinearRegression;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.Service.*;
import org.mlflow.tracking.*;

public class Tracking implements TrackingLab {

  // Task 1: one run named LR-Single-Feature with three params and the rmse and r2 of test.
  @Override
  public String logRun(
      String trackingUri,
      String experimentId,
      Dataset<Row> train,
      Dataset<Row> test,
      String dataVersion) {
    MlflowClient client = new MlflowClient(trackingUri);
    throw new UnsupportedOperationException("TODO 1: log a run");
  }

  // Task 2: LR-Single-Feature, LR-All-Features, LR-Log-Price; all metrics in dollars.
  @Override
  public List<String> compareModels(
      String trackingUri,
      String experimentId,
      Dataset<Row> train,
      Dataset<Row> test,
      List<String> features,
      String dataVersion) {
    throw new UnsupportedOperationException("TODO 2: log three runs to compare");
  }

  // Task 3: the metric `loss` with steps that go on where it stopped; the whole curve, by step.
  @Override
  public List<Double> logLosses(String trackingUri, String runId, List<Double> losses) {
    throw new UnsupportedOperationException("TODO 3: log the losses and read the curve");
  }

  // Task 4: FINISHED, or FAILED and the exception goes on to the caller; never left RUNNING.
  @Override
  public PipelineModel fitInRun(
      String trackingUri,
      String experimentId,
      String runName,
      Pipeline pipeline,
      Dataset<Row> train) {
    throw new UnsupportedOperationException("TODO 4: fit within a run that always ends");
  }

  // Task 5: the names of all matching runs, best first, read page by page.
  @Override
  public List<String> findRuns(
      String trackingUri,
      String experimentId,
      String label,
      double below,
      int minDepth,
      int pageSize) {
    throw new UnsupportedOperationException("TODO 5: find the runs");
  }

  // Task 6: a parent run, and a child run per trial with the tag `mlflow.parentRunId`.
  @Override
  public String logTrials(
      String trackingUri, String experimentId, String runName, List<Trial> trials) {
    throw new UnsupportedOperationException("TODO 6: nest the trials");
  }

  // Task 7: the model with signature and input example, and the dataset that it was made from.
  @Override
  public String logModel(
      String trackingUri,
      String runId,
      PipelineModel model,
      List<String> features,
      Dataset<Row> train,
      String trainPath) {
    throw new UnsupportedOperationException("TODO 7: log the model");
  }

  private static Pipeline linearRegression(List<String> features, String label) {
    VectorAssembler assembler =
        new VectorAssembler()
            .setInputCols(features.toArray(String[]::new))
            .setOutputCol("features");
    LinearRegression regression = new LinearRegression().setLabelCol(label);
    return new Pipeline().setStages(new PipelineStage[] {assembler, regression});
  }
}
