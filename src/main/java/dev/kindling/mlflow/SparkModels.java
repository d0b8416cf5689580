package dev.kindling.mlflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindling.mlflow.artifacts.ArtifactPlace;
import dev.kindling.mlflow.artifacts.ArtifactStore;
import dev.kindling.mlflow.rest.MlflowException;
import dev.kindling.mlflow.rest.RestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;

/**
 * Spark models as MLflow keeps them, so that Python's {@code mlflow.spark.load_model} and {@code
 * mlflow.pyfunc.load_model} load what is logged here, and the other way round. Methods have the
 * names that they have in {@code mlflow.spark}, and throw {@link MlflowException}.
 *
 * <p>Models are written and read by way of a folder of this machine: Spark must run in local mode,
 * or share that folder with its executors.
 */
public final class SparkModels {

  private final RestClient server;
  private final ArtifactStore artifacts;
  private final ModelRegistry registry;

  /**
   * @param trackingUri such as {@code http://127.0.0.1:5000}; a user or a token is read from the
   *     environment
   */
  public SparkModels(String trackingUri) {
    server = RestClient.of(trackingUri);
    artifacts = new ArtifactStore(server);
    registry = new ModelRegistry(server);
  }

  /** Logs a model without signature and example. */
  public ModelInfo logModel(String runId, Transformer model, String artifactPath) {
    return logModel(runId, model, artifactPath, ModelOptions.none());
  }

  /**
   * Logs a model as artifacts of a run, tells the run of it, and registers a version if that is
   * wanted.
   *
   * @param model a {@link PipelineModel}, or a single fitted model, which becomes one
   * @param artifactPath the folder for it among the run's artifacts, by custom {@code model}
   */
  public ModelInfo logModel(
      String runId, Transformer model, String artifactPath, ModelOptions options) {
    try (TemporaryFolder folder = TemporaryFolder.create()) {
      MlModelFile file =
          new ModelFolder(folder.path()).write(pipeline(model), runId, artifactPath, options);
      artifacts.logArtifacts(runId, folder.path(), artifactPath);
      tellTheRun(runId, file);
      Optional<String> version =
          options.registeredModelName().map(name -> register(name, runId, artifactPath));
      return ModelInfo.of("runs:/" + runId + "/" + artifactPath, file, version);
    } catch (IOException e) {
      throw MlflowException.of("The model cannot be written to this machine's disk first.", e);
    }
  }

  /**
   * Writes a model in MLflow's layout to a folder of this machine, without a server.
   *
   * @param folder must be empty, or not exist
   */
  public static ModelInfo saveModel(Transformer model, Path folder, ModelOptions options) {
    try {
      if (Files.exists(folder.resolve(MlModelFile.NAME))) {
        throw MlflowException.of(
            "There is a model in '%s' already: name another folder.".formatted(folder));
      }
      MlModelFile file = new ModelFolder(folder).write(pipeline(model), null, null, options);
      return ModelInfo.of(folder.toString(), file, Optional.empty());
    } catch (IOException e) {
      throw MlflowException.of("The folder '%s' cannot be written.".formatted(folder), e);
    }
  }

  /**
   * Loads a Spark model, whoever logged it. Its files are copied to a temporary folder, which is
   * kept until the JVM ends, since some models, such as ALS, read them when they are used.
   *
   * @param modelUri {@code runs:/<id>/model}, {@code models:/name/3}, {@code
   *     models:/name@champion}, {@code models:/name/Production}, {@code models:/name/latest},
   *     {@code mlflow-artifacts:/…} or a folder of this machine
   * @throws MlflowException also when the model was not made by Spark
   */
  public PipelineModel loadModel(String modelUri) {
    ArtifactPlace place = artifacts.at(modelUri);
    ArtifactPlace data = place.part(describe(place, modelUri).sparkData(modelUri));
    return PipelineModel.load(SparkPath.of(data.local().orElseGet(() -> copied(data))));
  }

  private static Path copied(ArtifactPlace data) {
    TemporaryFolder folder = TemporaryFolder.create();
    folder.removeAtExit();
    return data.download(folder.path());
  }

  /** What is known of a model, from its description alone. */
  public ModelInfo getModelInfo(String modelUri) {
    return ModelInfo.of(modelUri, describe(artifacts.at(modelUri), modelUri), Optional.empty());
  }

  private static MlModelFile describe(ArtifactPlace place, String modelUri) {
    return MlModelFile.read(place.part(MlModelFile.NAME).read(), modelUri);
  }

  private static PipelineModel pipeline(Transformer model) {
    return model instanceof PipelineModel pipeline
        ? pipeline
        : new PipelineModel("PipelineModel_" + model.uid(), new Transformer[] {model});
  }

  /** A server without this endpoint keeps the model all the same. */
  private void tellTheRun(String runId, MlModelFile file) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("run_id", runId).put("model_json", file.content().toString());
    try {
      server.post(RestClient.API + "runs/log-model", request);
    } catch (MlflowException e) {
      if (!e.is(MlflowException.NO_SUCH_ENDPOINT)) {
        throw e;
      }
    }
  }

  /** Python's client, too, names the place of the files, not the run, as a version's source. */
  private String register(String name, String runId, String artifactPath) {
    try {
      registry.createRegisteredModel(name);
    } catch (MlflowException e) {
      if (!e.is(MlflowException.ALREADY_EXISTS)) {
        throw e;
      }
    }
    String source = artifacts.artifactUri(runId, artifactPath);
    return registry.createModelVersion(name, source, runId).getVersion();
  }
}
