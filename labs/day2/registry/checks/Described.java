package day2.registry.checks;

import static dev.kindling.check.Expect.expect;

import day2.registry.Card;
import day2.registry.RegistryLab;
import java.util.Map;

/** A model and its versions, one of which is to be described. */
record Described(RegistryLab lab, MadeModel made) {

  /** Judges what an answer writes; what was there before and is not of the card stays. */
  void judge(int number, Card card) {
    Map<String, String> before = made.state();
    Map<String, String> right = made.state();
    String version = "version %d, ".formatted(number);
    right.put("model, description", card.purpose());
    right.put("model, tag team", card.team());
    right.put(version + "description", card.change());
    right.put(version + "tag data_version", card.dataVersion());
    int newest = made.versions().lastKey();
    lab.describe(made.uri(), made.name(), Integer.toString(number), card);
    expect(made.state())
        .as("what can be read of the model and its versions")
        .toHaveEntries(right)
        .diagnose(
            "newest-described",
            state ->
                newest != number
                    && card.change().equals(state.get("version %d, description".formatted(newest))),
            "The newest version has been described, but version %d was asked for. Which version it is, is an argument; use it as it is."
                .formatted(number))
        .diagnose(
            "description-as-tag",
            state -> state.keySet().stream().anyMatch(key -> key.endsWith("tag description")),
            "The description is a tag called `description`. The server's page does not show it where people read: the description has calls of its own, `updateRegisteredModel` and `updateModelVersion`.")
        .diagnose(
            "appended",
            state ->
                state.entrySet().stream()
                    .anyMatch(entry -> holdsBoth(entry.getValue(), entry.getKey(), before, right)),
            "What was written there before is still part of the text. The next description would make it longer still: replace it.");
  }

  private static boolean holdsBoth(
      String text, String key, Map<String, String> before, Map<String, String> right) {
    return before.containsKey(key)
        && !before.get(key).equals(right.get(key))
        && text.contains(before.get(key))
        && text.contains(right.get(key));
  }
}
