package dev.kindling.tracking;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The server with a fault on purpose: it acknowledges each post of log-batch at once, and writes it
 * later. What waits is lost when the process is killed.
 */
public final class EarlyServerMain {

  private EarlyServerMain() {}

  /** Starts it; the arguments are those of {@link TrackingServerMain}. */
  public static void main(String[] args) throws Exception {
    TrackingServer server =
        TrackingServer.start(
            new TrackingSettings(Integer.parseInt(args[0]), Path.of(args[1]), Path.of(args[2])));
    Api real = new Api(server.uri());
    BlockingQueue<String> waiting = new LinkedBlockingQueue<>();
    HttpServer front =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    front.setExecutor(Executors.newCachedThreadPool());
    front.createContext(
        "/api/2.0/mlflow/runs/log-batch",
        exchange -> {
          waiting.add(text(exchange));
          answer(exchange, 200, "{}");
        });
    front.createContext("/", exchange -> pass(exchange, real));
    front.start();
    System.out.println("http://127.0.0.1:" + front.getAddress().getPort());
    System.out.flush();
    while (true) {
      real.postRaw("runs/log-batch", waiting.take());
      // Slower than the acknowledgements, so that something waits whenever the kill comes.
      Thread.sleep(50);
    }
  }

  private static void pass(HttpExchange exchange, Api real) throws IOException {
    String path = exchange.getRequestURI().toString().substring("/api/2.0/mlflow/".length());
    Api.Reply reply =
        exchange.getRequestMethod().equals("GET")
            ? real.get(path.replace("%", "%%"))
            : real.postRaw(path, text(exchange));
    answer(exchange, reply.status(), reply.body().toString());
  }

  private static String text(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
