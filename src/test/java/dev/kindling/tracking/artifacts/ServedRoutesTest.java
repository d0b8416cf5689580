package dev.kindling.tracking.artifacts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.tracking.RawHttp;
import dev.kindling.tracking.ServerFixture;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ServedRoutesTest extends ServerFixture {

  private static final String FILES = "/api/2.0/mlflow-artifacts/artifacts";

  private RawHttp.Reply put(String path, String content) throws Exception {
    return raw().send("PUT", FILES + "/" + path, content);
  }

  @Test
  void aFileComesBackAsItWasSent() throws Exception {
    RawHttp.Reply sent = put("1/run/artifacts/note.txt", "Hello");
    RawHttp.Reply got = raw().get(FILES + "/1/run/artifacts/note.txt");

    assertThat(sent.status()).isEqualTo(200);
    assertThat(sent.bytes()).isEmpty();
    assertThat(sent.headers()).doesNotContainKey("content-type");
    assertThat(got.text()).isEqualTo("Hello");
    assertThat(got.headers())
        .containsEntry("content-type", "text/plain")
        .containsEntry("content-length", "5")
        .containsEntry("content-disposition", "attachment; filename=note.txt")
        .containsEntry("x-content-type-options", "nosniff");
  }

  @Test
  void bothPrefixesServeTheSame() throws Exception {
    String other = "/ajax-api/2.0/mlflow-artifacts/artifacts";
    raw().send("PUT", other + "/a/b.txt", "b");

    assertThat(raw().get(FILES + "/a/b.txt").text()).isEqualTo("b");
    assertThat(raw().get(other + "?path=a").text()).contains("b.txt");
    assertThat(raw().send("DELETE", other + "/a/b.txt", "").status()).isEqualTo(200);
    assertThat(raw().get(FILES + "/a/b.txt").status()).isEqualTo(404);
  }

  @Test
  void aListingHasNamesInOrderAndSizesOfFilesOnly() throws Exception {
    put("r/b.bin", "12345");
    put("r/a/inner.txt", "x");
    put("r/c", "");

    assertThat(raw().get(FILES + "?path=r").json().toString())
        .isEqualTo(
            "{\"files\":[{\"path\":\"a\",\"is_dir\":true},"
                + "{\"path\":\"b.bin\",\"is_dir\":false,\"file_size\":5},"
                + "{\"path\":\"c\",\"is_dir\":false}]}");
    assertThat(raw().get(FILES + "?path=r/b.bin").json()).isEmpty();
    assertThat(raw().get(FILES + "?path=never").json()).isEmpty();
  }

  @Test
  void theRootShowsNothingOfUploads() throws Exception {
    put("1/x.txt", "x");

    assertThat(folder.resolve("artifacts/.uploads")).isDirectory();
    assertThat(raw().get(FILES).json().toString())
        .isEqualTo("{\"files\":[{\"path\":\"1\",\"is_dir\":true}]}");
  }

  @Test
  void deletingTakesAFolderWithAllThatIsInItAndForgivesWhatIsNotThere() throws Exception {
    put("r/model/MLmodel", "x");
    put("r/keep.txt", "x");

    assertThat(raw().send("DELETE", FILES + "/r/model", "").text()).isEqualTo("{}");
    assertThat(raw().send("DELETE", FILES + "/r/model", "").text()).isEqualTo("{}");

    assertThat(folder.resolve("artifacts/r/model")).doesNotExist();
    assertThat(folder.resolve("artifacts/r/keep.txt")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "./", "x/..", ""})
  void theRootItselfCannotBeDeleted(String path) throws Exception {
    put("r/keep.txt", "x");

    assertThat(raw().send("DELETE", FILES + "/" + path, "").status()).isBetween(400, 405);
    assertThat(folder.resolve("artifacts/r/keep.txt")).exists();
  }

  @Test
  void aFileInPlaceOfAFolderIsSaidInASentence() throws Exception {
    put("r/a", "file");
    put("r/b/c", "file");

    assertThat(put("r/a/below", "x").json().path("message").asText())
        .isEqualTo("'r/a/below' cannot be written, because 'a' is a file: name a folder instead.");
    assertThat(put("r/b", "x").json().path("message").asText())
        .isEqualTo("'r/b' is a folder: name a file to write in it.");
    assertThat(raw().get(FILES + "/r/a").text()).isEqualTo("file");
    assertThat(raw().get(FILES + "/r/b/c").text()).isEqualTo("file");
  }

  @ParameterizedTest
  @CsvSource({
    "create, 'path', NOT_IMPLEMENTED, 501",
    "abort, 'path', NOT_IMPLEMENTED, 501",
    "create, 'other', INVALID_PARAMETER_VALUE, 400",
    "complete, 'path', INVALID_PARAMETER_VALUE, 400"
  })
  void uploadsInPartsAreToldToBeNone(String step, String field, String code, int status)
      throws Exception {
    RawHttp.Reply reply =
        raw()
            .send(
                "POST",
                "/api/2.0/mlflow-artifacts/mpu/%s/r/big.bin".formatted(step),
                "{\"%s\": \"big.bin\"}".formatted(field),
                "Content-Type: application/json");

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.json().path("error_code").asText()).isEqualTo(code);
  }

  /** Larger than any body of JSON may be. */
  @Test
  void filesMayBeLargerThanOtherBodies() throws Exception {
    Path large = folder.resolve("large.bin");
    byte[] piece = new byte[1 << 20];
    try (var out = Files.newOutputStream(large)) {
      for (int i = 0; i < 64; i++) {
        piece[i] = (byte) i;
        out.write(piece);
      }
    }
    HttpClient client = HttpClient.newHttpClient();
    URI uri = URI.create("http://" + raw().authority() + FILES + "/r/large.bin");

    HttpResponse<Void> sent =
        client.send(
            HttpRequest.newBuilder(uri).PUT(HttpRequest.BodyPublishers.ofFile(large)).build(),
            HttpResponse.BodyHandlers.discarding());
    HttpResponse<InputStream> got =
        client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofInputStream());

    assertThat(sent.statusCode()).isEqualTo(200);
    try (InputStream content = got.body();
        Stream<Path> left = Files.list(folder.resolve("artifacts/.uploads"))) {
      assertThat(content).hasSameContentAs(Files.newInputStream(large));
      assertThat(left).isEmpty();
    }
  }
}
