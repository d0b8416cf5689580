package dev.kindling.tracking.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindling.tracking.TrackingServer;
import dev.kindling.tracking.TrackingSettings;
import dev.kindling.tracking.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** A server over the rows of {@code search/rows.json}, and calls of its searches. */
final class SearchFixture implements AutoCloseable {

  static final ObjectMapper MAPPER = new ObjectMapper();

  private static final Map<String, String> PATHS =
      Map.of(
          "runs", "runs/search",
          "experiments", "experiments/search",
          "models", "registered-models/search",
          "versions", "model-versions/search",
          "datasets", "experiments/search-datasets");

  /** What a call gave. */
  record Answer(int status, JsonNode body) {

    String errorCode() {
      return body.path("error_code").asText("");
    }

    String message() {
      return body.path("message").asText("");
    }

    String nextToken() {
      return body.path("next_page_token").asText("");
    }

    /** The keys of what was found. */
    List<String> found(String search) {
      List<String> found = new ArrayList<>();
      switch (search) {
        case "runs" -> body.path("runs").forEach(run -> found.add(run.at("/info/run_id").asText()));
        case "experiments" ->
            body.path("experiments").forEach(each -> found.add(each.get("experiment_id").asText()));
        case "models" ->
            body.path("registered_models").forEach(each -> found.add(each.get("name").asText()));
        case "versions" ->
            body.path("model_versions")
                .forEach(
                    each ->
                        found.add(each.get("name").asText() + "/" + each.get("version").asText()));
        default -> {
          body.path("dataset_summaries").forEach(each -> found.add(joined(each)));
          found.sort(null);
        }
      }
      return found;
    }

    private static String joined(JsonNode object) {
      List<String> values = new ArrayList<>();
      object.forEach(value -> values.add(value.asText()));
      return String.join("/", values);
    }
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final TrackingServer server;
  private final Path store;

  private SearchFixture(TrackingServer server, Path store) {
    this.server = server;
    this.store = store;
  }

  /** Starts a server over the rows. */
  static SearchFixture start(Path folder) throws IOException {
    Path store = folder.resolve("mlflow.db");
    try (Database database = Database.open(store);
        InputStream in = SearchFixture.class.getResourceAsStream("/search/rows.json")) {
      JsonNode tables = MAPPER.readTree(in);
      database.write(
          handle -> {
            tables
                .properties()
                .forEach(
                    table -> table.getValue().forEach(row -> insert(handle, table.getKey(), row)));
            return null;
          });
    }
    return over(store, folder.resolve("artifacts"));
  }

  /** Starts a server over a file. */
  static SearchFixture over(Path store, Path artifacts) {
    return new SearchFixture(
        TrackingServer.start(new TrackingSettings(0, store, artifacts)), store);
  }

  private static void insert(Handle handle, String table, JsonNode row) {
    List<String> names = new ArrayList<>();
    row.fieldNames().forEachRemaining(names::add);
    Update update =
        handle.createUpdate(
            "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                    table,
                    names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ")),
                    names.stream().map(name -> "?").collect(Collectors.joining(", "))));
    for (int i = 0; i < names.size(); i++) {
      JsonNode value = row.get(names.get(i));
      if (value.isNull()) {
        update.bind(i, (String) null);
      } else if (value.isTextual()) {
        update.bind(i, value.textValue());
      } else if (value.isIntegralNumber()) {
        update.bind(i, value.longValue());
      } else {
        update.bind(i, value.doubleValue());
      }
    }
    update.execute();
  }

  /** The runs of which a metric is NaN. */
  Set<String> runsWithNan() {
    try (Database database = Database.open(store)) {
      return database.read(
          handle ->
              handle
                  .createQuery("SELECT run_uuid FROM latest_metrics WHERE is_nan")
                  .mapTo(String.class)
                  .set());
    }
  }

  Path store() {
    return store;
  }

  /** Calls a search as the recording did. */
  Answer search(String search, JsonNode request) throws IOException, InterruptedException {
    boolean isQuery = search.equals("models") || search.equals("versions");
    return isQuery ? get(PATHS.get(search), request) : post(PATHS.get(search), request.toString());
  }

  /** Calls a search. */
  Answer search(String search, Map<String, ?> request) throws IOException, InterruptedException {
    return search(search, MAPPER.<JsonNode>valueToTree(request));
  }

  Answer post(String path, String body) throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Answer get(String path, JsonNode request) throws IOException, InterruptedException {
    List<String> pairs = new ArrayList<>();
    request
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isArray()) {
                field.getValue().forEach(value -> pairs.add(pair(field.getKey(), value)));
              } else {
                pairs.add(pair(field.getKey(), field.getValue()));
              }
            });
    return send(HttpRequest.newBuilder(uri(path + "?" + String.join("&", pairs))));
  }

  private static String pair(String name, JsonNode value) {
    return name + "=" + URLEncoder.encode(value.asText(), StandardCharsets.UTF_8);
  }

  private URI uri(String path) {
    return URI.create(server.uri() + "/api/2.0/mlflow/" + path);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), MAPPER.readTree(response.body()));
  }

  @Override
  public void close() {
    server.close();
  }
}
