package dev.kindling.tracking.http;

import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.Api;
import dev.kindling.tracking.protocol.ErrorCode;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.Handler;
import dev.kindling.tracking.protocol.Routes;
import dev.kindling.tracking.protocol.TrackingException;
import dev.kindling.tracking.store.StoreException;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.UriCompliance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP side of the server: loopback, guarded, errors told as MLflow tells them. */
public final class HttpService implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(HttpService.class);
  private static final List<String> PREFIXES = List.of("/api/2.0/mlflow/", "/ajax-api/2.0/mlflow/");

  /** The version of MLflow whose protocol is spoken. */
  private static final String SPOKEN = "2.17.2";

  private final Javalin javalin;
  private final Map<String, Handler> handlers = new HashMap<>();

  public HttpService() {
    javalin =
        Javalin.create(
            config -> {
              config.showJavalinBanner = false;
              config.startupWatcherEnabled = false;
              config.useVirtualThreads = false;
              // On loopback, compressing costs more than it saves.
              config.http.disableCompression();
              config.http.prefer405over404 = true;
              config.router.ignoreTrailingSlashes = true;
              // Odd paths come to us as they were sent, and are refused with a sentence.
              config.jetty.modifyHttpConfiguration(
                  jetty -> jetty.setUriCompliance(UriCompliance.UNSAFE));
            });
    javalin.before(new Guard());
    javalin.exception(TrackingException.class, (e, ctx) -> tell(ctx, e.code(), e.getMessage()));
    javalin.exception(
        StoreException.class,
        (e, ctx) -> {
          log.error("{} {} failed", ctx.method(), ctx.path(), e);
          tell(ctx, ErrorCode.TEMPORARILY_UNAVAILABLE, e.getMessage());
        });
    javalin.exception(HttpResponseException.class, HttpService::tellHttp);
    javalin.exception(Exception.class, HttpService::tellFault);
    javalin.get("/health", ctx -> ctx.result("OK"));
    javalin.get("/version", ctx -> ctx.result(SPOKEN));
  }

  /**
   * Where groups of JSON routes are added; each route is served under both of MLflow's prefixes.
   */
  public Routes routes() {
    return (method, path, handler) -> {
      handlers.put(method + " " + path, handler);
      HandlerType type = HandlerType.valueOf(method);
      for (String prefix : PREFIXES) {
        javalin.addHttpHandler(type, prefix + path, ctx -> answer(ctx, handler));
      }
    };
  }

  /** The JSON routes for callers within this process. */
  public Api api() {
    return (method, path, fields) -> {
      Handler handler = handlers.get(method + " " + path);
      if (handler == null) {
        throw new IllegalArgumentException("There is no route '%s %s'.".formatted(method, path));
      }
      return handler.handle(new Fields(fields));
    };
  }

  /** Javalin itself, for routes that carry files or pages. */
  public Javalin javalin() {
    return javalin;
  }

  private static void answer(Context ctx, Handler handler) {
    ctx.contentType("application/json");
    ctx.result(Answers.bytes(handler.handle(RequestFields.of(ctx))));
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
          default -> e.getMessage();
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
