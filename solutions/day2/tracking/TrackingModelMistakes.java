package day2.tracking;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.log;

import dev.kindling.lab.Mistake;
import dev.kindling.mlflow.DatasetInputs;
import dev.kindling.mlflow.DatasetSource;
import dev.kindling.mlflow.ModelOptions;
import dev.kindling.mlflow.ModelSignature;
import dev.kindling.mlflow.SparkModels;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.mlflow.tracking.MlflowClient;

/** Wrong answers about logging a model, each as somebody would write it. */
final class TrackingModelMistakes {

  private TrackingModelMistakes() {}

  /** Infers the signature from the whole frame. */
  @Mistake(task = 7, diagnosis = "label-in-signature")
  static final class TakesTheLabelForAnInput extends LogsModel {
    @Override
    ModelOptions options(PipelineModel model, Dataset<Row> input, Dataset<Row> train) {
      return ModelOptions.none()
          .withSignature(ModelSignature.infer(train, model.transform(train).select("prediction")))
          .withInputExample(train);
    }
  }

  /** Logs the bare model. */
  @Mistake(task = 7, diagnosis = "no-signature")
  static final class LogsNoSignature extends LogsModel {
    @Override
    ModelOptions options(PipelineModel model, Dataset<Row> input, Dataset<Row> train) {
      return ModelOptions.none().withInputExample(input);
    }
  }

  /** Tells what goes in, and not what comes out. */
  @Mistake(task = 7, diagnosis = "no-output")
  static final class TellsNoOutput extends LogsModel {
    @Override
    ModelOptions options(PipelineModel model, Dataset<Row> input, Dataset<Row> train) {
      return ModelOptions.none().withSignature(ModelSignature.infer(input)).withInputExample(input);
    }
  }

  /** Takes every column of the transformed frame for an output. */
  @Mistake(task = 7, diagnosis = "all-outputs")
  static final class TakesAllOutputs extends LogsModel {
    @Override
    ModelOptions options(PipelineModel model, Dataset<Row> input, Dataset<Row> train) {
      return ModelOptions.none()
          .withSignature(ModelSignature.infer(input, model.transform(input)))
          .withInputExample(input);
    }
  }

  /** Logs no example. */
  @Mistake(task = 7, diagnosis = "no-example")
  static final class LogsNoExample extends LogsModel {
    @Override
    ModelOptions options(PipelineModel model, Dataset<Row> input, Dataset<Row> train) {
      return ModelOptions.none()
          .withSignature(ModelSignature.infer(input, model.transform(input).select("prediction")));
    }
  }

  /** Gives train rows as the example. */
  @Mistake(task = 7, diagnosis = "label-in-example")
  static final class ShowsTheLabel extends LogsModel {
    @Override
    ModelOptions options(PipelineModel model, Dataset<Row> input, Dataset<Row> train) {
      return super.options(model, input, train).withInputExample(train);
    }
  }

  /** Logs under another name than it says. */
  @Mistake(task = 7, diagnosis = "other-path")
  static final class LogsElsewhere extends LogsModel {
    @Override
    String log(SparkModels models, String runId, PipelineModel model, ModelOptions options) {
      models.logModel(runId, model, "log-model", options);
      return "runs:/" + runId + "/model";
    }
  }

  /** Returns the address of another folder. */
  @Mistake(task = 7, diagnosis = "other-path")
  static final class NamesTheModelOtherwise extends LogsModel {
    @Override
    String log(SparkModels models, String runId, PipelineModel model, ModelOptions options) {
      return models.logModel(runId, model, "linear-regression", options).modelUri();
    }
  }

  /** Calls every column a double. */
  @Mistake(task = 7, diagnosis = "types-for-values")
  static final class CallsEverythingDouble extends LogsModel {
    @Override
    ModelOptions options(PipelineModel model, Dataset<Row> input, Dataset<Row> train) {
      StructType inputs = new StructType();
      for (String column : input.columns()) {
        inputs = inputs.add(column, DataTypes.DoubleType);
      }
      StructType output = new StructType().add("prediction", DataTypes.DoubleType);
      return ModelOptions.none()
          .withSignature(ModelSignature.infer(inputs, output))
          .withInputExample(input);
    }
  }

