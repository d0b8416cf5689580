package dev.kindling.mlflow.artifacts;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Uses what {@link ArtifactsMain} uses, against a server of its own that knows one run with one
 * file, so that the classes end up in an archive and later starts are fast.
 */
public final class ArtifactsTraining {

  private static final String RUN =
      "{\"run\": {\"info\": {\"artifact_uri\": \"mlflow-artifacts:/1/run/artifacts\"}}}";
  private static final String FILES =
      "{\"files\": [{\"path\": \"a.txt\", \"is_dir\": false, \"file_size\": 1}]}";

  private ArtifactsTraining() {}

  public static void main(String[] args) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", ArtifactsTraining::answer);
    server.start();
    Path folder = Files.createTempDirectory("mlflow-artifacts");
    try {
      use("http://127.0.0.1:" + server.getAddress().getPort(), folder);
    } finally {
      server.stop(0);
      delete(folder);
    }
  }

  private static void use(String server, Path folder) throws IOException {
    String file = Files.writeString(folder.resolve("a.txt"), "a").toString();
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    ArtifactsCommand command =
        new ArtifactsCommand(
            Map.of("MLFLOW_TRACKING_URI", server, "MLFLOW_TRACKING_TOKEN", "none"),
            nowhere,
            nowhere);
    for (List<String> args :
        List.of(
            List.of("-m", "mlflow.store.artifact.cli", "--help"),
            List.of("log-artifact", "--local-file", file, "--run-id", "run"),
            List.of("log-artifacts", "--local-dir", folder.toString(), "--run-id", "run"),
            List.of("list", "--run-id", "run"),
            List.of("download", "--run-id", "run", "--dst-path", folder.resolve("b").toString()),
            List.of("download", "--run-id", "lost"),
            List.of("unknown"))) {
      command.run(args.toArray(String[]::new));
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    exchange.getRequestBody().readAllBytes();
    int status = query.contains("lost") ? 404 : 200;
    byte[] body = body(path, query).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String body(String path, String query) {
    if (query.contains("lost")) {
      return "{\"error_code\": \"RESOURCE_DOES_NOT_EXIST\", \"message\": \"Run 'lost' not found\"}";
    }
    if (path.endsWith("runs/get")) {
      return RUN;
    }
    return path.endsWith("/artifacts") ? FILES : "{}";
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
