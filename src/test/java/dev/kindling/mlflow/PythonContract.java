package dev.kindling.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.data.TestSpark;
import dev.kindling.tracking.contract.Python;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mlflow.tracking.MlflowClient;

/**
 * Python's MLflow reads what is logged here, and the other way round, with any server. A subclass
 * names the server.
 */
@Timeout(600)
abstract class PythonContract {

  private static final String NEEDED =
      "import importlib.util as u, sys; sys.exit(not (u.find_spec('mlflow') and u.find_spec('pyspark')))";

  @TempDir private Path temp;

  /** The server; may skip the test. */
  abstract String trackingUri();

  private static String python() throws Exception {
    Optional<Python> python = Python.find();
    assumeTrue(python.isPresent(), Python.MISSING);
    String executable = python.get().executable().toString();
    assumeTrue(
        new ProcessBuilder(executable, "-c", NEEDED).start().waitFor() == 0,
        "Skipped: %s has no pyspark. Install docker/mlflow/tests.txt into it."
            .formatted(executable));
    return executable;
  }

  private JsonNode python(String modelUri, String run) throws Exception {
    Path answer = temp.resolve("answer.json");
    Path log = temp.resolve("python.log");
    ProcessBuilder builder =
        new ProcessBuilder(
                python(),
                Path.of("src/test/resources/dev/kindling/mlflow/python_side.py")
                    .toAbsolutePath()
                    .toString(),
                modelUri,
                run,
                answer.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("MLFLOW_TRACKING_URI", trackingUri());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    int code = builder.start().waitFor();
    assertThat(code).as(Files.readString(log)).isZero();
    return new ObjectMapper().readTree(answer.toFile());
  }

  private static void assertPredictions(JsonNode some, List<Double> expected) {
    assertThat(some).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(some.get(i).asDouble()).isCloseTo(expected.get(i), within(1e-9));
    }
  }

  @Test
  void pythonLoadsPredictsAndDescribesWhatWasLoggedHere() throws Exception {
    String server = trackingUri();
    python();
    Dataset<Row> flats = FittedModels.flats(TestSpark.session());
    PipelineModel model = FittedModels.model(flats);
    List<Double> expected = FittedModels.predictions(model, flats);
    Dataset<Row> input = flats.drop("price");
    ModelSignature signature =
        ModelSignature.infer(input, model.transform(input).select("prediction"));
    SparkModels models = new SparkModels(server);
    try (MlflowClient client = new MlflowClient(server)) {
      String run =
          client.createRun(client.createExperiment("python " + UUID.randomUUID())).getRunId();
      models.logModel(
          run,
          model,
          "model",
          ModelOptions.none()
              .withSignature(signature)
              .withInputExample(input.orderBy("size"))
              .withRegisteredModelName("python " + run));
      new DatasetInputs(server)
          .logInput(
              run,
              DatasetInputs.fromSpark(flats, "flats", DatasetSource.deltaPath("/data/flats", 7)),
              "training");

      JsonNode answer = python("models:/python " + run + "/1", run);

      assertPredictions(answer.get("predictions"), expected);
      assertPredictions(answer.get("pyfunc"), expected.subList(0, 5));
      assertThat(ModelSignature.fromJson(answer.get("signature").toString())).isEqualTo(signature);
      assertThat(answer.get("flavors").toString()).isEqualTo("[\"python_function\",\"spark\"]");
      assertThat(answer.at("/example/columns").toString())
          .isEqualTo("[\"size\",\"rooms\",\"district\"]");
      assertThat(answer.at("/example/data/0").toString()).isEqualTo("[1.0,1,\"Viertel 1\"]");
      assertThat(answer.get("source").asText()).isEqualTo("DeltaDatasetSource 7");

      String back = "runs:/" + run + "/from-python";
      assertThat(FittedModels.predictions(models.loadModel(back), flats)).isEqualTo(expected);
      assertThat(models.getModelInfo(back).signature()).hasValue(signature);
    }
  }
}
