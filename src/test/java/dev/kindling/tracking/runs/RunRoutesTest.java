package dev.kindling.tracking.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindling.tracking.Api.Reply;
import dev.kindling.tracking.ServerFixture;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RunRoutesTest extends ServerFixture {

  @Test
  void aRunWithoutANameGetsOne() throws Exception {
    JsonNode run = api.post("runs/create", "{'experiment_id': '0'}").body().path("run");

    assertThat(run.at("/info/run_name").asText()).matches("[a-z]+-[a-z]+-\\d{1,3}");
    assertThat(run.at("/data/tags/0/key").asText()).isEqualTo("mlflow.runName");
    assertThat(run.at("/data/tags/0/value").asText()).isEqualTo(run.at("/info/run_name").asText());
    assertThat(run.at("/info/run_id").asText()).matches("[0-9a-f]{32}");
    assertThat(run.at("/info/artifact_uri").asText())
        .isEqualTo("mlflow-artifacts:/0/%s/artifacts".formatted(run.at("/info/run_id").asText()));
  }

  @Test
  void fieldsOfARunComeInMlflowsOrder() throws Exception {
    JsonNode info = api.get("runs/get?run_id=%s", newRun()).body().at("/run/info");

    assertThat(info.properties().stream().map(field -> field.getKey()).toList())
        .isEqualTo(
            List.of(
                "run_uuid",
                "experiment_id",
                "run_name",
                "user_id",
                "status",
                "start_time",
                "artifact_uri",
                "lifecycle_stage",
                "run_id"));
  }

  @Test
  void twoDifferentNamesAreRefused() throws Exception {
    Reply reply =
        api.post(
            "runs/create",
            "{'experiment_id':'0','run_name':'a','tags':[{'key':'mlflow.runName','value':'b'}]}");

    assertThat(reply.message())
        .isEqualTo(
            "Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different"
                + " values (run_name='a', mlflow.runName='b').");
  }

  @Test
  void aTagOfTheNameRenamesTheRunAndTheOtherWayRound() throws Exception {
    String run = newRun();

    api.post("runs/set-tag", "{'run_id':'%s','key':'mlflow.runName','value':'two'}", run);
    assertThat(info(run, "run_name")).isEqualTo("two");
    api.post("runs/update", "{'run_id':'%s','run_name':'three','status':'FINISHED'}", run);
    assertThat(info(run, "run_name")).isEqualTo("three");
    assertThat(info(run, "status")).isEqualTo("FINISHED");
    assertThat(data(run).path("tags").get(0).path("value").asText()).isEqualTo("three");
  }

  @Test
  void aParameterKeepsItsValue() throws Exception {
    String run = newRun();
    api.post("runs/log-parameter", "{'run_id':'%s','key':'reg','value':'0.1'}", run);

    assertThat(
            api.post("runs/log-parameter", "{'run_id':'%s','key':'reg','value':'0.1'}", run)
                .status())
        .isEqualTo(200);
    assertThat(
            api.post("runs/log-parameter", "{'run_id':'%s','key':'reg','value':'0.2'}", run)
                .message())
        .isEqualTo(
            "Changing param values is not allowed. Param with key='reg' was already logged with"
                + " value='0.1' for run ID='%s'. Attempted logging new value '0.2'.",
            run);
  }

  @Test
  void aBatchIsWrittenWhollyOrNotAtAll() throws Exception {
    String run = newRun();
    api.post("runs/log-parameter", "{'run_id':'%s','key':'p','value':'1'}", run);

    Reply refused =
        api.post(
            "runs/log-batch",
            "{'run_id':'%s','metrics':[{'key':'m','value':1,'timestamp':1}],'tags':[{'key':'t','value':'1'}],"
                + "'params':[{'key':'new','value':'1'},{'key':'p','value':'2'}]}",
            run);
    assertThat(refused.message())
        .isEqualTo(
            "Changing param values is not allowed. Params were already logged='[{'key': 'p',"
                + " 'old_value': '1', 'new_value': '2'}]' for run ID='%s'.",
            run);
    assertThat(data(run).has("metrics")).isFalse();
    assertThat(data(run).path("params")).hasSize(1);
    assertThat(data(run).path("tags")).hasSize(1);

    api.post(
        "runs/log-batch",
        "{'run_id':'%s','metrics':[{'key':'m','value':1,'timestamp':1}],'tags':[{'key':'t','value':'1'}],"
            + "'params':[{'key':'new','value':'1'},{'key':'p','value':'1'}]}",
        run);
    assertThat(data(run).path("metrics")).hasSize(1);
    assertThat(data(run).path("params")).hasSize(2);
    assertThat(data(run).path("tags")).hasSize(2);
  }

  @Test
  void aBatchHasLimits() throws Exception {
    String run = newRun();

    assertThat(batch(run, "metrics", 1001).message())
        .isEqualTo(
            "A batch logging request can contain at most 1000 metrics. Got 1001 metrics. Please"
                + " split up metrics across multiple requests and try again.");
    assertThat(batch(run, "params", 101).message()).contains("at most 100 params. Got 101");
    assertThat(batch(run, "tags", 101).message()).contains("at most 100 tags. Got 101");
    assertThat(batch(run, "metrics", 1000).status()).isEqualTo(200);
    assertThat(data(run).path("metrics")).hasSize(1000);
  }

  private Reply batch(String run, String kind, int count) throws Exception {
    String entry =
        kind.equals("metrics")
            ? "{\"key\":\"k%d\",\"value\":1,\"timestamp\":1}"
            : "{\"key\":\"k%d\",\"value\":\"1\"}";
    String entries =
        IntStream.range(0, count).mapToObj(entry::formatted).collect(Collectors.joining(","));
    return api.postRaw(
        "runs/log-batch", "{\"run_id\":\"%s\",\"%s\":[%s]}".formatted(run, kind, entries));
  }

  @Test
  void aMissingFieldIsNamedWithItsPlace() throws Exception {
    assertThat(
            api.post(
                    "runs/log-batch",
                    "{'run_id':'%s','metrics':[{'key':'a','value':1,'timestamp':1},{'key':'b'}]}",
                    newRun())
                .message())
        .isEqualTo(
            "Missing value for required parameter 'metrics[1].value'. See the API docs for more"
                + " information about request parameters.");
  }

  @Test
  void longValuesAreCutButLongKeysAreRefused() throws Exception {
    String run = newRun();
    api.post("runs/log-parameter", "{'run_id':'%s','key':'p','value':'%s'}", run, "v".repeat(6001));
    api.post("runs/set-tag", "{'run_id':'%s','key':'t','value':'%s'}", run, "v".repeat(8001));

    assertThat(data(run).at("/params/0/value").asText()).hasSize(6000);
    assertThat(data(run).at("/tags/1/value").asText()).hasSize(8000);
    assertThat(
            api.post("runs/set-tag", "{'run_id':'%s','key':'%s'}", run, "k".repeat(251)).message())
        .isEqualTo("'key' exceeds the maximum length of 250 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a", "/a", "a//b", "a/./b", "..", ".", "a/", "a*b", "a\\\\b"})
  void aNameThatCouldBeAnotherPathIsRefused(String name) throws Exception {
    String run = newRun();
    for (String route : List.of("log-metric", "log-parameter", "set-tag")) {
      Reply reply =
          api.postRaw(
              "runs/" + route,
              "{\"run_id\":\"%s\",\"key\":\"%s\",\"value\":\"1\",\"timestamp\":1}"
                  .formatted(run, name));
      assertThat(reply.code()).as(route + " " + name).isEqualTo("INVALID_PARAMETER_VALUE");
    }
    assertThat(data(run).path("tags")).hasSize(1);
  }

  /** The control: names with the same characters that stay themselves. */
  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a..b", "größe", "a b:c-d_e.f"})
  void aNameThatIsItselfIsAllowed(String name) throws Exception {
    String run = newRun();

    assertThat(
            api.post(
                    "runs/log-metric",
                    "{'run_id':'%s','key':'%s','value':1,'timestamp':1}",
                    run,
                    name)
                .status())
        .isEqualTo(200);
    assertThat(data(run).at("/metrics/0/key").asText()).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "log-metric",
        "log-parameter",
        "log-batch",
        "set-tag",
        "delete-tag",
        "update",
        "log-inputs"
      })
  void aDeletedRunIsNotChanged(String route) throws Exception {
    String run = newRun();
    String body = "{'run_id':'%s','key':'mlflow.runName','value':'1','timestamp':1}";
    api.post("runs/delete", "{'run_id':'%s'}", run);

    assertThat(api.post("runs/" + route, body, run).message())
        .isEqualTo("The run %s must be in the 'active' state. Current state is deleted.", run);

    api.post("runs/restore", "{'run_id':'%s'}", run);
    assertThat(api.post("runs/" + route, body, run).status()).isEqualTo(200);
  }

  @Test
  void aModelIsKeptInATag() throws Exception {
    String run = newRun();
    String model =
        "{\\\"artifact_path\\\":\\\"m\\\",\\\"flavors\\\":{\\\"spark\\\":{\\\"a\\\":1,\\\"config\\\":{}}},"
            + "\\\"utc_time_created\\\":\\\"now\\\",\\\"run_id\\\":\\\"r\\\",\\\"model_uuid\\\":\\\"u\\\"}";
    String one =
        "{\"run_id\": \"r\", \"artifact_path\": \"m\", \"utc_time_created\": \"now\","
            + " \"model_uuid\": \"u\", \"flavors\": {\"spark\": {\"a\": 1}}}";
    String body = "{\"run_id\":\"%s\",\"model_json\":\"%s\"}".formatted(run, model);

    assertThat(api.postRaw("runs/log-model", body).status()).isEqualTo(200);
    api.postRaw("runs/log-model", body);

    assertThat(data(run).at("/tags/1/key").asText()).isEqualTo("mlflow.log-model.history");
    assertThat(data(run).at("/tags/1/value").asText()).isEqualTo("[" + one + ", " + one + "]");
    assertThat(api.post("runs/log-model", "{'run_id':'%s','model_json':'{}'}", run).message())
        .contains("missing mandatory fields", "'flavors'");
  }

  @Test
  void datasetsAreSharedWithinAnExperiment() throws Exception {
    String first = newRun();
    String second = newRun();
    String body =
        "{'run_id':'%s','datasets':[{'tags':[{'key':'mlflow.data.context','value':'train'}],"
            + "'dataset':{'name':'d','digest':'1','source_type':'%s','source':'s','schema':'c'}}]}";
    api.post("runs/log-inputs", body, first, "local");
    api.post("runs/log-inputs", body, first, "local");
    api.post("runs/log-inputs", body, second, "http");

    JsonNode inputs = api.get("runs/get?run_id=%s", first).body().at("/run/inputs/dataset_inputs");
    assertThat(inputs).hasSize(1);
    assertThat(inputs.at("/0/tags/0/value").asText()).isEqualTo("train");
    assertThat(
            api.get("runs/get?run_id=%s", second)
                .body()
                .at("/run/inputs/dataset_inputs/0/dataset/source_type")
                .asText())
        .as("a dataset that is known stays as it is")
        .isEqualTo("local");
  }

  private String info(String run, String field) throws Exception {
    return api.get("runs/get?run_id=%s", run).body().at("/run/info/" + field).asText();
  }

  private JsonNode data(String run) throws Exception {
    return api.get("runs/get?run_id=%s", run).body().at("/run/data");
  }
}
