package day2.registry;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import dev.kindling.check.AnswerError;
import dev.kindling.check.KnownErrors;
import dev.kindling.check.TodoError;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.artifacts.ArtifactStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;

/** What an answer registers. */
record NewVersion(RegistryLab lab, MadeModel made, PipelineModel model) {

  private static final String READY = "READY";
  private static final String FAILED = "FAILED_REGISTRATION";

  private static final String NOT_AWAITED =
      "When your method returned, nobody had been told that the version is READY: the server was still copying. Who loads it now gets an error. Ask `getModelVersion` again until the status is no longer PENDING_REGISTRATION, or use the `createModelVersion` that waits.";
  private static final String NO_RUN =
      "The version does not say which run it comes from, so its params, metrics and data cannot be found. Give the run's id to `createModelVersion`.";

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "already-exists",
              error -> error.says("(?i)registered model.* already exists"),
              "The server refuses, because there is a registered model of this name already: that is so from the second version on. Catch the exception whose code is `MlflowException.ALREADY_EXISTS`, and add a version.")
          .diagnose("no-run", error -> error.says("run_id request parameter"), NO_RUN);

  /** Judges a version on a server that is as fast as it is. */
  NewVersion judge() {
    String runId = made.run(Map.of(), Map.of());
    ERRORS.during(
        () -> judge(runId, lab.register(made.space().uri(), runId, model, made.name()), 1));
    made.space().client().setTerminated(runId);
    return this;
  }

  /** Judges a version on a server that takes its time. */
  NewVersion judgeSlow() {
    String runId = made.run(Map.of(), Map.of());
    int newest = made.versions().lastKey();
    ERRORS.during(
        () -> {
          try (SlowRegistry slow = SlowRegistry.before(made.space().uri(), READY)) {
            String version = lab.register(slow.uri(), runId, model, made.name());
            String told = slow.lastStatus();
            judgeNumbers(version, newest + 1);
            judgeAwaited(told, READY);
            judge(runId, version, newest + 1);
          }
        });
    made.space().client().setTerminated(runId);
    return this;
  }

  /** Judges what is done about a version that the server fails to make. */
  void judgeFailing() {
    String runId = made.run(Map.of(), Map.of());
    try (SlowRegistry slow = SlowRegistry.before(made.space().uri(), FAILED)) {
      List<String> returned = new ArrayList<>();
      ERRORS.during(() -> returned.addAll(registered(slow, runId)));
      judgeAwaited(slow.lastStatus(), FAILED);
      expect(returned.isEmpty() ? "an exception" : "version " + returned.get(0))
          .as("what came of a version that says FAILED_REGISTRATION")
          .toBe("an exception")
          .diagnose(
              "failed-returned",
              came -> came.startsWith("version"),
              "The server said FAILED_REGISTRATION, and your method returned the number as if all were well. There is a version, but no model behind it. Go on only with READY; throw otherwise.");
    }
    made.space().client().setTerminated(runId);
  }

  /** The returned version; none if the method threw after it heard of the failure, as it should. */
  private List<String> registered(SlowRegistry slow, String runId) {
    try {
      return List.of(lab.register(slow.uri(), runId, model, made.name()));
    } catch (TodoError e) {
      throw e;
    } catch (AnswerError e) {
      if (slow.lastStatus().equals(FAILED)) {
        return List.of();
      }
      throw e;
    }
  }

  private static void judgeAwaited(String told, String outcome) {
    expect(told)
        .as("the status of the version that your method was told last")
        .toBe(outcome)
        .diagnose("not-awaited", "PENDING_REGISTRATION", NOT_AWAITED);
  }

  private void judgeNumbers(String version, int newest) {
    List<Integer> there = List.copyOf(made.versions().keySet());
    List<Integer> expected = IntStream.rangeClosed(1, newest).boxed().toList();
    expect(there)
        .as("the versions of the registered model")
        .toHaveElements(expected)
        .diagnose(
            "history-deleted",
            numbers -> newest > 1 && !numbers.contains(2),
            "The earlier versions are gone: the registered model was deleted and made anew. A name that exists is no obstacle; leave it, and add a version to it.")
        .diagnose(
            "registered-twice",
            numbers -> numbers.size() > newest,
            "There is one version more than there should be: the model was registered twice. With `withRegisteredModelName`, `logModel` has registered it already.");
    expect(version)
        .as("the returned version")
        .toBe(Integer.toString(newest))
        .diagnose(
            "first-version-assumed",
            "1",
            "This is the number of the first version, but the model had some already. The server gives the number: `getVersion()` of what `createModelVersion` returns.");
  }

  private void judge(String runId, String version, int newest) {
    expect(made.exists())
        .as("whether there is a registered model of the given name")
        .toBe(true)
        .help("Create it with `createRegisteredModel(name)`.");
    TreeMap<Integer, ModelVersion> versions = made.versions();
    judgeNumbers(version, newest);
    ModelVersion registered = versions.lastEntry().getValue();
    expect(registered.getRunId())
        .as("the run that the version names")
        .toBe(runId)
        .diagnose("no-run", "", NO_RUN);
    judgeSource(runId, registered.getSource());
  }

  private void judgeSource(String runId, String source) {
    List<String> files =
        new ArtifactStore(made.space().uri())
            .listArtifacts(runId, "model").stream().map(file -> file.path().toString()).toList();
    expect(files)
        .as("the artifacts of the run in the folder `model`")
        .toSatisfy("there is a file `MLmodel`", paths -> paths.contains("model/MLmodel"))
        .help(
            "Log the model with `new SparkModels(trackingUri).logModel(runId, model, \"model\")`.");
    String place = source.replaceAll("/+$", "");
    expect(place)
        .as("where the version points to")
        .toSatisfy(
            "the artifact `model` of the run",
            uri ->
                uri.equals("runs:/%s/model".formatted(runId))
                    || !uri.startsWith("runs:")
                        && uri.endsWith("/%s/artifacts/model".formatted(runId)))
        .diagnose(
            "source-elsewhere",
            uri -> uri.contains(runId),
            "The server takes any address of the run and does not look whether a model is there; this one leads to none. Give it the address that `logModel` returns: `modelUri()`.");
  }

  /** Judges that the version leads to the model. */
  void judgeParity(String version, Dataset<Row> rows) {
    String uri = "models:/%s/%s".formatted(made.name(), version);
    PipelineModel loaded =
        compute(
            "the model at '%s'".formatted(uri),
            () -> new SparkModels(made.space().uri()).loadModel(uri));
    expect(loaded.transform(rows).select("prediction"))
        .as("the predictions of the registered model")
        .within(1e-9)
        .toHaveRows(model.transform(rows).select("prediction"));
  }
}
