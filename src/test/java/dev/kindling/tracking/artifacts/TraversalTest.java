package dev.kindling.tracking.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.tracking.RawHttp;
import dev.kindling.tracking.ServerFixture;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Attempts to leave the folder of artifacts by a path. {@code @} stands for the absolute path of
 * the folder above. Each is shown to work where nothing is checked.
 */
final class TraversalTest extends ServerFixture {

  private static final String FILES = "/api/2.0/mlflow-artifacts/artifacts/";
  private static final String SECRET = "nobody's business";

  @BeforeEach
  void placeSecret() throws Exception {
    Files.writeString(folder.resolve("secret.txt"), SECRET);
    raw().send("PUT", FILES + "x/y/inside.txt", "inside");
  }

  /** What a server does that decodes, joins and opens. */
  private Path unprotected(String path) {
    String decoded = PercentCode.fully(path).replace('\\', '/').replaceFirst("(?i)^file:/*", "/");
    return folder.resolve("artifacts").resolve(decoded).normalize();
  }

  private String filled(String path) {
    return path.replace("@", folder.toAbsolutePath().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.txt",
        "x/../../secret.txt",
        "x/y/../../../secret.txt",
        "./../secret.txt",
        "x//..//..//secret.txt",
        "%2e%2e/secret.txt",
        ".%2e/secret.txt",
        "x/%2e%2e/%2e%2e/secret.txt",
        "%2e%2e%2fsecret.txt",
        "..%2fsecret.txt",
        "%252e%252e/secret.txt",
        "%252e%252e%252fsecret.txt",
        "%25252e%25252e%25252fsecret.txt",
        "..%5csecret.txt",
        "%2e%2e%5csecret.txt",
        "..%255csecret.txt",
        "@/secret.txt",
        "%2f@/secret.txt",
        "%252f@/secret.txt",
        "file://@/secret.txt",
        "file:%2f%2f@/secret.txt",
        "FILE:@/secret.txt"
      })
  void noPathReadsWritesDeletesOrListsWhatIsOutside(String attack) throws Exception {
    String path = filled(attack);
    assertThat(unprotected(path)).as("without protection").hasContent(SECRET);

    for (String prefix : new String[] {FILES, "/ajax-api" + FILES.substring("/api".length())}) {
      assertRefused(raw().get(prefix + path));
      assertRefused(raw().send("PUT", prefix + path, "overwritten"));
      assertRefused(raw().send("DELETE", prefix + path, ""));
    }
    String run = newRun();
    String query = URLEncoder.encode(path, StandardCharsets.UTF_8);
    assertRefused(raw().get(FILES.replaceFirst("/$", "?path=") + query));
    assertRefused(raw().get("/get-artifact?run_id=" + run + "&path=" + query));
    assertRefused(raw().get("/api/2.0/mlflow/artifacts/list?run_id=" + run + "&path=" + query));
    assertRefused(
        raw()
            .send(
                "POST",
                "/ajax-api/2.0/mlflow/upload-artifact?run_uuid=" + run + "&path=" + query,
                "overwritten"));
    assertThat(folder.resolve("secret.txt")).hasContent(SECRET);
  }

  private static void assertRefused(RawHttp.Reply reply) throws Exception {
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("message").asText()).isEqualTo("Invalid path");
  }

  /** The neighbour: the same codes in a path that stays inside. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "x/y/inside.txt",
        "x%2fy%2finside.txt",
        "%78/y/inside.txt",
        "%2578/y/inside.txt",
        "./x//y/inside.txt"
      })
  void theSameCodesReachWhatIsInside(String path) throws Exception {
    assertThat(raw().get(FILES + path).text()).isEqualTo("inside");
  }

  /** Nothing that Windows, a shell or a log takes for more than a name. */
  @ParameterizedTest
  @ValueSource(
      strings = {"C:/evil", "C:evil", "c%3a%5cevil", "a%0d%0ab", "a%00b", "a%2500b", "a%7fb"})
  void noFileIsWrittenUnderADangerousName(String path) throws Exception {
    assertThat(raw().send("PUT", FILES + path, "x").status()).isEqualTo(400);
    assertThat(raw().get(FILES + path).status()).isEqualTo(400);
    assertThat(folder.resolve("artifacts").toFile().list())
        .containsExactlyInAnyOrder(".uploads", "x");

    assertThat(raw().send("PUT", FILES + "fine:name", "x").status()).isEqualTo(200);
  }

  @Test
  void theFragmentOrQueryOfALocationLeadsNowhere() throws Exception {
    String run = newRun();
    String encoded = URLEncoder.encode("x#/../../secret.txt", StandardCharsets.UTF_8);

    assertRefused(raw().get("/get-artifact?run_id=" + run + "&path=" + encoded));
    assertRefused(raw().get(FILES + "x%23/y"));
    assertThat(raw().get(FILES + "x%3f/y").status()).isEqualTo(404);
    assertThat(raw().get(FILES + "x/y/inside.txt?/../../../secret.txt").text()).isEqualTo("inside");
  }

  @Test
  void placesOfUploadsAreNobodysArtifacts() throws Exception {
    Path upload = Files.writeString(folder.resolve("artifacts/.uploads/half"), "half");
    assertThat(unprotected(".uploads/half")).hasContent("half");

    assertRefused(raw().get(FILES + ".uploads/half"));
    assertRefused(raw().get(FILES + "%2euploads/half"));
    assertRefused(raw().get(FILES + ".UPLOADS/half"));
    assertRefused(raw().send("PUT", FILES + ".uploads/other", "x"));
    assertRefused(raw().send("DELETE", FILES + ".uploads", ""));
    assertThat(upload).hasContent("half");
  }

  @Test
  void pathsThatAreTooLongAreRefusedAndLeaveNothing() throws Exception {
    RawHttp.Reply name = raw().send("PUT", FILES + "n".repeat(256), "x");
    RawHttp.Reply depth = raw().send("PUT", FILES + "d/".repeat(201) + "f", "x");

    assertThat(name.status()).isEqualTo(400);
    assertThat(name.json().path("message").asText()).contains("255 bytes");
    assertThat(depth.status()).isEqualTo(400);
    assertThat(depth.json().path("message").asText()).contains("200 segments");
    assertThat(folder.resolve("artifacts").toFile().list())
        .containsExactlyInAnyOrder(".uploads", "x");
    assertThat(raw().send("PUT", FILES + "n".repeat(255), "x").status()).isEqualTo(200);
    assertThat(raw().send("PUT", FILES + "d/".repeat(199) + "f", "x").status()).isEqualTo(200);
  }
}
