package day2.endtoend;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.check.KnownErrors;
import dev.kindling.mlflow.ColumnSpec;
import dev.kindling.mlflow.ModelSignature;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.TrackingSpace;
import dev.kindling.mlflow.artifacts.ArtifactStore;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A model that an answer logged, and what lies beside it.
 *
 * @param features what it reads, in its order
 */
record LoggedModel(TrackingSpace space, String runId, List<String> features) {

  private static final String EXAMPLE = "model/input_example.json";

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "forest-only",
              error -> error.says("features"),
              "The model that was logged is the forest alone: it wants a vector `features`, and whoever loads it has to build that vector with nothing to tell the order of its columns. Another order gives other predictions, and no error. Log the whole pipeline.");

  /** Judges the files, the signature and the example. */
  void judgeFiles() {
    List<String> files =
        new ArtifactStore(space.uri())
            .listArtifacts(runId, "model").stream().map(file -> file.path().toString()).toList();
    expect(files)
        .as("the artifacts of the run in the folder `model`")
        .toSatisfy("there is a file `MLmodel`", names -> names.contains("model/MLmodel"))
        .diagnose(
            "no-model",
            names -> true,
            "There is no model in the folder `model` of the run, so the metrics belong to something that is gone. Log the pipeline with `SparkModels.logModel(runId, model, \"model\", …)`.");
    judgeSignature(new SparkModels(space.uri()).getModelInfo(uri()).signature());
    expect(files)
        .as("the artifacts of the model")
        .toSatisfy("there is an input example", names -> names.contains(EXAMPLE))
        .diagnose(
            "no-example",
            names -> true,
            "There is no example of the input. A few rows tell more than types do, and a scoring server takes them as they are: `withInputExample(input)`.");
    expect(compute("the input example", this::exampleColumns))
        .as("the columns of the input example")
        .toHaveElementsInOrder(features)
        .diagnose(
            "label-in-example",
            names -> names.contains("label") || names.contains("quality"),
            "The example has what only a taster knows, `quality` or `label`. Give it the same frame as the signature's input: the features, nothing else.");
  }

  private void judgeSignature(Optional<ModelSignature> signature) {
    expect(signature.isPresent())
        .as("whether the model has a signature")
        .toBe(true)
        .diagnose(
            "no-signature",
            false,
            "The model does not say what it takes, so whoever loads it has to guess its columns. Give a `ModelSignature` in the options.");
    expect(names(signature.orElseThrow().inputs()))
        .as("the inputs of the signature")
        .toHaveElementsInOrder(features)
        .diagnose(
            "label-in-signature",
            inputs -> inputs.contains("label") || inputs.contains("quality"),
            "`quality` or `label` is among the inputs: the signature was made from the whole train frame, and says that a wine must have been tasted before the model can guess. Select the features first.")
        .diagnose(
            "signature-order",
            inputs -> Set.copyOf(inputs).equals(Set.copyOf(features)),
            "The inputs are the right ones in another order. MLflow hands a model its columns in the order of the signature, so write it as the model reads them: the order of the assembler's `getInputCols()`.");
    expect(names(signature.orElseThrow().outputs()))
        .as("the outputs of the signature")
        .toHaveElements(List.of("prediction"))
        .diagnose(
            "all-outputs",
            outputs -> outputs.size() > 1,
            "The outputs are all columns of the transformed frame. What the model gives is `prediction`: select it.");
  }

  /** Judges that the model can be loaded back, and predicts what it predicted. */
  void judgeParity(PipelineModel model, Dataset<Row> wines) {
    Dataset<Row> untasted = ForestFit.untasted(wines);
    PipelineModel loaded =
        compute("the model at '%s'".formatted(uri()), () -> models().loadModel(uri()));
    ERRORS.during(
        () ->
            compute("the predictions of the loaded model", () -> predictions(loaded, untasted))
                .schema());
    expect(predictions(loaded, untasted))
        .as("the predictions of the model that was loaded back")
        .toHaveRows(predictions(model, untasted));
  }

  private static Dataset<Row> predictions(PipelineModel model, Dataset<Row> wines) {
    return model.transform(wines).select("probability", "prediction");
  }

  private SparkModels models() {
    return new SparkModels(space.uri());
  }

  private String uri() {
    return "runs:/" + runId + "/model";
  }

  private List<String> exampleColumns() throws IOException {
    byte[] json = new ArtifactStore(space.uri()).at("runs:/" + runId + "/" + EXAMPLE).read();
    JsonNode columns = new ObjectMapper().readTree(json).path("columns");
    return StreamSupport.stream(columns.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> names(List<ColumnSpec> columns) {
    return columns.stream().map(ColumnSpec::name).toList();
  }
}
