package dev.kindling.tracking;

import java.nio.file.Path;

/** A server as a process of its own: prints its address, and runs until it is ended. */
public final class TrackingServerMain {

  private TrackingServerMain() {}

  /** Starts it; the arguments are port, store and folder of artifacts. */
  public static void main(String[] args) throws InterruptedException {
    TrackingServer server =
        TrackingServer.start(
            new TrackingSettings(Integer.parseInt(args[0]), Path.of(args[1]), Path.of(args[2])));
    System.out.println(server.uri());
    System.out.flush();
    Thread.currentThread().join();
  }
}
