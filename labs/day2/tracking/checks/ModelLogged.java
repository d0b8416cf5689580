package day2.tracking.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.mlflow.ColumnSpec;
import dev.kindling.mlflow.ModelSignature;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.TrackingSpace;
import dev.kindling.mlflow.artifacts.ArtifactStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mlflow.api.proto.Service.DatasetInput;
import org.mlflow.api.proto.Service.InputTag;
import org.mlflow.api.proto.Service.Run;

/**
 * What a run tells of a model and of its data, in words that are the same on every server.
 *
 * @param table where the data was read from
 */
record ModelLogged(TrackingSpace space, String runId, TrainTable table) {

  private static final ObjectMapper JSON = new ObjectMapper();

  Map<String, String> state() throws IOException {
    Map<String, String> state = new TreeMap<>();
    ArtifactStore artifacts = new ArtifactStore(space.uri());
    List<String> files =
        artifacts.listArtifacts(runId, "model").stream().map(f -> f.path().toString()).toList();
    String model = "runs:/%s/model".formatted(runId);
    if (files.contains("model/MLmodel")) {
      state.put("folder `model`", "holds a model");
      Optional<ModelSignature> signature =
          new SparkModels(space.uri()).getModelInfo(model).signature();
      state.put("inputs", signature.map(of -> columns(of.inputs())).orElse(""));
      state.put("outputs", signature.map(of -> columns(of.outputs())).orElse(""));
    }
    if (files.contains("model/input_example.json")) {
      JsonNode example = JSON.readTree(artifacts.at(model + "/input_example.json").read());
      List<String> columns = new ArrayList<>();
      example.path("columns").forEach(column -> columns.add(column.asText()));
      state.put("columns of the example", String.join(", ", columns));
      state.put("rows of the example", example.path("data").isEmpty() ? "none" : "some");
    }
    Run run = space.client().getRun(runId);
    state.put("status", run.getInfo().getStatus().name());
    for (DatasetInput input : run.getInputs().getDatasetInputsList()) {
      tell(state, state.containsKey("dataset") ? "another dataset" : "dataset", input);
    }
    state.values().removeIf(String::isEmpty);
    return state;
  }

  private static String columns(List<ColumnSpec> columns) {
    return String.join(
        ", ", columns.stream().map(column -> column.name() + " " + column.type()).toList());
  }

  private void tell(Map<String, String> state, String dataset, DatasetInput input)
      throws IOException {
    state.put(dataset, input.getDataset().getName());
    for (InputTag tag : input.getTagsList()) {
      if (tag.getKey().equals("mlflow.data.context")) {
        state.put(dataset + ", context", tag.getValue());
      }
    }
    state.put(dataset + ", source", input.getDataset().getSourceType());
    JsonNode source = JSON.readTree(input.getDataset().getSource());
    boolean ours = source.path("path").asText().equals(table.path());
    state.put(dataset + ", path", ours ? "that of the table" : "another");
    state.put(dataset + ", version", source.path("delta_table_version").asText());
  }
}
