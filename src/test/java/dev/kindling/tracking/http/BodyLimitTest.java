package dev.kindling.tracking.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.tracking.RawHttp;
import dev.kindling.tracking.ServerFixture;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Bodies that are larger than anything one needs to say. */
final class BodyLimitTest extends ServerFixture {

  private static final String TARGET = "/api/2.0/mlflow/registered-models/create";
  private static final String JSON = "Content-Type: application/json";
  private static final int TOO_MUCH = 41_000_000;

  private static String model(String name, int length) {
    return "{\"name\": \"%s\", \"description\": \"%s\"}".formatted(name, "d".repeat(length));
  }

  private boolean exists(String name) throws IOException {
    return api.get("registered-models/get?name=" + name).status() == 200;
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws Exception {
    RawHttp.Reply large = raw().send("POST", TARGET, model("fits", 1_000_000), JSON);
    assertThat(large.status()).isEqualTo(200);

    assertThat(status("Content-Length: " + model("m", TOO_MUCH).length(), model("m", TOO_MUCH)))
        .isEqualTo(413);
    assertThat(exists("m")).isFalse();
    assertThat(exists("fits")).isTrue();
  }

  /** Sent in pieces, a body does not tell its length. */
  @Test
  void aBodyInPiecesIsCountedToo() throws Exception {
    String small = model("fits", 10);
    assertThat(status("Transfer-Encoding: chunked", chunk(small))).isEqualTo(200);

    assertThat(status("Transfer-Encoding: chunked", chunk(model("m", TOO_MUCH)))).isEqualTo(413);
    assertThat(exists("m")).isFalse();
    assertThat(exists("fits")).isTrue();
  }

  private static String chunk(String text) {
    return "%x\r\n%s\r\n0\r\n\r\n".formatted(text.length(), text);
  }

  /** Sends as long as the server listens, and reads what it says. */
  private int status(String length, String body) throws IOException {
    try (Socket socket = raw().open()) {
      String head =
          "POST %s HTTP/1.1\r\nHost: %s\r\n%s\r\n%s\r\nConnection: close\r\n\r\n"
              .formatted(TARGET, raw().authority(), JSON, length);
      Thread sender = new Thread(() -> send(socket, head + body));
      sender.start();
      return RawHttp.status(socket.getInputStream());
    }
  }

  private static void send(Socket socket, String text) {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(StandardCharsets.US_ASCII));
      out.flush();
    } catch (IOException refused) {
      // The server has heard enough.
    }
  }

  @Test
  void deepNestingIsRefused() throws Exception {
    String deep = "{\"name\": %s1%s}".formatted("[".repeat(100_000), "]".repeat(100_000));

    assertThat(raw().send("POST", TARGET, deep, JSON).status()).isEqualTo(400);
    assertThat(raw().get("/health").text()).isEqualTo("OK");
  }
}
