package dev.kindling.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts a process as a terminal does. A build that runs in the background ignores Ctrl-C, and all
 * its children would do so too.
 */
final class DefaultSignals {

  private static final List<String> RESET = List.of("env", "--default-signal=INT");

  private static final boolean KNOWN = works();

  private DefaultSignals() {}

  /** The command, with Ctrl-C as it is by default where the system has the means. */
  static List<String> of(List<String> command) {
    List<String> all = new ArrayList<>(KNOWN ? RESET : List.of());
    all.addAll(command);
    return all;
  }

  private static boolean works() {
    try {
      List<String> probe = new ArrayList<>(RESET);
      probe.add("true");
      return new ProcessBuilder(probe).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
