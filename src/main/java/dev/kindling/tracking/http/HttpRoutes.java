package dev.kindling.tracking.http;

import dev.kindling.tracking.protocol.Answers;
import dev.kindling.tracking.protocol.Api;
import dev.kindling.tracking.protocol.Fields;
import dev.kindling.tracking.protocol.Handler;
import dev.kindling.tracking.protocol.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the server answers: added before it starts, and open to callers within this process. */
public final class HttpRoutes {

  private static final List<String> PREFIXES = List.of("/api/2.0/mlflow/", "/ajax-api/2.0/mlflow/");

  private final RoutesConfig routes;
  private final Map<String, Handler> handlers = new HashMap<>();

  HttpRoutes(RoutesConfig routes) {
    this.routes = routes;
  }

  /**
   * Where groups of JSON routes are added; each route is served under both of MLflow's prefixes.
   */
  public Routes json() {
    return (method, path, handler) -> {
      handlers.put(method + " " + path, handler);
      HandlerType type = HandlerType.findOrCreate(method);
      for (String prefix : PREFIXES) {
        routes.addHttpHandler(type, prefix + path, ctx -> answer(ctx, handler));
      }
    };
  }

  /** Where routes are added that carry files or pages. */
  public RoutesConfig files() {
    return routes;
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

  private static void answer(Context ctx, Handler handler) {
    ctx.contentType("application/json");
    ctx.result(Answers.bytes(handler.handle(RequestFields.of(ctx))));
  }
}
