package dev.kindling.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindling.tracking.http.PortTakenException;
import dev.kindling.tracking.store.StoreException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrackingServerTest {

  @TempDir private Path folder;
  private TrackingServer server;

  @BeforeEach
  void start() {
    server = TrackingServer.start(settings(0, "mlflow.db"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private TrackingSettings settings(int port, String store) {
    return new TrackingSettings(port, folder.resolve(store), folder.resolve("artifacts"));
  }

  @Test
  void saysThatItIsWell() throws Exception {
    HttpResponse<String> answer = get("/health");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("OK");
  }

  @Test
  void anUnknownEndpointIsToldAsJson() throws Exception {
    HttpResponse<String> answer = get("/api/2.0/mlflow/nothing");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("ENDPOINT_NOT_FOUND", "/api/2.0/mlflow/nothing");
  }

  @Test
  void aTakenPortIsSaidInASentence() {
    int port = URI.create(server.uri()).getPort();

    assertThatThrownBy(() -> TrackingServer.start(settings(port, "other.db")))
        .isInstanceOf(PortTakenException.class)
        .hasMessageContaining("Port %d is taken".formatted(port));
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws IOException {
    Files.writeString(
        folder.resolve("notes.txt"), "not a database, but long enough to be read ".repeat(30));

    assertThatThrownBy(() -> TrackingServer.start(settings(0, "notes.txt")))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("notes.txt");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(server.uri() + path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
