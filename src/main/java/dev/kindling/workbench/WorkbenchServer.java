package dev.kindling.workbench;

import dev.kindling.result.GradeEvent;
import dev.kindling.result.GradeRequest;
import dev.kindling.result.Json;
import dev.kindling.result.RehearsalRequest;
import dev.kindling.result.TrialRequest;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workbench's door: HTTP on loopback. Every call shows the token; answers with events are
 * streams of JSON lines. The Host header is checked so that no web page can reach it by a name of
 * its own.
 */
final class WorkbenchServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(WorkbenchServer.class);

  private final Workbench workbench;
  private final String token;
  private final IdleClock clock;
  private final Runnable stop;
  private final Javalin javalin;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "pulse");
            thread.setDaemon(true);
            return thread;
          });

  WorkbenchServer(Workbench workbench, String token, IdleClock clock, Runnable stop) {
    this.workbench = workbench;
    this.token = token;
    this.clock = clock;
    this.stop = stop;
    this.javalin =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.startup.startupWatcherEnabled = false;
              config.concurrency.useVirtualThreads = false;
              config.http.maxRequestSize = 1_000_000L;
              // A compressor holds events back until it has enough of them.
              config.http.compressionStrategy = CompressionStrategy.NONE;
              addTo(config.routes);
            });
  }

  private void addTo(RoutesConfig routes) {
    routes.before(this::admit);
    routes.get("/api/ping", ctx -> ctx.result("{}"));
    routes.get("/api/status", ctx -> ctx.result(Json.line(status())));
    routes.post("/api/grade", ctx -> stream(ctx, GradeRequest.class, workbench::grade));
    routes.post("/api/show", ctx -> stream(ctx, GradeRequest.class, workbench::show));
    routes.post("/api/rehearse", ctx -> stream(ctx, RehearsalRequest.class, workbench::rehearse));
    routes.post("/api/trial", ctx -> stream(ctx, TrialRequest.class, workbench::trial));
    routes.post("/api/watch", ctx -> stream(ctx, GradeRequest.class, this::watch));
    routes.post("/api/stop", this::stop);
  }

  /** Starts to listen on a free port. */
  int start() {
    javalin.start("127.0.0.1", 0);
    return javalin.port();
  }

  private void admit(Context ctx) {
    String host = ctx.host();
    String expected = ":" + javalin.port();
    if (host == null
        || !(host.equals("127.0.0.1" + expected) || host.equals("localhost" + expected))) {
      throw new ForbiddenResponse("This service answers on 127.0.0.1 only.");
    }
    String shown = ctx.header("Authorization");
    byte[] wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    if (shown == null || !MessageDigest.isEqual(wanted, shown.getBytes(StandardCharsets.UTF_8))) {
      throw new UnauthorizedResponse("The token is missing or wrong.");
    }
  }

  private static <R> R request(Context ctx, Class<R> type) {
    try {
      return Json.read(ctx.body(), type);
    } catch (IOException e) {
      throw new io.javalin.http.BadRequestResponse(
          "The request is not what this build understands: " + e.getMessage());
    }
  }

  private void watch(GradeRequest request, Consumer<GradeEvent> events)
      throws InterruptedException {
    workbench.watch(request.lab(), request.seed(), events);
  }

  private WorkbenchStatus status() {
    WorkbenchStatus status = workbench.status();
    return new WorkbenchStatus(
        status.version(),
        javalin.port(),
        status.workbench(),
        status.worker(),
        status.doing(),
        clock.limit().toMinutes(),
        status.tracking());
  }

  private void stop(Context ctx) {
    ctx.result("{}");
    stop.run();
  }

  /** Work that tells events. */
  @FunctionalInterface
  private interface Work<R> {
    void run(R request, Consumer<GradeEvent> events) throws InterruptedException;
  }

  private <R> void stream(Context ctx, Class<R> type, Work<R> work) throws Exception {
    R request = request(ctx, type);
    ctx.contentType("application/x-ndjson");
    OutputStream out = ctx.res().getOutputStream();
    try (AutoCloseable call = clock.begin();
        Pulse pulse = new Pulse(timer, event -> write(out, event))) {
      work.run(request, pulse::tell);
    } catch (CallerGoneException | InterruptedException nobodyToTell) {
      log.info("The caller of {} went away.", ctx.path(), nobodyToTell);
    } catch (RunFailedException told) {
      log.info("{} could not go on: {}", ctx.path(), told.getMessage());
    } catch (RuntimeException e) {
      log.error("{} failed", ctx.path(), e);
      write(
          out,
          new GradeEvent.Fault(
              "Kindling itself failed (%s): see its log, 'workbench.log'.".formatted(e), true));
    }
  }

  private static void write(OutputStream out, GradeEvent event) {
    try {
      out.write((Json.line(event) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new CallerGoneException(e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    javalin.stop();
  }
}
