package dev.kindling.tracking.page;

import static j2html.TagCreator.p;

import dev.kindling.plot.page.ChartFigure;
import dev.kindling.tracking.protocol.Api;
import dev.kindling.tracking.protocol.TrackingException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** The addresses of the page. */
public final class Pages {

  /** No script, no frame, nothing from elsewhere: whatever a run's name holds, it is only text. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final Api api;

  /**
   * @param api the routes that pages ask
   */
  public Pages(Api api) {
    this.api = api;
  }

  /** Adds the pages. */
  public void addTo(RoutesConfig routes) {
    page(routes, "/", ctx -> new ExperimentList(api).render(query(ctx)));
    page(
        routes,
        "/experiments/{id}",
        ctx -> new RunTable(api).render(ctx.pathParam("id"), query(ctx)));
    page(routes, "/runs/{id}", ctx -> new RunDetail(api).render(ctx.pathParam("id"), query(ctx)));
    page(routes, "/compare", ctx -> new RunComparison(api).render(query(ctx)));
    page(routes, "/models", ctx -> new ModelList(api).render(query(ctx)));
    page(
        routes,
        "/models/{name}",
        ctx -> new ModelDetail(api).render(ctx.pathParam("name"), query(ctx)));
    routes.get("/page.css", Pages::style);
  }

  private static void page(RoutesConfig routes, String path, Function<Context, String> render) {
    routes.get(
        path,
        ctx -> {
          ctx.header("Content-Security-Policy", POLICY);
          String html;
          try {
            html = render.apply(ctx);
          } catch (TrackingException e) {
            ctx.status(e.code().status());
            html = Shell.page("Not here", List.of(), p(e.getMessage()).withClass("error"));
          }
          ctx.html(html);
        });
  }

  private static Query query(Context ctx) {
    return new Query(ctx.queryParamMap());
  }

  private static void style(Context ctx) throws IOException {
    try (InputStream in = Pages.class.getResourceAsStream("page.css")) {
      String own = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      ctx.contentType("text/css; charset=utf-8").result(own + ChartFigure.CHART_CSS);
    }
  }
}
