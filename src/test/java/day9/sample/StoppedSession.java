package day9.sample;

import dev.kindling.check.errors.Bench;

/** Stops the session that everybody shares. */
public final class StoppedSession {

  private StoppedSession() {}

  public static void countAfterStop(Bench bench) {
    bench.spark().stop();
    bench.homes().count();
  }
}