  /** Returns the place of the files. */
  @Mistake(task = 7, diagnosis = "artifact-address")
  static final class ReturnsThePlaceOfTheFiles extends TrackingSolution {
    @Override
    public String logModel(
        String trackingUri,
        String runId,
        PipelineModel model,
        List<String> features,
        Dataset<Row> train,
        String trainPath) {
      super.logModel(trackingUri, runId, model, features, train, trainPath);
      return new MlflowClient(trackingUri).getRun(runId).getInfo().getArtifactUri() + "/model";
    }
  }

  /** Forgets the data. */
  @Mistake(task = 7, diagnosis = "no-dataset")
  static final class ForgetsTheData extends LogsModel {
    @Override
    void logData(DatasetInputs inputs, String runId, Dataset<Row> train, String path) {}
  }

  /** Writes the context in its own words. */
  @Mistake(task = 7, diagnosis = "other-context")
  static final class SaysTrain extends LogsModel {
    @Override
    void logData(DatasetInputs inputs, String runId, Dataset<Row> train, String path) {
      DatasetSource source = DatasetSource.deltaPath(train.sparkSession(), path);
      inputs.logInput(runId, DatasetInputs.fromSpark(train, "train", source), "train");
    }
  }

  /** Knows the version by heart. */
  @Mistake(task = 7, diagnosis = "other-version")
  static final class SaysTheFirstVersion extends LogsModel {
    @Override
    void logData(DatasetInputs inputs, String runId, Dataset<Row> train, String path) {
      DatasetSource source = DatasetSource.deltaPath(path, 0);
      inputs.logInput(runId, DatasetInputs.fromSpark(train, "train", source), "training");
    }
  }

  /** Takes the number of commits for the version. */
  @Mistake(task = 7, diagnosis = "count-for-version")
  static final class CountsVersions extends LogsModel {
    @Override
    void logData(DatasetInputs inputs, String runId, Dataset<Row> train, String path) {
      long versions =
          io.delta.tables.DeltaTable.forPath(train.sparkSession(), path).history().count();
      DatasetSource source = DatasetSource.deltaPath(path, versions);
      inputs.logInput(runId, DatasetInputs.fromSpark(train, "train", source), "training");
    }
  }

  /** Names the folder and no version. */
  @Mistake(task = 7, diagnosis = "path-only")
  static final class NamesTheFolder extends LogsModel {
    @Override
    void logData(DatasetInputs inputs, String runId, Dataset<Row> train, String path) {
      DatasetSource source = DatasetSource.path(path);
      inputs.logInput(runId, DatasetInputs.fromSpark(train, "train", source), "training");
    }
  }

  /** A model logged in steps of which a mistake changes one. */
  private abstract static class LogsModel extends TrackingSolution {
    @Override
    public String logModel(
        String trackingUri,
        String runId,
        PipelineModel model,
        List<String> features,
        Dataset<Row> train,
        String trainPath) {
      Dataset<Row> input = train.select(features.stream().map(c -> col(c)).toArray(Column[]::new));
      logData(new DatasetInputs(trackingUri), runId, train, trainPath);
      return log(new SparkModels(trackingUri), runId, model, options(model, input, train));
    }

    void logData(DatasetInputs inputs, String runId, Dataset<Row> train, String path) {
      DatasetSource source = DatasetSource.deltaPath(train.sparkSession(), path);
      inputs.logInput(runId, DatasetInputs.fromSpark(train, "train", source), "training");
    }

    ModelOptions options(PipelineModel model, Dataset<Row> input, Dataset<Row> train) {
      return ModelOptions.none()
          .withSignature(ModelSignature.infer(input, model.transform(input).select("prediction")))
          .withInputExample(input);
    }

    String log(SparkModels models, String runId, PipelineModel model, ModelOptions options) {
      return models.logModel(runId, model, "model", options).modelUri();
    }
  }
}
