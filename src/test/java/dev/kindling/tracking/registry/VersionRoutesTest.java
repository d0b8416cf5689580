package dev.kindling.tracking.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.tracking.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionRoutesTest extends RegistryFixture {

  @BeforeEach
  void make() throws Exception {
    makeModel("m");
  }

  private void delete(String version) throws Exception {
    call("DELETE", "model-versions/delete", "{'name': 'm', 'version': '%s'}", version);
  }

  private String stage(int version) throws Exception {
    return version("m", version).path("current_stage").asText();
  }

  @Test
  void aNumberIsNotUsedTwiceAlsoNotTheLastOnes() throws Exception {
    assertThat(makeVersion("m")).isEqualTo("1");
    assertThat(makeVersion("m")).isEqualTo("2");
    delete("2");
    assertThat(makeVersion("m")).isEqualTo("3");
  }

  @Test
  void aDeletedVersionIsGoneWithItsAliases() throws Exception {
    makeVersion("m");
    api.post("registered-models/alias", "{'name': 'm', 'alias': 'best', 'version': '1'}");
    delete("1");

    assertThat(api.get("model-versions/get?name=m&version=1").message())
        .isEqualTo("Model Version (name=m, version=1) not found");
    assertThat(api.get("model-versions/get-download-uri?name=m&version=1").status()).isEqualTo(404);
    assertThat(api.get("registered-models/alias?name=m&alias=best").message())
        .isEqualTo("Registered model alias best not found.");
    assertThat(model("m").has("latest_versions")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"staging, Staging", "PRODUCTION, Production", "archived, Archived", "NONE, None"})
  void stagesAreReadInAnyCase(String given, String stored) throws Exception {
    makeVersion("m");

    assertThat(transition("1", given, false).body().at("/model_version/current_stage").asText())
        .isEqualTo(stored);
    assertThat(stage(1)).isEqualTo(stored);
  }

  @Test
  void archivingMovesTheOthersOfTheStageOnly() throws Exception {
    for (int i = 0; i < 3; i++) {
      makeVersion("m");
    }
    transition("1", "Production", false);
    transition("2", "Staging", false);

    transition("3", "Production", true);

    assertThat(stage(1)).isEqualTo("Archived");
    assertThat(stage(2)).isEqualTo("Staging");
    assertThat(stage(3)).isEqualTo("Production");
  }

  @Test
  void aTransitionThatFailsArchivesNothing() throws Exception {
    makeVersion("m");
    transition("1", "Production", false);

    assertThat(transition("9", "Production", true).status()).isEqualTo(404);
    Api.Reply inactive = transition("1", "None", true);

    assertThat(inactive.message())
        .isEqualTo(
            "Model version transition cannot archive existing model versions because 'None' is not an Active stage. Valid stages are ['Staging', 'Production']");
    assertThat(transition("1", "Deleted_Internal", false).code())
        .isEqualTo("INVALID_PARAMETER_VALUE");
    assertThat(stage(1)).isEqualTo("Production");
  }

  @Test
  void theNewestOfEachStageComesInTheOrderOfTheirFirst() throws Exception {
    for (int i = 0; i < 4; i++) {
      makeVersion("m");
    }
    transition("1", "Archived", false);
    transition("4", "Archived", false);
    transition("2", "Staging", false);

    assertThat(model("m").path("latest_versions").findValuesAsText("version"))
        .containsExactly("4", "2", "3");
    assertThat(
            api.get("registered-models/get-latest-versions?name=m&stages=staging&stages=None")
                .body()
                .findValuesAsText("version"))
        .containsExactly("2", "3");
    assertThat(
            api.post("registered-models/get-latest-versions", "{'name': 'm', 'stages': ['x']}")
                .message())
        .startsWith("Invalid Model Version stage: x.");
  }

  @Test
  void anAliasPointsToOneVersionAndLatestToTheNewest() throws Exception {
    makeVersion("m");
    makeVersion("m");
    for (String version : new String[] {"1", "2", "1"}) {
      api.post("registered-models/alias", "{'name': 'm', 'alias': 'b', 'version': '%s'}", version);
    }
    api.post("registered-models/alias", "{'name': 'm', 'alias': 'a', 'version': '1'}");

    assertThat(version("m", 1).path("aliases").toString()).isEqualTo("[\"a\",\"b\"]");
    assertThat(version("m", 2).has("aliases")).isFalse();
    assertThat(model("m").path("latest_versions").findValues("aliases")).isEmpty();
    assertThat(api.get("model-versions/search").body().findValues("aliases")).isEmpty();
    assertThat(model("m").path("aliases").toString())
        .isEqualTo("[{\"alias\":\"a\",\"version\":\"1\"},{\"alias\":\"b\",\"version\":\"1\"}]");
    assertThat(
            api.get("registered-models/alias?name=m&alias=Latest")
                .body()
                .at("/model_version/version")
                .asText())
        .isEqualTo("2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"latest", "LATEST", "v1", "V22", "a b", "a.b", "a/b", "../a"})
  void aliasesThatMeanSomethingElseAreRefused(String alias) throws Exception {
    makeVersion("m");
    String body = "{'name': 'm', 'alias': '%s', 'version': '1'}";

    assertThat(api.post("registered-models/alias", body, alias).code())
        .isEqualTo("INVALID_PARAMETER_VALUE");
    assertThat(api.post("registered-models/alias", body, "v1x").status()).isEqualTo(200);
    assertThat(model("m").path("aliases")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"x, 400", "1.5, 400", "99, 404", "-1, 404", "99999999999999999999, 404", "01, 200"})
  void aVersionIsAskedForByItsNumber(String version, int status) throws Exception {
    makeVersion("m");

    assertThat(api.get("model-versions/get?name=m&version=%s", version).status()).isEqualTo(status);
  }

  @Test
  void whatChangesAVersionTellsWhen() throws Exception {
    makeVersion("m");
    long made = version("m", 1).path("last_updated_timestamp").asLong();
    Thread.sleep(5);

    transition("1", "Staging", false);

    long moved = version("m", 1).path("last_updated_timestamp").asLong();
    assertThat(moved).isGreaterThan(made);
    assertThat(model("m").path("last_updated_timestamp").asLong()).isEqualTo(moved);
    assertThat(version("m", 1).path("creation_timestamp").asLong()).isEqualTo(made);
  }

  @Test
  void tagsOfAVersionAreItsOwn() throws Exception {
    makeVersion("m");
    makeVersion("m");
    String tag = "{'name': 'm', 'version': '%s', 'key': 'k', 'value': 'v'}";
    api.post("model-versions/set-tag", tag, "1");

    assertThat(version("m", 1).path("tags")).hasSize(1);
    assertThat(version("m", 2).has("tags")).isFalse();
    assertThat(api.post("model-versions/set-tag", tag, "9").status()).isEqualTo(404);
    call("DELETE", "model-versions/delete-tag", tag, "1");
    assertThat(version("m", 1).has("tags")).isFalse();
  }
}
