package day2.registry.checks;

import static dev.kindling.check.Expect.expect;

import day2.registry.Move;
import day2.registry.RegistryLab;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Versions in their stages, one of which is to go live. */
record WentLive(RegistryLab lab, MadeModel made) {

  private static final String STAGING = "Staging";
  private static final String PRODUCTION = "Production";
  private static final String ARCHIVED = "Archived";

  /** Judges what an answer does with a version. */
  void judge(int version) {
    TreeMap<Integer, String> stages = made.stages();
    String from = stages.get(version);
    List<Move> log = new ArrayList<>();
    if (from.equals("None")) {
      enter(stages, version, STAGING, log);
    }
    if (!from.equals(PRODUCTION)) {
      enter(stages, version, PRODUCTION, log);
    }
    Map<String, String> before = made.state();
    Map<String, String> right = made.state();
    stages.forEach((number, stage) -> right.put(stageOf(number), stage));
    List<Move> told = lab.goLive(made.uri(), made.name(), Integer.toString(version));
    judgeState(version, from, before, right);
    judgeLog(version, log, told);
  }

  /** One step, in plain Java. */
  private static void enter(
      TreeMap<Integer, String> stages, int version, String stage, List<Move> log) {
    List<Integer> others =
        stages.keySet().stream().filter(number -> stages.get(number).equals(stage)).toList();
    log.add(new Move(Integer.toString(version), stages.put(version, stage), stage));
    for (int other : others) {
      log.add(new Move(Integer.toString(other), stages.put(other, ARCHIVED), ARCHIVED));
    }
  }

  private static String stageOf(int version) {
    return "version %d, stage".formatted(version);
  }

  private void judgeState(
      int version, String from, Map<String, String> before, Map<String, String> right) {
    int copy = made.versions().lastKey();
    expect(made.state())
        .as("the stages and aliases afterwards")
        .fact("version", version)
        .fact("from", from)
        .toHaveEntries(right)
        .diagnose(
            "re-registered",
            state -> !right.containsKey(stageOf(copy)),
            "There is a new version now: the model was registered once more. A copy has lost its history, and nobody knows that both are the same. The old version is still there; move it.")
        .diagnose(
            "already-there",
            state -> from.equals(PRODUCTION),
            "The version is in Production already, so nothing changes: neither its stage nor that of the others there. Ask for its stage first, and leave it where it is.")
        .diagnose(
            "alias-for-stage",
            state ->
                moved("alias ", before, state) && !state.get(stageOf(version)).equals(PRODUCTION),
            state ->
                "An alias was set, and the version's stage is '%s'. To the server they have nothing to do with each other: `models:/<name>/Production` asks for the stage. Use `transitionModelVersionStage`."
                    .formatted(state.get(stageOf(version))))
        .diagnose(
            "alias-moved",
            state -> moved("alias ", before, state),
            "An alias is not where it was. A stage and an alias know nothing of each other, and aliases are not touched here: whoever loads by that name did not ask for another version.")
        .diagnose(
            "nothing-moved",
            before::equals,
            "Nothing has changed its stage on the server, whatever the log says.")
        .diagnose(
            "left-in-staging",
            state -> state.get(stageOf(version)).equals(STAGING),
            "The version is in Staging: the second step, from there to Production, is missing.")
        .diagnose(
            "staging-not-archived",
            state ->
                from.equals("None")
                    && right.keySet().stream().anyMatch(key -> stayed(key, state, right)),
            "The version went through Staging, but what was there before is still there, and goes on being tried. `archiveExistingVersions` has to be `true` for both steps.");
  }

  /** Whether an entry of this kind is another one, gone or new. */
  private static boolean moved(String kind, Map<String, String> before, Map<String, String> after) {
    return !only(kind, before).equals(only(kind, after));
  }

  private static Map<String, String> only(String kind, Map<String, String> state) {
    Map<String, String> chosen = new TreeMap<>(state);
    chosen.keySet().removeIf(key -> !key.startsWith(kind));
    return chosen;
  }

  private static boolean stayed(String key, Map<String, String> state, Map<String, String> right) {
    return STAGING.equals(state.get(key)) && ARCHIVED.equals(right.get(key));
  }

  private static void judgeLog(int version, List<Move> right, List<Move> told) {
    String number = Integer.toString(version);
    List<Move> own = right.stream().filter(move -> move.version().equals(number)).toList();
    expect(told)
        .as("the activity log")
        .fact("version", version)
        .toHaveElementsInOrder(right)
        .diagnose(
            "already-there",
            moves -> right.isEmpty(),
            "The version was in Production already, so nothing changed, but the log tells of a move. Ask for its stage first, and leave it where it is.")
        .diagnose(
            "archived-not-logged",
            moves -> !own.equals(right) && moves.equals(own),
            "The log tells only of version %s. Those that became Archived have changed their stage, too, and it is their users who will ask why. Look who is in the stage before you enter it."
                .formatted(number))
        .diagnose(
            "stage-asked-too-late",
            moves -> moves.stream().anyMatch(move -> move.from().equals(move.to())),
            "A line of the log goes from a stage to the same one: the stage was asked for after the move. Ask before it.")
        .diagnose(
            "other-order",
            moves -> moves.size() == right.size() && moves.containsAll(right),
            "All moves are told, in another order. Of each step, the version's own move comes first, then those that were archived, the smallest number first; a server promises no order.");
  }
}
