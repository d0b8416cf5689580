package dev.kindling.tracking.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.tracking.RawHttp;
import dev.kindling.tracking.ServerFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Links in the folder of artifacts are not followed, wherever they lead. */
@DisabledOnOs(
    value = OS.WINDOWS,
    disabledReason = "there, who makes links must be an administrator")
final class LinksTest extends ServerFixture {

  private static final String FILES = "/api/2.0/mlflow-artifacts/artifacts/";

  private Path artifacts;
  private Path secret;

  @BeforeEach
  void placeLinks() throws Exception {
    artifacts = folder.resolve("artifacts");
    secret = Files.createDirectories(folder.resolve("outside")).resolve("secret.txt");
    Files.writeString(secret, "secret");
    raw().send("PUT", FILES + "r/real/file.txt", "real");
    Files.createSymbolicLink(artifacts.resolve("r/out"), folder.resolve("outside"));
    Files.createSymbolicLink(artifacts.resolve("r/secret"), secret);
    Files.createSymbolicLink(artifacts.resolve("r/inner"), artifacts.resolve("r/real"));
    Files.createSymbolicLink(artifacts.resolve("r/dangling"), folder.resolve("new.txt"));
  }

  @Test
  void aLinkIsNotRead() throws Exception {
    // The control: the file system itself follows them.
    assertThat(artifacts.resolve("r/out/secret.txt")).hasContent("secret");
    assertThat(artifacts.resolve("r/secret")).hasContent("secret");

    assertRefused(raw().get(FILES + "r/out/secret.txt"));
    assertRefused(raw().get(FILES + "r/secret"));
    assertRefused(raw().get(FILES + "r/inner/file.txt"));
    assertRefused(raw().get(FILES.replaceFirst("/$", "?path=r/out")));
    assertThat(raw().get(FILES + "r/real/file.txt").text()).isEqualTo("real");
  }

  @Test
  void aLinkIsNotWrittenThrough() throws Exception {
    assertRefused(raw().send("PUT", FILES + "r/out/new.txt", "x"));
    assertRefused(raw().send("PUT", FILES + "r/secret", "x"));
    assertRefused(raw().send("PUT", FILES + "r/dangling", "x"));

    assertThat(folder.resolve("outside").toFile().list()).containsExactly("secret.txt");
    assertThat(secret).hasContent("secret");
    assertThat(folder.resolve("new.txt")).doesNotExist();
    // The control: whoever opens the link writes there.
    Files.writeString(artifacts.resolve("r/dangling"), "x");
    assertThat(folder.resolve("new.txt")).hasContent("x");
  }

  @Test
  void deletingAFolderTakesItsLinksAndNotWhatTheyLeadTo() throws Exception {
    assertRefused(raw().send("DELETE", FILES + "r/out/secret.txt", ""));

    assertThat(raw().send("DELETE", FILES + "r", "").status()).isEqualTo(200);

    assertThat(artifacts.resolve("r")).doesNotExist();
    assertThat(secret).hasContent("secret");
  }

  @Test
  void aListingDoesNotShowLinks() throws Exception {
    assertThat(artifacts.resolve("r").toFile().list()).hasSize(5);

    assertThat(raw().get(FILES.replaceFirst("/$", "?path=r")).json().toString())
        .isEqualTo("{\"files\":[{\"path\":\"real\",\"is_dir\":true}]}");
  }

  /** A pipe would hold whoever opens it for ever. */
  @Test
  void whatIsNeitherFileNorFolderIsNotThere() throws Exception {
    Process process = new ProcessBuilder("mkfifo", artifacts.resolve("r/pipe").toString()).start();
    assertThat(process.waitFor()).isZero();
    assertThat(artifacts.resolve("r/pipe")).exists();

    assertThat(raw().get(FILES + "r/pipe").status()).isEqualTo(404);
  }

  private static void assertRefused(RawHttp.Reply reply) throws Exception {
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("message").asText())
        .isEqualTo("Invalid path: resolved path is outside the artifact directory");
  }
}
