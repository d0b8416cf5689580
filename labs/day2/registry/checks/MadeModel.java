package day2.registry.checks;

import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.TrackingSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.ModelRegistry.RegisteredModel;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;

/**
 * A registered model of a check's own: makes its versions, and tells what became of them in words
 * that are the same on every server.
 *
 * @param name the registered model, which need not exist
 * @param experiment where the runs of its versions are
 * @param runs the ids of these runs, in the order in which they were begun
 */
record MadeModel(TrackingSpace space, String name, String experiment, List<String> runs) {

  /** A model and an experiment that no other check has. */
  static MadeModel in(TrackingSpace space, String what) {
    return new MadeModel(space, space.modelName(what), space.experiment(what), new ArrayList<>());
  }

  String uri() {
    return space.uri();
  }

  ModelRegistry registry() {
    return new ModelRegistry(uri());
  }

  /** Makes the model, without a version. */
  MadeModel created() {
    registry().createRegisteredModel(name);
    return this;
  }

  /** A run that logged these, and goes on. */
  String run(Map<String, String> params, Map<String, Double> metrics) {
    String runId = space.client().createRun(experiment).getRunId();
    runs.add(runId);
    log(runId, metrics, 0);
    space
        .client()
        .logBatch(
            runId,
            List.of(),
            params.entrySet().stream()
                .map(p -> Param.newBuilder().setKey(p.getKey()).setValue(p.getValue()).build())
                .toList(),
            List.of());
    return runId;
  }

  /** Logs metrics at a step. */
  void log(String runId, Map<String, Double> metrics, long step) {
    long time = System.currentTimeMillis() + step;
    space
        .client()
        .logBatch(
            runId,
            metrics.entrySet().stream()
                .map(m -> Metric.newBuilder().setKey(m.getKey()).setValue(m.getValue()))
                .map(metric -> metric.setTimestamp(time).setStep(step).build())
                .toList(),
            List.of(),
            List.of());
  }

  /** Ends all runs. */
  MadeModel ended() {
    runs.forEach(space.client()::setTerminated);
    return this;
  }

  /** Makes the model with versions in these stages, the first one first; no files are behind. */
  MadeModel withVersions(String... stages) {
    created();
    String runId = run(Map.of(), Map.of());
    for (String stage : stages) {
      inStage(add(runId, "model"), stage);
    }
    return ended();
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
  TreeMap<String, Integer> aliases() {
    TreeMap<String, Integer> aliases = new TreeMap<>();
    registry()
        .getRegisteredModel(name)
        .getAliasesList()
        .forEach(alias -> aliases.put(alias.getAlias(), Integer.parseInt(alias.getVersion())));
    return aliases;
  }

  /**
   * All that the server knows of the model, its versions and their runs: {@code version 3, stage}
   * is {@code Production}, {@code alias champion} is {@code version 3}. What is empty is left out.
   */
  Map<String, String> state() {
    Map<String, String> state = new TreeMap<>();
    boolean there =
        registry().searchRegisteredModels("name = '%s'".formatted(name)).findAny().isPresent();
    state.put("the registered model", there ? "there" : "gone");
    if (there) {
      RegisteredModel model = registry().getRegisteredModel(name);
      state.put("model, description", model.getDescription());
      model.getTagsList().forEach(tag -> state.put("model, tag " + tag.getKey(), tag.getValue()));
      aliases().forEach((alias, version) -> state.put("alias " + alias, "version " + version));
    }
    versions().forEach((number, version) -> tell(state, "version " + number + ", ", version));
    for (String runId : runs) {
      state.put(
          label(runId) + ", status", space.client().getRun(runId).getInfo().getStatus().name());
    }
    state.values().removeIf(String::isEmpty);
    return state;
  }

  private void tell(Map<String, String> state, String of, ModelVersion version) {
    state.put(of + "stage", version.getCurrentStage());
    state.put(of + "description", version.getDescription());
    version.getTagsList().forEach(tag -> state.put(of + "tag " + tag.getKey(), tag.getValue()));
    state.put(of + "run", version.getRunId().isEmpty() ? "" : label(version.getRunId()));
    state.put(of + "source", place(version.getSource()));
  }

  private String label(String runId) {
    return runs.contains(runId) ? "run " + (runs.indexOf(runId) + 1) : "another run";
  }

  /** Where a version points to: a run, and the path of an artifact of it. */
  private String place(String source) {
    for (String runId : runs) {
      int at = source.indexOf(runId);
      if (at >= 0) {
        String path = source.substring(at + runId.length()).replaceAll("^/|/+$", "");
        boolean ofFiles = !source.startsWith("runs:");
        return label(runId) + ", " + (ofFiles ? path.replaceFirst("^artifacts/", "") : path);
      }
    }
    return "no run of this check";
  }
}
