package dev.kindling.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workbench process. Starts its worker first, then listens, then says so in its registration.
 * Ends when asked to, or when nobody has asked for anything for a while. Argument: the checkout.
 */
public final class WorkbenchMain {

  private static final int TOKEN_BYTES = 24;

  private WorkbenchMain() {}

  public static void main(String[] args) throws InterruptedException, IOException {
    Home home = Home.of(Path.of(args[0]));
    Logger log = LoggerFactory.getLogger(WorkbenchMain.class);
    Workbench workbench = new Workbench(home, true);
    workbench.warmUp();
    CountDownLatch stop = new CountDownLatch(1);
    IdleClock clock = new IdleClock(Duration.ofMinutes(Long.getLong("kindling.idleMinutes", 60)));
    byte[] secret = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(secret);
    String token = HexFormat.of().formatHex(secret);
    try (WorkbenchServer server = new WorkbenchServer(workbench, token, clock, stop::countDown)) {
      int port = server.start();
      Registration registration =
          new Registration(
              ProcessHandle.current().pid(), port, token, Home.build(), LabTracking.chosen());
      registration.write(home.registration());
      Runtime.getRuntime().addShutdownHook(new Thread(workbench::close, "end-worker"));
      log.info("The workbench listens on port {}.", port);
      while (!stop.await(5, TimeUnit.SECONDS) && !clock.expired()) {
        if (clock.idle() && replaced(home, registration)) {
          log.info("Another workbench has taken over.");
          break;
        }
      }
      registration.delete(home.registration());
    } finally {
      workbench.close();
    }
    log.info("The workbench ends.");
    System.exit(0);
  }

  /**
   * Somebody deleted the registration by hand and a new workbench was started: the newer one stays.
   */
  private static boolean replaced(Home home, Registration own) {
    return Registration.read(home.registration())
        .map(current -> current.pid() != own.pid())
        .orElse(false);
  }
}
