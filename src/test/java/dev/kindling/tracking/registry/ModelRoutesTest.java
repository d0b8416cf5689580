package dev.kindling.tracking.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.tracking.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelRoutesTest extends RegistryFixture {

  @BeforeEach
  void make() throws Exception {
    makeModel("m");
  }

  @Test
  void aModelIsShownWithWhatWasGivenAndNoMore() throws Exception {
    api.post(
        "registered-models/create",
        "{'name': 'full', 'description': 'd', 'tags': [{'key': 'a', 'value': '1'},"
            + " {'key': 'b'}, {'key': 'a', 'value': '2'}]}");

    assertThat(model("full").path("tags").toString())
        .isEqualTo("[{\"key\":\"a\",\"value\":\"2\"},{\"key\":\"b\",\"value\":\"\"}]");
    assertThat(model("full").path("description").asText()).isEqualTo("d");
    assertThat(model("m").fieldNames())
        .toIterable()
        .containsExactly("name", "creation_timestamp", "last_updated_timestamp");
  }

  @Test
  void aNameCanBeTakenOnlyOnceAndPromptsAndModelsShareNames() throws Exception {
    String prompt = "{'name': '%s', 'tags': [{'key': 'mlflow.prompt.is_prompt', 'value': 'true'}]}";

    Api.Reply again = api.post("registered-models/create", "{'name': 'm'}");
    Api.Reply asPrompt = api.post("registered-models/create", prompt, "m");
    api.post("registered-models/create", prompt, "p");

    assertThat(again.code()).isEqualTo("RESOURCE_ALREADY_EXISTS");
    assertThat(again.message()).isEqualTo("Registered Model (name=m) already exists.");
    assertThat(asPrompt.message())
        .startsWith("Tried to create a prompt with name 'm', but the name is already taken");
    assertThat(api.post("registered-models/create", prompt, "p").message())
        .isEqualTo("Prompt (name=p) already exists.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a/b | Invalid model name 'a/b'. Names cannot contain '/' or ':'.",
        "a:b | Invalid model name 'a:b'. Names cannot contain '/' or ':'.",
        "'  ' | Missing value for required parameter 'name'.",
      })
  void namesThatCannotBeAddressedAreRefused(String name, String message) throws Exception {
    assertThat(api.post("registered-models/create", "{'name': '%s'}", name).message())
        .isEqualTo(message);
    assertThat(api.post("registered-models/create", "{'name': '%s'}", "a b ü").status())
        .isEqualTo(200);
  }

  @Test
  void renamingTakesEverythingAlong() throws Exception {
    makeVersion("m");
    makeVersion("m");
    api.post("registered-models/alias", "{'name': 'm', 'alias': 'best', 'version': '1'}");
    api.post("registered-models/set-tag", "{'name': 'm', 'key': 'k', 'value': 'v'}");
    api.post("model-versions/set-tag", "{'name': 'm', 'version': '1', 'key': 'vk', 'value': 'vv'}");
    makeModel("taken");

    Api.Reply taken = api.post("registered-models/rename", "{'name': 'm', 'new_name': 'taken'}");
    Api.Reply renamed = api.post("registered-models/rename", "{'name': 'm', 'new_name': 'n'}");

    assertThat(taken.message()).isEqualTo("Registered Model (name=taken) already exists.");
    assertThat(renamed.status()).isEqualTo(200);
    assertThat(api.get("registered-models/get?name=m").status()).isEqualTo(404);
    assertThat(model("n").path("tags").toString()).contains("\"k\"");
    assertThat(version("n", 1).path("tags").toString()).contains("\"vv\"");
    assertThat(api.get("registered-models/alias?name=n&alias=best").status()).isEqualTo(200);
  }

  @Test
  void deletingBeginsTheNameAnew() throws Exception {
    makeVersion("m");
    makeVersion("m");
    api.post("registered-models/alias", "{'name': 'm', 'alias': 'best', 'version': '1'}");

    assertThat(call("DELETE", "registered-models/delete", "{'name': 'm'}").status()).isEqualTo(200);
    assertThat(call("DELETE", "registered-models/delete", "{'name': 'm'}").status()).isEqualTo(404);
    makeModel("m");

    assertThat(makeVersion("m")).isEqualTo("1");
    assertThat(model("m").has("aliases")).isFalse();
  }

  @Test
  void aDescriptionThatIsNotGivenIsTakenAway() throws Exception {
    call("PATCH", "registered-models/update", "{'name': 'm', 'description': 'd'}");
    assertThat(model("m").path("description").asText()).isEqualTo("d");

    call("PATCH", "registered-models/update", "{'name': 'm'}");

    assertThat(model("m").has("description")).isFalse();
  }

  @Test
  void tagsAreSetReplacedAndRemoved() throws Exception {
    api.post("registered-models/set-tag", "{'name': 'm', 'key': 'k', 'value': '1'}");
    api.post("registered-models/set-tag", "{'name': 'm', 'key': 'k', 'value': '2'}");
    assertThat(model("m").path("tags").toString()).isEqualTo("[{\"key\":\"k\",\"value\":\"2\"}]");

    assertThat(call("DELETE", "registered-models/delete-tag", "{'name': 'm', 'key': 'k'}").text())
        .isEqualTo("{}");
    assertThat(call("DELETE", "registered-models/delete-tag", "{'name': 'm', 'key': 'k'}").status())
        .isEqualTo(200);
    assertThat(model("m").has("tags")).isFalse();
  }

  /** Names and values with SQL in them are only names and values. */
  @Test
  void sqlIsOnlyText() throws Exception {
    String evil = "x'); DROP TABLE registered_models; --";
    api.postRaw("registered-models/create", "{\"name\": \"%s\"}".formatted(evil));

    assertThat(
            api.postRaw(
                    "registered-models/set-tag",
                    "{\"name\": \"%s\", \"key\": \"k\", \"value\": \"%s\"}".formatted(evil, evil))
                .status())
        .isEqualTo(200);
    Api.Reply unknown =
        api.postRaw(
            "registered-models/rename", "{\"name\": \"' OR '1'='1\", \"new_name\": \"all\"}");
    assertThat(unknown.message()).isEqualTo("Registered Model with name=' OR '1'='1 not found");
    assertThat(model("m").path("name").asText()).isEqualTo("m");
  }
}
