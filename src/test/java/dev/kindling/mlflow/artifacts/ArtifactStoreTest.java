package dev.kindling.mlflow.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.mlflow.rest.FakeTracking;
import dev.kindling.mlflow.rest.MlflowException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArtifactStoreTest {

  private static final String ROOT = "1/r/artifacts";

  private final FakeTracking server = new FakeTracking().run("r", "mlflow-artifacts:/" + ROOT);
  private final ArtifactStore store = new ArtifactStore(server.uri());

  @TempDir private Path temp;

  @AfterEach
  void stop() {
    server.close();
  }

  private Path folder() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("from/deep er"));
    Files.writeString(folder.resolve("ü#1.txt"), "one");
    Files.writeString(folder.getParent().resolve("100%.txt"), "two");
    return folder.getParent();
  }

  private List<String> listed(List<ArtifactInfo> entries) {
    return entries.stream().map(entry -> entry.path() + (entry.directory() ? "/" : "")).toList();
  }

  @Test
  void aFolderComesBackAsItWent() throws IOException {
    store.logArtifacts("r", folder(), "tree");

    assertThat(server.files())
        .containsOnlyKeys(ROOT + "/tree/100%.txt", ROOT + "/tree/deep er/ü#1.txt");
    assertThat(listed(store.listArtifacts("r"))).containsExactly("tree/");
    assertThat(listed(store.listArtifacts("r", "tree")))
        .containsExactly("tree/100%.txt", "tree/deep er/");
    Path copy = store.downloadArtifacts("r", "tree", temp.resolve("to"));
    assertThat(copy).isEqualTo(temp.resolve("to/tree").toAbsolutePath());
    assertThat(copy.resolve("deep er/ü#1.txt")).hasContent("one");
    assertThat(copy.resolve("100%.txt")).hasContent("two");
  }

  @Test
  void aFileGoesWhereItIsToldAndComesBackAlone() throws IOException {
    Path file = folder().resolve("100%.txt");
    store.logArtifact("r", file);
    store.logArtifact("r", file, "a/b");

    assertThat(server.files()).containsOnlyKeys(ROOT + "/100%.txt", ROOT + "/a/b/100%.txt");
    assertThat(store.downloadArtifacts("r", "a/b/100%.txt", temp.resolve("to"))).hasContent("two");
  }

  @Test
  void artifactsOfThisMachineAreFilesOfThisMachine() throws IOException {
    Path place = temp.resolve("local store");
    server.run("here", place.toUri().toString()).run("plain", place.toString());
    store.logArtifacts("here", folder(), "tree");

    assertThat(place.resolve("tree/deep er/ü#1.txt")).hasContent("one");
    assertThat(listed(store.listArtifacts("plain", "tree")))
        .containsExactly("tree/100%.txt", "tree/deep er/");
    assertThat(store.at("runs:/plain/tree").local()).hasValue(place.resolve("tree"));
    assertThat(store.downloadArtifacts("plain", "tree", temp.resolve("to")).resolve("100%.txt"))
        .hasContent("two");
    assertThat(store.artifactUri("here", "a b")).endsWith("/local%20store/a%20b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../evil", "a/../../evil", "/tmp/evil", "", "."})
  void aServerCannotMakeADownloadWriteElsewhere(String name) throws IOException {
    String entry = "{\"path\": \"%s\", \"is_dir\": %s, \"file_size\": 4}";
    for (boolean folder : List.of(true, false)) {
      server.listing(ROOT, "{\"files\": [" + entry.formatted(name, folder) + "]}");
      Path target = temp.resolve("inner/target");

      assertThatThrownBy(() -> store.downloadArtifacts("r", "", target))
          .isInstanceOf(MlflowException.class)
          .hasMessageContaining("could lead elsewhere");
      try (Stream<Path> files = Files.walk(temp)) {
        assertThat(files.filter(Files::isRegularFile)).isEmpty();
      }
    }
  }

  @Test
  void aVersionIsFoundByNumberAliasAndStage() {
    server
        .file(ROOT + "/model/MLmodel", "flavors: {}")
        .answer("registered-models/alias", 200, "{\"model_version\": {\"version\": \"2\"}}")
        .answer(
            "registered-models/get-latest-versions",
            200,
            "{\"model_versions\": [{\"version\": \"9\"}, {\"version\": \"10\"}]}")
        .answer("model-versions/get-download-uri", 200, "{\"artifact_uri\": \"runs:/r/model\"}");

    for (String uri :
        List.of("models:/m/2", "models:/m@c", "models:/m/latest", "models:/m/Staging")) {
      assertThat(listed(store.at(uri).list())).containsExactly("MLmodel");
    }
    assertThat(server.asked())
        .extracting(FakeTracking.Asked::target)
        .filteredOn(target -> target.contains("download-uri"))
        .extracting(target -> target.replaceAll(".*version=", ""))
        .containsExactly("2", "2", "10", "10");
  }

  @Test
  void aVersionWhoseSourceIsItselfIsNoEndlessSearch() {
    server.answer("model-versions/get-download-uri", 200, "{\"artifact_uri\": \"models:/m/1\"}");

    assertThatThrownBy(() -> store.at("models:/m/1")).hasMessageContaining("by way of itself");
  }

  @Test
  void whatCannotBeDoneIsSaidInOneSentence() {
    server.run("cloud", "s3://bucket/1/artifacts").run("far", "mlflow-artifacts://other:1/x/y");

    assertThatThrownBy(() -> store.listArtifacts("none")).hasMessage("Run with id=none not found.");
    assertThatThrownBy(() -> store.listArtifacts("cloud"))
        .hasMessageStartingWith("Kindling does not reach artifacts at 's3://bucket/1/artifacts'");
    assertThatThrownBy(() -> store.listArtifacts("far"))
        .hasMessageContaining("another server, 'other:1'");
    assertThatThrownBy(() -> store.logArtifact("r", temp.resolve("no")))
        .hasMessageStartingWith("There is no file '" + temp.resolve("no"));
    assertThatThrownBy(() -> store.logArtifact("r", temp))
        .hasMessageContaining("is a folder: log it with logArtifacts");
    assertThatThrownBy(() -> store.logArtifacts("r", temp.resolve("no")))
        .hasMessageStartingWith("There is no folder");
    assertThatThrownBy(() -> store.downloadArtifacts("r", "no", temp))
        .hasMessage("No such artifact.");
  }
}
