package day2.registry;

import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.TrackingSpace;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.ModelRegistry.RegisteredModel;
import org.mlflow.api.proto.ModelRegistry.RegisteredModelAlias;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.tracking.MlflowClient;

/**
 * A registered model of a check's own: makes its versions, and sees what became of them.
 *
 * @param name the registered model, which need not exist
 * @param experiment where the runs of its versions are
 */
record MadeModel(TrackingSpace space, String name, String experiment) {

  /** A model and an experiment that no other check has, even if both call theirs the same. */
  static MadeModel in(TrackingSpace space, String what) {
    String unique = what + "-" + UUID.randomUUID().toString().substring(0, 8);
    return new MadeModel(space, space.modelName(unique), space.experiment(unique));
  }

  ModelRegistry registry() {
    return new ModelRegistry(space.uri());
  }

  /** A run that logged these, and goes on. */
  String run(Map<String, String> params, Map<String, Double> metrics) {
    MlflowClient client = space.client();
    String runId = client.createRun(experiment).getRunId();
    long now = System.currentTimeMillis();
    client.logBatch(
        runId,
        metrics.entrySet().stream()
            .map(m -> Metric.newBuilder().setKey(m.getKey()).setValue(m.getValue()))
            .map(metric -> metric.setTimestamp(now).setStep(0).build())
            .toList(),
        params.entrySet().stream()
            .map(p -> Param.newBuilder().setKey(p.getKey()).setValue(p.getValue()).build())
            .toList(),
        List.of());
    return runId;
  }

  /** Adds versions in these stages, the first one first; no files are behind them. */
  MadeModel withVersions(String... stages) {
    registry().createRegisteredModel(name);
    String runId = run(Map.of(), Map.of());
    for (String stage : stages) {
      inStage(add(runId, "model"), stage);
    }
    space.client().setTerminated(runId);
    return this;
  }

  /** Adds a version to the model, which must exist, and tells its number. */
  String add(String runId, String artifactPath) {
    String source = "runs:/%s/%s".formatted(runId, artifactPath);
    return registry().createModelVersion(name, source, runId).getVersion();
  }

  /** Moves a version and archives none. */
  MadeModel inStage(String version, String stage) {
    if (!stage.equals("None")) {
      registry().transitionModelVersionStage(name, version, stage, false);
    }
    return this;
  }

  MadeModel withAlias(String alias, int version) {
    registry().setRegisteredModelAlias(name, alias, Integer.toString(version));
    return this;
  }

  /** Whether there is such a registered model now. */
  boolean exists() {
    return registry().searchRegisteredModels("name = '%s'".formatted(name)).findAny().isPresent();
  }

  RegisteredModel model() {
    return registry().getRegisteredModel(name);
  }

  /** All versions by number. */
  TreeMap<Integer, ModelVersion> versions() {
    TreeMap<Integer, ModelVersion> versions = new TreeMap<>();
    registry()
        .searchModelVersions("name = '%s'".formatted(name))
        .forEach(version -> versions.put(Integer.parseInt(version.getVersion()), version));
    return versions;
  }

  /** The stage of each version, by number. */
  TreeMap<Integer, String> stages() {
    TreeMap<Integer, String> stages = new TreeMap<>();
    versions().forEach((number, version) -> stages.put(number, version.getCurrentStage()));
    return stages;
  }

  /** The version of each alias. */
  TreeMap<String, String> aliases() {
    TreeMap<String, String> aliases = new TreeMap<>();
    for (RegisteredModelAlias alias : model().getAliasesList()) {
      aliases.put(alias.getAlias(), alias.getVersion());
    }
    return aliases;
  }
}
