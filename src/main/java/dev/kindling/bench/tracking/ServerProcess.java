package dev.kindling.bench.tracking;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server that was started for the bench, with all the processes it starts itself. */
final class ServerProcess implements AutoCloseable {

  private static final long START_SECONDS = 180;

  private final Process process;
  private final String uri;
  private final double startMillis;

  private ServerProcess(Process process, String uri, double startMillis) {
    this.process = process;
    this.uri = uri;
    this.startMillis = startMillis;
  }

  /** Makes the command line for a port. */
  @FunctionalInterface
  interface Command {
    List<String> onPort(int port);
  }

  /**
   * Starts a server, and returns when it answers.
   *
   * @throws IllegalStateException when it does not; the message names its log
   */
  static ServerProcess start(Command command, Path folder, Path log)
      throws IOException, InterruptedException {
    int port = freePort();
    String uri = "http://127.0.0.1:" + port;
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command.onPort(port))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    while (!answers(uri)) {
      double seconds = (System.nanoTime() - start) / 1e9;
      if (!process.isAlive() || seconds > START_SECONDS) {
        process.destroyForcibly();
        throw new IllegalStateException("The server did not start; see %s".formatted(log));
      }
      Thread.sleep(5);
    }
    return new ServerProcess(process, uri, (System.nanoTime() - start) / 1e6);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(String uri) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(uri + "/health").toURL().openConnection();
      connection.setConnectTimeout(200);
      connection.setReadTimeout(5_000);
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  String uri() {
    return uri;
  }

  double startMillis() {
    return startMillis;
  }

  /** The memory that its processes hold together, in MB; negative where that cannot be seen. */
  double megabytes() {
    double sum = 0;
    for (ProcessHandle handle : all()) {
      double one = residentMegabytes(handle.pid());
      if (one < 0) {
        return -1;
      }
      sum += one;
    }
    return sum;
  }

  private List<ProcessHandle> all() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  private static double residentMegabytes(long pid) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) * 1024 / 1e6;
        }
      }
      return 0;
    } catch (IOException notLinux) {
      return -1;
    }
  }

  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> all = all();
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }
}
