package day2.registry;

import static org.apache.spark.sql.functions.*;

import dev.kindling.mlflow.*;
import dev.kindling.mlflow.rest.MlflowException;
import java.util.*;
import java.util.stream.*;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.Service.*;
import org.mlflow.tracking.MlflowClient;

public class Registry implements RegistryLab {

  // Task 1: log the model as the artifact `model`; a READY version that names its run.
  @Override
  public String register(String trackingUri, String runId, PipelineModel model, String name) {
    ModelRegistry registry = new ModelRegistry(trackingUri);
    throw new UnsupportedOperationException("TODO 1: register a version");
  }

  // Task 2: purpose and team to the model, change and data_version to this version.
  @Override
  public void describe(String trackingUri, String name, String version, Card card) {
    throw new UnsupportedOperationException("TODO 2: describe the model and the version");
  }

  // Task 3: None -> Staging -> Production, others archived; all moves as a log.
  @Override
  public List<Move> goLive(String trackingUri, String name, String version) {
    throw new UnsupportedOperationException("TODO 3: bring the version to Production");
  }

  // Task 4: which version does the address mean? Load it, score, tell its number.
  @Override
  public Dataset<Row> score(String trackingUri, String modelUri, Dataset<Row> frame) {
    throw new UnsupportedOperationException("TODO 4: score with the version that is named");
  }

  // Task 5: params, metrics, inputs that are not the same; by key within each kind.
  @Override
  public List<Difference> compare(String trackingUri, String name, String first, String second) {
    throw new UnsupportedOperationException("TODO 5: compare two versions");
  }

  // Task 6: a smaller validation_rmse wins: stage, champion, previous, challenger.
  @Override
  public boolean promote(String trackingUri, String name) {
    throw new UnsupportedOperationException("TODO 6: promote the challenger if it is better");
  }

  // Task 7: archived and without alias; the newest of them stay.
  @Override
  public List<String> cleanUp(String trackingUri, String name, int keep) {
    throw new UnsupportedOperationException("TODO 7: delete old versions");
  }
}
