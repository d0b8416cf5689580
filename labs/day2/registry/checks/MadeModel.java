package day2.registry.checks;

import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.TrackingSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.ModelRegistry.RegisteredModel;
import org.mlflow.api.proto.ModelRegistry.RegisteredModelAlias;

/**
 * A registered model of a check's own: makes its versions, and tells what became of them in words
 * that are the same on every server.
 *
 * @param name the registered model, which need not exist
 * @param experiment where the runs of its versions are
 * @param runs the ids of these runs, in the order in which they were begun
 */
record MadeModel(TrackingSpace space, String name, String experiment, List<String> runs) {

  static MadeModel in(TrackingSpace space, String what) {
    return new MadeModel(space, space.modelName(what), space.experiment(what), new ArrayList<>());
  }

  String uri() {
    return space.uri();
  }

  ModelRegistry registry() {
    return new ModelRegistry(uri());
  }

  /** A run that logged these, and goes on. */
  String run(Map<String, String> params, Map<String, Double> metrics) {
    String runId = space.client().createRun(experiment).getRunId();
    runs.add(runId);
    params.forEach((key, value) -> space.client().logParam(runId, key, value));
    metrics.forEach((key, value) -> space.client().logMetric(runId, key, value));
    return runId;
  }

  MadeModel ended() {
    runs.forEach(space.client()::setTerminated);
    return this;
  }

  /** Makes versions in these stages, the first one first; no files are behind. */
  MadeModel with(String stages) {
    String runId = run(Map.of(), Map.of());
    for (String stage : stages.split(" ")) {
      inStage(add(runId, "model"), stage);
    }
    return ended();
  }

  /** Adds a version, with the first one the model, and tells its number. */
  String add(String runId, String artifactPath) {
    if (registry().searchRegisteredModels("name = '%s'".formatted(name)).findAny().isEmpty()) {
      registry().createRegisteredModel(name);
    }
    String source = "runs:/%s/%s".formatted(runId, artifactPath);
    return registry().createModelVersion(name, source, runId).getVersion();
  }

  MadeModel inStage(String version, String stage) {
    if (!stage.equals("None")) {
      registry().transitionModelVersionStage(name, version, stage, false);
    }
    return this;
  }

  MadeModel alias(String alias, int version) {
    registry().setRegisteredModelAlias(name, alias, Integer.toString(version));
    return this;
  }

  /**
   * All that the server knows of the model, its versions and their runs: {@code version 3} is
   * {@code Production}, {@code alias champion} is {@code version 3}. What is empty is left out.
   */
  Map<String, String> state() {
    Map<String, String> state = new TreeMap<>();
    String filter = "name = '%s'".formatted(name);
    if (registry().searchRegisteredModels(filter).findAny().isPresent()) {
      RegisteredModel model = registry().getRegisteredModel(name);
      state.put("model", "is there");
      state.put("model, description", model.getDescription());
      model.getTagsList().forEach(tag -> state.put("model, tag " + tag.getKey(), tag.getValue()));
      for (RegisteredModelAlias alias : model.getAliasesList()) {
        state.put("alias " + alias.getAlias(), "version " + alias.getVersion());
      }
    }
    for (ModelVersion version : registry().searchModelVersions(filter).toList()) {
      String of = "version " + version.getVersion();
      state.put(of, version.getCurrentStage());
      state.put(of + ", description", version.getDescription());
      version.getTagsList().forEach(t -> state.put(of + ", tag " + t.getKey(), t.getValue()));
      state.put(of + ", run", told(version.getRunId()));
      state.put(of + ", source", told(version.getSource()));
    }
    runs.forEach(id -> state.put(told(id), space.client().getRun(id).getInfo().getStatus().name()));
    state.values().removeIf(String::isEmpty);
    return state;
  }

  /** Runs by their numbers, their artifacts by their paths, without the address of a server. */
  private String told(String text) {
    String told = text;
    for (String id : runs) {
      told = told.replace(id, "run " + (runs.indexOf(id) + 1));
    }
    return told.replaceFirst("^runs:/(run \\d+)/|^.*/(run \\d+)/artifacts/", "$1$2, ");
  }
}
