package day2.tracking;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.mlflow.ColumnSpec;
import dev.kindling.mlflow.ModelInfo;
import dev.kindling.mlflow.ModelSignature;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.TrackingSpace;
import dev.kindling.mlflow.artifacts.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.mlflow.api.proto.Service.DatasetInput;
import org.mlflow.api.proto.Service.InputTag;
import org.mlflow.api.proto.Service.RunStatus;

/**
 * A model that an answer logged, and what lies beside it.
 *
 * @param features what the model reads, in order
 * @param trained the columns of the train rows
 */
record ModelLogged(
    TrackingSpace space, String runId, List<String> features, StructType trained, String label) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EXAMPLE = "input_example.json";

  /** Judges the address, the signature and the example. */
  void judge(String uri) {
    expect(uri)
        .as("the address of the model")
        .toBe("runs:/%s/model".formatted(runId))
        .diagnose(
            "other-path",
            given -> given.startsWith("runs:/" + runId + "/"),
            "The address names another folder of the run than `model`. Whoever loads it gets nothing, or something else.")
        .diagnose(
            "artifact-address",
            given -> given.contains("artifacts"),
            "This is the place where the server keeps the files. It works today and changes when they move; `runs:/<run id>/model` is looked up each time.");
    List<String> there =
        new ArtifactStore(space.uri())
            .listArtifacts(runId, "model").stream().map(file -> file.path().toString()).toList();
    expect(there)
        .as("the artifacts of the run in the folder `model`")
        .toSatisfy("there is a file `MLmodel`", files -> files.contains("model/MLmodel"))
        .diagnose(
            "other-path",
            files -> files.isEmpty(),
            "The address says `model`, but the run has no such folder: the model was logged under another name. Take the address from what `logModel` returns.");
    ModelInfo info = new SparkModels(space.uri()).getModelInfo(uri);
    judge(info.signature());
    judgeExample(there);
  }

  private void judge(Optional<ModelSignature> signature) {
    expect(signature.isPresent())
        .as("whether the model has a signature")
        .toBe(true)
        .diagnose(
            "no-signature",
            false,
            "The model does not say what it takes. Whoever loads it in a year has to guess the columns, and gets an error, or worse, a number. Give a `ModelSignature` in the options.");
    expect(names(signature.orElseThrow().inputs()))
        .as("the inputs of the signature")
        .toHaveElementsInOrder(features)
        .diagnose(
            "label-in-signature",
            inputs -> inputs.contains(label),
            "`%s` is among the inputs: the signature was made from the whole train frame. A new row has no price, that is why it needs a model. Select the features first."
                .formatted(label));
    expect(types(signature.orElseThrow().inputs()))
        .as("the types of the signature's inputs")
        .toHaveElementsInOrder(features.stream().map(this::mlflowType).toList())
        .diagnose(
            "types-for-values",
            types -> types.stream().distinct().count() == 1,
            types ->
                "The signature calls every input `%s`, but that is not what the rows have. A caller is told to send the wrong thing. Infer the signature from the columns as they are."
                    .formatted(types.get(0)));
    expect(names(signature.orElseThrow().outputs()))
        .as("the outputs of the signature")
        .toHaveElements(List.of("prediction"))
        .diagnose(
            "all-outputs",
            outputs -> outputs.size() > 1,
            "The outputs are all columns of the transformed frame, the inputs among them. What the model gives is `prediction`: select it.")
        .diagnose(
            "no-output",
            List.of(),
            "The signature says what the model takes and not what it gives. Infer it from two frames: the input, and `prediction` of the transformed input.");
  }

  private void judgeExample(List<String> there) {
    expect(there)
        .as("the artifacts of the model")
        .toSatisfy("there is an input example", files -> files.contains("model/" + EXAMPLE))
        .diagnose(
            "no-example",
            files -> true,
            "There is no example of the input. A few rows tell a reader more than types do, and can be sent to a scoring server as they are: `withInputExample(frame)`.");
    JsonNode example =
        json(
            new ArtifactStore(space.uri())
                .at("runs:/%s/model/%s".formatted(runId, EXAMPLE))
                .read());
    List<String> columns =
        StreamSupport.stream(example.path("columns").spliterator(), false)
            .map(JsonNode::asText)
            .toList();
    expect(columns)
        .as("the columns of the input example")
        .toHaveElementsInOrder(features)
        .diagnose(
            "label-in-example",
            names -> names.contains(label),
            "The example has the column `%s`, which the model does not take: nobody can send it as it is. Give it the same frame as the signature's input."
                .formatted(label));
    expect(example.path("data").size()).as("the rows of the input example").toBeAtLeast(1);
  }

  /** Judges that what the address leads to predicts what the model predicts. */
  void judgeParity(String uri, PipelineModel model, Dataset<Row> rows) {
    PipelineModel loaded =
        compute(
            "the model at '%s'".formatted(uri), () -> new SparkModels(space.uri()).loadModel(uri));
    expect(loaded.transform(rows).select("prediction"))
        .as("the predictions of the model that was loaded back")
        .within(1e-9)
        .toHaveRows(model.transform(rows).select("prediction"));
  }

  /** Judges the dataset that the run says it used. */
  void judgeDataset(String path, int version) {
    var run = space.client().getRun(runId);
    expect(run.getInfo().getStatus()).as("the status of the run").toBe(RunStatus.RUNNING);
    List<DatasetInput> inputs = run.getInputs().getDatasetInputsList();
    expect(inputs.size())
        .as("the number of dataset inputs of the run")
        .toBe(1)
        .diagnose(
            "no-dataset",
            0,
            "The run does not say which data the model was made from, so nobody can make it again. Log the dataset with `DatasetInputs`.");
    DatasetInput input = inputs.get(0);
    expect(input.getDataset().getName()).as("the name of the dataset").toBe("train");
    String context =
        input.getTagsList().stream()
            .filter(tag -> tag.getKey().equals("mlflow.data.context"))
            .map(InputTag::getValue)
            .findFirst()
            .orElse("missing");
    expect(context)
        .as("the context of the dataset")
        .toBe("training")
        .diagnose(
            "other-context",
            any -> true,
            "The context tells what the data was used for, and MLflow's word for the rows that a model learned from is `training`.");
    expect(input.getDataset().getSourceType())
        .as("the type of the dataset's source")
        .toBe("delta_table")
        .diagnose(
            "path-only",
            "spark",
            "The source is a path. What lies there may be another thing tomorrow; a Delta table keeps its versions, so name the table and its version: `DatasetSource.deltaPath`.");
    JsonNode source = json(input.getDataset().getSource().getBytes(StandardCharsets.UTF_8));
    expect(source.path("path").asText()).as("the path of the dataset's source").toBe(path);
    expect(source.path("delta_table_version").asLong(-1))
        .as("the version of the Delta table")
        .toBe(version)
        .diagnose(
            "count-for-version",
            version + 1,
            "That is the number of versions. They are counted from 0, so the latest is one less: take `version` of the first row of `history(1)`.")
        .diagnose(
            "other-version",
            any -> true,
            given ->
                "The source says version %.0f, but `train` was read from the latest one, which is %d. Ask the table: `DatasetSource.deltaPath(spark, path)` does, or read `version` of `history(1)`."
                    .formatted(given, version));
  }

  /** What MLflow calls the type of a column of the train rows. */
  private String mlflowType(String column) {
    return trained.apply(column).dataType().equals(DataTypes.IntegerType) ? "integer" : "double";
  }

  private static List<String> types(List<ColumnSpec> columns) {
    return columns.stream().map(column -> column.type().toString()).toList();
  }

  private static List<String> names(List<ColumnSpec> columns) {
    return columns.stream().map(ColumnSpec::name).toList();
  }

  private static JsonNode json(byte[] text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
