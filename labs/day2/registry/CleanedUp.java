package day2.registry;

import static dev.kindling.check.Expect.expect;

import dev.kindling.check.KnownErrors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
    TreeMap<Integer, String> before = made.stages();
    Collection<String> named = made.aliases().values();
    List<Integer> mayGo =
        before.keySet().stream()
            .filter(number -> before.get(number).equals(ARCHIVED))
            .filter(number -> !named.contains(number.toString()))
            .toList();
    List<Integer> gone = mayGo.subList(0, Math.max(0, mayGo.size() - keep));
    TreeMap<Integer, String> left = new TreeMap<>(before);
    gone.forEach(left::remove);
    ERRORS.during(
        () -> {
          List<String> told = lab.cleanUp(made.space().uri(), made.name(), keep);
          judgeLeft(before, named, left, mayGo, keep);
          judgeTold(gone.stream().map(String::valueOf).toList(), told);
        });
  }

  private void judgeLeft(
      TreeMap<Integer, String> before,
      Collection<String> named,
      TreeMap<Integer, String> left,
      List<Integer> mayGo,
      int keep) {
    boolean there = made.exists();
    expect(there || left.isEmpty())
        .as("whether the registered model is still there")
        .toBe(true)
        .diagnose(
            "whole-model-deleted",
            false,
            "The registered model is gone, with versions that had to stay: %s. `deleteRegisteredModel` asks nobody. Delete the model only if not one version is left."
                .formatted(left));
    expect((Map<Integer, String>) (there ? made.stages() : new TreeMap<Integer, String>()))
        .as("the versions that are left, with their stages")
        .toHaveEntries(left)
        .diagnose(
            "not-archived-deleted",
            wrong -> lost(before, wrong, number -> !before.get(number).equals(ARCHIVED)),
            wrong ->
                "Versions are gone that were not Archived: %s. The server deletes whatever it is told to, also what is in use or not yet tried. Look at the stage first; who wants to delete a version archives it first, so that somebody can object."
                    .formatted(
                        before.keySet().stream()
                            .filter(number -> !wrong.containsKey(number))
                            .filter(number -> !before.get(number).equals(ARCHIVED))
                            .toList()))
        .diagnose(
            "alias-ignored",
            wrong -> lost(before, wrong, number -> named.contains(Integer.toString(number))),
            "A version is gone that had an alias, and the alias with it: whoever loads by that name gets an error now. A search for versions does not tell their aliases; the registered model does, with `getAliasesList`.")
        .diagnose(
            "numbers-as-text",
            wrong -> wrong.equals(without(before, mayGo, keep, asText(mayGo))),
            "The wrong ones were kept: sorted as texts, '10' and '11' come before '8' and '9'. Sort by `Integer.parseInt(version.getVersion())`.")
        .diagnose(
            "newest-deleted",
            wrong -> keep > 0 && wrong.equals(without(before, mayGo, keep, reversed(mayGo))),
            "The oldest were kept and the newest deleted. What one may want back is the latest that was in use.")
        .diagnose(
            "keep-ignored",
            wrong -> keep > 0 && mayGo.stream().noneMatch(wrong::containsKey),
            "Every archived version is gone, but %d of them were to be kept."
                .formatted(Math.min(keep, mayGo.size())));
    expect(there == !left.isEmpty())
        .as("whether the registered model went with its last version")
        .toBe(true)
        .diagnose(
            "empty-model-left",
            false,
            "All versions are gone, and the registered model is still there: an empty name that people find and cannot load. Delete it, too, when no version is left.");
  }

  private static boolean lost(
      Map<Integer, String> before,
      Map<Integer, String> after,
      java.util.function.IntPredicate which) {
    return before.keySet().stream()
        .filter(number -> !after.containsKey(number))
        .anyMatch(which::test);
  }

  /** What is left when the first ones of this order go. */
  private static TreeMap<Integer, String> without(
      TreeMap<Integer, String> before, List<Integer> mayGo, int keep, List<Integer> order) {
    TreeMap<Integer, String> left = new TreeMap<>(before);
    order.subList(0, Math.max(0, mayGo.size() - keep)).forEach(left::remove);
    return left;
  }

  private static List<Integer> asText(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).sorted().map(Integer::valueOf).toList();
  }

  private static List<Integer> reversed(List<Integer> numbers) {
    List<Integer> reversed = new ArrayList<>(numbers);
    Collections.reverse(reversed);
    return reversed;
  }

  private static void judgeTold(List<String> right, List<String> told) {
    expect(told)
        .as("the numbers of the deleted versions")
        .toHaveElementsInOrder(right)
        .diagnose(
            "told-as-text",
            right.stream().sorted().toList(),
            "These are the right ones in the order of texts, where '10' comes before '9'. Sort them as numbers.")
        .diagnose(
            "told-in-other-order",
            numbers -> numbers.size() == right.size() && numbers.containsAll(right),
            "These are the right ones in another order: the smallest number first. A server promises no order.");
  }
}
