package dev.kindling.bench.tracking;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.OptionalDouble;

/** Sends calls to a server over one connection after another, and times them. */
final class Client {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String uri;

  Client(String uri) {
    this.uri = uri;
  }

  /** Posts JSON and returns the answer. */
  String post(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request(path, body, Duration.ofMinutes(5)), text());
    return checked(path, answer);
  }

  /** How many milliseconds a call takes; empty when it takes longer than {@code limit}. */
  OptionalDouble time(String path, String body, Duration limit)
      throws IOException, InterruptedException {
    HttpRequest request = request(path, body, limit);
    long start = System.nanoTime();
    try {
      HttpResponse<String> answer = http.send(request, text());
      double millis = (System.nanoTime() - start) / 1e6;
      checked(path, answer);
      return OptionalDouble.of(millis);
    } catch (HttpTimeoutException e) {
      return OptionalDouble.empty();
    }
  }

  private HttpRequest request(String path, String body, Duration limit) {
    return HttpRequest.newBuilder(URI.create(uri + "/api/2.0/mlflow/" + path))
        .timeout(limit)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static HttpResponse.BodyHandler<String> text() {
    return HttpResponse.BodyHandlers.ofString();
  }

  private static String checked(String path, HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(
          "'%s' was answered with %d: %s".formatted(path, answer.statusCode(), answer.body()));
    }
    return answer.body();
  }
}
