package day2.registry;

import static dev.kindling.check.Expect.expect;

import java.util.Map;
import java.util.TreeMap;

/** Descriptions and tags of a model and of its versions, as one map of texts. */
record Described(MadeModel made, int version, Card card) {

  private String of(int number, String what) {
    return "version %d, %s".formatted(number, what);
  }

  /** All there is to read; what is empty is left out. */
  TreeMap<String, String> read() {
    TreeMap<String, String> texts = new TreeMap<>();
    texts.put("model, description", made.model().getDescription());
    made.model()
        .getTagsList()
        .forEach(tag -> texts.put("model, tag " + tag.getKey(), tag.getValue()));
    made.versions()
        .forEach(
            (number, registered) -> {
              texts.put(of(number, "description"), registered.getDescription());
              registered
                  .getTagsList()
                  .forEach(tag -> texts.put(of(number, "tag " + tag.getKey()), tag.getValue()));
            });
    texts.values().removeIf(String::isEmpty);
    return texts;
  }

  /** Judges what an answer writes; what was there before and is not of the card stays. */
  void judge(RegistryLab lab) {
    TreeMap<String, String> expected = read();
    expected.put("model, description", card.purpose());
    expected.put("model, tag team", card.team());
    expected.put(of(version, "description"), card.change());
    expected.put(of(version, "tag data_version"), card.dataVersion());
    int newest = made.versions().lastKey();
    lab.describe(made.space().uri(), made.name(), Integer.toString(version), card);
    expect((Map<String, String>) read())
        .as("what can be read of the model and its versions")
        .toHaveEntries(expected)
        .diagnose(
            "newest-described",
            texts ->
                newest != version && card.change().equals(texts.get(of(newest, "description"))),
            "The newest version has been described, but version %d was asked for. Which version it is, is an argument; use it as it is."
                .formatted(version))
        .diagnose(
            "levels-swapped",
            texts ->
                card.change().equals(texts.get("model, description"))
                    && card.purpose().equals(texts.get(of(version, "description"))),
            "The two descriptions have changed places: the model says what is new in one version, and the version what the model is for. What stays true when the next version comes belongs to the model.")
        .diagnose(
            "change-on-model",
            texts -> card.change().equals(texts.get("model, description")),
            "The description of the model says what is new in one version, and the next version will overwrite it. `updateRegisteredModel` writes to the model; `updateModelVersion` takes a version's number and writes there.")
        .diagnose(
            "purpose-on-version",
            texts -> card.purpose().equals(texts.get(of(version, "description"))),
            "The purpose is the description of one version. It is the same for all of them, so it belongs to the model: `updateRegisteredModel`.")
        .diagnose(
            "data-version-on-model",
            texts -> texts.containsKey("model, tag data_version"),
            "The tag `data_version` is on the model. Each version was trained on data of its own, so with the next one the tag would say something wrong about this one. `setModelVersionTag` puts it on a version.")
        .diagnose(
            "team-on-version",
            texts -> texts.containsKey(of(version, "tag team")),
            "The tag `team` is on the version. The team answers for the model, whichever version is in use: `setRegisteredModelTag`, so that a search for the team's models finds it.")
        .diagnose(
            "description-as-tag",
            texts -> texts.keySet().stream().anyMatch(key -> key.endsWith("tag description")),
            "The description is a tag called `description`. The server's page does not show it where people read: the description has calls of its own, `updateRegisteredModel` and `updateModelVersion`.");
  }
}
