package dev.kindling.mlflow.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kindling.mlflow.artifacts.ArtifactsCheckout.Ran;
import dev.kindling.mlflow.rest.FakeTracking;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as MLflow's Java client starts it. */
@Timeout(120)
final class ArtifactsScriptIT {

  private final FakeTracking server =
      new FakeTracking().run("r", "mlflow-artifacts:/1/r/artifacts").file("1/r/artifacts/ü b", "x");

  @TempDir private Path temp;
  private ArtifactsCheckout checkout;

  @BeforeEach
  void copy() {
    assumeTrue(File.separatorChar == '/', "needs a Unix shell");
    checkout = new ArtifactsCheckout(temp);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Ran list() throws Exception {
    return checkout.run(
        Map.of("MLFLOW_TRACKING_URI", server.uri()),
        "-m",
        "mlflow.store.artifact.cli",
        "list",
        "--run-id",
        "r");
  }

  private static void assertListed(Ran ran) {
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out().strip())
        .isEqualTo("[{\"path\":\"ü b\",\"is_dir\":false,\"file_size\":1}]");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void theFirstCallMakesAnArchiveAndTheNextOneUsesIt() throws Exception {
    assertListed(list());
    assertThat(checkout.archive()).isNotEmptyFile();
    FileTime made = Files.getLastModifiedTime(checkout.archive());

    assertListed(list());
    assertThat(Files.getLastModifiedTime(checkout.archive())).isEqualTo(made);
    try (var left = Files.list(checkout.archive().getParent())) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("artifacts.jsa", "artifacts.jsa.java");
    }
  }

  @Test
  void anotherBuildGetsAnArchiveOfItsOwn() throws Exception {
    assertListed(list());
    Path jar = checkout.root().resolve("target/kindling.jar");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(2)));
    FileTime made = Files.getLastModifiedTime(checkout.archive());

    assertListed(list());
    assertThat(Files.getLastModifiedTime(checkout.archive())).isGreaterThan(made);
  }

  @Test
  void anArchiveThatIsRubbishOrCannotBeMadeCostsNoWord() throws Exception {
    assertListed(list());
    Files.delete(checkout.archive());
    Files.writeString(checkout.archive(), "rubbish");
    assertListed(list());

    Files.delete(checkout.archive());
    Files.delete(checkout.archive().resolveSibling("artifacts.jsa.java"));
    Files.delete(checkout.archive().getParent());
    Files.writeString(checkout.archive().getParent(), "in the way");
    assertListed(list());
  }

  @Test
  void fileNamesOfAnyLanguageWorkWithoutALanguage() throws Exception {
    Ran ran =
        checkout.run(
            Map.of("MLFLOW_TRACKING_URI", server.uri(), "LC_ALL", "C"),
            "download",
            "--run-id",
            "r",
            "--artifact-path",
            "ü b");

    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(Path.of(ran.out().strip())).hasFileName("ü b").hasContent("x");
  }

  @Test
  void eachFaultIsOneSentenceAndACode() throws Exception {
    Ran nobody =
        checkout.run(Map.of("MLFLOW_TRACKING_URI", "http://127.0.0.1:1"), "list", "--run-id", "r");
    assertThat(nobody.code()).isEqualTo(1);
    assertThat(nobody.err())
        .startsWith("There is no server at 'http://127.0.0.1:1'.")
        .hasLineCount(1);

    Ran nowhere = checkout.run(Map.of(), "list", "--run-id", "r");
    assertThat(nowhere.code()).isEqualTo(1);
    assertThat(nowhere.err()).startsWith("MLFLOW_TRACKING_URI is not set");

    Ran java = checkout.run(Map.of("JAVA_HOME", "/nowhere"), "--help");
    assertThat(java.code()).isEqualTo(3);
    assertThat(java.err()).startsWith("JAVA_HOME is '/nowhere'").hasLineCount(1);

    Files.delete(checkout.root().resolve("target/tool.classpath"));
    Ran unbuilt = checkout.run(Map.of("path", "/x"), "--help");
    assertThat(unbuilt.code()).isEqualTo(3);
    assertThat(unbuilt.err()).startsWith("Kindling is not built yet: run './lab'").hasLineCount(1);
  }
}
