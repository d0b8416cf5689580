package day2.registry.checks;

import static dev.kindling.check.Expect.compute;
import static dev.kindling.check.Expect.expect;

import day2.registry.Card;
import day2.registry.Move;
import day2.registry.RegistryLab;
import dev.kindling.check.AnswerError;
import dev.kindling.check.Check;
import dev.kindling.check.Given;
import dev.kindling.check.TodoError;
import dev.kindling.mlflow.SparkModels;
import dev.kindling.mlflow.TrackingRelay;
import dev.kindling.mlflow.TrackingSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Every answer works on registered models that no one else uses, and is judged by all that the
 * registry says afterwards, what must stay included. Files are behind a version only where they are
 * read.
 */
final class RegistryChecks {

  /** Many requests, or the many small files of a model: a busy server needs a while for them. */
  private static final int PATIENCE = 120;

  @Check(
      task = 1,
      points = 5,
      seconds = PATIENCE,
      cases = {"a new name", "a name with versions", "a failure"})
  void aVersionIsReadyOrNone(RegistryLab lab, TrackingSpace space, Given given, String name) {
    MadeModel made = MadeModel.in(space, "power");
    boolean known = name.equals("a name with versions");
    if (known) {
      made.with("Archived None None None None None None Production None").alias("champion", 8);
      // The numbers of deleted versions are not given again.
      made.registry().deleteModelVersion(made.name(), "2");
    }
    boolean fails = name.equals("a failure");
    String runId = made.run(Map.of(), Map.of());
    String run = "run " + made.runs().size();
    String version = known ? "version 10" : "version 1";
    Map<String, String> right = made.state();
    if (!fails) {
      right.putAll(Map.of("model", "is there", version, "None", version + ", run", run));
      right.put(version + ", source", run + ", model");
    }
    right.put("returned", fails ? "an exception" : version);
    right.put("told last", fails ? "FAILED_REGISTRATION" : "READY");
    PipelineModel model = Scored.times(4);
    AtomicReference<String> told = new AtomicReference<>(SlowRegistry.PENDING);
    String returned = "an exception";
    try (TrackingRelay slow = SlowRegistry.before(made.uri(), right.get("told last"), told)) {
      returned = "version " + lab.register(slow.uri(), runId, model, made.name());
    } catch (AnswerError e) {
      if (e instanceof TodoError || !told.get().equals("FAILED_REGISTRATION")) {
        throw e;
      }
    }
    Map<String, String> left = made.state();
    if (fails) {
      left.keySet().removeIf(key -> key.matches("model|version 1.*"));
    }
    left.putAll(Map.of("returned", returned, "told last", told.get()));
    expect(left).as("what `register` was told, left and returned").toHaveEntries(right);
    if (!fails) {
      Dataset<Row> hours = Scored.hours(given);
      String uri = "models:/" + made.name() + version.replace("version ", "/");
      expect(
              compute(
                  "the new version",
                  () -> new SparkModels(made.uri()).loadModel(uri).transform(hours)))
          .as("what the new version makes of rows")
          .toHaveRows(model.transform(hours));
    }
    made.ended();
  }

  @Check(
      task = 2,
      points = 5,
      cases = {"1", "3"})
  void theModelAndAVersionAreDescribed(RegistryLab lab, TrackingSpace space, String version) {
    MadeModel made = MadeModel.in(space, "power").with("None Archived None None");
    made.alias("champion", 1).registry().updateRegisteredModel(made.name(), "To be done");
    made.registry().setRegisteredModelTag(made.name(), "team", "sales");
    made.registry().setRegisteredModelTag(made.name(), "site", "coast");
    made.registry().updateModelVersion(made.name(), "3", "A line");
    made.registry().setModelVersionTag(made.name(), "3", "data_version", "1");
    made.registry().setModelVersionTag(made.name(), "3", "checked_by", "Ida");
    Card card = new Card("Power of the farm", "grid", "Knows the wind at noon", "41");
    Map<String, String> right = made.state();
    right.put("model, description", card.purpose());
    right.put("model, tag team", card.team());
    right.put("version " + version + ", description", card.change());
    right.put("version " + version + ", tag data_version", card.dataVersion());
    lab.describe(made.uri(), made.name(), version, card);
    expect(made.state())
        .as("what can be read after version %s is described".formatted(version))
        .toHaveEntries(right);
  }

  @Check(
      task = 3,
      points = 4,
      cases = {"None", "Staging", "Production", "Archived"})
  void aVersionGoesLive(RegistryLab lab, TrackingSpace space, String from) {
    String others =
        "Archived None Staging None None None None None Production Production None Staging";
    MadeModel made = MadeModel.in(space, "power").with(others);
    made.alias("champion", 9).alias("challenger", 11);
    int version = Map.of("None", 11, "Staging", 3, "Production", 9, "Archived", 1).get(from);
    Map<String, String> before = made.state();
    Map<String, String> right = new TreeMap<>(before);
    List<Move> log = new ArrayList<>();
    if (from.equals("None")) {
      enter(right, version, "Staging", log);
    }
    if (!from.equals("Production")) {
      enter(right, version, "Production", log);
    }
    List<Move> told = lab.goLive(made.uri(), made.name(), Integer.toString(version));
    String what = " after version %d went live, which was in %s".formatted(version, from);
    expect(made.state()).as("the stages and aliases" + what).since(before).toHaveEntries(right);
    expect(told).as("the activity log" + what).toHaveElementsInOrder(log);
  }

