package day2.endtoend;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.KnownErrors;
import dev.kindling.mlflow.ModelRegistry;
import dev.kindling.mlflow.TrackingSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mlflow.api.proto.ModelRegistry.ModelVersion;
import org.mlflow.tracking.MlflowClient;

/** A registered model, runs whose models want to be its champion, and what should come of it. */
final class Contest {

  /** The area on each part of the rows. */
  record Aucs(double train, double validation, double test) {}

  private static final String NO_RUN =
      "The new version is not told which run made it, so nobody could look up its metrics, and the next contest could not be held. Give `runId` to `createModelVersion`, too, not only the address of the model.";

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "no-champion-yet",
              error -> error.says("(?i)alias champion not found"),
              "The first version of a model meets no champion, and asking for one is an error of the server: `Registered model alias champion not found`. Whoever comes first is the champion. Look into `getRegisteredModel(name).getAliasesList()`, or catch the `MlflowException`.")
          .diagnose(
              "model-exists",
              error -> error.says("(?i)registered model.*already exists"),
              "`createRegisteredModel` fails from the second version on, since the model is there by then. That is no problem: catch the `MlflowException` if it `is(MlflowException.ALREADY_EXISTS)`.")
          .diagnose(
              "model-missing",
              error -> error.says("(?i)registered model with name.*not found"),
              "The first version needs a model to belong to, and there is none of this name yet: `createRegisteredModel(name)`.")
          .diagnose(
              "no-run", error -> error.says("run_id request parameter must identify"), NO_RUN);

  private final TrackingSpace space;
  private final String name;
  private final String experiment;
  private final ModelRegistry registry;
  private final Map<String, String> expected = new TreeMap<>();
  private int versions;

  private Contest(TrackingSpace space, String what) {
    this.space = space;
    this.name = space.modelName(what.replace(' ', '-'));
    this.experiment = space.experiment(what);
    this.registry = new ModelRegistry(space.uri());
  }

  /** A name that is not registered yet. */
  static Contest open(TrackingSpace space) {
    return new Contest(space, "first comes first");
  }

  /** A model whose first version is the champion, in production. */
  static Contest against(TrackingSpace space, String what, Aucs champion) {
    Contest contest = new Contest(space, what);
    contest.registry.createRegisteredModel(contest.name);
    contest.add(champion);
    contest.registry.setRegisteredModelAlias(contest.name, "champion", "1");
    contest.registry.transitionModelVersionStage(contest.name, "1", "Production", false);
    contest.expected.put("alias champion", "version 1");
    contest.expected.put("stage of version 1", "Production");
    return contest;
  }

  /** Adds a version without alias and stage. */
  Contest add(Aucs aucs) {
    String runId = run(aucs);
    registry.createModelVersion(name, "runs:/" + runId + "/model", runId);
    versions++;
    expected.put("stage of version " + versions, "None");
    return this;
  }

  private String run(Aucs aucs) {
    MlflowClient client = space.client();
    String runId = client.createRun(experiment).getRunId();
    client.logMetric(runId, "train_auc", aucs.train());
    client.logMetric(runId, "val_auc", aucs.validation());
    client.logMetric(runId, "test_auc", aucs.test());
    client.setTerminated(runId);
    return runId;
  }

  /** Judges that the model of a new run becomes the champion. */
  void judgeWinner(EndToEndLab lab, Aucs aucs) {
    String runId = run(aucs);
    String returned = promoted(lab, runId);
    String winner = "version " + versions;
    String champion = expected.put("alias champion", winner);
    expected.put("stage of " + winner, "Production");
    if (champion != null) {
      expected.put("stage of " + champion, "Archived");
    }
    expect(state())
        .as("the aliases and stages")
        .toHaveEntries(expected)
        .diagnose(
            "two-in-production",
            state ->
                champion != null
                    && "Production".equals(state.get("stage of " + champion))
                    && "Production".equals(state.get("stage of " + winner)),
            "Two versions are in Production now, and whoever asks for the stage gets one of them. A stage takes any number of versions: archive the old one, with `true` as the last argument of `transitionModelVersionStage`.")
        .diagnose(
            "alias-not-moved",
            state ->
                !winner.equals(state.get("alias champion"))
                    && "Production".equals(state.get("stage of " + winner)),
            "The new version is in Production, but the alias `champion` is not on it. Stages and aliases know nothing of each other, and what loads `models:/name@champion` still gets another version, or none.")
        .diagnose(
            "stage-not-moved",
            state ->
                winner.equals(state.get("alias champion"))
                    && !"Production".equals(state.get("stage of " + winner)),
            "The alias `champion` is on the new version, but its stage is not `Production`. Stages and aliases know nothing of each other: what still loads `models:/name/Production` gets another version, or none.")
        .diagnose(
            "better-not-promoted",
            state -> champion != null && champion.equals(state.get("alias champion")),
            "The new version is better on test, %.3f, and the old one is still champion. Of an AUC the larger one is better."
                .formatted(aucs.test()));
    judgeReturned(returned);
  }

  /**
   * Judges that the model of a new run does not become the champion.
   *
   * @param diagnosis of an answer that promotes it, and the message
   */
  void judgeLoser(EndToEndLab lab, Aucs aucs, String diagnosis, String message) {
    String runId = run(aucs);
    String returned = promoted(lab, runId);
    String loser = "version " + versions;
    expected.put("alias challenger", loser);
    expected.put("stage of " + loser, "Staging");
    expect(state())
        .as("the aliases and stages")
        .toHaveEntries(expected)
        .diagnose(diagnosis, state -> loser.equals(state.get("alias champion")), message)
        .diagnose(
            "challenger-in-production",
            state -> "Production".equals(state.get("stage of " + loser)),
            "The alias stayed where it was, but the version that lost is in Production. Decide once, and let alias and stage follow.");
    judgeReturned(returned);
  }

  /** Lets an answer promote, and judges that there is one more version. */
  private String promoted(EndToEndLab lab, String runId) {
    String[] returned = new String[1];
    ERRORS.during(() -> returned[0] = lab.promote(space.uri(), name, runId));
    versions++;
    List<ModelVersion> found = versions();
    expect(found.size()).as("the number of versions").toBe(versions);
    ModelVersion latest = found.get(found.size() - 1);
    expect(latest.getRunId())
        .as("the run of the new version")
        .toBe(runId)
        .diagnose("no-run", "", NO_RUN);
    expect(latest.getSource())
        .as("the source of the new version")
        .toSatisfy("the folder `model` of the run", source -> source.endsWith("/model"));
    return returned[0];
  }

  private void judgeReturned(String returned) {
    String champion = expected.get("alias champion").replace("version ", "");
    expect(returned)
        .as("the returned version")
        .toBe(champion)
        .diagnose(
            "new-version-returned",
            Integer.toString(versions),
            "This is the number of the new version, but it did not become champion. Return the version that has the alias now.");
  }

  private List<ModelVersion> versions() {
    List<ModelVersion> found =
        new ArrayList<>(registry.searchModelVersions("name = '" + name + "'").toList());
    found.sort(Comparator.comparingInt(version -> Integer.parseInt(version.getVersion())));
    return found;
  }

  private Map<String, String> state() {
    Map<String, String> state = new TreeMap<>();
    registry
        .getRegisteredModel(name)
        .getAliasesList()
        .forEach(alias -> state.put("alias " + alias.getAlias(), "version " + alias.getVersion()));
    versions().forEach(v -> state.put("stage of version " + v.getVersion(), v.getCurrentStage()));
    return state;
  }
}
