package dev.kindling.tracking.http;

import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.ErrorCode;
import dev.kindling.tracking.protocol.TrackingException;
import dev.kindling.tracking.store.StoreException;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpCompliance.Violation;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP side of the server: loopback, guarded, errors told as MLflow tells them. */
public final class HttpService implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HttpService.class);

  /** The version of MLflow whose protocol is spoken. */
  private static final String SPOKEN = "2.17.2";

  private final Javalin javalin;

  /**
   * @param groups adds the routes that are served
   */
  public HttpService(Consumer<HttpRoutes> groups) {
    javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.startupWatcherEnabled = false;
              config.concurrency.useVirtualThreads = false;
              // On loopback, compressing costs more than it saves.
              config.http.compressionStrategy = CompressionStrategy.NONE;
              config.http.prefer405over404 = true;
              config.router.ignoreTrailingSlashes = true;
              config.jetty.modifyHttpConfiguration(HttpService::takeAsSent);
              config.jetty.modifyServer(server -> server.setErrorHandler(new Unreadable()));
              config.routes.before(new Guard());
              tellErrors(config.routes);
              config.routes.get("/health", ctx -> ctx.result("OK"));
              config.routes.get("/version", ctx -> ctx.result(SPOKEN));
              groups.accept(new HttpRoutes(config.routes));
            });
  }

  /** Odd paths and hosts come to us as they were sent, and are refused with a sentence. */
  private static void takeAsSent(HttpConfiguration jetty) {
    jetty.setUriCompliance(UriCompliance.UNSAFE);
    jetty.setHttpCompliance(
        HttpCompliance.RFC9110.with(
            "any host", Violation.UNSAFE_HOST_HEADER, Violation.MISMATCHED_AUTHORITY));
  }

  private static void tellErrors(RoutesConfig routes) {
    routes.exception(TrackingException.class, (e, ctx) -> tell(ctx, e.code(), e.getMessage()));
    routes.exception(
        StoreException.class,
        (e, ctx) -> {
          log.error("{} {} failed", ctx.method(), ctx.path(), e);
          tell(ctx, ErrorCode.TEMPORARILY_UNAVAILABLE, e.getMessage());
        });
    routes.exception(HttpResponseException.class, HttpService::tellHttp);
    routes.exception(Exception.class, HttpService::tellFault);
  }

  private static void tell(Context ctx, ErrorCode code, String message) {
    ctx.status(code.status());
    ctx.contentType("application/json");
    ctx.result(Answers.error(code, message));
  }

  private static void tellHttp(HttpResponseException e, Context ctx) {
    int status = e.getStatus();
    ErrorCode code =
        switch (status) {
          case 404, 405 -> ErrorCode.ENDPOINT_NOT_FOUND;
          case 403 -> ErrorCode.PERMISSION_DENIED;
          default -> ErrorCode.BAD_REQUEST;
        };
    String message =
        switch (status) {
          case 404 -> "There is no endpoint '%s' here.".formatted(ctx.path());
          case 405 ->
              "The endpoint '%s' does not take %s: see the API docs for its method."
                  .formatted(ctx.path(), ctx.method());
          case 413 -> "The request is too large: send it in smaller parts.";
          default -> String.valueOf(e.getMessage());
        };
    tell(ctx, code, message);
    ctx.status(status);
  }

  private static void tellFault(Exception e, Context ctx) {
    log.error("{} {} failed", ctx.method(), ctx.path(), e);
    tell(
        ctx,
        ErrorCode.INTERNAL_ERROR,
        "The server failed at this request; its log says why (%s)."
            .formatted(e.getClass().getSimpleName()));
  }

  /**
   * Starts to listen on loopback.
   *
   * @param port the port, or 0 for any free one
   * @throws PortTakenException when another program listens there
   */
  public void start(int port) {
    try {
      javalin.start("127.0.0.1", port);
    } catch (JavalinBindException e) {
      throw new PortTakenException(port, e);
    }
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
