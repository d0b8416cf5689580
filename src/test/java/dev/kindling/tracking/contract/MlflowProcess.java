package dev.kindling.tracking.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real MLflow server as a process on a free loopback port. It ends with {@link #close}, and also
 * when this JVM ends in any other way: it hangs on a pipe that {@code guard.py} reads.
 */
public final class MlflowProcess implements AutoCloseable {
  private static final Path GUARD = Path.of("src", "test", "resources", "contract", "guard.py");
  private static final Duration START = Duration.ofMinutes(3);

  private final Process process;
  private final URI uri;
  private final Path folder;
  private final String version;

  private MlflowProcess(Process process, URI uri, Path folder) throws IOException {
    this.process = process;
    this.uri = uri;
    this.folder = folder;
    this.version = whenUp();
  }

  /**
   * Starts a server and waits until it answers.
   *
   * @param folder where log and artifacts go
   * @param store the SQLite file, made or migrated by the server
   * @throws IOException if it ends or does not answer in time; the message has its log's end
   */
  public static MlflowProcess start(Python python, Path folder, Path store) throws IOException {
    int port = freePort();
    Files.createDirectories(folder);
    ProcessBuilder builder =
        new ProcessBuilder(
            python.executable().toString(),
            GUARD.toAbsolutePath().toString(),
            python.executable().toString(),
            "-m",
            "mlflow",
            "server",
            "--host",
            "127.0.0.1",
            "--port",
            Integer.toString(port),
            "--workers",
            "1",
            "--backend-store-uri",
            "sqlite:///" + store.toAbsolutePath(),
            "--artifacts-destination",
            folder.resolve("artifacts").toAbsolutePath().toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("MLFLOW_"));
    builder.environment().put("MLFLOW_DISABLE_TELEMETRY", "true");
    builder.directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("server.log").toFile());
    Process process = builder.start();
    try {
      return new MlflowProcess(process, URI.create("http://127.0.0.1:" + port), folder);
    } catch (IOException e) {
      end(process);
      throw e;
    }
  }

  /** Where it listens. */
  public URI uri() {
    return uri;
  }

  /** The version that the server tells. */
  String version() {
    return version;
  }

  Player player() {
    Map<String, String> literals = new LinkedHashMap<>();
    literals.put(folder.toString(), "<root>");
    literals.put(version, "<version>");
    return new Player(uri, literals, true);
  }

  /** Ends the server and its children, which can take some seconds. */
  @Override
  public void close() {
    end(process);
  }

  private static void end(Process process) {
    List<ProcessHandle> children = process.descendants().toList();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The pipe to MLflow's process could not be closed.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      children.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private String whenUp() throws IOException {
    Instant end = Instant.now().plus(START);
    while (process.isAlive() && Instant.now().isBefore(end)) {
      try {
        RawHttp http = new RawHttp(uri);
        if (http.send("GET", "/health", Map.of(), new byte[0]).status() == 200) {
          Reply reply = http.send("GET", "/version", Map.of(), new byte[0]);
          return new String(reply.body(), StandardCharsets.UTF_8).trim();
        }
      } catch (IOException notYet) {
        // Nothing listens until the schema is there, which takes some seconds.
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("Interrupted while MLflow started.", e);
      }
    }
    throw new IOException("MLflow did not start. Its log ends with:\n" + logEnd());
  }

  private String logEnd() throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve("server.log"));
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
