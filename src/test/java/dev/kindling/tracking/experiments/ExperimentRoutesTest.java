package dev.kindling.tracking.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.tracking.Api.Reply;
import dev.kindling.tracking.ServerFixture;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExperimentRoutesTest extends ServerFixture {

  @Test
  void thereIsADefaultExperiment() throws Exception {
    Reply reply = api.get("experiments/get?experiment_id=0");

    assertThat(reply.body().at("/experiment/name").asText()).isEqualTo("Default");
    assertThat(reply.body().at("/experiment/artifact_location").asText())
        .isEqualTo("mlflow-artifacts:/0");
  }

  @Test
  void aNewExperimentHasItsOwnArtifactsAndTags() throws Exception {
    Reply made =
        api.post(
            "experiments/create", "{'name': 'churn', 'tags': [{'key': 'team', 'value': 'blue'}]}");
    assertThat(made.body().path("experiment_id").asText()).isEqualTo("1");

    Reply got = api.get("experiments/get-by-name?experiment_name=churn");
    assertThat(got.body().path("experiment").properties().stream().map(f -> f.getKey()).toList())
        .isEqualTo(
            List.of(
                "experiment_id",
                "name",
                "artifact_location",
                "lifecycle_stage",
                "last_update_time",
                "creation_time",
                "tags"));
    assertThat(got.body().at("/experiment/artifact_location").asText())
        .isEqualTo("mlflow-artifacts:/1");
    assertThat(got.body().at("/experiment/tags/0/value").asText()).isEqualTo("blue");
  }

  @Test
  void aNameIsTakenEvenByADeletedExperiment() throws Exception {
    api.post("experiments/create", "{'name': 'churn'}");
    api.post("experiments/delete", "{'experiment_id': '1'}");

    Reply again = api.post("experiments/create", "{'name': 'churn'}");

    assertThat(again.status()).isEqualTo(400);
    assertThat(again.code()).isEqualTo("RESOURCE_ALREADY_EXISTS");
    assertThat(again.message()).isEqualTo("Experiment(name=churn) already exists.");
  }

  @Test
  void deletingAnExperimentDeletesItsRunsAndRestoringBringsThemBack() throws Exception {
    String run = newRun();

    assertThat(api.post("experiments/delete", "{'experiment_id': '0'}").status()).isEqualTo(200);
    assertThat(stage(run)).isEqualTo("deleted");
    assertThat(api.post("runs/create", "{'experiment_id': '0'}").message())
        .isEqualTo("The experiment 0 must be in the 'active' state. Current state is deleted.");
    assertThat(api.post("experiments/delete", "{'experiment_id': '0'}").message())
        .isEqualTo("No Experiment with id=0 exists");

    assertThat(api.post("experiments/restore", "{'experiment_id': '0'}").status()).isEqualTo(200);
    assertThat(stage(run)).isEqualTo("active");
  }

  private String stage(String run) throws Exception {
    return api.get("runs/get?run_id=%s", run).body().at("/run/info/lifecycle_stage").asText();
  }

  @Test
  void aDeletedExperimentIsNotRenamed() throws Exception {
    api.post("experiments/create", "{'name': 'churn'}");
    api.post("experiments/delete", "{'experiment_id': '1'}");

    Reply reply = api.post("experiments/update", "{'experiment_id': '1', 'new_name': 'x'}");

    assertThat(reply.code()).isEqualTo("INVALID_STATE");
    assertThat(reply.message()).isEqualTo("Cannot rename a non-active experiment.");
  }

  @Test
  void tagsAreSetReplacedAndRemoved() throws Exception {
    api.post("experiments/set-experiment-tag", "{'experiment_id':'0','key':'a','value':'1'}");
    api.post("experiments/set-experiment-tag", "{'experiment_id':'0','key':'a','value':'2'}");
    assertThat(tags()).isEqualTo("[{\"key\":\"a\",\"value\":\"2\"}]");

    api.post("experiments/delete-experiment-tag", "{'experiment_id':'0','key':'a'}");
    assertThat(tags()).isEmpty();
    assertThat(
            api.post("experiments/delete-experiment-tag", "{'experiment_id':'0','key':'a'}")
                .message())
        .isEqualTo("No tag with name: a in experiment with id 0");
  }

  private String tags() throws Exception {
    return api.get("experiments/get?experiment_id=0").body().at("/experiment/tags").toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3://b/p#f",
        "s3://b/p?a=../x",
        "s3://b/p?a=%252e%252e/x",
        "mlflow-artifacts:/../x",
        "mlflow-artifacts:/%2e%2e/x",
        "mlflow-artifacts:/%252e%252e/x",
        "mlflow-artifacts:/a/..\\\\x",
        "mlflow-artifacts:..",
        "mlflow-artifacts:/a%00b",
        "mlflow-artifacts://other.host/x",
        "file:///tmp/../etc",
        "../up",
        "http://other.host/x",
        "HTTPS://other.host/x",
        "hdfs://other.host/x",
        "runs:/abc/x"
      })
  void aLocationThatLeadsElsewhereIsRefused(String location) throws Exception {
    Reply reply =
        api.postRaw(
            "experiments/create", "{\"name\": \"x\", \"artifact_location\": \"" + location + "\"}");

    assertThat(reply.status()).as(location).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("INVALID_PARAMETER_VALUE");
    assertThat(api.get("experiments/get?experiment_id=1").status()).isEqualTo(404);
  }

  /** The control: what only looks like the attacks above is allowed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3://b/p",
        "s3://b/p?q=1",
        "mlflow-artifacts:/x",
        "mlflow-artifacts:/a..b/...",
        "/srv/x"
      })
  void aLocationThatIsFineIsKept(String location) throws Exception {
    Reply reply =
        api.post("experiments/create", "{'name': 'x', 'artifact_location': '%s'}", location);

    assertThat(reply.status()).as(location).isEqualTo(200);
    assertThat(
            api.get("experiments/get?experiment_id=1")
                .body()
                .at("/experiment/artifact_location")
                .asText())
        .isEqualTo(location);
  }

  @Test
  void aQueryStaysAtTheEndOfARunsLocation() {
    assertThat(ArtifactLocation.below("s3://b/p?q=1", "run", "artifacts"))
        .isEqualTo("s3://b/p/run/artifacts?q=1");
    assertThat(ArtifactLocation.below("file:///", "run", "artifacts"))
        .isEqualTo("file:///run/artifacts");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x'); DROP TABLE runs; --", "x' OR '1'='1", "\\\" --"})
  void sqlInANameIsOnlyAName(String name) throws Exception {
    assertThat(api.postRaw("experiments/create", "{\"name\": \"" + name + "\"}").status())
        .isEqualTo(200);
    assertThat(api.post("runs/create", "{'experiment_id': '1'}").status()).isEqualTo(200);
    assertThat(
            api.get("experiments/get-by-name?experiment_name=x%%27%%20OR%%20%%271%%27=%%272")
                .status())
        .isEqualTo(404);
  }
}
