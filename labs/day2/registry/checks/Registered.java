package day2.registry.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import day2.registry.RegistryLab;
import dev.kindling.check.AnswerError;
import dev.kindling.check.KnownErrors;
import dev.kindling.check.TodoError;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.artifacts.ArtifactStore;
import java.util.Map;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A version that an answer registers, and what is then on the server. */
record Registered(RegistryLab lab, MadeModel made, PipelineModel model) {

  private static final String READY = "READY";
  private static final String FAILED = "FAILED_REGISTRATION";

  private static final String NO_RUN =
      "The version does not say which run it comes from, so its params, metrics and data cannot be found. Give the run's id to `createModelVersion`.";

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "already-exists",
              error -> error.says("(?i)registered model.* already exists"),
              "The server refuses, because there is a registered model of this name already: that is so from the second version on. Catch the exception whose code is `MlflowException.ALREADY_EXISTS`, and add a version.")
          .diagnose("no-run", error -> error.says("run_id request parameter"), NO_RUN);

  /** Judges a version on a server that is as fast as it is; its number is to be 1. */
  void judge(Dataset<Row> rows) {
    String runId = made.run(Map.of(), Map.of());
    Map<String, String> right = made.state();
    ERRORS.during(
        () -> judge(runId, right, 1, lab.register(made.uri(), runId, model, made.name())));
    String uri = "models:/%s/1".formatted(made.name());
    PipelineModel loaded =
        compute(
            "the model at 'models:/<name>/1'", () -> new SparkModels(made.uri()).loadModel(uri));
    expect(loaded.transform(rows))
        .as("what the registered model makes of rows")
        .toHaveRows(model.transform(rows));
    made.ended();
  }

  /**
   * Judges a version on a server that takes its time.
   *
   * @param number what the server will give it
   */
  void judgeSlow(int number) {
    String runId = made.run(Map.of(), Map.of());
    Map<String, String> right = made.state();
    ERRORS.during(
        () -> {
          try (SlowRegistry slow = SlowRegistry.before(made.uri(), READY)) {
            String version = lab.register(slow.uri(), runId, model, made.name());
            judgeAwaited(slow.lastStatus(), READY);
            judge(runId, right, number, version);
          }
        });
    made.ended();
  }

  /** Judges what is done about a version that the server fails to make. */
  void judgeFailing() {
    String runId = made.run(Map.of(), Map.of());
    try (SlowRegistry slow = SlowRegistry.before(made.uri(), FAILED)) {
      ERRORS.during(
          () -> {
            String outcome = outcome(slow, runId);
            judgeAwaited(slow.lastStatus(), FAILED);
            expect(outcome)
                .as("what comes of a version that says FAILED_REGISTRATION")
                .toBe("an exception");
          });
    }
    made.ended();
  }

  /** What an answer does; to throw after it heard of the failure is right. */
  private String outcome(SlowRegistry slow, String runId) {
    try {
      return "version " + lab.register(slow.uri(), runId, model, made.name());
    } catch (TodoError e) {
      throw e;
    } catch (AnswerError e) {
      if (slow.lastStatus().equals(FAILED)) {
        return "an exception";
      }
      throw e;
    }
  }

  private static void judgeAwaited(String told, String outcome) {
    expect(told).as("the status of the version that your method was told last").toBe(outcome);
  }

  /** Judges what is on the server, and the number that was returned. */
  private void judge(String runId, Map<String, String> right, int number, String returned) {
    String run = "run " + made.runs().size();
    String version = "version %d, ".formatted(number);
    right.put("the registered model", "there");
    right.put(version + "stage", "None");
    right.put(version + "run", run);
    right.put(version + "source", run + ", model");
    right.put(run + ", file model/MLmodel", "there");
    right.put("returned", Integer.toString(number));
    Map<String, String> state = made.state();
    new ArtifactStore(made.uri())
        .listArtifacts(runId, "model").stream()
            .map(file -> file.path().toString())
            .filter(file -> file.equals("model/MLmodel"))
            .forEach(file -> state.put(run + ", file " + file, "there"));
    state.put("returned", returned);
    expect(state)
        .as("what `register` left on the server and returned")
        .fact("number", number)
        .toHaveEntries(right)
        .diagnose(
            "source-elsewhere",
            left -> left.containsKey(version + "run") && elsewhere(left, version, run),
            left ->
                "The version points to '%s', but the model is not there: it is the artifact `model` of the run. The server takes any address and does not look whether a model is behind it. Give it the address that `logModel` returns: `modelUri()`."
                    .formatted(left.get(version + "source")))
        .diagnose(
            "no-run",
            left -> left.containsKey(version + "stage") && !left.containsKey(version + "run"),
            NO_RUN)
        .diagnose(
            "number-not-the-servers",
            left -> left.containsKey(version + "stage") && !returned.equals("" + number),
            "You returned %s, but the server calls the new version %d. A number that is written down, counted or guessed is right for some models only; the server gives it: `getVersion()` of what `createModelVersion` returns."
                .formatted(returned, number))
        .diagnose(
            "run-ended",
            left -> !"RUNNING".equals(left.get(run + ", status")),
            "The run was ended, but it goes on: its owner may still log to it. Who starts a run ends it, and this one was handed in.");
  }

  private static boolean elsewhere(Map<String, String> left, String version, String run) {
    return !(run + ", model").equals(left.get(version + "source"));
  }
}
