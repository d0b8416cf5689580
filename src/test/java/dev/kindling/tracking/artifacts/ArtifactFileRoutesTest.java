package dev.kindling.tracking.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.tracking.RawHttp;
import dev.kindling.tracking.ServerFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files by run and by version, as pages ask for them. */
final class ArtifactFileRoutesTest extends ServerFixture {

  private static final String FILES = "/api/2.0/mlflow-artifacts/artifacts/";
  private static final String UPLOAD = "/ajax-api/2.0/mlflow/upload-artifact?run_uuid=";

  private String run;

  @BeforeEach
  void makeRun() throws Exception {
    run = newRun();
    raw().send("PUT", FILES + "0/" + run + "/artifacts/model/MLmodel", "flavors: {}");
    Files.writeString(folder.resolve("secret.txt"), "secret");
  }

  private RawHttp.Reply ofRun(String path) throws Exception {
    return raw().get("/get-artifact?run_id=" + run + "&path=" + path);
  }

  private String message(RawHttp.Reply reply) throws Exception {
    return reply.json().path("message").asText();
  }

  @Test
  void aRunsFileIsFoundByEitherNameOfTheRun() throws Exception {
    assertThat(ofRun("model/MLmodel").text()).isEqualTo("flavors: {}");
    assertThat(raw().get("/get-artifact?run_uuid=" + run + "&path=model/MLmodel").text())
        .isEqualTo("flavors: {}");
    assertThat(message(ofRun("never")))
        .isEqualTo("No such artifact: '0/%s/artifacts/never'".formatted(run));
    assertThat(message(ofRun("model"))).startsWith("Artifact path refers to a directory");
    assertThat(message(raw().get("/get-artifact?path=x"))).isEqualTo("Run with id=None not found");
  }

  @Test
  void aListingNamesPathsFromTheRun() throws Exception {
    assertThat(api.get("artifacts/list?run_id=%s&path=model", run).body().toString())
        .isEqualTo(
            ("{\"root_uri\":\"mlflow-artifacts:/0/%s/artifacts\",\"files\":"
                    + "[{\"path\":\"model/MLmodel\",\"is_dir\":false,\"file_size\":11}]}")
                .formatted(run));
    assertThat(api.get("artifacts/list").message())
        .startsWith("Missing value for required parameter 'run_id'.");
  }

  @Test
  void aPageUploadsUpToTenMegabytes() throws Exception {
    byte[] most = new byte[10 * 1024 * 1024];
    byte[] more = new byte[most.length + 1];

    assertThat(raw().send("POST", UPLOAD + run + "&path=up/most.bin", most).status())
        .isEqualTo(200);
    RawHttp.Reply refused = raw().send("POST", UPLOAD + run + "&path=up/more.bin", more);

    assertThat(message(refused)).isEqualTo("Artifact size is too large. Max size is 10MB.");
    assertThat(ofRun("up/most.bin").bytes()).hasSize(most.length);
    assertThat(ofRun("up/more.bin").status()).isEqualTo(404);
  }

  @Test
  void anUploadNeedsRunPathAndData() throws Exception {
    assertThat(message(raw().send("POST", UPLOAD + "&path=x", "x")))
        .isEqualTo("Request must specify run_uuid.");
    assertThat(message(raw().send("POST", UPLOAD + run, "x")))
        .isEqualTo("Request must specify path.");
    assertThat(message(raw().send("POST", UPLOAD + run + "&path=x", "")))
        .isEqualTo("Request must specify data.");
    assertThat(raw().send("POST", UPLOAD + "never&path=x", "x").status()).isEqualTo(404);
  }

  @Test
  void aVersionsFilesAreFoundWhereverItCameFrom() throws Exception {
    api.post("registered-models/create", "{'name': 'm'}");
    api.post(
        "model-versions/create",
        "{'name': 'm', 'source': 'mlflow-artifacts:/0/%s/artifacts/model', 'run_id': '%s'}",
        run,
        run);
    api.post(
        "model-versions/create",
        "{'name': 'm', 'source': 'runs:/%s/model', 'run_id': '%s'}",
        run,
        run);
    api.post("model-versions/create", "{'name': 'm', 'source': 'models:/m/2'}");

    for (int version = 1; version <= 3; version++) {
      assertThat(ofVersion(version, "MLmodel").text()).isEqualTo("flavors: {}");
      assertThat(message(ofVersion(version, "../MLmodel"))).isEqualTo("Invalid path");
    }
    assertThat(message(ofVersion(4, "MLmodel")))
        .isEqualTo("Model Version (name=m, version=4) not found");
  }

  private RawHttp.Reply ofVersion(int version, String path) throws Exception {
    return raw().get("/model-versions/get-artifact?name=m&version=" + version + "&path=" + path);
  }

  /** Rows that this server would not write itself, as a file of another one may have them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "file://%s",
        "file:%s",
        "file://localhost%s",
        "%s",
        "mlflow-artifacts:/../",
        "mlflow-artifacts:/%%2e%%2e/",
        "mlflow-artifacts://host/..",
        "http://host/api/2.0/mlflow-artifacts/artifacts/../",
        "runs:/never/../..",
        "file://%s/artifacts/..",
        "file://%s/artifacts/%%2e%%2e",
        "file://%s#x",
        "s3://bucket/x",
        "//host/share"
      })
  void aStoredLocationOutsideIsNotServed(String pattern) throws Exception {
    String location = pattern.formatted(folder.toAbsolutePath());
    api.post("registered-models/create", "{'name': 'm'}");
    place(location);

    assertThat(ofRun("secret.txt").status()).isBetween(400, 404);
    assertThat(ofRun("secret.txt").text()).doesNotContain("\"secret\"").isNotEqualTo("secret");
    assertThat(ofVersion(1, "secret.txt").status()).isBetween(400, 404);
    assertThat(api.get("artifacts/list?run_id=%s", run).status()).isBetween(400, 404);
    assertThat(raw().send("POST", UPLOAD + run + "&path=new.txt", "x").status())
        .isBetween(400, 404);
    assertThat(folder.resolve("new.txt")).doesNotExist();
  }

  /** The control: what the address names is there, and an address inside is served. */
  @Test
  void aStoredLocationInsideIsServedHoweverItIsWritten() throws Exception {
    Path outside = LocalPath.of(ArtifactUri.of("file://" + folder)).orElseThrow();
    assertThat(outside.resolve("secret.txt")).hasContent("secret");
    api.post("registered-models/create", "{'name': 'm'}");

    for (String location :
        new String[] {
          "file://%s/artifacts/0/%s/artifacts".formatted(folder, run),
          "%s/artifacts/0/%s/artifacts".formatted(folder, run),
          "mlflow-artifacts:/0/%s/artifacts".formatted(run),
          "mlflow-artifacts://any/0/%s/artifacts".formatted(run)
        }) {
      place(location);
      assertThat(ofRun("model/MLmodel").text()).isEqualTo("flavors: {}");
      assertThat(ofVersion(1, "model/MLmodel").text()).isEqualTo("flavors: {}");
    }
  }

  private void place(String location) throws SQLException {
    update("UPDATE runs SET artifact_uri = ?", location);
    update("DELETE FROM model_versions");
    update(
        "INSERT INTO model_versions (name, version, current_stage, source, storage_location)"
            + " VALUES ('m', 1, 'None', 'x', ?)",
        location);
  }

  private void update(String sql, String... values) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("mlflow.db"));
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
