package dev.kindling.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Other programs that want the processors; they end with the test, or with the JVM it runs in. */
final class BusyProcesses implements AutoCloseable {

  private final List<Process> processes = new ArrayList<>();

  /**
   * @param perProcessor how many programs for each processor of this machine
   */
  BusyProcesses(int perProcessor) throws IOException {
    for (int i = 0; i < perProcessor * Runtime.getRuntime().availableProcessors(); i++) {
      processes.add(
          new ProcessBuilder(
                  JavaCommand.path(),
                  "-XX:TieredStopAtLevel=1",
                  "-Xmx8m",
                  "-cp",
                  Path.of("target", "test-classes").toString(),
                  BusyProcesses.class.getName())
              .start());
    }
  }

  /** Computes until its input ends. */
  public static void main(String[] args) throws IOException {
    Thread busy =
        new Thread(
            () -> {
              for (long n = 0; n >= 0; n = n ^ 1) {
                Thread.onSpinWait();
              }
            });
    busy.setDaemon(true);
    busy.start();
    while (System.in.read() >= 0) {
      // Nobody says anything; the end is what counts.
    }
  }

  /** Whether all of them are still at it. */
  boolean live() {
    return !processes.isEmpty() && processes.stream().allMatch(Process::isAlive);
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
  }
}
