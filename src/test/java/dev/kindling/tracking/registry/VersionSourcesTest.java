package dev.kindling.tracking.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.tracking.Api;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where versions may come from, and where not. {@code @} stands for the run. */
final class VersionSourcesTest extends RegistryFixture {

  private static final String PROMPT =
      ", \"tags\": [{\"key\": \"mlflow.prompt.is_prompt\", \"value\": \"true\"}]";

  private String run;

  @BeforeEach
  void make() throws Exception {
    makeModel("m");
    run = newRun();
  }

  private Api.Reply create(String source, String more) throws Exception {
    return api.postRaw(
        "model-versions/create",
        "{\"name\": \"m\", \"source\": \"%s\"%s}"
            .formatted(source.replace("/@", "/" + run).replace("\\", "\\\\"), more));
  }

  private String withRun() {
    return ", \"run_id\": \"%s\"".formatted(run);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/etc",
        "//proc/self/root",
        "./relative",
        "relative",
        " /etc",
        "file:///etc",
        "file:/etc/passwd",
        "FILE:///etc",
        "file://localhost/etc",
        "file://host/share",
        "\\\\host\\share",
        "C:/windows",
        "C:\\windows",
        "mlflow-artifacts:/../../etc",
        "mlflow-artifacts:/0/@/artifacts/../../x",
        "mlflow-artifacts:/0/@/artifacts/%2e%2e/%2e%2e/x",
        "mlflow-artifacts:/0/@/artifacts/..%2f..%2fx",
        "mlflow-artifacts:/0/@/artifacts/%252e%252e/x",
        "mlflow-artifacts:/0/@/artifacts/..\\..\\x",
        "mlflow-artifacts:/0/@/artifactsX",
        "mlflow-artifacts:/0/other/artifacts",
        "mlflow-artifacts:/",
        "mlflow-artifacts://host/0/@/artifacts",
        "http://host/x",
        "https://host/api/2.0/mlflow-artifacts/artifacts/x",
        "ftp://host/x",
        "hdfs://host/x",
        "s3://bucket/a/../b",
        "s3://bucket/a%00b",
        "s3://bucket/x#/../../etc",
        "s3://bucket/x?y=/../../etc",
        "runs:/other/model",
        "runs://host/@/model",
        "runs:/@/../x",
        "runs:@/model",
        "models:/m",
        "models://host/m/1",
        "models:/"
      })
  void noSourceLeadsOutOfItsRun(String source) throws Exception {
    assertThat(create(source, withRun()).status()).isEqualTo(400);
    assertThat(create(source, "").status()).isEqualTo(400);
    assertThat(create(source, PROMPT).message()).startsWith("Invalid prompt source");
    assertThat(model("m").has("latest_versions")).isFalse();
  }

  /** The neighbours of the attacks. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mlflow-artifacts:/0/@/artifacts",
        "mlflow-artifacts:/0/@/artifacts/model",
        "mlflow-artifacts:/0/@/artifacts/..model",
        "runs:/@/model",
        "runs:/@",
        "s3://bucket/a",
        "s3://bucket/a..b",
        "dbfs:/model"
      })
  void aRunsOwnFilesAndStoresElsewhereAreSources(String source) throws Exception {
    Api.Reply reply = create(source, withRun());

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().at("/model_version/source").asText())
        .isEqualTo(source.replace("@", run));
  }

  @Test
  void aRunsOwnFilesNeedTheRun() throws Exception {
    assertThat(create("runs:/@/model", "").message())
        .isEqualTo(
            "Invalid model version source: 'runs:/%s/model'. The run_id request parameter must identify the resource that contains the source."
                .formatted(run));
    assertThat(create("mlflow-artifacts:/0/@/artifacts", ", \"run_id\": \"never\"").status())
        .isEqualTo(400);
  }

  /** A run whose artifacts are in a local folder may give files of this folder, and no others. */
  @Test
  void aLocalSourceMustReallyBeInTheFolderOfItsRun() throws Exception {
    Path place = Files.createDirectories(folder.resolve("artifacts/local"));
    String experiment =
        api.post("experiments/create", "{'name': 'local', 'artifact_location': 'file://%s'}", place)
            .body()
            .path("experiment_id")
            .asText();
    run =
        api.post("runs/create", "{'experiment_id': '%s'}", experiment)
            .body()
            .at("/run/info/run_id")
            .asText();
    Path own = Files.createDirectories(place.resolve(run).resolve("artifacts/model"));
    Files.createSymbolicLink(own.resolveSibling("link"), folder);
    String home = own.getParent().toString();

    assertThat(create("file://" + home + "/link", withRun()).status()).isEqualTo(400);
    assertThat(create("file://" + home + "/model/../../..", withRun()).status()).isEqualTo(400);
    assertThat(create("file://" + home + "/%2e%2e", withRun()).status()).isEqualTo(400);
    assertThat(create(home + "/../..", withRun()).status()).isEqualTo(400);
    assertThat(create(home + "X", withRun()).status()).isEqualTo(400);
    assertThat(create("file://" + home + "/model", "").status()).isEqualTo(400);
    // The control: the link does lead out, and the folder itself is a source.
    assertThat(own.resolveSibling("link").toRealPath()).isEqualTo(folder.toRealPath());
    assertThat(create("file://" + home + "/model", withRun()).status()).isEqualTo(200);
    assertThat(create(home + "/model", withRun()).status()).isEqualTo(200);
  }

  @Test
  void anotherVersionAsSourceIsFollowedToItsFiles() throws Exception {
    create("mlflow-artifacts:/0/@/artifacts/model", withRun());
    api.post("registered-models/alias", "{'name': 'm', 'alias': 'best', 'version': '1'}");
    transition("1", "Production", false);

    for (String source :
        new String[] {
          "models:/m/1", "models:/m@best", "models:/m/production", "models:/m/latest"
        }) {
      Api.Reply reply = create(source, "");
      String version = reply.body().at("/model_version/version").asText();
      assertThat(reply.body().at("/model_version/run_id").asText()).isEqualTo(run);
      assertThat(reply.body().at("/model_version/source").asText()).startsWith("models:/m/");
      assertThat(
              api.get("model-versions/get-download-uri?name=m&version=" + version)
                  .body()
                  .path("artifact_uri")
                  .asText())
          .isEqualTo("mlflow-artifacts:/0/%s/artifacts/model".formatted(run));
    }
    assertThat(create("models:/m/1", ", \"run_id\": \"other\"").message())
        .contains("must match the referenced model version");
  }

  @Test
  void promptsHaveAPlaceholderAndAreNoSource() throws Exception {
    api.postRaw("registered-models/create", "{\"name\": \"p\"%s}".formatted(PROMPT));
    Api.Reply made =
        api.postRaw(
            "model-versions/create",
            "{\"name\": \"p\", \"source\": \"dummy-source\"%s}".formatted(PROMPT));

    assertThat(made.status()).isEqualTo(200);
    assertThat(create("models:/p/1", "").message())
        .contains("Prompt versions cannot be used as model version sources.");
  }
}
