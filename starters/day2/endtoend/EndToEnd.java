package day2.endtoend;

import static org.apache.spark.sql.functions.*;

import dev.kindling.mlflow.*;
import dev.kindling.mlflow.artifacts.*;
import java.util.*;
import org.apache.spark.ml.*;
import org.apache.spark.ml.classification.*;
import org.apache.spark.ml.evaluation.*;
import org.apache.spark.ml.feature.*;
import org.apache.spark.sql.*;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.tracking.*;

public class EndToEnd implements EndToEndLab {

  /** A run that belongs to no other, or to a parent. */
  private static String startRun(
      MlflowClient client, String experimentId, String name, RunTag... tags) {
    return client
        .createRun(
            CreateRun.newBuilder()
                .setExperimentId(experimentId)
                .setRunName(name)
                .setStartTime(System.currentTimeMillis())
                .addAllTags(List.of(tags))
                .build())
        .getRunId();
  }

  // Task 1: all rows without nulls, underscores for blanks, `is_red` (int) and `label` (double).
  @Override
  public Dataset<Row> prepareWines(Dataset<Row> red, Dataset<Row> white) {
    throw new UnsupportedOperationException("TODO 1: bring red and white together");
  }

  // Task 2: 60/20/20; the same rows and the same seed give the same parts, however they come.
  @Override
  public Split splitWines(Dataset<Row> wines, long seed) {
    throw new UnsupportedOperationException("TODO 2: split so that it can be repeated");
  }

  // Task 3: assembler and forest, fitted on train; the AUC on validation.
  @Override
  public Scored fitForest(Dataset<Row> train, Dataset<Row> validation, Settings settings) {
    throw new UnsupportedOperationException("TODO 3: fit a baseline");
  }

  // Task 4: a run with three params, `train_auc`, `val_auc`, `feature_importances.json`, `model`.
  @Override
  public String logForest(
      String trackingUri,
      String experimentId,
      PipelineModel model,
      Settings settings,
      Dataset<Row> train,
      Dataset<Row> validation) {
    throw new UnsupportedOperationException("TODO 4: log the run");
  }

  // Task 5: a parent with one child per candidate; chosen by `val_auc`; `test_auc` once, at the end.
  @Override
  public Tuned tune(
      String trackingUri, String experimentId, Split split, List<Settings> candidates) {
    throw new UnsupportedOperationException("TODO 5: tune on validation, judge on test");
  }

  // Task 6: a new version; champion and Production if its `test_auc` is larger, else challenger.
  @Override
  public String promote(String trackingUri, String name, String runId) {
    throw new UnsupportedOperationException("TODO 6: promote only what is better");
  }

  // Task 7: a Delta table with the batch's columns, `prediction` and `model_version`.
  @Override
  public String scoreWines(
      String trackingUri, String name, Dataset<Row> batch, String tablePath) {
    throw new UnsupportedOperationException("TODO 7: score a batch with the champion");
  }
}
