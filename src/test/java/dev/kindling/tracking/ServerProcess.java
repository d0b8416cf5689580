package dev.kindling.tracking;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A server as a process that can be killed. */
final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final String uri;

  private ServerProcess(Process process, String uri) {
    this.process = process;
    this.uri = uri;
  }

  /** Starts a main class on a store, and waits until it listens. */
  static ServerProcess start(Class<?> main, Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    main.getName(),
                    "0",
                    folder.resolve("mlflow.db").toString(),
                    folder.resolve("artifacts").toString()))
            .redirectError(folder.resolve("server.log").toFile())
            .start();
    BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
    String line = lines.readLine();
    while (line != null && !line.startsWith("http://")) {
      line = lines.readLine();
    }
    if (line == null) {
      process.destroyForcibly();
      throw new IOException(
          "The server did not start: see '%s'.".formatted(folder.resolve("server.log")));
    }
    return new ServerProcess(process, line);
  }

  String uri() {
    return uri;
  }

  /** Kills it as SIGKILL does, and waits until it is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
