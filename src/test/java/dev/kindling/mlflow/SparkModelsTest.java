package dev.kindling.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.kindling.data.TestSpark;
import dev.kindling.mlflow.rest.FakeTracking;
import dev.kindling.mlflow.rest.MlflowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.feature.Binarizer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SparkModelsTest {

  private static final String ROOT = "1/r/artifacts";

  private FakeTracking server;
  private SparkModels models;
  private final Dataset<Row> flats = FittedModels.flats(TestSpark.session());
  private final PipelineModel model = FittedModels.model(flats);

  @TempDir private Path temp;

  @BeforeEach
  void start() {
    server = new FakeTracking().run("r", "mlflow-artifacts:/" + ROOT);
    models = new SparkModels(server.uri());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private ModelOptions described() {
    Dataset<Row> input = flats.drop("price");
    return ModelOptions.none()
        .withSignature(ModelSignature.infer(input, model.transform(input).select("prediction")))
        .withInputExample(input.orderBy("size"));
  }

  @Test
  void aFolderHoldsWhatMlflowKeepsBesideAModel() throws IOException {
    Path folder = temp.resolve("my model");
    ModelInfo info = SparkModels.saveModel(model, folder, described());

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "MLmodel",
              "conda.yaml",
              "python_env.yaml",
              "requirements.txt",
              "sparkml",
              "input_example.json",
              "serving_input_example.json");
    }
    JsonNode description = new YAMLMapper().readTree(folder.resolve("MLmodel").toFile());
    assertThat(description.at("/flavors/spark/model_data").asText()).isEqualTo("sparkml");
    assertThat(description.at("/flavors/python_function/loader_module").asText())
        .isEqualTo("mlflow.spark");
    assertThat(description.at("/saved_input_example_info/pandas_orient").asText())
        .isEqualTo("split");
    assertThat(Files.readAllLines(folder.resolve("requirements.txt")))
        .containsExactly("mlflow==3.17.2", "pyspark==4.2.0");
    assertThat(new ObjectMapper().readTree(folder.resolve("input_example.json").toFile()))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    "{\"columns\": [\"size\", \"rooms\", \"district\"], \"data\": [[1.0, 1, \"Viertel 1\"],"
                        + " [2.0, 2, \"Viertel 2\"], [3.0, 3, \"Viertel 0\"], [4.0, 0, \"Viertel 1\"], [5.0, 1, \"Viertel 2\"]]}"));
    assertThat(info.flavors()).containsExactly("python_function", "spark");
    assertThatThrownBy(() -> SparkModels.saveModel(model, folder, described()))
        .isInstanceOf(MlflowException.class)
        .hasMessageContaining("There is a model in '" + folder + "' already");
  }

  @Test
  void aModelOfAFolderPredictsTheSameWithoutAServer() {
    Path folder = temp.resolve("ein Ordner/m");
    SparkModels.saveModel(model, folder, described());
    ModelInfo info = models.getModelInfo(folder.toString());

    assertThat(info.signature()).isEqualTo(described().signature());
    assertThat(FittedModels.predictions(models.loadModel(folder.toString()), flats))
        .isEqualTo(FittedModels.predictions(model, flats));
    assertThat(FittedModels.predictions(models.loadModel(folder.toUri().toString()), flats))
        .isEqualTo(FittedModels.predictions(model, flats));
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void aLoggedModelComesBackAlsoFromAServerWithoutLogModel() {
    ModelInfo info = models.logModel("r", model, "a model", described());

    assertThat(info.modelUri()).isEqualTo("runs:/r/a model");
    assertThat(server.files()).containsKey(ROOT + "/a model/MLmodel");
    assertThat(server.files().keySet()).noneMatch(file -> file.endsWith(".crc"));
    assertThat(FittedModels.predictions(models.loadModel("runs:/r/a model"), flats))
        .isEqualTo(FittedModels.predictions(model, flats));
    assertThat(models.getModelInfo("mlflow-artifacts:/" + ROOT + "/a model").modelUuid())
        .isEqualTo(info.modelUuid())
        .matches("[0-9a-f]{32}");
  }

  @Test
  void aSingleModelBecomesAPipeline() {
    Binarizer binarizer =
        new Binarizer().setInputCol("size").setOutputCol("prediction").setThreshold(30);
    models.logModel("r", binarizer, "model");

    PipelineModel loaded = models.loadModel("runs:/r/model");
    assertThat(loaded.stages()).hasSize(1);
    assertThat(
            loaded
                .transform(flats)
                .agg(org.apache.spark.sql.functions.sum("prediction"))
                .first()
                .getDouble(0))
        .isEqualTo(29.0);
  }

  @Test
  void aModelOfAnotherLibraryIsRefusedByItsFlavours() {
    server.file(ROOT + "/m/MLmodel", "flavors:\n  sklearn: {}\n  python_function: {}\n");

    assertThatThrownBy(() -> models.loadModel("runs:/r/m"))
        .isInstanceOf(MlflowException.class)
        .hasMessage(
            "The model at 'runs:/r/m' is not a Spark model (its flavours: sklearn, python_function):"
                + " load it with the library that made it.");
  }

  @Test
  void aDescriptionCannotPointOutOfTheModel() {
    for (String data : List.of("../other", "/etc", "..")) {
      server.file(ROOT + "/m/MLmodel", "flavors: {spark: {model_data: \"" + data + "\"}}");

      assertThatThrownBy(() -> models.loadModel("runs:/r/m"))
          .isInstanceOf(MlflowException.class)
          .hasMessageContaining("could lead elsewhere");
    }
  }

  @Test
  void theLinesThatPythonFoldsAreRead() {
    server.file(
        ROOT + "/m/MLmodel",
        "flavors: {spark: {model_data: sparkml}}\nmlflow_version: 3.17.2\nsignature:\n"
            + "  inputs: '[{\"type\": \"double\", \"name\": \"x\", \"required\": true}, {\"type\": \"integer\",\n"
            + "    \"name\": \"n\", \"required\": true}]'\n  outputs: null\n  params: null\n");

    assertThat(models.getModelInfo("runs:/r/m").signature().orElseThrow().toString())
        .isEqualTo("inputs: ['x': double (required), 'n': integer (required)], outputs: []");
  }
}
