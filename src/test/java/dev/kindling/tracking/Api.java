package dev.kindling.tracking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls a tracking server as a client does. */
public final class Api {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;

  /** Calls the server at an address such as {@code http://127.0.0.1:5000}. */
  public Api(String uri) {
    base = uri + "/api/2.0/mlflow/";
  }

  /** What came back. */
  public record Reply(int status, JsonNode body) {
    /** The error's code. */
    public String code() {
      return body.path("error_code").asText();
    }

    /** The error's message. */
    public String message() {
      return body.path("message").asText();
    }
  }

  /** Posts JSON, with single quotes for double ones. */
  public Reply post(String path, String json, Object... arguments) throws IOException {
    return postRaw(path, json.replace('\'', '"').formatted(arguments));
  }

  /** Posts JSON. */
  public Reply postRaw(String path, String json) throws IOException {
    return send(
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** Gets. */
  public Reply get(String path, Object... arguments) throws IOException {
    return send(HttpRequest.newBuilder(URI.create(base + path.formatted(arguments))));
  }

  private Reply send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(answer.statusCode(), MAPPER.readTree(answer.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
