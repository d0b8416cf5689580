package dev.kindling.mlflow.rest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The one method that {@link java.net.HttpURLConnection} does not know. All else goes through that
 * one, because the client used here takes more than half a second to start.
 */
final class PatchCall {

  record Answer(int status, String body) {}

  private PatchCall() {}

  static Answer send(URI target, @Nullable String body, Credentials credentials, Duration limit)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(target)
            .timeout(limit)
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body));
    if (!credentials.authorization().isEmpty()) {
      request.header("Authorization", credentials.authorization());
    }
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
