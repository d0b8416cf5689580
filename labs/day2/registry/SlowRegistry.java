package day2.registry;

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
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * A server that needs a while to make a version, as a busy one does: it stands before the real one,
 * passes everything on, and says {@code PENDING_REGISTRATION} of versions until it has been asked
 * for them a few times after the creation.
 */
final class SlowRegistry implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("(\"status\"\\s*:\\s*)\"READY\"");
  private static final int ASKED_IN_VAIN = 1;
  private static final String PENDING = "PENDING_REGISTRATION";

  private final String target;
  private final String outcome;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();

  private boolean created;
  private int asked;
  private boolean outcomeTold;

  private SlowRegistry(String target, String outcome) throws IOException {
    this.target = target.replaceAll("/+$", "");
    this.outcome = outcome;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::pass);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Stands before a server.
   *
   * @param outcome what becomes of a version in the end: {@code READY} or {@code
   *     FAILED_REGISTRATION}
   */
  static SlowRegistry before(String trackingUri, String outcome) {
    try {
      return new SlowRegistry(trackingUri, outcome);
    } catch (IOException e) {
      throw new UncheckedIOException("The slow server of a check cannot be started.", e);
    }
  }

  /** Where it is; what a task is handed. */
  String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The status of the version as it was told last. */
  synchronized String lastStatus() {
    return outcomeTold ? outcome : PENDING;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpResponse<byte[]> answer = client.send(request(exchange), BodyHandlers.ofByteArray());
      byte[] body = delayed(exchange.getRequestURI().getPath(), answer.body());
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

  private HttpRequest request(HttpExchange exchange) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(target + exchange.getRequestURI()))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    for (String header : new String[] {"Content-Type", "Accept", "Authorization"}) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    return request.build();
  }

  private synchronized byte[] delayed(String path, byte[] body) {
    boolean creation = path.endsWith("/model-versions/create");
    if (!creation && !path.contains("/model-versions/") && !path.contains("/registered-models/")) {
      return body;
    }
    String text = new String(body, StandardCharsets.UTF_8);
    if (!READY.matcher(text).find()) {
      return body;
    }
    if (!creation && created && asked++ >= ASKED_IN_VAIN) {
      outcomeTold = true;
      return said(text, outcome);
    }
    created |= creation;
    return said(text, PENDING);
  }

  private static byte[] said(String text, String status) {
    return READY.matcher(text).replaceAll("$1\"" + status + "\"").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
