package day2.registry.checks;

import static dev.kindling.check.Expect.expect;

import day2.registry.RegistryLab;
import dev.kindling.check.KnownErrors;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A model with old versions, and which of them go. */
record CleanedUp(RegistryLab lab, MadeModel made) {

  private static final String ARCHIVED = "Archived";

  private static final KnownErrors ERRORS =
      KnownErrors.none()
          .diagnose(
              "more-kept-than-there",
              error ->
                  error.is(IndexOutOfBoundsException.class)
                      || error.says("fromIndex|toIndex|must be non-negative"),
              "There are fewer versions that may go than are to be kept, and a list was cut at a negative place. Then none goes: `Math.max(0, size - keep)`.");

  /** Judges what an answer deletes. */
  void judge(int keep) {
    TreeMap<Integer, String> stages = made.stages();
    Collection<Integer> named = made.aliases().values();
    List<Integer> mayGo =
        stages.keySet().stream()
            .filter(number -> stages.get(number).equals(ARCHIVED) && !named.contains(number))
            .toList();
    List<Integer> gone = mayGo.subList(0, Math.max(0, mayGo.size() - keep));
    Map<String, String> right = made.state();
    gone.forEach(number -> right.keySet().removeIf(key -> isOf(number, key)));
    if (gone.size() == stages.size()) {
      right.keySet().removeIf(key -> !key.startsWith("run "));
      right.put("the registered model", "gone");
    }
    ERRORS.during(
        () -> {
          List<String> told = lab.cleanUp(made.uri(), made.name(), keep);
          judgeState(stages, named, mayGo, right, keep);
          expect(told)
              .as("the numbers of the deleted versions")
              .toHaveElementsInOrder(gone.stream().map(String::valueOf).toList());
        });
  }

  private static boolean isOf(int number, String key) {
    return key.startsWith("version %d,".formatted(number));
  }

  private void judgeState(
      TreeMap<Integer, String> stages,
      Collection<Integer> named,
      List<Integer> mayGo,
      Map<String, String> right,
      int keep) {
    expect(made.state())
        .as("the registered model afterwards")
        .fact("keep", keep)
        .toHaveEntries(right)
        .diagnose(
            "whole-model-deleted",
            state -> isGone(state) && !isGone(right),
            "The registered model is gone, with versions that had to stay: `deleteRegisteredModel` asks nobody. Delete the model only if not one version is left.")
        .diagnose(
            "not-archived-deleted",
            state -> !wronglyGone(stages, state).isEmpty(),
            state ->
                "Versions are gone that were not Archived: %s. The server deletes whatever it is told to, also what is in use or not yet tried. Look at the stage first; who wants to delete a version archives it first, so that somebody can object."
                    .formatted(wronglyGone(stages, state)))
        .diagnose(
            "alias-ignored",
            state -> named.stream().anyMatch(number -> isGone(number, state)),
            "A version is gone that had an alias, and the alias with it: whoever loads by that name gets an error now. A search for versions does not tell their aliases; the registered model does, with `getAliasesList`.")
        .diagnose(
            "keep-ignored",
            state -> keep > 0 && mayGo.stream().allMatch(number -> isGone(number, state)),
            "Every archived version without an alias is gone, but %d of them were to be kept."
                .formatted(Math.min(keep, mayGo.size())))
        .diagnose(
            "empty-model-left",
            state -> isGone(right) && made.versions().isEmpty(),
            "All versions are gone, and the registered model is still there: an empty name that people find and cannot load. Delete it, too, when no version is left.");
  }

  private static boolean isGone(Map<String, String> state) {
    return "gone".equals(state.get("the registered model"));
  }

  private static boolean isGone(int number, Map<String, String> state) {
    return state.keySet().stream().noneMatch(key -> isOf(number, key));
  }

  private static List<Integer> wronglyGone(
      TreeMap<Integer, String> stages, Map<String, String> state) {
    return stages.keySet().stream()
        .filter(number -> !stages.get(number).equals(ARCHIVED) && isGone(number, state))
        .toList();
  }
}
