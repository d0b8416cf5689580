package dev.kindling.mlflow;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on loopback that stands before a tracking server and passes everything on. A check hands
 * its address to an answer, in order to see what is asked, or to answer otherwise than the server
 * does.
 *
 * <p>Bodies are held in memory, so it is not for artifacts.
 */
public final class TrackingRelay implements AutoCloseable {

  private static final String[] PASSED_ON = {"Content-Type", "Accept", "Authorization"};

  /** What is done with each exchange; called by several threads at once. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Sees an exchange before the answer goes back.
     *
     * @param path such as {@code /api/2.0/mlflow/runs/search}
     * @param request the body of the request; empty if there is none
     * @param answer the body of the server's answer
     * @return the body to answer with: {@code answer}, or another one
     */
    byte[] onExchange(String path, byte[] request, byte[] answer);
  }

  private final String target;
  private final Listener listener;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * Starts one on a free port.
   *
   * @param trackingUri the server to stand before
   */
  public TrackingRelay(String trackingUri, Listener listener) {
    this.target = trackingUri.replaceAll("/+$", "");
    this.listener = listener;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("No port is free for a relay on loopback.", e);
    }
    server.createContext("/", this::pass);
    server.setExecutor(threads);
    server.start();
  }

  /** Where it is, as a tracking URI. */
  public String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] request = exchange.getRequestBody().readAllBytes();
      HttpResponse<byte[]> answer =
          client.send(request(exchange, request), BodyHandlers.ofByteArray());
      byte[] body = listener.onExchange(exchange.getRequestURI().getPath(), request, answer.body());
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpRequest request(HttpExchange exchange, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    for (String header : PASSED_ON) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    return request.build();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
