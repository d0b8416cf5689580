package dev.kindling.cli;

import dev.kindling.cli.command.CommandFailure;
import dev.kindling.cli.command.Context;
import dev.kindling.cli.command.ExitCode;
import dev.kindling.cli.command.LabCommand;
import dev.kindling.tracking.TrackingServer;
import dev.kindling.tracking.TrackingSettings;
import dev.kindling.tracking.http.PortTakenException;
import dev.kindling.tracking.store.StoreException;
import dev.kindling.workbench.Home;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lab mlflow}: the tracking server on its own, until Ctrl-C. */
@Command(
    name = "mlflow",
    description =
        "Serves MLflow's protocol and a page of runs and models on 127.0.0.1, until Ctrl-C. Without"
            + " options it shows what the labs have tracked.")
final class MlflowCommand implements LabCommand {

  private static final int HIGHEST_PORT = 65535;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port; 5000 if none is given, 0 for any free one.")
  private int port = 5000;

  @Option(
      names = "--store",
      paramLabel = "FILE",
      description = "The SQLite file; made if there is none. MLflow can open it too.")
  private Path store;

  @Option(
      names = "--artifacts",
      paramLabel = "DIR",
      description = "The folder of artifacts; beside the store if none is given.")
  private Path artifacts;

  @Override
  public ExitCode run(Context context) throws InterruptedException {
    TrackingSettings settings = settings(context);
    try (TrackingServer server = TrackingServer.start(settings)) {
      context
          .console()
          .text("The tracking server listens on %s (its page, too).".formatted(server.uri()));
      context.console().text("Store: %s".formatted(settings.store()));
      context.console().text("Artifacts: %s".formatted(settings.artifacts()));
      context
          .console()
          .text(
              "Programs find it by MLFLOW_TRACKING_URI=%s; Ctrl-C ends it."
                  .formatted(server.uri()));
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "end-tracking"));
      new CountDownLatch(1).await();
      return ExitCode.PASSED;
    } catch (PortTakenException e) {
      throw CommandFailure.environment(
          e.getMessage().replace("name another one", "give another '--port'"), e);
    } catch (StoreException e) {
      throw CommandFailure.environment(e.getMessage(), e);
    }
  }

  private TrackingSettings settings(Context context) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw CommandFailure.usage(
          "'--port %d' is no port: give a number from 1 to 65535, or 0 for any free one."
              .formatted(port));
    }
    Path here = context.surroundings().directory();
    Path home =
        store == null
            ? Home.of(context.engine().root()).tracking()
            : here.resolve(store).toAbsolutePath().getParent();
    return new TrackingSettings(
        port,
        store == null ? home.resolve("mlflow.db") : here.resolve(store),
        artifacts == null ? home.resolve("artifacts") : here.resolve(artifacts));
  }
}
