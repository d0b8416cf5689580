package day2.endtoend.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import day2.endtoend.EndToEndLab;
import day2.endtoend.Settings;
import dev.kindling.mlflow.ColumnSpec;
import dev.kindling.mlflow.ModelRegistry;
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
import org.apache.spark.ml.PipelineModel;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Run;
import org.mlflow.api.proto.Service.ViewType;

/**
 * A registered model of a check's own, the ids of the runs of its versions in the order in which
 * they were made, and what became of all that, in words that are the same on every server.
 */
record Server(TrackingSpace space, String name, List<String> runs) {

  private static final String CHILD = "the returned run";
  private static final List<String> AUCS = List.of("train_auc", "val_auc", "test_auc");
  private static final List<String> PARAMS = List.of("numTrees", "maxDepth", "seed");

  static Server in(TrackingSpace space) {
    return new Server(space, space.modelName("wine"), new ArrayList<>());
  }

  private ModelRegistry registry() {
    return new ModelRegistry(space.uri());
  }

  /** A finished run that logged these areas on train, validation and test. */
  private String run(String aucs) {
    String runId = space.client().createRun(space.experiment("contest")).getRunId();
    runs.add(runId);
    String[] values = aucs.split(" ");
    for (int i = 0; i < values.length; i++) {
      space.client().logMetric(runId, AUCS.get(i), Double.parseDouble(values[i]));
    }
    space.client().setTerminated(runId);
    return runId;
  }

  private void version(String runId) {
    if (runs.size() == 1) {
      registry().createRegisteredModel(name);
    }
    registry().createModelVersion(name, "runs:/" + runId + "/model", runId);
  }

  /** Makes versions without files: each has an alias, and the champion is in Production. */
  Server add(String versions) {
    for (String version : versions.isEmpty() ? new String[0] : versions.split(", ")) {
      String[] parts = version.split(" ", 2);
      version(run(parts[1]));
      mark(runs.size(), parts[0], parts[0].equals("champion") ? "Production" : "None");
    }
    return this;
  }

  Server add(PipelineModel model) {
    String runId = run("0.9 0.8 0.8");
    new SparkModels(space.uri()).logModel(runId, model, "model");
    version(runId);
    return this;
  }

  Server mark(int version, String alias, String stage) {
    registry().setRegisteredModelAlias(name, alias, Integer.toString(version));
    registry().transitionModelVersionStage(name, Integer.toString(version), stage, false);
    return this;
  }

  /** Lets an answer promote the next run. */
  String promote(EndToEndLab lab, String aucs) {
    return "version " + lab.promote(space.uri(), name, run(aucs));
  }

  /** Aliases, and for each version its stage, its run and the folder that it points to. */
  Map<String, String> state() {
    Map<String, String> state = new TreeMap<>();
    String filter = "name = '%s'".formatted(name);
    registry()
        .searchRegisteredModels(filter)
        .flatMap(model -> model.getAliasesList().stream())
        .forEach(a -> state.put("alias " + a.getAlias(), "version " + a.getVersion()));
    for (ModelVersion version : registry().searchModelVersions(filter).toList()) {
      String of = "version " + version.getVersion();
      state.put(of, version.getCurrentStage());
      state.put(of + ", run", "run " + (runs.indexOf(version.getRunId()) + 1));
      state.put(of + ", folder", version.getSource().replaceFirst(".*/", ""));
    }
    return state;
  }

  /**
   * What the runs of an experiment tell of forests; what else they have does no harm. A run is
   * called by its settings, and the one whose id was returned is `returned`.
   */
  static Map<String, Object> runs(TrackingSpace space, String experiment, String returned) {
    Map<String, Object> all = new TreeMap<>();
    for (Run run :
        space.client().searchRuns(List.of(experiment), "", ViewType.ACTIVE_ONLY, 100).getItems()) {
      Map<String, Object> told = new TreeMap<>();
      run.getData().getParamsList().forEach(param -> told.put(param.getKey(), param.getValue()));
      told.keySet().retainAll(PARAMS);
      int tests = 0;
      for (Metric metric : run.getData().getMetricsList()) {
        String key = metric.getKey();
        if (AUCS.contains(key)) {
          told.put(key, metric.getValue());
        }
        if (key.contains("test")) {
          tests += space.client().getMetricHistory(run.getInfo().getRunId(), key).size();
        }
      }
      told.put("measures on test", tests);
      told.put("status", run.getInfo().getStatus().name());
      told.put("parent", "none");
      run.getData().getTagsList().stream()
          .filter(tag -> tag.getKey().equals("mlflow.parentRunId"))
          .forEach(tag -> told.put("parent", tag.getValue().equals(returned) ? CHILD : "another"));
      add(all, run.getInfo().getRunId().equals(returned), told);
    }
    return all;
  }

  private static void add(Map<String, Object> all, boolean returned, Map<String, Object> told) {
    String name = returned ? "returned" : "run with " + PARAMS.stream().map(told::get).toList();
    told.forEach((key, value) -> all.put(name + ": " + key, value));
  }

  /** Adds what a run should tell. */
  static void add(
      Map<String, Object> all, boolean child, Settings settings, Map<String, Double> metrics) {
    Map<String, Object> told = new TreeMap<>(metrics);
    told.put("numTrees", Integer.toString(settings.numTrees()));
    told.put("maxDepth", Integer.toString(settings.maxDepth()));
    told.put("seed", Long.toString(settings.seed()));
    told.put("measures on test", metrics.containsKey("test_auc") ? 1 : 0);
    told.put("status", "FINISHED");
    told.put("parent", child ? CHILD : "none");
    add(all, !child, told);
  }

  /** What lies beside the model of a run: importances, signature and example. */
  static Map<String, Object> files(TrackingSpace space, String runId) throws IOException {
    ArtifactStore store = new ArtifactStore(space.uri());
    String run = "runs:/" + runId + "/";
    Map<String, Object> files = new TreeMap<>();
    String importances = "feature_importances.json";
    if (store.listArtifacts(runId).toString().contains("path=" + importances)) {
      json(store, run + importances)
          .properties()
          .forEach(s -> files.put("importance of " + s.getKey(), s.getValue().asDouble()));
    }
    String example = "model/input_example.json";
    if (store.listArtifacts(runId, "model").toString().contains("path=" + example)) {
      JsonNode columns = json(store, run + example).path("columns");
      files.put("example", new ObjectMapper().convertValue(columns, List.class));
    }
    Optional<ModelSignature> signature =
        new SparkModels(space.uri()).getModelInfo(run + "model").signature();
    if (signature.isPresent()) {
      files.put("inputs", signature.get().inputs().stream().map(ColumnSpec::name).toList());
      files.put("outputs", signature.get().outputs().stream().map(ColumnSpec::name).toList());
    }
    return files;
  }

  private static JsonNode json(ArtifactStore store, String uri) throws IOException {
    return new ObjectMapper().readTree(store.at(uri).read());
  }
}
