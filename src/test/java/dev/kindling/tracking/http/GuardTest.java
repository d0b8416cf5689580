package dev.kindling.tracking.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindling.tracking.RawHttp;
import dev.kindling.tracking.ServerFixture;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of somebody else's could send. */
final class GuardTest extends ServerFixture {

  private static final String JSON = "Content-Type: application/json";
  private static final String[] PREFIXES = {"/api/2.0/mlflow", "/ajax-api/2.0/mlflow"};

  private RawHttp.Reply create(String prefix, String name, String... headers) throws IOException {
    return raw()
        .send(
            "POST",
            prefix + "/registered-models/create",
            "{\"name\": \"%s\"}".formatted(name),
            headers);
  }

  private boolean exists(String name) throws IOException {
    return api.get("registered-models/get?name=" + name).status() == 200;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:80",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "localhost@evil.example",
        "[::1].evil.example",
        "0.0.0.0",
        "10.0.0.1",
        "192.168.0.1:5000",
        "127.0.0.1:x@evil.example",
        ""
      })
  void anotherHostsNameIsRefused(String host) throws Exception {
    for (String prefix : PREFIXES) {
      RawHttp.Reply reply = raw().get(prefix + "/experiments/get?experiment_id=0", "Host: " + host);

      assertThat(reply.status()).isIn(400, 403);
      assertThat(reply.text()).doesNotContain("experiment_id");
    }
    assertThat(raw().get("/get-artifact?run_id=x&path=y", "Host: " + host).status()).isIn(400, 403);
    assertThat(raw().get("/api/2.0/mlflow-artifacts/artifacts", "Host: " + host).status())
        .isIn(400, 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:5000", "127.0.0.1", "127.0.0.1:1", "[::1]:5000"})
  void thisMachinesOwnNamesAreServed(String host) throws Exception {
    for (String prefix : PREFIXES) {
      assertThat(raw().get(prefix + "/experiments/get?experiment_id=0", "Host: " + host).text())
          .contains("experiment_id");
    }
  }

  @Test
  void aRefusedHostIsToldWhy() throws Exception {
    RawHttp.Reply reply = raw().get("/", "Host: evil.example");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.text())
        .isEqualTo("Invalid Host header - possible DNS rebinding attack detected");
  }

  @Test
  void whatTheWebServerItselfRefusesIsToldLikeEveryOtherError() throws Exception {
    RawHttp.Reply reply = raw().get("/", "Host: ");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().path("error_code").asText()).isEqualTo("BAD_REQUEST");
    assertThat(reply.json().path("message").asText())
        .isEqualTo("The request cannot be read (Blank Host): check its address and its headers.");
  }

  @Test
  void whoeverAsksMayKnowThatTheServerIsWell() throws Exception {
    assertThat(raw().get("/health", "Host: evil.example").text()).isEqualTo("OK");
    assertThat(raw().get("/version", "Host: evil.example").status()).isEqualTo(200);
    assertThat(raw().get("/health/../get-artifact", "Host: evil.example").status()).isEqualTo(403);
  }

  /** A request line with a host of its own must not stand in for the header, nor the other way. */
  @Test
  void aWholeAddressInTheRequestLineIsNoWayAround() throws Exception {
    String target = "/api/2.0/mlflow/experiments/get?experiment_id=0";

    assertThat(raw().get("http://evil.example" + target, "Host: evil.example").status())
        .isEqualTo(403);
    assertThat(raw().get("http://evil.example" + target).status()).isEqualTo(403);
    assertThat(raw().get("http://" + raw().authority() + target, "Host: evil.example").status())
        .isEqualTo(403);
  }

  @Test
  void aRequestWithoutHostIsRefused() throws Exception {
    try (Socket socket = raw().open()) {
      socket
          .getOutputStream()
          .write(
              "GET /api/2.0/mlflow/experiments/get?experiment_id=0 HTTP/1.0\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(RawHttp.reply(socket.getInputStream()).text()).doesNotContain("experiment_id");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: http://localhost:1",
        "Origin: http://127.0.0.1",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site"
      })
  void nothingChangesForAnotherOrigin(String header) throws Exception {
    for (String prefix : PREFIXES) {
      RawHttp.Reply reply = create(prefix, "m", JSON, header);

      assertThat(reply.status()).isEqualTo(403);
      assertThat(reply.text()).isEqualTo("Cross-origin request blocked");
    }
    assertThat(exists("m")).isFalse();
    String file = "/api/2.0/mlflow-artifacts/artifacts/x.txt";
    assertThat(raw().send("PUT", file, "x", header).status()).isEqualTo(403);
    assertThat(raw().send("DELETE", file, "", header).status()).isEqualTo(403);
    assertThat(folder.resolve("artifacts/x.txt")).doesNotExist();
  }

  @Test
  void theServersOwnPagesAndProgramsMayChangeThings() throws Exception {
    String own = "Origin: http://" + raw().authority();

    assertThat(create(PREFIXES[0], "a", JSON).status()).isEqualTo(200);
    assertThat(create(PREFIXES[0], "b", JSON, own).status()).isEqualTo(200);
    assertThat(create(PREFIXES[1], "c", JSON, own, "Sec-Fetch-Site: same-origin").status())
        .isEqualTo(200);
    assertThat(exists("a") && exists("b") && exists("c")).isTrue();
  }

  /** What a form can send without asking first. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: text/plain",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Type: multipart/form-data",
        "Content-Type: text/plain; application/json",
        "Accept: */*"
      })
  void onlyJsonIsReadAsJson(String header) throws Exception {
    for (String prefix : PREFIXES) {
      RawHttp.Reply reply = create(prefix, "m", header);

      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.json().path("message").asText()).startsWith("Bad Request. Content-Type");
    }
    assertThat(exists("m")).isFalse();
    assertThat(create(PREFIXES[0], "m", "Content-Type: application/json; charset=utf-8").status())
        .isEqualTo(200);
  }

  @Test
  void noPageCanFrameTheServer() throws Exception {
    assertThat(raw().get("/health").headers())
        .containsEntry("x-frame-options", "SAMEORIGIN")
        .containsEntry("x-content-type-options", "nosniff");
  }
}
