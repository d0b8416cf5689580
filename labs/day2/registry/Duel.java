package day2.registry;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.KnownErrors;
import dev.kindling.mlflow.TrackingSpace;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A champion and its challenger: four versions, of which the third one is the champion, and the
 * second the challenger or, to have a newer one than that, the fourth.
 */
record Duel(RegistryLab lab, MadeModel made, int challenger) {

  private static final int CHAMPION = 3;
  private static final int UNVALIDATED = 4;

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "unvalidated-throws",
              error ->
                  error.is(NoSuchElementException.class) || error.is(NullPointerException.class),
              "The run of the challenger has no `validation_rmse`, and your method throws. A model that nobody has validated is simply not promoted: see whether the metric is there.");

  static Duel between(
      RegistryLab lab, TrackingSpace space, Rmse champion, Rmse challenging, int challenger) {
    MadeModel made = MadeModel.in(space, "duel");
    made.registry().createRegisteredModel(made.name());
    String other = made.run(Map.of(), new Rmse(900, 900, 900).metrics());
    String best = made.run(Map.of(), champion.metrics());
    String next = made.run(Map.of(), challenging.metrics());
    for (int version = 1; version <= 4; version++) {
      made.add(version == CHAMPION ? best : version == challenger ? next : other, "model");
    }
    made.inStage("1", "Archived").inStage("3", "Production");
    made.inStage(Integer.toString(challenger), "Staging");
    made.withAlias("champion", CHAMPION).withAlias("previous", 1);
    made.withAlias("challenger", challenger).withAlias("audit", 1);
    Stream.of(other, best, next).forEach(made.space().client()::setTerminated);
    return new Duel(lab, made, challenger);
  }

  /** Whether the challenger takes over, in an answer's opinion. */
  boolean decision() {
    return lab.promote(made.space().uri(), made.name());
  }

  /** Stages and aliases, all in one map. */
  private TreeMap<String, String> read() {
    TreeMap<String, String> state = new TreeMap<>();
    made.stages().forEach((number, stage) -> state.put("version " + number, stage));
    made.aliases().forEach((alias, version) -> state.put("@" + alias, version));
    return state;
  }

  /** Judges that nothing changes. */
  void judgeKept() {
    TreeMap<String, String> before = read();
    expect(decision()).as("what `promote` returned").toBe(false);
    expect((Map<String, String>) read())
        .as("the stages and aliases after a challenger that is not better")
        .toHaveEntries(before)
        .diagnose(
            "moved-though-not-better",
            state -> true,
            "The challenger was not better, and your method says so; yet the registry has changed. Decide first, and touch nothing before.");
  }

  /** Judges that the challenger takes over. */
  void judgeTaken() {
    TreeMap<String, String> right = read();
    String old = Integer.toString(CHAMPION);
    String won = Integer.toString(challenger);
    right.put("version " + won, "Production");
    right.put("version " + old, "Archived");
    right.put("@champion", won);
    right.put("@previous", old);
    right.remove("@challenger");
    expect(decision()).as("what `promote` returned").toBe(true);
    expect((Map<String, String>) read())
        .as("the stages and aliases after the challenger took over")
        .toHaveEntries(right)
        .diagnose(
            "re-registered",
            state -> state.containsKey("version 5"),
            "There is a new version: the challenger was registered once more. It is a version already; move it.")
        .diagnose(
            "alias-for-stage",
            state -> state.containsKey("@Production") || state.containsKey("@production"),
            "There is an alias called like the stage now. Who loads `models:/<name>/Production` asks for the stage, which is still where it was: `transitionModelVersionStage`.")
        .diagnose(
            "two-in-production",
            state -> state.values().stream().filter("Production"::equals).count() > 1,
            "The old champion is still in Production, beside the new one. Give `true` for `archiveExistingVersions`.")
        .diagnose(
            "stage-not-moved",
            state -> !state.get("version " + won).equals("Production"),
            "The new champion is not in Production, so the alias and the stage name two different versions: half of the users have the new model, and half the old one. Move both.")
        .diagnose(
            "champion-not-moved",
            state -> state.get("@champion").equals(old),
            "The alias `champion` is still at the old version, which is Archived now. A stage moves no alias: set it, too.")
        .diagnose(
            "previous-not-moved",
            state -> !old.equals(state.get("@previous")),
            state ->
                "The alias `previous` is at version %s. It should be at the version that was the champion until now, so that a rollback finds it: remember that number before you move anything."
                    .formatted(state.get("@previous")))
        .diagnose(
            "challenger-left",
            state -> state.containsKey("@challenger"),
            "The alias `challenger` is still there. The next round would take the same version for a challenger again: delete the alias with `deleteRegisteredModelAlias`.")
        .diagnose(
            "other-alias-lost",
            state -> !state.containsKey("@audit"),
            "The alias `audit` is gone, though nothing was said of it. Others use it.");
  }

  /** Judges the decisions in several duels, with nothing but their numbers. */
  static void judgeDecisions(RegistryLab lab, TrackingSpace space) {
    Map<String, Boolean> decisions = new TreeMap<>();
    Rmse[][] pairs = {
      {new Rmse(300, 1012.5, 1010), new Rmse(340, 987.25, 1020)},
      {new Rmse(420, 640, 660), new Rmse(250, 655.5, 630)},
      {new Rmse(500, 700.25, 690), new Rmse(450, 700.25, 720)},
      {new Rmse(500, 800, 820), new Rmse(480, 790.5, 810)},
      {new Rmse(510, 810, 830), new Rmse(490, Double.NaN, 815)},
    };
    for (int i = 0; i < pairs.length; i++) {
      Duel duel = between(lab, space, pairs[i][0], pairs[i][1], i % 2 == 0 ? 2 : 4);
      String duelName = NAMES.get(i);
      KnownErrors known = i == UNVALIDATED ? ERRORS : KnownErrors.none();
      known.during(() -> decisions.put(duelName, duel.decision()));
    }
    judge(decisions);
  }

  private static final List<String> NAMES =
      List.of(
          "1: better on validation only",
          "2: worse on validation only",
          "3: equal on validation",
          "4: better on all rows",
          "5: not validated");

  private static void judge(Map<String, Boolean> decisions) {
    expect(decisions)
        .as("what `promote` returned, duel by duel")
        .toHaveEntries(decided(true, false, false, true, false))
        .diagnose(
            "judged-on-train",
            wrong -> likes(wrong, false, true, true, true),
            "You judge by `train_rmse`. On the rows that it has learned, the model that remembers best is best; what it does with new rows, `validation_rmse` tells.")
        .diagnose(
            "judged-on-test",
            wrong -> likes(wrong, false, true, false, true),
            "You judge by `test_rmse`. If the test rows choose the model, nothing is left to tell how good the choice is on rows that had no say. Choose by `validation_rmse`.")
        .diagnose(
            "larger-is-better",
            wrong -> likes(wrong, false, true, false, false),
            "The challenger takes over when its `validation_rmse` is larger. An RMSE is an error: the smaller, the better.")
        .diagnose(
            "numbers-as-text",
            wrong -> likes(wrong, false, false, false, true),
            "The two numbers are compared as texts, and letter by letter '1012.5' comes before '987.25'. Compare `metric.getValue()`, which is a number.")
        .diagnose(
            "equal-promoted",
            wrong -> likes(wrong, true, false, true, true),
            "A challenger that is only as good took over. Each change of the model in use has its price, so something must be won by it: smaller, not smaller or equal.")
        .diagnose(
            "missing-as-zero",
            decided(true, false, false, true, true),
            "A challenger without a `validation_rmse` took over: what is not there was taken for 0, the best RMSE of all. A model that nobody has validated is not promoted.")
        .diagnose(
            "always-promoted",
            decided(true, true, true, true, true),
            "Every challenger takes over, better or not.")
        .diagnose(
            "never-promoted",
            decided(false, false, false, false, false),
            "No challenger ever takes over, not even a better one.");
  }

  /** Whether the first four duels were decided so, whatever is made of a missing metric. */
  private static boolean likes(Map<String, Boolean> decisions, boolean... rule) {
    for (int i = 0; i < rule.length; i++) {
      if (decisions.get(NAMES.get(i)) != rule[i]) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Boolean> decided(boolean... decisions) {
    Map<String, Boolean> decided = new TreeMap<>();
    for (int i = 0; i < decisions.length; i++) {
      decided.put(NAMES.get(i), decisions[i]);
    }
    return decided;
  }
}
