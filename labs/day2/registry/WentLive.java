package day2.registry;

import static dev.kindling.check.Expect.expect;

import java.util.ArrayList;
import java.util.Comparator;
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
    TreeMap<Integer, String> before = made.stages();
    String from = before.get(version);
    TreeMap<Integer, String> right = new TreeMap<>(before);
    List<Move> log = new ArrayList<>();
    if (from.equals("None")) {
      enter(right, version, STAGING, log);
    }
    if (!from.equals(PRODUCTION)) {
      enter(right, version, PRODUCTION, log);
    }
    List<Move> told = lab.goLive(made.space().uri(), made.name(), Integer.toString(version));
    judgeStages(version, before, right, told);
    judgeLog(version, log, told);
  }

  /** One step, in plain Java. */
  private static void enter(
      TreeMap<Integer, String> stages, int version, String stage, List<Move> log) {
    List<Integer> others =
        stages.entrySet().stream()
            .filter(entry -> entry.getValue().equals(stage))
            .map(Map.Entry::getKey)
            .toList();
    log.add(new Move(Integer.toString(version), stages.put(version, stage), stage));
    for (int other : others) {
      log.add(new Move(Integer.toString(other), stages.put(other, ARCHIVED), ARCHIVED));
    }
  }

  private void judgeStages(
      int version,
      TreeMap<Integer, String> before,
      TreeMap<Integer, String> right,
      List<Move> told) {
    String from = before.get(version);
    Map<Integer, String> after = made.stages();
    expect(after)
        .as("the stage of each version")
        .toHaveEntries(right)
        .diagnose(
            "re-registered",
            stages -> stages.size() > before.size(),
            "There is a new version now: the model was registered once more. A copy has lost its history, and nobody knows that both are the same. The old version is still there; move it.")
        .diagnose(
            "alias-for-stage",
            stages ->
                !stages.get(version).equals(PRODUCTION)
                    && made.aliases().keySet().stream().anyMatch(PRODUCTION::equalsIgnoreCase),
            "There is an alias called like the stage now, and the version's stage is '%s'. To the server they have nothing to do with each other: `models:/<name>/Production` asks for the stage. Use `transitionModelVersionStage`."
                .formatted(after.get(version)))
        .diagnose(
            "nothing-moved",
            before,
            "Nothing has changed its stage on the server, whatever the log says.")
        .diagnose(
            "staging-skipped",
            stages ->
                from.equals("None")
                    && told.contains(new Move(Integer.toString(version), "None", PRODUCTION)),
            "The version went from None to Production at once. Staging is where it is tried next to the real thing; a registry that can skip it has no review. Take both steps.")
        .diagnose(
            "two-in-production",
            stages ->
                stages.get(version).equals(PRODUCTION)
                    && stages.values().stream().filter(PRODUCTION::equals).count() > 1,
            "More than one version is in Production, and `models:/<name>/Production` now means the newest of them, whichever that is. Give `true` for `archiveExistingVersions`.")
        .diagnose(
            "staging-not-archived",
            stages ->
                from.equals("None") && stages.entrySet().stream().anyMatch(e -> isStill(e, before)),
            "The version went through Staging, but what was there before is still there, and goes on being tried. `archiveExistingVersions` has to be `true` for both steps.")
        .diagnose(
            "rollback-through-staging",
            stages ->
                from.equals(ARCHIVED)
                    && told.contains(new Move(Integer.toString(version), ARCHIVED, STAGING)),
            "The version was in use before, so it needs no trial: its way through Staging has thrown out the candidate that was tried there. A rollback goes straight to Production.")
        .diagnose(
            "everything-archived",
            stages ->
                stages.entrySet().stream()
                    .anyMatch(
                        entry ->
                            entry.getValue().equals(ARCHIVED)
                                && !right.get(entry.getKey()).equals(ARCHIVED)),
            "Versions are Archived now that were in no one's way. Only those that the moved version pushes out of their stage should be.")
        .diagnose(
            "left-in-staging",
            stages -> stages.get(version).equals(STAGING),
            "The version is in Staging: the second step, from there to Production, is missing.");
  }

  private static boolean isStill(Map.Entry<Integer, String> entry, Map<Integer, String> before) {
    return entry.getValue().equals(STAGING) && before.get(entry.getKey()).equals(STAGING);
  }

  private static void judgeLog(int version, List<Move> right, List<Move> told) {
    String number = Integer.toString(version);
    List<Move> own = right.stream().filter(move -> move.version().equals(number)).toList();
    expect(told)
        .as("the activity log")
        .toHaveElementsInOrder(right)
        .diagnose(
            "already-there-logged",
            moves -> right.isEmpty() && !moves.isEmpty(),
            "The version was in Production already, so nothing changed, but the log tells of a move. Ask for its stage first, and leave it where it is.")
        .diagnose(
            "archived-not-logged",
            own,
            "The log tells only of version %s. Those that became Archived have changed their stage, too, and it is their users who will ask why. Look who is in the stage before you enter it."
                .formatted(number))
        .diagnose(
            "stage-asked-too-late",
            moves -> moves.stream().anyMatch(move -> move.from().equals(move.to())),
            "A line of the log goes from a stage to the same one: the stage was asked for after the move. Ask before it.")
        .diagnose(
            "numbers-as-text",
            moves -> moves.equals(asText(right)),
            "The archived versions are in the order of texts: letter by letter, '10' comes before '9'. Compare `Integer.parseInt(version.getVersion())`.")
        .diagnose(
            "other-order",
            moves -> moves.size() == right.size() && moves.containsAll(right),
            "All moves are told, in another order. Of each step, the version's own move comes first, then those that were archived, the smallest number first; a server promises no order.");
  }

  /** The log of who sorts the archived ones as texts. */
  private static List<Move> asText(List<Move> right) {
    List<Move> sorted = new ArrayList<>();
    List<Move> step = new ArrayList<>();
    for (Move move : right) {
      if (!move.to().equals(ARCHIVED)) {
        step.sort(Comparator.comparing(Move::version));
        sorted.addAll(step);
        step.clear();
        sorted.add(move);
      } else {
        step.add(move);
      }
    }
    step.sort(Comparator.comparing(Move::version));
    sorted.addAll(step);
    return sorted;
  }
}