  /** One step, in plain Java: the version moves, and who was there is archived. */
  private static void enter(Map<String, String> state, int version, String stage, List<Move> log) {
    String from = state.put("version " + version, stage);
    log.add(new Move(Integer.toString(version), from, stage));
    for (int other = 1; other <= 12; other++) {
      if (other != version && state.replace("version " + other, stage, "Archived")) {
        log.add(new Move(Integer.toString(other), stage, "Archived"));
      }
    }
  }

  @Check(task = 4, points = 8, seconds = PATIENCE)
  void theStageDecidesAlsoAfterItMoved(RegistryLab lab, TrackingSpace space, Given given) {
    Scored.prepare(lab, MadeModel.in(space, "Staging-power"), given)
        .judge("/Production", 1)
        .judge("/Staging", 6)
        .judgeMoving("/Production")
        .judge("/Production", 4);
  }

  @Check(task = 4, points = 8, seconds = PATIENCE)
  void anAliasAndANumberDecide(RegistryLab lab, TrackingSpace space, Given given) {
    Scored.prepare(lab, MadeModel.in(space, "Production-power"), given)
        .judge("@champion", 2)
        .judge("/10", 10)
        .judge("@Production", 3)
        .judge("@12", 5);
  }

  @Check(
      task = 5,
      points = 7,
      seconds = PATIENCE,
      cases = {"1 and 2", "2 and 1"})
  void whatChangedIsTold(RegistryLab lab, TrackingSpace space, String versions) {
    String first = versions.substring(0, 1);
    String second = versions.substring(versions.length() - 1);
    MadeModel made = Compared.in(MadeModel.in(space, "power"));
    expect(lab.compare(made.uri(), made.name(), first, second))
        .as("the differences of the versions " + versions)
        .toHaveElementsInOrder(Compared.differences(first, second));
  }

  @Check(task = 6, points = 7, seconds = PATIENCE)
  void validationDecides(RegistryLab lab, TrackingSpace space) {
    Duels.judge(
        lab,
        space,
        """
        validated better   | 2 | [1012.5, 300, 1010] | [987.25, 340, 1020]
        validated worse    | 4 | [640, 420, 660]     | [655.5, 250, 630]
        validated the same | 2 | [700.25, 500, 690]  | [700.25, 450, 720]
        a little better    | 4 | [800.5, 500, 820]   | [800.25, 480, 810]
        not validated      | 2 | [810, 510, 830]     | [null, 490, 815]
        """);
  }

  @Check(task = 6, points = 9, seconds = PATIENCE)
  void stageAndAliasesFollow(RegistryLab lab, TrackingSpace space) {
    Duels.judge(
        lab,
        space,
        """
        older | 2 | [620.5, 450, 640] | [511.25, 430, 520]
        newer | 4 | [620.5, 450, 640] | [590.75, 440, 610]
        worse | 4 | [620.5, 450, 640] | [701.5, 480, 720]
        """);
  }

  @Check(task = 7, points = 7, seconds = PATIENCE)
  void onlyOldArchivedVersionsWithoutAliasGo(RegistryLab lab, TrackingSpace space) {
    String stages =
        "Archived Archived Archived None Staging Archived None Archived Archived Archived Archived Production";
    MadeModel made = MadeModel.in(space, "power").with(stages);
    judgeCleanedUp(
        lab, made.alias("champion", 12).alias("audit", 2).alias("report", 11), 2, 1, 3, 6, 8);
  }

  @Check(task = 7, points = 6)
  void theModelGoesWithItsLastVersionAndNotBefore(RegistryLab lab, TrackingSpace space) {
    judgeCleanedUp(lab, MadeModel.in(space, "few").with("Archived None Archived"), 5);
    judgeCleanedUp(lab, MadeModel.in(space, "used").with("Archived Production"), 0, 1);
    judgeCleanedUp(lab, MadeModel.in(space, "retired").with("Archived Archived"), 0, 1, 2);
  }

  /**
   * @param gone the numbers of the versions that go
   */
  private static void judgeCleanedUp(RegistryLab lab, MadeModel made, int keep, Integer... gone) {
    Map<String, String> before = made.state();
    Map<String, String> right = new TreeMap<>(before);
    for (int number : gone) {
      right.keySet().removeIf(key -> key.matches("version %d(,.*)?".formatted(number)));
    }
    if (right.keySet().stream().noneMatch(key -> key.startsWith("version"))) {
      right.keySet().removeIf(key -> !key.startsWith("run"));
    }
    List<String> told = lab.cleanUp(made.uri(), made.name(), keep);
    expect(made.state())
        .as("the registered model and its versions afterwards")
        .since(before)
        .toHaveEntries(right);
    expect(told)
        .as("the numbers of the deleted versions")
        .toHaveElementsInOrder(List.of(gone).stream().map(String::valueOf).toList());
  }
}
