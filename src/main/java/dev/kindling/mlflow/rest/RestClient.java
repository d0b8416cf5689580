package dev.kindling.mlflow.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpRetryException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Calls a tracking server. Every method throws {@link MlflowException}, and nothing else, when the
 * server cannot be reached or refuses. A call is sent once: repeating is the caller's choice.
 */
public final class RestClient {

  /** Where the tracking and registry calls are. */
  public static final String API = "/api/2.0/mlflow/";

  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofMinutes(2);

  private final TrackingUri server;
  private final Credentials credentials;
  private final ObjectMapper json = new ObjectMapper();
  private final Refusals refusals;

  public RestClient(TrackingUri server, Credentials credentials) {
    this.server = server;
    this.credentials = credentials;
    this.refusals = new Refusals(server, json);
  }

  /** The server at an address, with the credentials of the environment. */
  public static RestClient of(String trackingUri) {
    return new RestClient(new TrackingUri(trackingUri), Credentials.from(System.getenv()));
  }

  /** The server that this calls. */
  public TrackingUri server() {
    return server;
  }

  /**
   * Asks for JSON.
   *
   * @param path from the server's root, such as {@code /api/2.0/mlflow/runs/get}
   */
  public JsonNode get(String path, Query query) {
    return parsed(path, text("GET", path, query, null));
  }

  /** Sends JSON with POST and returns the answer. */
  public JsonNode post(String path, JsonNode body) {
    return parsed(path, text("POST", path, Query.NONE, body.toString()));
  }

  /**
   * Sends a request and returns the text of the answer.
   *
   * @param method GET, POST, PATCH or DELETE
   * @param path from the server's root
   * @param body JSON, or null for none
   */
  public String text(String method, String path, Query query, @Nullable String body) {
    String target = query.behind(path);
    try {
      if (method.equals("PATCH")) {
        PatchCall.Answer answer = PatchCall.send(uri(target), body, credentials, ANSWER);
        return checked(method, path, answer.status(), answer.body());
      }
      HttpURLConnection connection = open(method, target);
      if (body != null) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        connection.setRequestProperty("Content-Type", "application/json");
        // Besides, a fixed length keeps the JDK from quietly sending a POST twice.
        connection.setFixedLengthStreamingMode(bytes.length);
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
          out.write(bytes);
        }
      }
      int status = connection.getResponseCode();
      return checked(method, path, status, body(connection, status));
    } catch (HttpRetryException e) {
      throw refusals.answered(method, path, e.responseCode(), "");
    } catch (IOException e) {
      throw refusals.unreachable(e);
    }
  }

  /** Opens the content of a file for reading; the caller closes it. */
  public InputStream open(String path) {
    try {
      HttpURLConnection connection = open("GET", path);
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw refusals.answered("GET", path, status, body(connection, status));
      }
      return connection.getInputStream();
    } catch (IOException e) {
      throw refusals.unreachable(e);
    }
  }

  /**
   * Sends a file's content, whatever its size.
   *
   * @throws MlflowException when the server refuses, or the file cannot be read
   */
  public void put(String path, Path file) {
    try (InputStream content = content(file)) {
      HttpURLConnection connection = open("PUT", path);
      connection.setRequestProperty("Content-Type", "application/octet-stream");
      connection.setFixedLengthStreamingMode(Files.size(file));
      connection.setDoOutput(true);
      IOException broken = send(content, connection);
      int status = answered(connection, broken);
      checked("PUT", path, status, body(connection, status));
    } catch (HttpRetryException e) {
      throw refusals.answered("PUT", path, e.responseCode(), "");
    } catch (IOException e) {
      throw refusals.unreachable(e);
    }
  }

  /** What broke, or null: a server that refuses may close its ear before all is said. */
  private static @Nullable IOException send(InputStream content, HttpURLConnection connection) {
    try (OutputStream out = connection.getOutputStream()) {
      content.transferTo(out);
      return null;
    } catch (IOException e) {
      return e;
    }
  }

  private static int answered(HttpURLConnection connection, @Nullable IOException broken)
      throws IOException {
    try {
      return connection.getResponseCode();
    } catch (HttpRetryException e) {
      throw e;
    } catch (IOException e) {
      throw broken == null ? e : broken;
    }
  }

  private static InputStream content(Path file) {
    try {
      return Files.newInputStream(file);
    } catch (IOException e) {
      throw MlflowException.of(
          "The file '%s' cannot be read: see whether it exists and who may read it."
              .formatted(file),
          e);
    }
  }

  private URI uri(String target) {
    return URI.create(server.base() + target);
  }

  private HttpURLConnection open(String method, String target) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri(target).toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setConnectTimeout((int) CONNECT.toMillis());
    connection.setReadTimeout((int) ANSWER.toMillis());
    connection.setRequestProperty("Accept", "*/*");
    if (!credentials.authorization().isEmpty()) {
      connection.setRequestProperty("Authorization", credentials.authorization());
    }
    return connection;
  }

  /** Reads to the end, so that the connection can serve the next call. */
  private static String body(HttpURLConnection connection, int status) throws IOException {
    try (InputStream in =
        status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String checked(String method, String path, int status, String body) {
    if (status < 200 || status > 299) {
      throw refusals.answered(method, path, status, body);
    }
    return body;
  }

  private JsonNode parsed(String path, String body) {
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      throw refusals.notJson(path, e);
    }
  }
}
