package day2.registry.checks;

import static dev.kindling.check.Expect.expect;

import day2.registry.RegistryLab;
import dev.kindling.check.KnownErrors;
import dev.kindling.mlflow.TrackingSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Champions and their challengers, each pair in a model of its own: four versions, of which the
 * third one is the champion, and the second the challenger or, to have a newer one than that, the
 * fourth.
 */
final class Duels {

  private static final int CHAMPION = 3;
  private static final String OLD = "version " + CHAMPION;

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "unvalidated-throws",
              error ->
                  error.is(NoSuchElementException.class) || error.is(NullPointerException.class),
              "The run of the challenger has no `validation_rmse`, and your method throws. A model that nobody has validated is simply not promoted: see whether the metric is there.");

  /**
   * One duel, after it.
   *
   * @param challenger the number of its version
   * @param told what `promote` returned
   * @param right what the server should know of the model
   * @param state what it knows
   */
  private record Duel(
      String title,
      Rmse champion,
      Rmse challenging,
      int challenger,
      boolean told,
      Map<String, String> right,
      Map<String, String> state) {

    boolean wins() {
      return isBetter(champion, challenging);
    }

    /** Whether a smaller number is what it was decided for or against. */
    boolean isTurned() {
      return told == (challenging.validation() > champion.validation());
    }

    String stage(int version) {
      return state.getOrDefault("version %d, stage".formatted(version), "");
    }

    String alias(String alias) {
      return state.getOrDefault("alias " + alias, "");
    }

    boolean twoInProduction() {
      return state.values().stream().filter("Production"::equals).count() > 1;
    }
  }

  private final RegistryLab lab;
  private final TrackingSpace space;
  private final List<Duel> duels = new ArrayList<>();

  Duels(RegistryLab lab, TrackingSpace space) {
    this.lab = lab;
    this.space = space;
  }

  private static boolean isBetter(Rmse champion, Rmse challenging) {
    return challenging.validation() < champion.validation();
  }

  /** Has an answer decide over a challenger that is older than the champion. */
  Duels older(String title, Rmse champion, Rmse challenging) {
    return decide(title, champion, challenging, 2);
  }

  /** Has an answer decide over a challenger that is newer than the champion. */
  Duels newer(String title, Rmse champion, Rmse challenging) {
    return decide(title, champion, challenging, 4);
  }

  private Duels decide(String title, Rmse champion, Rmse challenging, int challenger) {
    MadeModel made = between(champion, challenging, challenger);
    Map<String, String> right = made.state();
    if (isBetter(champion, challenging)) {
      right.put("version %d, stage".formatted(challenger), "Production");
      right.put("version %d, stage".formatted(CHAMPION), "Archived");
      right.put("alias champion", "version " + challenger);
      right.put("alias previous", OLD);
      right.remove("alias challenger");
    }
    KnownErrors known = challenging.isValidated() ? KnownErrors.none() : ERRORS;
    known.during(
        () -> {
          boolean told = lab.promote(made.uri(), made.name());
          String numbered = "%d: %s".formatted(duels.size() + 1, title);
          duels.add(
              new Duel(numbered, champion, challenging, challenger, told, right, made.state()));
        });
    return this;
  }

  private MadeModel between(Rmse champion, Rmse challenging, int challenger) {
    MadeModel made = MadeModel.in(space, "duel").created();
    String other = made.run(Map.of(), new Rmse(900, 900, 900).metrics());
    String best = made.run(Map.of(), champion.metrics());
    String next = made.run(Map.of(), challenging.metrics());
    for (int version = 1; version <= 4; version++) {
      made.add(version == CHAMPION ? best : version == challenger ? next : other, "model");
    }
    made.inStage("1", "Archived").inStage("3", "Production");
    made.inStage(Integer.toString(challenger), "Staging");
    made.withAlias("champion", CHAMPION).withAlias("previous", 1);
    return made.withAlias("challenger", challenger).withAlias("audit", 1).ended();
  }

  /** Judges what was decided, and then what became of stages and aliases. */
  void judge() {
    expect(decisions(Duel::told))
        .as("what becomes of the challenger of each duel, by what `promote` returned")
        .toHaveEntries(decisions(Duel::wins))
        .diagnose(
            "larger-is-better",
            wrong -> duels.stream().allMatch(Duel::isTurned),
            "The challenger takes over when its `validation_rmse` is larger. An RMSE is an error: the smaller, the better.")
        .diagnose(
            "always-promoted",
            wrong -> duels.size() > 2 && duels.stream().allMatch(Duel::told),
            "Every challenger takes over, better or not.")
        .diagnose(
            "never-promoted",
            wrong -> duels.size() > 2 && duels.stream().noneMatch(Duel::told),
            "No challenger ever takes over, not even a better one.");
    judgeStates();
  }

  private void judgeStates() {
    expect(states(Duel::state))
        .as("the stages and aliases after each duel")
        .toHaveEntries(states(Duel::right))
        .diagnose(
            "moved-though-not-better",
            any(duel -> !duel.wins() && !duel.state().equals(duel.right())),
            "A challenger was not better, and your method says so; yet the registry has changed. Decide first, and touch nothing before. Who is not better stays what it is, with its alias.")
        .diagnose(
            "re-registered",
            any(duel -> !duel.stage(5).isEmpty()),
            "There is a new version: the challenger was registered once more. It is a version already; move it.")
        .diagnose(
            "two-in-production",
            any(Duel::twoInProduction),
            "The old champion is still in Production, beside the new one. Give `true` for `archiveExistingVersions`.")
        .diagnose(
            "stage-not-moved",
            any(duel -> duel.wins() && !duel.stage(duel.challenger()).equals("Production")),
            "The new champion is not in Production, so the alias and the stage name two different versions: half of the users have the new model, and half the old one. Move both. An alias that is called like the stage moves nothing.")
        .diagnose(
            "champion-not-moved",
            any(duel -> duel.wins() && duel.alias("champion").equals(OLD)),
            "The alias `champion` is still at the old version, which is Archived now. A stage moves no alias: set it, too.")
        .diagnose(
            "previous-not-moved",
            any(duel -> duel.wins() && !duel.alias("previous").equals(OLD)),
            "The alias `previous` is not at version 3, which was the champion until now, so a rollback does not find it. Remember that number before you move anything.")
        .diagnose(
            "challenger-left",
            any(duel -> duel.wins() && !duel.alias("challenger").isEmpty()),
            "There is still an alias `challenger`. The next round would take the version that it is at for a challenger again: delete the alias with `deleteRegisteredModelAlias`.");
  }

  private Predicate<Map<String, String>> any(Predicate<Duel> which) {
    return state -> duels.stream().anyMatch(which);
  }

  private Map<String, String> decisions(Predicate<Duel> promoted) {
    Map<String, String> decisions = new TreeMap<>();
    duels.forEach(
        duel -> decisions.put(duel.title(), promoted.test(duel) ? "takes over" : "stays behind"));
    return decisions;
  }

  private Map<String, String> states(Function<Duel, Map<String, String>> read) {
    Map<String, String> states = new TreeMap<>();
    for (int i = 0; i < duels.size(); i++) {
      String number = "%d: ".formatted(i + 1);
      read.apply(duels.get(i)).forEach((key, value) -> states.put(number + key, value));
    }
    return states;
  }
}
