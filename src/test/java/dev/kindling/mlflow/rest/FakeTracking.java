package dev.kindling.mlflow.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server in this JVM that keeps artifacts in memory, knows the runs it is told of, and answers
 * anything else as it is told to. It remembers what it was asked.
 */
public final class FakeTracking implements AutoCloseable {

  private static final String SERVICE = "/api/2.0/mlflow-artifacts/artifacts";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A request as it came in. */
  public record Asked(String method, String target, String authorization, String body) {}

  private record Answer(int status, String body) {}

  private final HttpServer server;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, String> runs = new ConcurrentHashMap<>();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final Map<String, String> listings = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  public FakeTracking() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  public String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Makes a run known. */
  public FakeTracking run(String id, String artifactUri) {
    runs.put(id, artifactUri);
    return this;
  }

  /** Answers calls of an endpoint below {@code /api/2.0/mlflow/}. */
  public FakeTracking answer(String endpoint, int status, String body) {
    answers.put(RestClient.API + endpoint, new Answer(status, body));
    return this;
  }

  /** Lists a folder with these names, whatever is there. */
  public FakeTracking listing(String folder, String json) {
    listings.put(folder, json);
    return this;
  }

  public FakeTracking file(String path, String content) {
    files.put(path, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public Map<String, byte[]> files() {
    return files;
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    String header = exchange.getRequestHeaders().getFirst("Authorization");
    String method = exchange.getRequestMethod();
    asked.add(
        new Asked(
            method,
            exchange.getRequestURI().toString(),
            header == null ? "" : header,
            new String(body, StandardCharsets.UTF_8)));
    if (path.startsWith(SERVICE + "/")) {
      serve(exchange, method, path.substring(SERVICE.length() + 1), body);
    } else if (path.equals(SERVICE)) {
      send(exchange, 200, list(query(exchange).getOrDefault("path", "")));
    } else if (answers.containsKey(path)) {
      send(exchange, answers.get(path).status(), answers.get(path).body());
    } else if (path.endsWith("/runs/get")) {
      run(exchange, query(exchange).get("run_id"));
    } else {
      send(exchange, 404, "<html>Not Found</html>");
    }
  }

  private void run(HttpExchange exchange, String id) throws IOException {
    if (!runs.containsKey(id)) {
      ObjectNode error = JSON.createObjectNode().put("error_code", "RESOURCE_DOES_NOT_EXIST");
      send(exchange, 404, error.put("message", "Run with id=" + id + " not found").toString());
      return;
    }
    ObjectNode answer = JSON.createObjectNode();
    answer.putObject("run").putObject("info").put("artifact_uri", runs.get(id));
    send(exchange, 200, answer.toString());
  }

  private void serve(HttpExchange exchange, String method, String path, byte[] body)
      throws IOException {
    if (method.equals("PUT")) {
      files.put(path, body);
      send(exchange, 200, "{}");
    } else if (files.containsKey(path)) {
      send(exchange, 200, files.get(path));
    } else {
      send(
          exchange,
          404,
          "{\"error_code\": \"RESOURCE_DOES_NOT_EXIST\", \"message\": \"No such artifact\"}");
    }
  }

  private String list(String folder) {
    if (listings.containsKey(folder)) {
      return listings.get(folder);
    }
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode entries = answer.putArray("files");
    Set<String> folders = new LinkedHashSet<>();
    new TreeMap<>(files)
        .forEach(
            (path, content) -> {
              if (path.startsWith(folder + "/")) {
                String rest = path.substring(folder.length() + 1);
                int slash = rest.indexOf('/');
                if (slash < 0) {
                  entries
                      .addObject()
                      .put("path", rest)
                      .put("is_dir", false)
                      .put("file_size", content.length);
                } else if (folders.add(rest.substring(0, slash))) {
                  entries.addObject().put("path", rest.substring(0, slash)).put("is_dir", true);
                }
              }
            });
    return answer.toString();
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> values = new TreeMap<>();
    String text = exchange.getRequestURI().getRawQuery();
    for (String pair : text == null ? new ArrayList<String>() : List.of(text.split("&"))) {
      String[] parts = pair.split("=", 2);
      values.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return values;
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
