package dev.kindling.mlflow.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RestClientTest {

  private final FakeTracking server = new FakeTracking();
  private final RestClient client = client(Credentials.NONE);

  private RestClient client(Credentials credentials) {
    return new RestClient(new TrackingUri(server.uri()), credentials);
  }

  private static MlflowException refused(Runnable call) {
    return catchThrowableOfType(MlflowException.class, call::run);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void everyMethodReachesTheServerWithItsBody() {
    server.answer("x", 200, "{\"ok\": true}");
    for (String method : List.of("POST", "PATCH", "DELETE")) {
      String answer = client.text(method, RestClient.API + "x", Query.NONE, "{\"a\": \"ü\"}");
      assertThat(answer).isEqualTo("{\"ok\": true}");
    }
    assertThat(client.get(RestClient.API + "x", Query.of("q", "a b&c/ü")).path("ok").asBoolean())
        .isTrue();

    assertThat(server.asked())
        .extracting(FakeTracking.Asked::method)
        .containsExactly("POST", "PATCH", "DELETE", "GET");
    assertThat(server.asked().subList(0, 3))
        .allMatch(asked -> asked.body().equals("{\"a\": \"ü\"}"));
    assertThat(server.asked().get(3).target()).endsWith("/x?q=a%20b%26c%2F%C3%BC");
  }

  @Test
  void credentialsGoAlongWithEveryMethod() {
    server.answer("x", 200, "{}");
    Map<String, String> basic =
        Map.of(
            "MLFLOW_TRACKING_USERNAME",
            "me",
            "MLFLOW_TRACKING_PASSWORD",
            "secret",
            "MLFLOW_TRACKING_TOKEN",
            "unused");
    for (String method : List.of("GET", "POST", "PATCH")) {
      String body = method.equals("GET") ? null : "{}";
      client(Credentials.from(basic)).text(method, RestClient.API + "x", Query.NONE, body);
      client(Credentials.from(Map.of("MLFLOW_TRACKING_TOKEN", "abc")))
          .text(method, RestClient.API + "x", Query.NONE, body);
    }

    assertThat(server.asked())
        .extracting(FakeTracking.Asked::authorization)
        .containsExactly(
            "Basic bWU6c2VjcmV0",
            "Bearer abc",
            "Basic bWU6c2VjcmV0",
            "Bearer abc",
            "Basic bWU6c2VjcmV0",
            "Bearer abc");
    assertThat(Credentials.from(basic).toString()).doesNotContain("bWU6c2VjcmV0");
  }

  @Test
  void aRefusalCarriesTheServersCodeAndWordsAndIsSentOnce() {
    server.answer(
        "runs/create",
        400,
        "{\"error_code\": \"INVALID_PARAMETER_VALUE\", \"message\": \"Bad name\"}");
    MlflowException e =
        refused(() -> client.text("POST", RestClient.API + "runs/create", Query.NONE, "{}"));

    assertThat(e.errorCode()).isEqualTo(MlflowException.INVALID_VALUE);
    assertThat(e.status()).isEqualTo(400);
    assertThat(e.serverMessage()).hasValue("Bad name.");
    assertThat(e).hasMessage("Bad name.");
    assertThat(server.asked()).hasSize(1);
  }

  @Test
  void theDatabasesOwnWordsAreLeftOutAndTheNextStepIsSaid() {
    server.answer(
        "registered-models/create",
        400,
        "{\"error_code\": \"RESOURCE_ALREADY_EXISTS\", \"message\": \"Registered Model (name=m) already exists."
            + " Error: (sqlite3.IntegrityError) UNIQUE constraint failed [SQL: INSERT]\"}");
    MlflowException e =
        refused(
            () ->
                client.text("POST", RestClient.API + "registered-models/create", Query.NONE, "{}"));

    assertThat(e.is(MlflowException.ALREADY_EXISTS)).isTrue();
    assertThat(e)
        .hasMessage(
            "Registered Model (name=m) already exists. Add a version to it with createModelVersion, or take another name.");
  }

  @Test
  void anAnswerThatIsNoJsonIsToldInOneSentence() {
    server.answer("x", 200, "<html>").answer("y", 500, "oops");

    assertThat(refused(() -> client.get(RestClient.API + "x", Query.NONE)))
        .hasMessageContaining("not JSON: is it an MLflow server?");
    assertThat(refused(() -> client.get(RestClient.API + "y", Query.NONE)))
        .hasMessageContaining("status 500: oops");
    MlflowException unknown = refused(() -> client.get(RestClient.API + "z", Query.NONE));
    assertThat(unknown.is(MlflowException.NO_SUCH_ENDPOINT)).isTrue();
    assertThat(unknown).hasMessageContaining("does not know GET /api/2.0/mlflow/z");
  }

  @Test
  void aServerThatAsksWhoThisIsGetsAnExplanationAlsoForAnUpload(@TempDir Path temp)
      throws IOException {
    server.answer("x", 401, "who?");
    Path file = Files.writeString(temp.resolve("a"), "a");

    for (Runnable call :
        List.<Runnable>of(
            () -> client.get(RestClient.API + "x", Query.NONE),
            () -> client.text("POST", RestClient.API + "x", Query.NONE, "{}"),
            () -> client.put(RestClient.API + "x", file))) {
      MlflowException e = refused(call);
      assertThat(e.status()).isEqualTo(401);
      assertThat(e).hasMessageContaining("MLFLOW_TRACKING_USERNAME");
    }
  }

  @Test
  void noServerIsSaidWithTheCommandThatStartsOne() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    RestClient nobody = RestClient.of("http://127.0.0.1:" + free);

    for (Runnable call :
        List.<Runnable>of(
            () -> nobody.get("/", Query.NONE), () -> nobody.text("PATCH", "/", Query.NONE, "{}"))) {
      MlflowException e = refused(call);
      assertThat(e.status()).isZero();
      assertThat(e)
          .hasMessageStartingWith("There is no server at 'http://127.0.0.1:" + free + "'.")
          .hasMessageContaining("./lab mlflow");
    }
  }
}
